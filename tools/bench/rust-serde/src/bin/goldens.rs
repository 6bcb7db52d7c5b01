//! What serde and serde_json make of the types in types/mod.rs, as the
//! truth that derive is compared with: one JSON object a line.
//!
//!     cargo run --release --bin goldens
//!
//!     {"type": T, "input": text, "output": text}   accepted, and what
//!                                                  writing it again gives
//!     {"type": T, "input": text, "error": text}    rejected
//!     {"type": T, "value": Rust, "output": text}   a value that is written
//!     {"type": T, "value": Rust, "error": text}    and that can't be

#[path = "../types/mod.rs"]
mod types;

use serde::{de::DeserializeOwned, Serialize};
use types::*;

#[derive(Serialize)]
struct Line<'a> {
    #[serde(rename = "type")]
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    input: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    output: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

fn print(line: Line) {
    println!("{}", serde_json::to_string(&line).unwrap());
}

fn read<T: Serialize + DeserializeOwned>(name: &str, inputs: &[&str]) {
    for text in inputs {
        let name = &name.replace(' ', "");
        let result = serde_json::from_str::<T>(text).and_then(|v| serde_json::to_string(&v));
        let (output, error) = match result {
            Ok(s) => (Some(s), None),
            Err(e) => (None, Some(e.to_string())),
        };
        print(Line { name, input: Some(text), value: None, output, error });
    }
}

fn write<T: Serialize>(name: &str, value: &str, v: T) {
    let (output, error) = match serde_json::to_string(&v) {
        Ok(s) => (Some(s), None),
        Err(e) => (None, Some(e.to_string())),
    };
    print(Line { name, input: None, value: Some(value), output, error });
}

macro_rules! read {
    ($t:ty: $($s:expr),+ $(,)?) => { read::<$t>(stringify!($t), &[$($s),+]) };
}

macro_rules! write {
    ($t:ty: $($v:expr),+ $(,)?) => { $( write::<$t>(stringify!($t), stringify!($v), $v); )+ };
}

fn main() {
    structs();
    names();
    absence();
    flattened();
    tagged();
    untagged();
    numbers();
}

fn structs() {
    read!(Person:
        r#"{"name":"Ada","age":36,"email":"ada@example.org","tags":["a","b"],"friends":[]}"#,
        r#"{"name":"Ada","age":36,"email":null,"tags":[],"friends":[{"name":"Bob","age":1,"tags":[],"friends":[]}]}"#,
        r#" { "friends" : [ ] , "tags" : [ ] , "age" : 0 , "name" : "" } "#,
        r#"{"name":"Ada","age":36,"tags":[],"friends":[],"shoe":43}"#,
        r#"["Ada",36,null,[],[]]"#,
        r#"{"name":"Ada","age":36,"tags":[]}"#,
        r#"{"name":"Ada","age":36,"tags":[],"friends":null}"#,
        r#"{"name":"Ada","name":"Bob","age":36,"tags":[],"friends":[]}"#,
        r#"{"name":"Ada","age":256,"tags":[],"friends":[]}"#,
        r#"{"name":"Ada","age":-1,"tags":[],"friends":[]}"#,
        r#"{"name":"Ada","age":3.0,"tags":[],"friends":[]}"#,
        r#"{"name":"Ada","age":"36","tags":[],"friends":[]}"#,
        r#"{"name":null,"age":36,"tags":[],"friends":[]}"#,
        r#"{"name":"Ada","age":36,"tags":["a",2],"friends":[]}"#,
        r#"{"name":"Ada","age":36,"tags":[],"friends":[{"name":"Bob","age":true,"tags":[],"friends":[]}]}"#,
        r#"{"Name":"Ada","age":36,"tags":[],"friends":[]}"#,
        r#"{"name":"Ada","age":36,"tags":[],"friends":[],}"#,
        r#"{"name":"Ada","age":36,"tags":[],"friends":[]} x"#,
        r#"{"name":"Ada","age":36,"tags":[],"friends":["#,
        r#"{}"#, r#"null"#, r#"7"#, r#""#,
    );
    read!(Unit: "null", "{}", "0");
    read!(Meters: "1.5", "-0.0", "7", "\"7\"", "[7]");
    read!(UserName: "\"ada\"", "7", "null");
    read!(Corner: "[1,2]", "[1]", "[1,2,3]", "{}");
    read!(Fixed: r#"{"rgb":[1,2,3],"grid":[[1,2],[3,4]]}"#,
        r#"{"rgb":[1,2],"grid":[[1,2],[3,4]]}"#,
        r#"{"rgb":[1,2,3,4],"grid":[[1,2],[3,4]]}"#,
        r#"{"rgb":[1,2,3],"grid":[[1,2],[3]]}"#);
    read!(Order:
        r#"{"id":7,"customer":{"name":"ada","address":{"street":"S","zip":"1"}},"items":[{"sku":"x","price":1.25,"count":2}],"notes":{"b":"2","a":"1"}}"#,
        r#"{"id":7,"customer":{"name":"ada","address":{"street":"S"}},"items":[],"notes":{}}"#,
        r#"{"id":7,"customer":{"name":"ada","address":{"street":"S","zip":"1"}},"items":[{"sku":"x","price":"1.25","count":2}],"notes":{}}"#,
        r#"{"id":7,"customer":{"name":"ada","address":{"street":"S","zip":"1"}},"items":[],"notes":{"a":1}}"#,
        r#"{"id":7,"customer":[],"items":[],"notes":{}}"#);
    read!(Page<Item>:
        r#"{"items":[{"sku":"x","price":1.25,"count":2}],"next":"p2"}"#,
        r#"{"items":[]}"#, r#"{"items":[{}]}"#);
    read!(Page<u8>: r#"{"items":[1,255],"next":null}"#, r#"{"items":[256]}"#);
    read!(Pair<String, Page<u8>>: r#"{"first":"a","second":{"items":[1]}}"#, r#"{"first":1,"second":{"items":[1]}}"#);
    read!(Tree: r#"{"value":1,"children":[{"value":2,"children":[]},{"value":3,"children":[{"value":4,"children":[]}]}]}"#,
        r#"{"value":1,"children":[{"value":2}]}"#);
    read!(List: r#"{"head":1,"tail":{"head":2,"tail":{"head":3,"tail":null}}}"#,
        r#"{"head":1}"#, r#"{"head":1,"tail":{}}"#);
    read!(Maps:
        r#"{"counts":{"b":2,"a":1},"people":{"ada":[1,2]},"colors":{"green":"g","red":"r"},"nested":{"x":{"y":1}}}"#,
        r#"{"counts":{},"people":{},"colors":{},"nested":{}}"#,
        r#"{"counts":{"a":1,"a":2},"people":{},"colors":{},"nested":{}}"#,
        r#"{"counts":{"a":"1"},"people":{},"colors":{},"nested":{}}"#,
        r#"{"counts":{},"people":{},"colors":{"mauve":"m"},"nested":{}}"#,
        r#"{"counts":{},"people":{},"colors":{},"nested":{"x":[]}}"#,
        r#"{"counts":[],"people":{},"colors":{},"nested":{}}"#);
    read!(Named: r#"{"distance":1.5,"user":"ada","count":3,"ready":true,"color":"blue","all":["red","green"],"level":-2}"#,
        r#"{"distance":1.5,"user":"ada","count":-3,"ready":true,"color":"blue","all":[],"level":-2}"#,
        r#"{"distance":1.5,"user":"ada","count":3,"ready":true,"color":"Blue","all":[],"level":-2}"#,
        r#"{"distance":1.5,"user":"ada","count":3,"ready":true,"color":2,"all":[],"level":-2}"#);
    read!(Color: "\"red\"", "\"blue\"", "\"Red\"", "\"\"", "0", "null", r#"{"red":null}"#);
    read!(Strings:
        r#"{"text":"\"\\\/\b\f\n\r\t\u0000\u001f\u007f\u00e9\ud83d\ude00\u2028<>&","initial":"é"}"#,
        r#"{"text":"\ud83d","initial":"x"}"#,
        r#"{"text":"\ude00","initial":"x"}"#,
        r#"{"text":"\x","initial":"x"}"#,
        "{\"text\":\"a\nb\",\"initial\":\"x\"}");
    let wide: Vec<String> = (0..70).map(|i| format!("\"f{i:02}\":{i}")).collect();
    let all = format!("{{{}}}", wide.join(","));
    let less = format!("{{{}}}", wide[..69].join(","));
    let without40 = format!("{{{},{}}}", wide[..40].join(","), wide[41..].join(","));
    let twice = format!("{{{},\"f66\":0}}", wide.join(","));
    let reversed: Vec<String> = wide.iter().rev().cloned().collect();
    let reversed = format!("{{{}}}", reversed.join(","));
    read!(Wide: &all, &reversed, &less, &without40, &twice);
}

fn names() {
    read!(Renamed: r#"{"type":"t","a b":1,"":2,"é\"":3}"#, r#"{"kind":"t","a b":1,"":2,"é\"":3}"#,
        r#"{"t\u0079pe":"t","a\u0020b":1,"":2,"\u00e9\u0022":3}"#);
    write!(Lower: Lower::default());
    write!(Upper: Upper::default());
    write!(Pascal: Pascal::default());
    write!(Camel: Camel::default());
    write!(Snake: Snake::default());
    write!(Screaming: Screaming::default());
    write!(Kebab: Kebab::default());
    write!(ScreamingKebab: ScreamingKebab::default());
    read!(Camel: r#"{"firstName":"a","id2":2,"htmlPage":"c","X":4,"own":5}"#,
        r#"{"first_name":"a","id2":2,"htmlPage":"c","X":4,"own":5}"#);
    read!(Vec<CaseLower>: r#"["firstname","ok"]"#);
    read!(Vec<CaseUpper>: r#"["FIRSTNAME","OK"]"#);
    read!(Vec<CasePascal>: r#"["FirstName","Ok"]"#);
    read!(Vec<CaseCamel>: r#"["firstName","ok"]"#);
    read!(Vec<CaseSnake>: r#"["first_name","ok"]"#);
    read!(Vec<CaseScreaming>: r#"["FIRST_NAME","OK"]"#);
    read!(Vec<CaseKebab>: r#"["first-name","ok"]"#);
    read!(Vec<CaseScreamingKebab>: r#"["FIRST-NAME","OK"]"#, r#"["first-name"]"#);
    read!(SplitName: r#"{"in":1}"#, r#"{"out":1}"#);
}

fn absence() {
    read!(Defaults: r#"{}"#, r#"{"a":1,"b":"x","c":[1],"d":{"k":1},"e":null,"f":2.5,"g":{"value":1,"children":[]}}"#,
        r#"{"a":null}"#, r#"{"b":null}"#, r#"{"a":1,"a":2}"#);
    read!(AllDefault: r#"{}"#, r#"{"retries":1}"#, r#"{"host":"h","retries":0,"verbose":false}"#, r#"{"retries":"x"}"#);
    read!(Skips: r#"{"seen":1}"#, r#"{"seen":1,"hidden":2}"#, r#"{"seen":1,"out":3}"#,
        r#"{"seen":1,"in":4}"#, r#"{"seen":1,"hidden":"text of another type"}"#, r#"{}"#);
    write!(Skips: Skips { seen: 1, hidden: 2, out: 3, r#in: 4 });
    read!(SkipEmpty: r#"{}"#, r#"{"text":"","list":[],"map":{},"number":0,"flag":false,"pointer":null,"last":1}"#,
        r#"{"text":"x","list":[0],"map":{"a":0},"number":1,"flag":true,"pointer":0,"last":1}"#);
    write!(SkipEmpty: SkipEmpty::default());
    read!(Options: r#"{"plain":1,"list":[1,null,3],"inner":null,"three":null,"boxed":{"value":1,"children":[]}}"#,
        r#"{"list":[]}"#, r#"{"plain":null,"list":[],"three":5}"#, r#"{"plain":"x","list":[]}"#,
        r#"{"list":[],"three":"x"}"#, r#"{"plain":1}"#);
    read!(Strict: r#"{"a":1,"b":"x"}"#, r#"{"a":1}"#, r#"{"a":1,"c":2}"#, r#"{"A":1}"#,
        r#"{"a":1,"c":{"deep":[1,2,{}]}}"#, r#"{"b":"x"}"#);
    read!(StrictInside: r#"{"s":{"a":1},"more":1}"#, r#"{"s":{"a":1,"more":1}}"#);
}

fn flattened() {
    read!(Flat: r#"{"id":1,"created":2,"author":"a","title":"t"}"#,
        r#"{"title":"t","author":"a","created":2,"id":1}"#,
        r#"{"id":1,"created":2,"author":"a"}"#, r#"{"id":1,"created":2,"title":"t"}"#,
        r#"{"id":1,"created":"2","author":"a","title":"t"}"#,
        r#"{"id":1,"created":2,"author":"a","title":"t","extra":1}"#,
        r#"{"id":1,"created":2,"author":"a","author":"b","title":"t"}"#,
        r#"{"id":1,"id":1,"created":2,"author":"a","title":"t"}"#);
    read!(FlatTwice: r#"{"name":"n","id":1,"created":2,"author":"a","limit":10,"offset":0}"#,
        r#"{"name":"n","id":1,"created":2,"author":"a","limit":10}"#);
    read!(FlatMap: r#"{"id":1,"b":2,"a":3}"#, r#"{"id":1}"#, r#"{"a":3}"#, r#"{"id":1,"b":"2"}"#);
    read!(FlatDeep: r#"{"top":0,"id":1,"created":2,"author":"a","title":"t"}"#,
        r#"{"top":0,"id":1,"created":2,"author":"a"}"#);
    read!(FlatGeneric<Limits>: r#"{"name":"n","limit":1,"offset":2}"#, r#"{"name":"n","limit":1}"#);
    read!(FlatEnum: r#"{"id":1,"type":"Circle","radius":2.0}"#, r#"{"id":1,"type":"Empty"}"#,
        r#"{"id":1,"type":"Oval"}"#, r#"{"id":1}"#);
    read!(FlatOption: r#"{"id":1,"limit":1,"offset":2}"#, r#"{"id":1}"#, r#"{"id":1,"limit":1}"#);
}

fn tagged() {
    read!(External: r#""Empty""#, r#"{"Circle":{"radius":2.5}}"#, r#"{"Square":3.5}"#, r#"{"Named":{"name":"x","tags":["t"]}}"#,
        r#"{"Line":[1,2]}"#, r#"{"Empty":null}"#, r#"{"Group":["Empty",{"Square":1.0},{"Group":[]}]}"#,
        r#""Circle""#, r#""Oval""#, r#"{"Oval":1}"#, r#"{}"#, r#"{"Square":1.0,"Empty":null}"#, r#"{"Square":"x"}"#,
        r#"{"Circle":{}}"#, r#"{"Circle":{"radius":1.0,"extra":1}}"#, r#"{"Circle":null}"#, r#"{"Line":[1]}"#, r#"7"#, r#"null"#, r#"[]"#,
        r#"{"Group":["Empty",{"Square":"x"}]}"#, r#"{"Empty":{}}"#);
    read!(Internal: r#"{"type":"Empty"}"#, r#"{"type":"Circle","radius":2.5}"#, r#"{"radius":2.5,"type":"Circle"}"#,
        r#"{"type":"Named","name":"x","tags":[]}"#, r#"{"tags":["t"],"type":"Named","name":"x"}"#,
        r#"{"type":"Group","members":[{"type":"Empty"},{"members":[],"type":"Group"}]}"#,
        r#"{"type":"Empty","extra":1}"#, r#"{"type":"Circle","radius":2.5,"extra":1}"#,
        r#"{"type":"Oval"}"#, r#"{"radius":2.5}"#, r#"{"type":"Circle"}"#, r#"{"type":"Circle","radius":"x"}"#,
        r#"{"type":1}"#, r#"{"type":null}"#, r#"{"type":"Circle","radius":1.0,"radius":2.0}"#,
        r#"{"type":"Circle","type":"Circle","radius":1.0}"#, r#""Empty""#, r#"[]"#, r#"["Circle",{"radius":1.0}]"#, r#"["Empty"]"#, r#"{}"#, r#"null"#);
    read!(InternalStrict: r#"{"kind":"start","at":1}"#, r#"{"at":1,"kind":"start"}"#, r#"{"kind":"stop"}"#,
        r#"{"kind":"start","at":1,"more":2}"#, r#"{"kind":"stop","more":2}"#, r#"{"kind":"Start","at":1}"#);
    read!(Adjacent: r#"{"t":"Empty"}"#, r#"{"t":"Circle","c":{"radius":2.5}}"#, r#"{"c":{"radius":2.5},"t":"Circle"}"#,
        r#"{"t":"Square","c":3.5}"#, r#"{"c":3.5,"t":"Square"}"#, r#"{"t":"Line","c":[1,2]}"#, r#"{"t":"Named","c":{"name":"x","tags":[]}}"#,
        r#"{"t":"Group","c":[{"t":"Empty"},{"c":[],"t":"Group"}]}"#,
        r#"{"t":"Empty","c":null}"#, r#"{"t":"Empty","c":{}}"#, r#"{"t":"Circle"}"#, r#"{"t":"Square"}"#, r#"{"c":3.5}"#, r#"{"t":"Oval","c":1}"#,
        r#"{"c":1,"t":"Oval"}"#, r#"{"t":"Square","c":"x"}"#, r#"{"c":"x","t":"Square"}"#, r#"{"t":"Square","c":1.0,"d":2}"#, r#"{"t":"Square","c":1.0,"c":2.0}"#,
        r#"{"t":"Square","t":"Square","c":1.0}"#, r#"{"t":1,"c":1}"#, r#"{}"#, r#""Empty""#, r#"["Square",1.5]"#, r#"null"#);
    read!(AdjacentStrict: r#"{"kind":"go","data":{"to":"x"}}"#, r#"{"kind":"go","data":{"to":"x"},"more":1}"#,
        r#"{"kind":"go","data":{"to":"x","more":1}}"#, r#"{"kind":"halt"}"#);
    read!(Command: r#"{"move-to":{"x-pos":1,"y-pos":2}}"#, r#""halt""#, r#""PEN""#, r#"{"MoveTo":{"x-pos":1,"y-pos":2}}"#,
        r#"{"move-to":{"x_pos":1,"y_pos":2}}"#, r#"{"say":{"text":"x"}}"#, r#"{"say":{}}"#);
    read!(Drawing: r#"{"title":"t","shapes":[{"type":"Circle","radius":1.0},{"type":"Empty"}],"best":null,"by_name":{"a":{"type":"Empty"}},"pens":["red"],"other":"Empty"}"#,
        r#"{"title":"t","shapes":[],"best":{"type":"Circle","radius":1.0},"by_name":{},"pens":[],"other":{"Square":1.0}}"#,
        r#"{"title":"t","shapes":[{"type":"Circle"}],"by_name":{},"pens":[],"other":"Empty"}"#,
        r#"{"title":"t","shapes":null,"by_name":{},"pens":[],"other":"Empty"}"#);
    read!(Expr: r#"{"Add":{"left":{"Number":1.0},"right":{"Neg":{"Number":2.0}}}}"#, r#"{"Add":{"left":{"Number":1.0}}}"#, r#"{"Neg":{"Neg":{"Neg":"x"}}}"#);
    read!(Outcome<u8>: r#"{"status":"done","value":7}"#, r#"{"value":300,"status":"done"}"#, r#"{"status":"failed","reason":"r"}"#);
}

fn untagged() {
    read!(Untagged: r#"null"#, r#"true"#, r#"7"#, r#"-7"#, r#"7.5"#, r#""x""#, r#"[1,2]"#, r#"[]"#,
        r#"{"radius":2.5}"#, r#"{"name":"x","tags":[]}"#, r#"{"radius":2.5,"extra":1}"#,
        r#"{"radius":2.5,"name":"x","tags":[]}"#, r#"{"radius":"x"}"#, r#"{}"#, r#"[1,"x"]"#, r#"{"name":"x"}"#, r#"18446744073709551615"#);
    read!(Id: r#"7"#, r#""7""#, r#"7.5"#, r#"-1"#, r#"null"#, r#"[]"#);
    read!(OneOrMany: r#""a""#, r#"["a","b"]"#, r#"[]"#, r#"["a",1]"#, r#"1"#);
    read!(Loose: r#"{"id":7,"tags":"a"}"#, r#"{"id":"x","tags":["a"]}"#, r#"{"id":null,"tags":[]}"#, r#"{"id":1}"#);
}

fn numbers() {
    read!(Numbers:
        r#"{"i8":-128,"i16":-32768,"i32":-2147483648,"i64":-9223372036854775808,"u8":255,"u16":65535,"u32":4294967295,"u64":18446744073709551615,"f32":0.1,"f64":0.1}"#,
        r#"{"i8":127,"i16":32767,"i32":2147483647,"i64":9223372036854775807,"u8":0,"u16":0,"u32":0,"u64":0,"f32":16777216,"f64":9007199254740993}"#,
        r#"{"i8":-0,"i16":0,"i32":0,"i64":0,"u8":0,"u16":0,"u32":0,"u64":0,"f32":-0,"f64":-0.0}"#);
    read!(i8: "128", "-129", "1e1", "1.0", "-0", "01", "+1", "0x1");
    read!(u8: "256", "-1", "-0", "1.5", "1e2");
    read!(i64: "9223372036854775808", "-9223372036854775809", "-9223372036854775808", "99999999999999999999");
    read!(u64: "18446744073709551616", "18446744073709551615", "-1");
    read!(f64: "1", "1.0", "1e400", "-1e400", "1e-400", "5e-324", "1.7976931348623157e308", "1e21", "1e16", "123456789012345680000",
        "0.000001", "0.0000001", ".5", "1.", "-", "1e", "NaN", "null", "1E+2", "00", "-01");
    read!(f32: "0.1", "3.4028235e38", "1e39", "16777217", "1e-46");
    read!(bool: "true", "false", "1", "\"true\"", "null", "tru");
    write!(f64: f64::NAN, f64::INFINITY, -0.0, 1.0, 100000.0, 1e15, 1e16, 1e17, 1e20, 1e21, 1e-5, 1e-6, 1e-7, 0.3, 123456789.125);
    write!(f32: 0.1, 1.0, 16777216.0, 1e20);
    read!(Vec<u8>: "[1,2,255]", "[256]", "\"AQI=\"");
    read!(Vec<Option<u8>>: "[1,null]", "null");
}
