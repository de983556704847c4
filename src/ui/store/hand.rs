//! What pointers are doing: what is remembered of them from one event to the next. `ui::hooks` changes it.

/// All of it.
#[derive(Clone, Copy, Default)]
pub struct Hand {
    /// The mouse that drags the frieze.
    pub drag: Option<Drag>,
    /// What a pointer on the strip of the overview has hold of.
    pub held: Option<(i32, Hold)>,
    /// Whether the pointer on the strip has moved something, so that the click that ends it is none.
    pub has_moved: bool,
    /// Two fingers on the frieze.
    pub pinch: Option<Pinch>,
    /// Whether what came down on the frieze last was a finger.
    pub is_finger: bool,
}

/// A drag under way.
#[derive(Clone, Copy)]
pub struct Drag {
    /// The pointer's id.
    pub pointer: i32,
    /// Where it began, in px.
    pub from: f64,
    /// Where the window began then.
    pub offset: f64,
    /// Whether it has moved further than a click does.
    pub has_moved: bool,
}

/// What a pointer has hold of.
#[derive(Clone, Copy)]
pub enum Hold {
    /// An edge of the window: its end, or its start.
    Edge(bool),
    /// All of it, at so far from its start.
    Window(f64),
}

/// Two fingers on the frieze: the point of the axis between them stays there.
#[derive(Clone, Copy)]
pub struct Pinch {
    /// The zoom when they came.
    pub zoom: f64,
    /// The point of the axis between them.
    pub at: f64,
    /// How far apart they were, in px.
    pub apart: f64,
}
