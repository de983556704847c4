//! What a person's hands do in a tab: keys, a mouse, fingers, files that are chosen.

use std::path::PathBuf;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::common::command::{Actions, Command};
use thirtyfour::prelude::*;

use crate::{Engine, Failure, Outcome, Tab};

impl Tab {
    /// Clicks the middle of an element, which is brought into view; an element that is covered cannot be clicked.
    pub async fn click(&self, selector: &str) -> Outcome {
        let element = self.driver.find(By::Css(selector)).await?;
        element.click().await.map_err(|error| Failure::new(format!("click on {selector}: {:?}", Failure::from(error))))
    }

    /// Types into a field, after what is there.
    pub async fn type_into(&self, selector: &str, text: &str) -> Outcome {
        Ok(self.driver.find(By::Css(selector)).await?.send_keys(text).await?)
    }

    /// Moves focus as a script does.
    pub async fn focus(&self, selector: &str) -> Outcome {
        self.call::<Value>("selector => { document.querySelector(selector).focus(); }", json!([selector])).await?;
        let there: bool = self.call("selector => document.activeElement.matches(selector)", json!([selector])).await?;
        if there { Ok(()) } else { Err(Failure::new(format!("{selector} takes no focus"))) }
    }

    /// Presses and releases a key.
    pub async fn press(&self, key: impl Into<char>) -> Outcome {
        self.press_often(key, 1).await
    }

    /// Presses and releases a key so many times, as fast as the browser takes them.
    pub async fn press_often(&self, key: impl Into<char>, times: usize) -> Outcome {
        let key: char = key.into();
        let mut chain = self.driver.action_chain_with_delay(None, Some(self.between_keys(times)));
        for _ in 0..times {
            chain = chain.key_down(key).key_up(key);
        }
        Ok(chain.perform().await?)
    }

    /// Firefox brings what gets focus into view at the next frame, which may come after more keys.
    fn between_keys(&self, times: usize) -> Duration {
        if self.engine() == Engine::Firefox && times > 1 { Duration::from_millis(10) } else { Duration::ZERO }
    }

    /// Presses and releases a key so many times while another one is held.
    pub async fn press_with(&self, held: impl Into<char>, key: impl Into<char>, times: usize) -> Outcome {
        let (held, key): (char, char) = (held.into(), key.into());
        let mut chain = self.driver.action_chain_with_delay(None, Some(self.between_keys(times))).key_down(held);
        for _ in 0..times {
            chain = chain.key_down(key).key_up(key);
        }
        Ok(chain.key_up(held).perform().await?)
    }

    /// Chooses files in a file input, as the file dialog would.
    pub async fn choose(&self, selector: &str, files: &[PathBuf]) -> Outcome {
        let paths: Vec<_> = files.iter().map(|file| file.to_string_lossy()).collect();
        Ok(self.driver.find(By::Css(selector)).await?.send_keys(paths.join("\n")).await?)
    }

    /// A mouse event at a place in the window, such as `mousePressed`, with more of its properties.
    pub async fn mouse(&self, kind: &str, place: (f64, f64), more: Value) -> Outcome {
        if self.engine() == Engine::Chromium {
            let mut event = json!({ "type": kind, "x": place.0, "y": place.1, "pointerType": "mouse" });
            if let (Value::Object(event), Value::Object(more)) = (&mut event, more) {
                event.extend(more);
            }
            return self.devtools("Input.dispatchMouseEvent", event).await.map(|_| ());
        }
        if kind == "mouseWheel" {
            return self.wheel(place, &more).await;
        }
        let mut steps = vec![moved(place)];
        match kind {
            "mousePressed" => steps.push(json!({ "type": "pointerDown", "button": 0 })),
            "mouseReleased" => steps.push(json!({ "type": "pointerUp", "button": 0 })),
            _ => {}
        }
        self.act(json!([pointer("mouse", "mouse", &steps)])).await
    }

    /// Turns the wheel, with the control key held where the properties say so.
    async fn wheel(&self, (x, y): (f64, f64), more: &Value) -> Outcome {
        let by = |name: &str| more.get(name).and_then(Value::as_i64).unwrap_or_default();
        let turn = json!({ "type": "scroll", "x": whole(x), "y": whole(y), "origin": "viewport", "duration": 0,
            "deltaX": by("deltaX"), "deltaY": by("deltaY") });
        if self.engine() == Engine::WebKit {
            // Its driver takes how far the wheel has been turned in all, and knows of no key that is held.
            let (across, down) = self.turned.get();
            let all = (across + by("deltaX"), down + by("deltaY"));
            self.turned.set(all);
            let turn = json!({ "type": "scroll", "x": whole(x), "y": whole(y), "origin": "viewport", "duration": 0,
                "deltaX": all.0, "deltaY": all.1 });
            return self.act(json!([{ "type": "wheel", "id": "wheel", "actions": [turn] }])).await;
        }
        let pause = json!({ "type": "pause" });
        let is_held = by("modifiers") == 2;
        let key =
            |kind: &str| if is_held { json!({ "type": kind, "value": Key::Control.value() }) } else { pause.clone() };
        self.act(json!([
            { "type": "key", "id": "keys", "actions": [key("keyDown"), pause, key("keyUp")] },
            { "type": "wheel", "id": "wheel", "actions": [pause, turn, pause] },
        ]))
        .await
    }

    /// A touch event such as `touchMove`, with the fingers that are on the screen after it.
    pub async fn touch(&self, kind: &str, fingers: &[(f64, f64)]) -> Outcome {
        if self.engine() == Engine::Chromium {
            let fingers: Vec<_> =
                fingers.iter().zip(0..).map(|((x, y), id)| json!({ "x": x, "y": y, "id": id })).collect();
            let event = json!({ "type": kind, "touchPoints": fingers });
            return self.devtools("Input.dispatchTouchEvent", event).await.map(|_| ());
        }
        if fingers.is_empty() {
            return Ok(self.driver.action_chain().reset_actions().await?);
        }
        let steps = |place: &(f64, f64)| match kind {
            "touchStart" => vec![moved(*place), json!({ "type": "pointerDown", "button": 0 })],
            _ => vec![moved(*place)],
        };
        let fingers =
            fingers.iter().zip(0..).map(|(place, id)| pointer("touch", &format!("finger{id}"), &steps(place)));
        self.act(fingers.collect()).await
    }

    async fn act(&self, sources: Value) -> Outcome {
        self.driver.cmd(Command::PerformActions(Actions::from(sources))).await?;
        Ok(())
    }
}

/// The steps of a pointer.
fn pointer(kind: &str, id: &str, steps: &[Value]) -> Value {
    json!({ "type": "pointer", "id": id, "parameters": { "pointerType": kind }, "actions": steps })
}

fn moved((x, y): (f64, f64)) -> Value {
    json!({ "type": "pointerMove", "x": whole(x), "y": whole(y), "origin": "viewport", "duration": 0 })
}

/// Drivers take whole pixels only.
fn whole(place: f64) -> i64 {
    place.round() as i64
}
