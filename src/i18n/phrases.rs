//! The interface's phrases: the keys of `text/<lang>/ui.json`.

use super::keyed::keyed;
use super::plural::{Plural, plural};

keyed! {
    /// A phrase of the interface. `{…}` in a phrase is filled in by [`Phrases::fill`].
    Phrase {
        SkipDecade = "skip.decade",
        SkipConversation = "skip.conversation",
        SkipSources = "skip.sources",
        NavParts = "nav.parts",
        NavLanguages = "nav.languages",
        NavTools = "nav.tools",
        PartDecade = "part.decade",
        PartConversation = "part.conversation",
        PartSources = "part.sources",
        ThemeLabel = "theme.label",
        ThemeAuto = "theme.auto",
        ThemeLight = "theme.light",
        ThemeDark = "theme.dark",
        Print = "print",
        Download = "download",
        FigureSource = "figure.source",
        FigureDisputed = "figure.disputed",
        SearchLabel = "search.label",
        SearchHint = "search.hint",
        FilterLanes = "filter.lanes",
        FilterRegions = "filter.regions",
        FilterPeriod = "filter.period",
        FilterMore = "filter.more",
        PeriodFrom = "period.from",
        PeriodTo = "period.to",
        PeriodHint = "period.hint",
        PeriodWrong = "period.wrong",
        FilterQuery = "filter.query",
        ClearAll = "clear.all",
        CountOne = "count.one",
        CountMany = "count.many",
        CountOther = "count.other",
        CountSomeOne = "count.some.one",
        CountSomeMany = "count.some.many",
        CountSomeOther = "count.some.other",
        NoneFound = "none.found",
        LoosenQuery = "loosen.query",
        LoosenLane = "loosen.lane",
        LoosenRegion = "loosen.region",
        LoosenPeriod = "loosen.period",
        FriezeLabel = "frieze.label",
        FriezeHelp = "frieze.help",
        FriezeOpen = "frieze.open",
        FriezeClose = "frieze.close",
        FriezeKeys = "frieze.keys",
        ZoomIn = "zoom.in",
        ZoomOut = "zoom.out",
        ZoomAll = "zoom.all",
        Cluster = "cluster",
        ClusterDetails = "cluster.details",
        ClusterTitle = "cluster.title",
        OverviewLabel = "overview.label",
        OverviewFrom = "overview.from",
        OverviewTo = "overview.to",
        EraDisputed = "era.disputed",
        DetailOf = "detail.of",
        SourcesOne = "sources.one",
        SourcesMany = "sources.many",
        SourcesOther = "sources.other",
        Disagree = "disagree",
        ConfidenceMedium = "confidence.medium",
        BearsOn = "bears.on",
        Previous = "previous",
        Next = "next",
        CopyLink = "copy.link",
        Copied = "copied",
        CopyFailed = "copy.failed",
        Stressed = "stressed",
        OnFrieze = "on.frieze",
        Prompts = "prompts",
        StatusOriginal = "status.original",
        StatusPublished = "status.published",
        StatusUnofficial = "status.unofficial",
        OursLabel = "ours.label",
        OriginalLabel = "original.label",
        EventIntro = "event.intro",
        EventArticle = "event.article",
        EventChairs = "event.chairs",
        EventParticipants = "event.participants",
        EventNotes = "event.notes",
        MoreEntries = "more.entries",
        SourcesIntro = "sources.intro",
        Described = "described",
        PartSourcesList = "part.sources.list",
        Method = "method",
        Eras = "eras",
        ExcludedShown = "excluded.shown",
        UnknownFragment = "unknown.fragment",
        UnknownFilter = "unknown.filter",
        NewerLink = "newer.link",
        Dismiss = "dismiss",
        KeysTitle = "keys.title",
        KeysClose = "keys.close",
        KeyArrows = "key.arrows",
        KeyLanes = "key.lanes",
        KeyEnds = "key.ends",
        KeyEnter = "key.enter",
        KeyEscape = "key.escape",
        KeyZoom = "key.zoom",
        KeyHelp = "key.help",
        KeyNameArrows = "key.name.arrows",
        KeyNameLanes = "key.name.lanes",
        KeyNameEnds = "key.name.ends",
        KeyNameEnter = "key.name.enter",
        KeyNameEscape = "key.name.escape",
        KeyNameZoom = "key.name.zoom",
        KeyNameHelp = "key.name.help",
        Failed = "failed",
        BackToFrieze = "back.to.frieze",
        SourceSays = "source.says",
        Colon = "colon",
        FileReading = "file.reading",
        FileMissing = "file.missing",
        FileForeign = "file.foreign",
        FileBroken = "file.broken",
        FileNewer = "file.newer",
        FileLarge = "file.large",
        FileEmpty = "file.empty",
        PageEarlier = "page.earlier",
        PageLater = "page.later",
        PageOf = "page.of",
        PagePrinted = "page.printed",
        Notes = "notes",
        NotesKept = "notes.kept",
        NotesExport = "notes.export",
        ExportSaved = "export.saved",
        ExportNumber = "export.number",
        ExportQuestion = "export.question",
        ExportTable = "export.table",
        ExportTime = "export.time",
        ExportVersion = "export.version",
        ExportVersionOf = "export.version.of",
        ExportNote = "export.note",
        ExportUnnamed = "export.unnamed",
        ExportNone = "export.none",
        ExportElsewhere = "export.elsewhere",
        ExportSeparator = "export.separator",
        HandoutQuestion = "handout.question",
        HandoutTable = "handout.table",
        HandoutNotes = "handout.notes",
        HandoutRests = "handout.rests",
        HandoutSources = "handout.sources",
        HandoutCited = "handout.cited",
        HandoutPage = "handout.page",
        NoteAdd = "note.add",
        NotesUnpromised = "notes.unpromised",
        NotesUnkept = "notes.unkept",
        NoteName = "note.name",
        NoteLabel = "note.label",
        NoteDelete = "note.delete",
        NoteGone = "note.gone",
        NoteUndo = "note.undo",
        NoteApart = "note.apart",
        NoteKeep = "note.keep",
        NoteMore = "note.more",
        RoomTitle = "room.title",
        RoomCount = "room.count",
        RoomPromised = "room.promised",
        RoomUnpromised = "room.unpromised",
        RoomDenied = "room.denied",
        RoomFull = "room.full",
        RoomNewer = "room.newer",
        RoomUnreadable = "room.unreadable",
        RoomUnreadableSave = "room.unreadable.save",
        RoomSave = "room.save",
        RoomSaveHint = "room.save.hint",
        RoomScope = "room.scope",
        RoomAll = "room.all",
        RoomJson = "room.json",
        RoomMarkdown = "room.md",
        RoomCsv = "room.csv",
        RoomSaved = "room.saved",
        RoomEmpty = "room.empty",
        RoomOpen = "room.open",
        RoomOpenHint = "room.open.hint",
        RoomOpenFiles = "room.open.files",
        RoomHandout = "room.handout",
        RoomHandoutHint = "room.handout.hint",
        RoomHandoutQuestions = "room.handout.questions",
        RoomHandoutChronicle = "room.handout.chronicle",
        RoomDelete = "room.delete",
        RoomDeleteHint = "room.delete.hint",
        RoomDeleteAll = "room.delete.all",
        DeleteAsk = "delete.ask",
        DeleteNo = "delete.no",
        DeleteSave = "delete.save",
        DeleteYes = "delete.yes",
        DeleteDone = "delete.done",
        IncomingTitle = "incoming.title",
        IncomingNothing = "incoming.nothing",
        IncomingDeleted = "incoming.deleted",
        ArrivalsNew = "arrivals.new",
        ArrivalsChanged = "arrivals.changed",
        ArrivalsApart = "arrivals.apart",
        ArrivalsKnown = "arrivals.known",
        ArrivalsDeleted = "arrivals.deleted",
        ArrivalsNone = "arrivals.none",
        Merge = "merge",
        MergeCancel = "merge.cancel",
        MergeNot = "merge.not",
        Merged = "merged",
        RefusedLarge = "refused.large",
        RefusedText = "refused.text",
        RefusedTruncated = "refused.truncated",
        RefusedJson = "refused.json",
        RefusedForeign = "refused.foreign",
        RefusedNewer = "refused.newer",
        RefusedBroken = "refused.broken",
        RefusedQuestions = "refused.questions",
        SynthesisTitle = "synthesis.title",
        SynthesisOrder = "synthesis.order",
        SynthesisByTable = "synthesis.by.table",
        SynthesisByTime = "synthesis.by.time",
        SynthesisTables = "synthesis.tables",
        SynthesisSum = "synthesis.sum",
        SynthesisPrint = "synthesis.print",
        SynthesisWhole = "synthesis.whole",
        Present = "present",
        PresenterPlace = "presenter.place",
        PresenterTitle = "presenter.title",
        PresenterPrevious = "presenter.previous",
        PresenterNext = "presenter.next",
        PresenterEvidence = "presenter.evidence",
        PresenterStressed = "presenter.stressed",
        PresenterPrompts = "presenter.prompts",
        PresenterPromptsOf = "presenter.prompts.of",
        PresenterPromptsMore = "presenter.prompts.more",
        PresenterPromptsFewer = "presenter.prompts.fewer",
        PresenterDiscussed = "presenter.discussed",
        PresenterTimer = "presenter.timer",
        PresenterMinutes = "presenter.minutes",
        PresenterStart = "presenter.start",
        PresenterPause = "presenter.pause",
        PresenterReset = "presenter.reset",
        PresenterTimeUp = "presenter.time.up",
        PresenterFull = "presenter.full",
        PresenterFullLeft = "presenter.full.left",
        PresenterFullRefused = "presenter.full.refused",
        PresenterCode = "presenter.code",
        PresenterCodeLead = "presenter.code.lead",
        PresenterCodeHere = "presenter.code.here",
        PresenterCodeLong = "presenter.code.long",
        PresenterBlank = "presenter.blank",
        PresenterBlankBack = "presenter.blank.back",
        PresenterKeys = "presenter.keys",
        PresenterKeysTitle = "presenter.keys.title",
        PresenterLeave = "presenter.leave",
        PresenterAwake = "presenter.awake",
        PresenterAsleep = "presenter.asleep",
        PresenterKeyPages = "presenter.key.pages",
        PresenterKeyEnds = "presenter.key.ends",
        PresenterKeyPrompts = "presenter.key.prompts",
        PresenterKeyTimer = "presenter.key.timer",
        PresenterKeyBlank = "presenter.key.blank",
        PresenterKeyEscape = "presenter.key.escape",
        PresenterKeyNamePages = "presenter.key.name.pages",
    }
}

/// Beginnings of the keys that the running page says itself; all other phrases stand in its text already.
const RUNNING: [&str; 17] = [
    "clear.",
    "cluster",
    "copied",
    "copy.failed",
    "count.",
    "dismiss",
    "excluded.",
    "filter.query",
    "frieze.close",
    "frieze.open",
    "loosen.",
    "more.",
    "newer.",
    "none.",
    "period.",
    "unknown.",
    "colon",
];

/// The phrases of one language, in the order of [`Phrase::ALL`].
#[derive(Clone, Debug, Default)]
pub struct Phrases(Vec<String>);

impl Phrases {
    /// Phrases in the order of [`Phrase::ALL`].
    pub fn new(texts: Vec<String>) -> Self {
        Self(texts)
    }

    /// Only what a page that was prerendered says itself (see `RUNNING`); the others are blank.
    pub fn running(&self) -> Self {
        let keep = |key: &str| RUNNING.iter().any(|start| key.starts_with(start));
        let texts = Phrase::ALL.iter().map(|(key, phrase)| if keep(key) { self.get(*phrase) } else { "" });
        Self(texts.map(str::to_owned).collect())
    }

    /// All of them.
    pub(super) fn all(&self) -> &[String] {
        &self.0
    }

    /// The phrase's text; empty where the wire was shorter than this program expects.
    pub fn get(&self, phrase: Phrase) -> &str {
        self.0.get(phrase as usize).map(String::as_str).unwrap_or_default()
    }

    /// The phrase with `{name}` replaced by each value.
    pub fn fill(&self, phrase: Phrase, values: &[(&str, &str)]) -> String {
        fill(self.get(phrase), values)
    }

    /// The phrase of three for a number: `[one, many, other]`, with `{n}` and `{total}` filled in.
    pub fn count(&self, lang: &str, [one, many, other]: [Phrase; 3], n: usize, total: usize) -> String {
        let phrase = match plural(lang, n) {
            Plural::One => one,
            Plural::Many => many,
            Plural::Other => other,
        };
        self.fill(phrase, &[("n", &n.to_string()), ("total", &total.to_string())])
    }
}

/// Replaces `{name}` in a pattern, each by its value.
pub fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        out.push_str(values.iter().find(|(key, _)| *key == name).map(|(_, value)| *value).unwrap_or_default());
        rest = after;
    }
    out.push_str(rest);
    out
}
