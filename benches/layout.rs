//! What it costs to lay out 100 to 1,000,000 entries: making the lanes ready (once for every filter), and
//! one scene at several zooms (on every step of zoom or pan). Prints a table in microseconds.
//!
//! `cargo bench --bench layout`, or `cargo xtask bench native`.

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use frise::layout::{Lanes, Packing, ROWS, Rest, Scale, Scene, Subject, lane_rows};
use frise::time::Civil;

const LANES: usize = 4;
/// Width of a window in rem.
const WINDOW: f64 = 72.0;
const YEARS: f64 = 100.0;

/// A seeded sequence of numbers from 0 to 1 (SplitMix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }
}

/// Entries over a century, three of ten of them intervals of up to 400 days.
fn subjects(n: usize) -> Vec<Subject> {
    let mut random = Random(2017);
    let subjects = (0..n).map(|entry| {
        let start = random.next();
        let span = if random.next() < 0.3 { random.next() * 400.0 / 365.25 / YEARS } else { 1.0 / 365.25 / YEARS };
        let weight = 1 + (random.next() * random.next() * 3.0) as u8;
        let (lane, label) = (entry % LANES, 6.0 + random.next() * 20.0);
        Subject { entry, lane, start, span: span.min(1.0 - start), weight, label, from_parent: f64::INFINITY }
    });
    let mut subjects = subjects.collect();
    Lanes::sort(&mut subjects);
    subjects
}

/// The middle one of several runs.
fn median(runs: usize, mut run: impl FnMut(usize)) -> f64 {
    let mut times: Vec<Duration> = (0..runs)
        .map(|at| {
            let start = Instant::now();
            run(at);
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times.get(runs / 2).copied().unwrap_or_default().as_secs_f64() * 1e6
}

fn main() {
    let scale = Scale::between(Civil::midnight(1920, 1, 1).moment(), Civil::midnight(2020, 1, 1).moment());
    let rows = lane_rows(&[1; LANES], ROWS);
    let zooms = [1.0, 10.0, 100.0, 1_000.0, 100_000.0];
    println!("| entries | lanes ready | {} | marks |", zooms.map(|zoom| format!("scene ×{zoom}")).join(" | "));
    println!("|---:|{}", "---:|".repeat(zooms.len() + 2));
    for n in [100, 1_000, 10_000, 100_000, 1_000_000] {
        let subjects = subjects(n);
        let ready = median(5, |_| {
            black_box(Lanes::new(subjects.iter().copied(), &rows));
        });
        let lanes = Arc::new(Lanes::new(subjects.iter().copied(), &rows));
        let mut most = 0;
        let scenes = zooms.map(|zoom| {
            let time = median(101, |at| {
                // Another window and a slightly different zoom each time, as while one zooms.
                let axis = WINDOW * zoom * (1.0 + at as f64 / 1_000.0);
                let from = at as f64 / 101.0 * (1.0 - 1.0 / zoom);
                // What the page draws: the window and a quarter of it on both sides.
                let window = (from, from + 1.5 / zoom);
                let packings = vec![Packing::new(Arc::clone(&lanes), axis); LANES];
                let scene = Scene::new(&packings, scale, Rest::new(window, axis), window, (0.0, 1.0), None);
                most = most.max(scene.marks.places.len() + scene.marks.clusters.len());
                black_box(scene);
            });
            format!("{time:.0}")
        });
        println!("| {n} | {ready:.0} | {} | {most} |", scenes.join(" | "));
    }
}
