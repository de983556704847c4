//! The browser engines that the tests run in.

use std::sync::OnceLock;

/// An engine, with its browser and the browser's driver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium with chromedriver and the commands of its developer tools.
    Chromium,
    /// Firefox with geckodriver and what Firefox lets its driver do outside the page.
    Firefox,
    /// WebKitGTK: MiniBrowser with WebKitWebDriver, on a display of its own.
    WebKit,
}

impl Engine {
    /// Every engine, in the order of the discriminants.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The one of this run: that of the program's argument `--engine=`, else Chromium.
    pub fn of_this_run() -> Self {
        static CHOSEN: OnceLock<Engine> = OnceLock::new();
        *CHOSEN.get_or_init(|| {
            let named = std::env::args().find_map(|argument| Some(argument.strip_prefix("--engine=")?.to_owned()));
            let Some(named) = named else { return Self::Chromium };
            let engine = Self::ALL.into_iter().find(|engine| engine.name() == named);
            engine.unwrap_or_else(|| {
                eprintln!("there is no engine `{named}`: there are {}", Self::ALL.map(Self::name).join(", "));
                std::process::exit(2);
            })
        })
    }
}
