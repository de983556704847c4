//! Runs tests in browsers side by side, and says what became of each as `cargo test` does.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::{Engine, Failure, Outcome, Tab};

/// A test that takes longer hangs.
const PATIENCE: Duration = Duration::from_secs(300);

/// A test under way.
pub type Running<'a> = Pin<Box<dyn Future<Output = Outcome> + 'a>>;

/// A test with its name.
#[derive(Clone, Copy)]
pub struct Test {
    /// A sentence, after the module it stands in.
    pub name: &'static str,
    /// What it does in a tab that is as it was at the start.
    pub run: for<'a> fn(&'a Tab) -> Running<'a>,
    /// Why it does not run, engine by engine.
    reasons: [Option<&'static str>; Engine::ALL.len()],
    is_part: bool,
}

impl Test {
    /// A test for every engine; `is_part` where it is of the part that stands for all in a run with `--part`.
    pub const fn new(is_part: bool, name: &'static str, run: for<'a> fn(&'a Tab) -> Running<'a>) -> Self {
        Self { name, run, reasons: [None; Engine::ALL.len()], is_part }
    }

    /// Not in that engine: why, in words.
    #[must_use]
    pub const fn but(mut self, engine: Engine, why: &'static str) -> Self {
        self.reasons[engine as usize] = Some(why);
        self
    }
}

/// Names the tests of a module: `tests![a, b]` makes its `TESTS`. What an engine or its driver cannot do is said
/// with its reason, `a: but(WebKit, "its driver does not print")`. With `part;` before them they are of the part
/// of all tests that stands for all in a run with `--part`.
#[macro_export]
macro_rules! tests {
    (part; $($list:tt)+) => { $crate::tests![@ true; $($list)+]; };
    (@ $part:literal; $($name:ident $(: $(but($engine:ident, $why:expr $(,)?))+)?),+ $(,)?) => {
        /// The tests of this file.
        pub const TESTS: &[$crate::runner::Test] = &[$($crate::runner::Test::new(
            $part,
            {
                // Without the name of the binary.
                let path = concat!(module_path!(), "::", stringify!($name));
                path.split_at(env!("CARGO_CRATE_NAME").len() + 2).1
            },
            |tab| Box::pin($name(tab)),
        )$($(.but($crate::Engine::$engine, $why))+)?),+];
    };
    ($($list:tt)+) => { $crate::tests![@ false; $($list)+]; };
}

thread_local! {
    /// What the last panic on this thread said, and where.
    static SAID: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Runs those tests whose name holds one of the program's arguments, or all; with `--part` those that are marked so.
pub fn run(tests: &[&[Test]]) -> ExitCode {
    let wanted: Vec<_> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let engine = Engine::of_this_run();
    let has = |flag: &str| std::env::args().any(|argument| argument == flag);
    let is_part = has("--part");
    let is_wanted = |test: &&Test| {
        (wanted.is_empty() || wanted.iter().any(|part| test.name.contains(part.as_str()))) && (test.is_part || !is_part)
    };
    let all = tests.iter().copied().flatten();
    let chosen: Vec<_> = all.clone().filter(is_wanted).copied().collect();
    if has("--list") {
        chosen.iter().for_each(|test| println!("{}: test", test.name));
        return ExitCode::SUCCESS;
    }
    let start = Instant::now();
    let filtered = all.count() - chosen.len();
    let part = if is_part { ", the part of them that stands for all" } else { "" };
    println!("\nrunning {} tests in {}{part}", chosen.len(), engine.name());
    let why = |test: &Test| test.reasons[engine as usize];
    let (ignored, chosen): (Vec<_>, Vec<_>) = chosen.into_iter().partition(|test| why(test).is_some());
    for test in &ignored {
        println!("test {} ... left out in {}: {}", test.name, engine.name(), why(test).unwrap_or_default());
    }
    let count = chosen.len();
    set_hook(Box::new(|panic| SAID.with_borrow_mut(|said| *said = panic.to_string())));
    let queue = Mutex::new(VecDeque::from(chosen));
    let failed = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..workers().min(count) {
            scope.spawn(|| work(engine, &queue, &failed));
        }
    });
    let mut failed = locked(&failed).split_off(0);
    // What nobody could run has not passed.
    failed.extend(locked(&queue).iter().map(|test| (test.name, "no browser to run it in".to_owned())));
    for (name, reason) in &failed {
        println!("\n---- {name} ----\n{reason}");
    }
    let result = if failed.is_empty() { "ok" } else { "FAILED" };
    println!(
        "\ntest result: {result}. {} passed; {} failed; {} ignored; 0 measured; {filtered} filtered out; finished in {:.2}s\n",
        count - failed.len(),
        failed.len(),
        ignored.len(),
        start.elapsed().as_secs_f32()
    );
    if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A browser for each core. Two also where there is one, since a test waits for most of its time; at most four, since
/// each of them needs much memory.
fn workers() -> usize {
    std::thread::available_parallelism().map_or(2, usize::from).clamp(2, 4)
}

/// Takes tests from the queue until it is empty.
fn work(engine: Engine, queue: &Mutex<VecDeque<Test>>, failed: &Mutex<Vec<(&'static str, String)>>) {
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return eprintln!("{error}"),
    };
    let tab = match runtime.block_on(Tab::start(engine, &[], json!({}))) {
        Ok(tab) => tab,
        Err(error) => return eprintln!("{error:?}"),
    };
    while let Some(test) = next(queue) {
        let start = Instant::now();
        let guarded = async { tokio::time::timeout(PATIENCE, attempt(&tab, test)).await };
        let result = match catch_unwind(AssertUnwindSafe(|| runtime.block_on(guarded))) {
            Ok(Ok(outcome)) => outcome.map_err(|error| format!("{error:?}")),
            Ok(Err(_)) => Err(format!("not done within {PATIENCE:?}")),
            Err(_) => Err(SAID.take()),
        };
        let says = if result.is_ok() { "ok" } else { "FAILED" };
        println!("test {} ... {says} ({:.1} s)", test.name, start.elapsed().as_secs_f32());
        if let Err(reason) = result {
            locked(failed).push((test.name, reason));
        }
    }
    if let Err(error) = runtime.block_on(tab.quit()) {
        eprintln!("{error:?}");
    }
}

async fn attempt(tab: &Tab, test: Test) -> Result<(), Failure> {
    tab.reset().await?;
    (test.run)(tab).await
}

fn next(queue: &Mutex<VecDeque<Test>>) -> Option<Test> {
    locked(queue).pop_front()
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
