//! `cargo xtask fuzz [parser] [count] [seed]`: a million inputs for each parser, on all cores, and then some of
//! the greatest length. What panics or hangs is made small and kept in `target/fuzz`.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::cell::RefCell;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

#[path = "mod.rs"]
mod fuzz;

use fuzz::parsers::{PARSERS, Parser, folder, kept};

/// As many inputs for each parser where none are asked for.
const COUNT: u64 = 1_000_000;
/// As many inputs of the greatest length.
const LONG: u64 = 200;
/// The longest that an input may take.
const LIMIT: Duration = Duration::from_millis(100);
/// After so long an input is thought never to end.
const HUNG: Duration = Duration::from_secs(20);
const SEED: u64 = 2017;

thread_local! {
    /// What the last panic of this thread said, and where.
    static SAID: RefCell<String> = const { RefCell::new(String::new()) };
}

/// What trying a parser came to.
#[derive(Default)]
struct Findings {
    taken: u64,
    refused: u64,
    slowest: (Duration, usize),
    /// Inputs that are kept, with what happened.
    failed: Vec<(String, Vec<u8>)>,
}

/// What a thread is at, since when.
type Current = Mutex<Option<(Instant, Vec<u8>)>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let (numbers, names): (Vec<_>, Vec<_>) =
        arguments.into_iter().partition(|argument| argument.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_'));
    let mut numbers: VecDeque<u64> = numbers.iter().filter_map(|number| number.replace('_', "").parse().ok()).collect();
    let count = numbers.pop_front().unwrap_or(COUNT);
    let seed = numbers.pop_front().unwrap_or(SEED);
    if let Some(unknown) = names.iter().find(|name| PARSERS.iter().all(|parser| parser.name != **name)) {
        let known: Vec<_> = PARSERS.iter().map(|parser| parser.name).collect();
        eprintln!("error: there is no parser `{unknown}`: there are {}", known.join(", "));
        return ExitCode::FAILURE;
    }
    std::panic::set_hook(Box::new(|panic| SAID.set(panic.to_string())));
    println!("{count} inputs for each parser and {LONG} of {} bytes, seed {seed}", fuzz::input::LONGEST);
    println!(
        "{:<10}{:>10}{:>10}{:>10}{:>20}{:>12}{:>8}",
        "parser", "inputs", "taken", "refused", "slowest", "64 KB", "time"
    );
    let mut sound = true;
    for parser in PARSERS.iter().filter(|parser| names.is_empty() || names.iter().any(|name| name == parser.name)) {
        sound &= run(parser, count, seed);
    }
    if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Tries a parser and prints its line. True if nothing panicked or took too long.
fn run(parser: &Parser, count: u64, seed: u64) -> bool {
    let kept: Vec<Vec<u8>> = kept(parser).into_iter().map(|(_, bytes, _)| bytes).collect();
    let start = Instant::now();
    let short = on_all_cores(parser, &kept, seed, count, false);
    let long = on_all_cores(parser, &kept, seed, LONG, true);
    let ms = |time: Duration| format!("{:.2} ms", time.as_secs_f64() * 1e3);
    let slowest = format!("{} ({} B)", ms(short.slowest.0), short.slowest.1);
    let inputs = short.taken + short.refused + short.failed.len() as u64;
    let time = format!("{:.0} s", start.elapsed().as_secs_f64());
    let line = format!("{:<10}{inputs:>10}{:>10}{:>10}", parser.name, short.taken, short.refused);
    println!("{line}{slowest:>20}{:>12}{time:>8}", ms(long.slowest.0));
    let failed: Vec<_> = short.failed.into_iter().chain(long.failed).collect();
    for (what, bytes) in failed.iter().take(5) {
        keep(parser, what, &smaller(parser, bytes));
    }
    if failed.len() > 5 {
        println!("  and {} more", failed.len() - 5);
    }
    failed.is_empty()
}

fn on_all_cores(parser: &Parser, kept: &[Vec<u8>], seed: u64, count: u64, long: bool) -> Findings {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicU64::new(0);
    let current: Vec<Current> = (0..cores).map(|_| Mutex::new(None)).collect();
    let mut all = Findings::default();
    std::thread::scope(|scope| {
        let work = |current: &Current| {
            let mut found = Findings::default();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= count {
                    return found;
                }
                try_one(parser, fuzz::nth(parser, kept, seed, number, long), current, &mut found);
            }
        };
        let threads: Vec<_> = current.iter().map(|current| scope.spawn(move || work(current))).collect();
        while threads.iter().any(|thread| !thread.is_finished()) {
            std::thread::sleep(Duration::from_millis(20));
            for current in &current {
                if let Some((_, bytes)) = current.lock().unwrap().as_ref().filter(|(start, _)| start.elapsed() > HUNG) {
                    keep(parser, "it does not end", bytes);
                    std::process::exit(1);
                }
            }
        }
        for found in threads.into_iter().map(|thread| thread.join().unwrap()) {
            all.taken += found.taken;
            all.refused += found.refused;
            all.slowest = all.slowest.max(found.slowest);
            all.failed.extend(found.failed);
        }
    });
    all
}

fn try_one(parser: &Parser, bytes: Vec<u8>, current: &Current, found: &mut Findings) {
    *current.lock().unwrap() = Some((Instant::now(), bytes.clone()));
    let (outcome, mut time) = read(parser, &bytes);
    // Other programs take turns too: what is slow is tried again before it counts.
    for _ in 0..12 {
        if time > found.slowest.0.min(LIMIT / 2) {
            time = time.min(read(parser, &bytes).1);
        }
    }
    *current.lock().unwrap() = None;
    found.slowest = found.slowest.max((time, bytes.len()));
    match outcome {
        Err(said) => found.failed.push((said, bytes)),
        Ok(_) if time > LIMIT => found.failed.push((format!("it takes {time:?}"), bytes)),
        Ok(true) => found.taken += 1,
        Ok(false) => found.refused += 1,
    }
}

/// Whether the parser takes it, or what it said when it panicked; and how long that took.
fn read(parser: &Parser, bytes: &[u8]) -> (Result<bool, String>, Duration) {
    let start = Instant::now();
    let outcome = catch_unwind(AssertUnwindSafe(|| (parser.read)(bytes).is_ok()));
    (outcome.map_err(|_| SAID.take()), start.elapsed())
}

/// What still panics when pieces are taken out; what is only slow stays as it is.
fn smaller(parser: &Parser, bytes: &[u8]) -> Vec<u8> {
    let panics = |bytes: &[u8]| read(parser, bytes).0.is_err();
    let mut small = bytes.to_vec();
    if !panics(&small) {
        return small;
    }
    let start = Instant::now();
    let mut piece = small.len() / 2;
    while piece > 0 && start.elapsed() < Duration::from_secs(10) {
        let mut at = 0;
        while at < small.len() {
            let end = (at + piece).min(small.len());
            let less = [&small[..at], &small[end..]].concat();
            if panics(&less) { small = less } else { at = end }
        }
        piece /= 2;
    }
    small
}

/// Writes an input that failed, and says what to do with it.
fn keep(parser: &Parser, what: &str, bytes: &[u8]) {
    let hash = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3));
    let target = std::env::var_os("FRISE_FUZZ").map_or_else(|| PathBuf::from("target/fuzz"), PathBuf::from);
    let file = target.join(format!("{}-{hash:016x}", parser.name));
    let written = std::fs::create_dir_all(&target).and_then(|()| std::fs::write(&file, bytes));
    println!(
        "  FAILED: {}\n  {} bytes in {} ({})",
        what.trim(),
        bytes.len(),
        file.display(),
        match written {
            Ok(()) => "once it is mended, keep it".to_owned(),
            Err(error) => error.to_string(),
        }
    );
    let place = folder(parser);
    let place = place.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap_or(&place).display();
    println!("  as {} in {place}", if parser.lines { "a line of a file" } else { "a file" });
}
