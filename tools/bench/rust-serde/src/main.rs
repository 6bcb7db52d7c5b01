//! The peer of jsonpeers: what serde_json takes for the same documents.
//!
//!     rust-serde decode|encode MB DIR NAME...
//!
//! See jsonpeers for what it prints, but for this: in place of checksums
//! it writes DIR/NAME.rust.json, what each document is when it was read
//! and written again. MB is ignored, since nothing is collected.

#[path = "../../clock/clock.rs"]
mod clock;
mod corpora;

use clock::clock;
use corpora::*;
use serde::{de::DeserializeOwned, Serialize};
use std::hint::black_box;
use std::io::{stdin, stdout, BufRead, Write};

const PORTION: usize = 16 << 20;

type Timed = Box<dyn Fn()>;

struct Peer {
    size: usize,
    run: Timed,
}

fn document<T>(dir: &str, name: &str, encode: bool) -> Vec<Peer>
where
    T: Serialize + DeserializeOwned + 'static,
{
    let data = std::fs::read(format!("{dir}/{name}.json")).expect(name);
    let text = String::from_utf8(data.clone()).expect(name);
    let value: T = serde_json::from_slice(&data).expect(name);
    let size = data.len();
    let again = serde_json::to_vec(&value).expect(name);
    std::fs::write(format!("{dir}/{name}.rust.json"), again).expect(name);
    let peer = |run: Timed| Peer { size, run };
    if encode {
        return vec![peer(Box::new(move || {
            black_box(serde_json::to_vec(black_box(&value)).unwrap());
        }))];
    }
    vec![
        peer(Box::new(move || {
            black_box(serde_json::from_slice::<T>(black_box(&data)).unwrap());
        })),
        peer(Box::new(move || {
            black_box(serde_json::from_str::<T>(black_box(&text)).unwrap());
        })),
    ]
}

fn documents(dir: &str, names: &[String], encode: bool) -> Vec<Vec<Peer>> {
    let one = |name: &String| match name.as_str() {
        "twitter" => document::<twitter::Twitter>(dir, name, encode),
        "citm" => document::<citm::Citm>(dir, name, encode),
        "canada" => document::<canada::Canada>(dir, name, encode),
        "synthea" => document::<synthea::Synthea>(dir, name, encode),
        "orders" => document::<orders::Orders>(dir, name, encode),
        "person" => document::<orders::Person>(dir, name, encode),
        _ => panic!("no document {name}"),
    };
    names.iter().map(one).collect()
}

impl Peer {
    fn measure(&self) -> u128 {
        let n = (PORTION / self.size).clamp(1, 50_000);
        let start = clock();
        for _ in 0..n {
            (self.run)();
        }
        (clock() - start) * 1000 / n as u128
    }
}

fn line(all: &[Vec<Peer>], f: impl Fn(&Peer) -> u128) {
    let mut words = Vec::new();
    for peer in 0..all[0].len() {
        words.extend(all.iter().map(|d| f(&d[peer]).to_string()));
    }
    println!("{}", words.join(" "));
    stdout().flush().unwrap();
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let all = documents(&args[3], &args[4..], args[1] == "encode");
    line(&all, |_| 0);
    for _ in stdin().lock().lines() {
        line(&all, Peer::measure);
    }
}
