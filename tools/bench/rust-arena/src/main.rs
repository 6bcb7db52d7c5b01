//! The peer of arenapeers: binary trees of depth 18 in a bumpalo arena, or
//! in boxes. See there for what it prints.
//!
//!     rust-arena bumpalo|box

#[path = "../../clock/clock.rs"]
mod clock;

use bumpalo::Bump;
use clock::clock;
use std::io::{stdin, stdout, BufRead, Write};
use std::time::Instant;

const DEPTH: u32 = 18;
const TREES: u32 = 8;

struct Node<'arena> {
    left: Option<&'arena Node<'arena>>,
    right: Option<&'arena Node<'arena>>,
}

fn grow(arena: &Bump, depth: u32) -> &Node<'_> {
    if depth == 0 {
        return arena.alloc(Node { left: None, right: None });
    }
    let left = Some(grow(arena, depth - 1));
    let right = Some(grow(arena, depth - 1));
    arena.alloc(Node { left, right })
}

fn size(node: &Node) -> u64 {
    match (node.left, node.right) {
        (Some(left), Some(right)) => 1 + size(left) + size(right),
        _ => 1,
    }
}

struct Boxed {
    left: Option<Box<Boxed>>,
    right: Option<Box<Boxed>>,
}

fn grow_boxed(depth: u32) -> Box<Boxed> {
    if depth == 0 {
        return Box::new(Boxed { left: None, right: None });
    }
    let left = Some(grow_boxed(depth - 1));
    let right = Some(grow_boxed(depth - 1));
    Box::new(Boxed { left, right })
}

fn size_boxed(node: &Boxed) -> u64 {
    match (&node.left, &node.right) {
        (Some(left), Some(right)) => 1 + size_boxed(left) + size_boxed(right),
        _ => 1,
    }
}

fn serve(mut tree: impl FnMut() -> u64) {
    let n = tree();
    println!("{n} {n} {n}");
    stdout().flush().unwrap();
    for _ in stdin().lock().lines() {
        let (start, before) = (Instant::now(), clock());
        let n = (0..TREES).map(|_| tree() as u128).sum::<u128>();
        let worked = clock() - before;
        let took = start.elapsed().as_nanos();
        println!("{} {} 0", took * 1000 / n, worked * 1000 / n);
        stdout().flush().unwrap();
    }
}

fn main() {
    if std::env::args().nth(1).as_deref() == Some("box") {
        return serve(|| size_boxed(&grow_boxed(DEPTH)));
    }
    // Room for a tree, so that no reset gives any back.
    let mut arena = Bump::with_capacity(16 << 20);
    serve(|| {
        let n = size(grow(&arena, DEPTH));
        arena.reset();
        n
    });
}
