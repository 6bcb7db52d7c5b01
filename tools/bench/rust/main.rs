//! The pipelines in Rust, as loops and as iterators. For each line that
//! comes in, every pipeline runs once, and one line goes out: the
//! nanoseconds of each loop, then of each iterator.
//!
//! main N RANDOM SETS REPS, as in ../data.go

use std::hint::black_box;
use std::io::{self, BufRead, Write};
use std::time::Instant;

struct Record {
    #[allow(dead_code)]
    id: i64,
    active: bool,
    score: i64,
    #[allow(dead_code)]
    name: &'static str,
}

struct Data {
    ints: Vec<i64>,
    more: Vec<i64>,
    words: Vec<&'static str>,
    records: Vec<Record>,
}

const LIMIT: i64 = 1000;
const LETTERS: &str = "iteratoriterator";

fn make_data(n: usize, random: bool, seed: u64) -> Data {
    let mut d = Data { ints: vec![], more: vec![], words: vec![], records: vec![] };
    let mut state = seed.wrapping_mul(0x9e3779b97f4a7c15).wrapping_add(1);
    for i in 0..n {
        let mut x = i as i64 % LIMIT;
        if random {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            x = (state >> 33) as i64 % LIMIT;
        }
        d.ints.push(x);
        d.more.push(LIMIT - x);
        d.words.push(&LETTERS[..x as usize % 16]);
        d.records.push(Record { id: i as i64, active: x % 2 == 0, score: x, name: LETTERS });
    }
    d.ints[n / 4 * 3] = 5 * LIMIT;
    d
}

fn even(x: i64) -> bool { x % 2 == 0 }
fn triple(x: i64) -> i64 { 3 * x }
fn inc(x: i64) -> i64 { x + 1 }
fn flip(x: i64) -> i64 { x ^ 5 }
fn dec(x: i64) -> i64 { x - 7 }
fn small(x: i64) -> bool { x < LIMIT }
fn large(x: i64) -> bool { x >= LIMIT }
fn long(s: &str) -> bool { s.len() > 6 }
fn initial(s: &str) -> i64 { s.as_bytes()[0] as i64 }
fn checksum(a: i64, i: i64, x: i64) -> i64 {
    a.wrapping_mul(31).wrapping_add(i.wrapping_mul(x))
}

type Pipeline = fn(&Data) -> i64;

const LOOPS: [Pipeline; 13] = [
    |d| {
        let mut sum = 0;
        for &x in &d.ints { if even(x) { sum += triple(x) } }
        sum
    },
    |d| {
        let (mut sum, mut left) = (0, d.ints.len() / 4);
        for &x in &d.ints {
            if even(x) {
                sum += triple(x);
                left -= 1;
                if left == 0 { break }
            }
        }
        sum
    },
    |d| {
        let mut sum = 0;
        for &x in &d.ints { sum += dec(flip(triple(inc(x)))) }
        sum
    },
    |d| {
        let (mut sum, mut i) = (0, 0);
        for &x in &d.ints {
            if even(i + x) { sum = checksum(sum, i, x) }
            i += 1;
        }
        sum
    },
    |d| {
        let mut sum = 0;
        for i in 0..d.ints.len().min(d.more.len()) { sum += d.ints[i] * d.more[i] }
        sum
    },
    |d| {
        let mut sum = 0;
        for &x in &d.ints { if even(x) { sum += x } }
        for &x in &d.more { if even(x) { sum += x } }
        sum
    },
    |d| {
        let (mut sum, mut i) = (0, 0);
        while i < d.ints.len() { sum += d.ints[i]; i += 3 }
        sum
    },
    |d| {
        let mut sum = 0;
        for &x in &d.ints[d.ints.len() / 4..] {
            if !small(x) { break }
            sum += x;
        }
        sum
    },
    |d| {
        let mut sum = 0;
        for &x in &d.ints { for y in 0..x % 4 { sum += y } }
        sum
    },
    |d| {
        let mut all = Vec::new();
        for &x in &d.ints { if even(x) { all.push(triple(x)) } }
        black_box(all).len() as i64
    },
    |d| {
        let mut i = 0;
        for &x in &d.ints { if large(x) { return i } i += 1 }
        -1
    },
    |d| {
        let mut sum = 0;
        for s in &d.words { if long(s) { sum += initial(s) } }
        sum
    },
    |d| {
        let mut sum = 0;
        for r in &d.records { if r.active { sum += r.score } }
        sum
    },
];

const ITERS: [Pipeline; 13] = [
    |d| d.ints.iter().copied().filter(|&x| even(x)).map(triple).sum(),
    |d| d.ints.iter().copied().filter(|&x| even(x)).map(triple).take(d.ints.len() / 4).sum(),
    |d| d.ints.iter().copied().map(inc).map(triple).map(flip).map(dec).sum(),
    |d| {
        d.ints.iter().copied().enumerate().map(|(i, x)| (i as i64, x))
            .filter(|&(i, x)| even(i + x))
            .fold(0, |a, (i, x)| checksum(a, i, x))
    },
    |d| d.ints.iter().zip(&d.more).fold(0, |a, (x, y)| a + x * y),
    |d| d.ints.iter().chain(&d.more).copied().filter(|&x| even(x)).sum(),
    |d| d.ints.iter().step_by(3).sum(),
    |d| d.ints.iter().copied().skip(d.ints.len() / 4).take_while(|&x| small(x)).sum(),
    |d| d.ints.iter().flat_map(|x| 0..x % 4).sum(),
    |d| {
        let all: Vec<i64> = d.ints.iter().copied().filter(|&x| even(x)).map(triple).collect();
        black_box(all).len() as i64
    },
    |d| d.ints.iter().position(|&x| large(x)).map_or(-1, |i| i as i64),
    |d| d.words.iter().filter(|s| long(s)).map(|s| initial(s)).sum(),
    |d| d.records.iter().filter(|r| r.active).map(|r| r.score).sum(),
];

fn main() {
    let args: Vec<usize> = std::env::args().skip(1).map(|a| a.parse().unwrap()).collect();
    let sets: Vec<Data> =
        (0..args[2]).map(|seed| make_data(args[0], args[1] == 1, seed as u64)).collect();
    let sums: Vec<String> = LOOPS.iter().chain(&ITERS)
        .map(|f| sets.iter().fold(0i64, |a, d| a.wrapping_add(f(d))).to_string())
        .collect();
    println!("{}", sums.join(" "));
    for _ in io::stdin().lock().lines() {
        let mut out = String::new();
        for f in LOOPS.iter().chain(&ITERS) {
            let start = Instant::now();
            for _ in 0..args[3] {
                for d in &sets { black_box(f(black_box(d))); }
            }
            out += &format!("{} ", start.elapsed().as_nanos());
        }
        println!("{out}");
        io::stdout().flush().unwrap();
    }
}
