//! What a hand does with a timeline, by script: pan and zoom, the same on every page.

use std::time::{Duration, Instant};

use e2e::{Failure, Outcome, Tab};
use serde_json::json;

use crate::figures::{Figure, Figures, part};
use crate::tools::Tool;

/// How many windows wide a timeline is when it is panned, and the steps of zoom that may take.
const TIMES: f64 = 4.0;
const MOST_STEPS: usize = 20;
/// Moves of the pointer one way, and back.
const MOVES: i32 = 60;
/// Pixels of each.
const STEP: i32 = 12;
/// A move for each frame, as a mouse does.
const MOVE_PAUSE: Duration = Duration::from_millis(16);
/// Steps of the wheel one way, and back.
const TURNS: usize = 15;
const TURN_PAUSE: Duration = Duration::from_millis(50);
/// Animations and throws have come to rest by then; they belong to what set them off.
const REST: Duration = Duration::from_millis(1_500);
/// A pan that takes longer is given up: its frames count, its sum does not.
const PATIENCE: Duration = Duration::from_secs(40);
/// How many pixels must have passed for a pan to be one, of 720.
const MOVED: f64 = 100.0;

/// Drags the timeline by its middle, out and back, once it is wide enough.
pub async fn pan(tab: &Tab, figures: &mut Figures) -> Outcome {
    let mut steps = 0;
    while tab.get::<f64>("bench.tool.times()").await? < TIMES {
        steps += 1;
        if steps > MOST_STEPS {
            return Err(Failure::new("it does not zoom in far enough to be panned"));
        }
        tab.run("bench.tool.closer()").await?;
        tokio::time::sleep(REST).await;
    }
    let (x, y) = tab.get::<Option<(f64, f64)>>("bench.place()").await?.ok_or(Failure::new("no bare place to drag"))?;
    let held = json!({ "button": "left", "buttons": 1 });
    let from: f64 = tab.get("bench.tool.position()").await?;
    let before = processor(tab).await?;
    tab.mouse("mouseMoved", (x, y), json!({})).await?;
    tab.run("bench.record()").await?;
    let start = Instant::now();
    tab.mouse("mousePressed", (x, y), json!({ "button": "left", "buttons": 1, "clickCount": 1 })).await?;
    let (mut furthest, mut moves) = (0.0_f64, 0);
    for step in (1..=MOVES).chain((0..MOVES).rev()) {
        let next = Instant::now() + MOVE_PAUSE;
        tab.mouse("mouseMoved", (x - f64::from(step * STEP), y), held.clone()).await?;
        tokio::time::sleep_until(next.into()).await;
        moves += 1;
        let is_late = start.elapsed() > PATIENCE;
        if step == MOVES || is_late {
            furthest = furthest.max((tab.get::<f64>("bench.tool.position()").await? - from).abs());
        }
        if is_late {
            break;
        }
    }
    let frames: Vec<f64> = tab.get("bench.recorded()").await?;
    tab.mouse("mouseReleased", (x, y), json!({ "button": "left", "buttons": 0, "clickCount": 1 })).await?;
    tokio::time::sleep(REST).await;
    let spent = processor(tab).await? - before;
    let counts = if furthest < MOVED { Err(format!("the pan moved {furthest:.0} px only")) } else { Ok(()) };
    let is_whole = moves == 2 * MOVES;
    let whole = if is_whole { Ok(()) } else { Err(format!("{moves} of {} moves in {PATIENCE:?}", 2 * MOVES)) };
    figures.set("pan moves", Ok(f64::from(moves)));
    figures.set("pan moved", Ok(furthest));
    figures.set("pan95", counts.clone().and_then(|()| smooth(frames)));
    figures.set("pan cpu", counts.and(whole).map(|()| spent));
    Ok(())
}

/// Zooms in and out again about the middle, from the whole.
pub async fn zoom(tab: &Tab, tool: Tool, figures: &mut Figures) -> Outcome {
    tab.run("bench.tool.whole()").await?;
    tokio::time::sleep(REST).await;
    let middle: (f64, f64) = tab.get("bench.middle()").await?;
    tab.mouse("mouseMoved", middle, json!({})).await?;
    let mut spans = vec![span(tab).await?];
    let before = processor(tab).await?;
    tab.run("bench.record()").await?;
    for closer in [true, false] {
        for _ in 0..TURNS {
            let next = Instant::now() + TURN_PAUSE;
            if tool.has_wheel() {
                let delta = if closer { -100 } else { 100 };
                tab.mouse("mouseWheel", middle, json!({ "deltaX": 0, "deltaY": delta, "modifiers": 2 })).await?;
            } else {
                tab.run(&format!("bench.tool.step({closer})")).await?;
            }
            tokio::time::sleep_until(next.into()).await;
        }
        spans.push(span(tab).await?);
    }
    let frames: Vec<f64> = tab.get("bench.recorded()").await?;
    tokio::time::sleep(REST).await;
    let spent = processor(tab).await? - before;
    let changes = spans.windows(2).all(|pair| pair.first() != pair.last());
    let counts = if changes { Ok(()) } else { Err(format!("the zoom did not change: {}", spans.join(", "))) };
    figures.set("zoom95", counts.clone().and_then(|()| smooth(frames)));
    figures.set("zoom cpu", counts.map(|()| spent));
    Ok(())
}

async fn span(tab: &Tab) -> Outcome<String> {
    tab.get("String(bench.tool.span())").await
}

/// What nineteen of twenty frames do not exceed, in milliseconds.
fn smooth(frames: Vec<f64>) -> Figure {
    part(frames, 0.95).ok_or_else(|| "no frames".to_owned())
}

/// Milliseconds that the page's own thread has worked so far.
async fn processor(tab: &Tab) -> Outcome<f64> {
    let metrics = tab.devtools("Performance.getMetrics", json!({})).await?;
    let metrics = metrics["metrics"].as_array().cloned().unwrap_or_default();
    let spent = metrics.iter().find(|metric| metric["name"] == "TaskDuration");
    let seconds = spent.and_then(|metric| metric["value"].as_f64()).ok_or(Failure::new("no TaskDuration"))?;
    Ok(seconds * 1_000.0)
}
