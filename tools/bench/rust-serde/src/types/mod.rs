//! Types that use every attribute that derive has, by serde's own derive.
#![allow(dead_code)]

use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;

// ---- structs

#[derive(Serialize, Deserialize)]
pub struct Person {
    pub name: String,
    pub age: u8,
    pub email: Option<String>,
    pub tags: Vec<String>,
    pub friends: Vec<Person>,
}

#[derive(Serialize, Deserialize)]
pub struct Unit; // Go: struct{}, if at all

#[derive(Serialize, Deserialize)]
pub struct Meters(pub f64); // Go: type Meters float64

#[derive(Serialize, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
pub struct UserName(pub String); // Go: type UserName string

#[derive(Serialize, Deserialize)]
pub struct Corner(pub i32, pub i32); // Go: type Corner [2]int32

#[derive(Serialize, Deserialize)]
pub struct Fixed {
    pub rgb: [u8; 3],
    pub grid: [[i32; 2]; 2],
}

#[derive(Serialize, Deserialize)]
pub struct Order {
    pub id: u64,
    pub customer: Customer,
    pub items: Vec<Item>,
    pub notes: BTreeMap<String, String>,
}

#[derive(Serialize, Deserialize)]
pub struct Customer {
    pub name: UserName,
    pub address: Address,
}

#[derive(Serialize, Deserialize)]
pub struct Address {
    pub street: String,
    pub zip: String,
}

#[derive(Serialize, Deserialize)]
pub struct Item {
    pub sku: String,
    pub price: f64,
    pub count: u32,
}

#[derive(Serialize, Deserialize)]
pub struct Page<T> {
    pub items: Vec<T>,
    pub next: Option<String>,
}

#[derive(Serialize, Deserialize)]
pub struct Pair<A, B> {
    pub first: A,
    pub second: B,
}

#[derive(Serialize, Deserialize, Default)]
pub struct Tree {
    pub value: i64,
    pub children: Vec<Tree>,
}

#[derive(Serialize, Deserialize)]
pub struct List {
    pub head: i64,
    pub tail: Option<Box<List>>, // Go: *List
}

#[derive(Serialize, Deserialize)]
pub struct Maps {
    pub counts: BTreeMap<String, i64>,
    pub people: BTreeMap<UserName, Vec<i64>>,
    pub colors: BTreeMap<Color, String>,
    pub nested: BTreeMap<String, BTreeMap<String, i64>>,
}

#[derive(Serialize, Deserialize)]
pub struct Named {
    pub distance: Meters,
    pub user: UserName,
    pub count: Count,
    pub ready: Flag,
    pub color: Color,
    pub all: Vec<Color>,
    pub level: Level,
}

#[derive(Serialize, Deserialize)]
pub struct Count(pub u32);

#[derive(Serialize, Deserialize)]
pub struct Flag(pub bool);

#[derive(Serialize, Deserialize)]
pub struct Level(pub i8);

/// A string enum. Go: type Color string (or int), with constants.
#[derive(Serialize, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "lowercase")]
pub enum Color {
    Red,
    Green,
    Blue,
}

#[derive(Serialize, Deserialize)]
pub struct Strings {
    pub text: String,
    pub initial: char, // Go: string
}

macro_rules! wide {
    ($($f:ident)+) => {
        #[derive(Serialize, Deserialize)]
        pub struct Wide { $(pub $f: i64),+ }
    };
}

wide!(
    f00 f01 f02 f03 f04 f05 f06 f07 f08 f09 f10 f11 f12 f13 f14 f15
    f16 f17 f18 f19 f20 f21 f22 f23 f24 f25 f26 f27 f28 f29 f30 f31
    f32 f33 f34 f35 f36 f37 f38 f39 f40 f41 f42 f43 f44 f45 f46 f47
    f48 f49 f50 f51 f52 f53 f54 f55 f56 f57 f58 f59 f60 f61 f62 f63
    f64 f65 f66 f67 f68 f69
);

// ---- names

#[derive(Serialize, Deserialize)]
pub struct Renamed {
    #[serde(rename = "type")]
    pub kind: String,
    #[serde(rename = "a b")]
    pub spaced: i64,
    #[serde(rename = "")]
    pub empty: i64,
    #[serde(rename = "é\"")]
    pub odd: i64,
}

macro_rules! cases {
    ($($st:ident $en:ident $rule:literal)+) => { $(
        #[derive(Serialize, Deserialize, Default)]
        #[serde(rename_all = $rule)]
        pub struct $st {
            pub first_name: String,
            pub id2: i64,
            pub html_page: String,
            #[serde(rename = "X")] // wins over rename_all
            pub renamed: i64,
            pub own: i64,
        }

        #[derive(Serialize, Deserialize)]
        #[serde(rename_all = $rule)]
        pub enum $en { FirstName, Ok }
    )+ };
}

cases! {
    Lower CaseLower "lowercase"
    Upper CaseUpper "UPPERCASE"
    Pascal CasePascal "PascalCase"
    Camel CaseCamel "camelCase"
    Snake CaseSnake "snake_case"
    Screaming CaseScreaming "SCREAMING_SNAKE_CASE"
    Kebab CaseKebab "kebab-case"
    ScreamingKebab CaseScreamingKebab "SCREAMING-KEBAB-CASE"
}

/// Not on derive's list: one name to read, another to write.
#[derive(Serialize, Deserialize)]
pub struct SplitName {
    #[serde(rename(serialize = "out", deserialize = "in"))]
    pub value: i64,
}

// ---- what may be absent

#[derive(Serialize, Deserialize)]
pub struct Defaults {
    #[serde(default)]
    pub a: i64,
    #[serde(default = "unnamed")]
    pub b: String,
    #[serde(default)]
    pub c: Vec<i64>,
    #[serde(default)]
    pub d: BTreeMap<String, i64>,
    #[serde(default)]
    pub e: Option<i64>,
    #[serde(default)]
    pub f: f64,
    #[serde(default)]
    pub g: Tree,
}

fn unnamed() -> String {
    "unnamed".to_string()
}

/// Missing fields come from a default value of the whole struct.
#[derive(Serialize, Deserialize)]
#[serde(default)]
pub struct AllDefault {
    pub host: String,
    pub retries: u32,
    pub verbose: bool,
}

impl Default for AllDefault {
    fn default() -> Self {
        AllDefault { host: "localhost".to_string(), retries: 3, verbose: true }
    }
}

#[derive(Serialize, Deserialize)]
pub struct Skips {
    pub seen: i64,
    #[serde(skip)]
    pub hidden: i64,
    #[serde(skip_deserializing)]
    pub out: i64,
    #[serde(skip_serializing)]
    #[serde(default)]
    pub r#in: i64,
}

#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
pub struct SkipEmpty {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<i64>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub map: BTreeMap<String, i64>,
    #[serde(skip_serializing_if = "is_zero")]
    pub number: i64,
    #[serde(skip_serializing_if = "is_false")]
    pub flag: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<i64>,
    pub last: i64,
}

fn is_zero(n: &i64) -> bool {
    *n == 0
}

fn is_false(b: &bool) -> bool {
    !b
}

#[derive(Serialize, Deserialize)]
pub struct Options {
    pub plain: Option<i64>,
    pub list: Vec<Option<i64>>,
    pub inner: Option<String>,
    /// Absent, null, or a value. Go: serde.Option[int64]
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub three: Option<Option<i64>>,
    pub boxed: Option<Box<Tree>>,
}

fn present<'de, D: Deserializer<'de>>(d: D) -> Result<Option<Option<i64>>, D::Error> {
    Option::deserialize(d).map(Some)
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Strict {
    pub a: i64,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub b: String,
}

#[derive(Serialize, Deserialize)]
pub struct StrictInside {
    pub s: Strict,
}

// ---- flatten

#[derive(Serialize, Deserialize)]
pub struct Meta {
    pub created: i64,
    pub author: String,
}

#[derive(Serialize, Deserialize)]
pub struct Limits {
    pub limit: u32,
    pub offset: u32,
}

#[derive(Serialize, Deserialize)]
pub struct Flat {
    pub id: i64,
    #[serde(flatten)]
    pub meta: Meta,
    pub title: String,
}

#[derive(Serialize, Deserialize)]
pub struct IdMeta {
    pub id: i64,
    #[serde(flatten)]
    pub meta: Meta,
}

#[derive(Serialize, Deserialize)]
pub struct FlatTwice {
    pub name: String,
    #[serde(flatten)]
    pub meta: IdMeta,
    #[serde(flatten)]
    pub limits: Limits,
}

#[derive(Serialize, Deserialize)]
pub struct FlatMap {
    pub id: i64,
    #[serde(flatten)]
    pub rest: BTreeMap<String, i64>,
}

#[derive(Serialize, Deserialize)]
pub struct FlatDeep {
    pub top: i64,
    #[serde(flatten)]
    pub flat: Flat,
}

#[derive(Serialize, Deserialize)]
pub struct FlatGeneric<T> {
    pub name: String,
    #[serde(flatten)]
    pub inner: T,
}

#[derive(Serialize, Deserialize)]
pub struct FlatEnum {
    pub id: i64,
    #[serde(flatten)]
    pub shape: Internal,
}

#[derive(Serialize, Deserialize)]
pub struct FlatOption {
    pub id: i64,
    #[serde(flatten)]
    pub limits: Option<Limits>, // Go: *Limits
}

// ---- enums. Circle has fields of its own, Named holds a struct that
// exists without it, Square a number, Line two, Group refers to itself.

#[derive(Serialize, Deserialize)]
pub struct Label {
    pub name: String,
    pub tags: Vec<String>,
}

#[derive(Serialize, Deserialize)]
pub enum External {
    Empty,
    Circle { radius: f64 },
    Square(f64),
    Named(Label),
    Line(i32, i32),
    Group(Vec<External>),
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Internal {
    Empty,
    Circle { radius: f64 },
    Named(Label),
    Group { members: Vec<Internal> },
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum InternalStrict {
    Start { at: i64 },
    Stop,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "t", content = "c")]
pub enum Adjacent {
    Empty,
    Circle { radius: f64 },
    Square(f64),
    Named(Label),
    Line(i32, i32),
    Group(Vec<Adjacent>),
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "lowercase", deny_unknown_fields)]
pub enum AdjacentStrict {
    Go { to: String },
    Halt,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub enum Untagged {
    Null,
    Bool(bool),
    Whole(i64),
    Real(f64),
    Text(String),
    Circle { radius: f64 },
    Named(Label),
    List(Vec<i64>),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Command {
    #[serde(rename_all = "kebab-case")]
    MoveTo { x_pos: i64, y_pos: i64 },
    Halt,
    #[serde(rename = "PEN")]
    PenUp,
    Say {
        text: String,
        #[serde(default)]
        loud: bool,
    },
}

#[derive(Serialize, Deserialize)]
pub struct Drawing {
    pub title: String,
    pub shapes: Vec<Internal>,
    pub best: Option<Internal>,
    pub by_name: BTreeMap<String, Internal>,
    pub pens: Vec<Color>,
    pub other: External,
}

#[derive(Serialize, Deserialize)]
pub enum Expr {
    Number(f64),
    Neg(Box<Expr>),
    Add { left: Box<Expr>, right: Box<Expr> },
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "status", rename_all = "lowercase")]
pub enum Outcome<T> {
    Done { value: T },
    Failed { reason: String },
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub enum Id {
    Number(u64),
    Text(String),
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

#[derive(Serialize, Deserialize)]
pub struct Loose {
    pub id: Id,
    pub tags: OneOrMany,
}

// ---- numbers

#[derive(Serialize, Deserialize)]
pub struct Numbers {
    pub i8: i8,
    pub i16: i16,
    pub i32: i32,
    pub i64: i64,
    pub u8: u8,
    pub u16: u16,
    pub u32: u32,
    pub u64: u64,
    pub f32: f32,
    pub f64: f64,
}
