//! The frieze: ticks, eras, and a mark for every entry, in bands by lane.

use leptos::prelude::*;

use super::model::Model;
use super::page::Page;
use crate::content::Entry;
use crate::html::{Html, direction};
use crate::i18n::{Phrase, Style};
use crate::layout::{Cluster, Packing, Place, Scene, Stage};
use crate::order::sort_by;
use crate::time::{Bound, Date, Edtf, Precision, Qualifier};

/// Bars shorter than this, in rem, would be a speck beside their mark.
const LEAST_BAR: f64 = 0.5;

/// A mark made by the running page is no Tab stop by itself; in the file all are, for those without script.
const TABINDEX: Option<&str> = if cfg!(feature = "browser") { Some("-1") } else { None };

/// A cluster of more than so many entries is not looked through for a parent they all have.
const MOST_DETAILS: usize = 50;

/// A mark on the frieze: an entry's link, or a cluster's button, by the first entry it stands for.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Mark {
    first: usize,
    entries: usize,
}

/// The frieze without its overview; `marks` are its [`marks`], rendered.
pub fn frieze(model: &Model, html: &mut Html, scene: &Scene, marks: &str) {
    html.start("nav").attr("data-frieze", "").attr("data-total", &model.timeline().entries.len().to_string());
    html.attr("data-timeline", &model.edition.file);
    html.attr("aria-label", model.say(Phrase::FriezeLabel)).attr("aria-describedby", "frieze-help");
    html.start("p").attr("id", "frieze-help").attr("class", "visually-hidden needs-script");
    html.text(model.say(Phrase::FriezeHelp)).close();
    html.start("div").attr("class", "gutter").attr("aria-hidden", "true");
    gutter(model, html);
    html.close();
    html.start("div").attr("data-frieze-scroller", "").attr("tabindex", "-1").start("div").attr("class", "axis");
    html.start("div").attr("class", "era-bands").attr("aria-hidden", "true");
    eras(model, html);
    html.close();
    let ticks = ticks(model, scene, Stage::default());
    html.start("div").attr("class", "ticks").attr("aria-hidden", "true").raw(&ticks).close();
    html.start("div").attr("data-marks", "").raw(marks).close();
    html.start("div").attr("class", "tip").attr("role", "tooltip").attr("hidden", "").close();
    html.close().close().close();
}

/// The lanes' names beside their bands.
fn gutter(model: &Model, html: &mut Html) {
    for (index, lane) in model.timeline().site.lanes.iter().enumerate() {
        html.start("div")
            .attr("class", "lane-name")
            .attr("data-hue", &lane.hue)
            .attr("style", &lane_style(model, index));
        model.edition.mark_in_hue(html, index);
        html.text(lane.short.as_str()).close();
    }
}

fn lane_style(model: &Model, lane: usize) -> String {
    format!("--lane-rows:{}", model.rows.get(lane).copied().unwrap_or(1))
}

fn eras(model: &Model, html: &mut Html) {
    for era in &model.timeline().eras {
        html.start("div")
            .attr("class", "era")
            .attr("data-dates", &era.date.to_string())
            .attr("style", &era_style(model, era.date, Stage::default()))
            .maybe("data-disputed", era.end_disputed.then_some(""));
        let late = model.scale.place(era.date.span()).0 > 0.9;
        html.maybe("data-late", late.then_some("")).start("span").text(era.name.as_str()).close().close();
    }
}

/// Where a background period stands on a stage.
pub fn era_style(model: &Model, dates: Edtf, stage: Stage) -> String {
    let (start, length) = model.scale.place(dates.span());
    stretch(stage.place(start, length))
}

/// Start and length as the style sheet reads them.
pub fn stretch((start, length): (f64, f64)) -> String {
    format!("--start:{};--span:{}", fraction(start), fraction(length))
}

/// The ticks of a scene on a stage.
pub fn ticks(model: &Model, scene: &Scene, stage: Stage) -> String {
    let mut html = Html::default();
    for tick in &scene.ticks {
        let (at, _) = stage.place(tick.at, 0.0);
        html.start("span").attr("class", "tick").attr("style", &format!("--start:{}", fraction(at)));
        html.text(&model.edition.words.dates.tick(tick.moment.civil(), tick.unit)).close();
    }
    html.finish()
}

/// All lanes with their marks: the part of the page that is a view.
pub fn marks(page: Page) -> impl IntoView {
    (0..page.model().timeline().site.lanes.len()).map(|index| lane(page, index)).collect::<Vec<_>>()
}

/// A lane's marks in the order of time.
fn lane(page: Page, lane: usize) -> impl IntoView {
    let model = page.model();
    let words = model.timeline().site.lanes.get(lane);
    let (name, hue) = words.map(|lane| (lane.name.as_str().to_owned(), lane.hue.clone())).unwrap_or_default();
    let marks = move || {
        page.scene.with(|scene| {
            let places = scene.marks.places.iter().filter(|place| place.lane == lane);
            let clusters = scene.marks.clusters.iter().filter(|cluster| cluster.lane == lane);
            let places = places.map(|place| (place.start, Mark { first: place.entry, entries: 1 }));
            let clusters =
                clusters.map(|cluster| (cluster.start, Mark { first: cluster.first, entries: cluster.count }));
            let mut marks: Vec<_> = places.chain(clusters).collect();
            sort_by(&mut marks, &|a, b| a.0.total_cmp(&b.0).then(a.1.first.cmp(&b.1.first)));
            marks.into_iter().map(|(_, mark)| mark).collect::<Vec<_>>()
        })
    };
    view! {
        <div class="lane" role="group" aria-label=name data-hue=hue style=lane_style(&model, lane)>
            <For each=marks key=|mark| *mark children=move |mark| self::mark(page, mark) />
        </div>
    }
}

/// The id of the element at which an entry, or the cluster it begins, is reached.
pub fn stop_id(entry: usize) -> String {
    format!("stop-{entry}")
}

/// The id of the slot around it, which says where it stands.
pub fn slot_id(entry: usize) -> String {
    format!("slot-{entry}")
}

/// A mark: as a view no more than a slot that says where it stands, so that making one costs little; its
/// content is text.
///
/// Where it stands is written again by `live` when rows change, so that focus stays on the element inside.
fn mark(page: Page, mark: Mark) -> impl IntoView {
    let first = mark.first;
    let (style, form, html) = page.scene.with_untracked(|scene| {
        if mark.entries == 1 {
            let place = scene.marks.places.iter().find(|place| place.entry == first).copied().unwrap_or_default();
            (page.place_style(&place), page.form(&place), link(page, &place))
        } else {
            let cluster = scene.marks.clusters.iter().find(|cluster| cluster.first == first).copied();
            let cluster = cluster.unwrap_or_default();
            (page.cluster_style(&cluster), String::new(), button(page, &cluster))
        }
    });
    view! { <span class="slot" id=slot_id(first) style=style data-form=form inner_html=html></span> }
}

/// An entry's link. It starts at its mark; a bar as long as the entry lies under its label.
fn link(page: Page, place: &Place) -> String {
    let model = page.model();
    let Some(entry) = model.timeline().entries.get(place.entry) else { return String::new() };
    let mut html = Html::default();
    stop(&mut html, "a", "item", place.entry);
    html.attr("href", &format!("#{}", entry.id)).attr("draggable", "false").attr("data-entry", &entry.id);
    html.attr("data-row", &place.row.to_string()).attr("data-weight", &entry.weight.to_string());
    face(&model, &mut html, entry);
    html.finish()
}

/// Starts the element at which an entry, or the cluster it begins, is reached.
fn stop(html: &mut Html, tag: &'static str, class: &str, entry: usize) {
    html.start(tag).attr("id", &stop_id(entry)).attr("class", class).attr("data-stop", &entry.to_string());
    html.maybe("tabindex", TABINDEX);
}

/// What a link shows: mark, label, and its date for those who do not see where it stands.
fn face(model: &Model, html: &mut Html, entry: &Entry) {
    model.edition.mark_in_hue(html, entry.lane);
    let lang = entry.title.lang();
    html.start("span").attr("class", "label").maybe("lang", lang).maybe("dir", lang.map(direction));
    html.text(entry.title.as_str()).close();
    html.start("span").attr("class", "visually-hidden").text(", ");
    html.text(&model.edition.words.dates.text(entry.date, Style::Long)).close();
}

impl Page {
    /// Where a link stands.
    pub fn place_style(self, place: &Place) -> String {
        let stage = self.stage.get_untracked();
        let room = if place.flipped { place.room / stage.length() } else { stage.place(place.start, place.room).1 };
        let stretch = stretch(stage.place(place.start, place.span));
        format!("{stretch};--at:{};--room:{}", place.row, fraction(room))
    }

    /// How a link is drawn: its label before its mark, no label, with a bar; a date that is vague, approximate
    /// or uncertain, without an end, without a start.
    pub fn form(self, place: &Place) -> String {
        let axis = self.packed.with_untracked(Packing::axis);
        let model = self.model();
        let date = model.timeline().entries.get(place.entry).map(|entry| entry.date).unwrap_or_default();
        let is_interval = matches!(date, Edtf::Interval(..));
        let about = |bound: Bound| bound.date().is_some_and(|date| date.qualifier() != Qualifier::default());
        let mut form = String::new();
        for (word, holds) in [
            ("flipped ", place.flipped),
            ("bare ", place.room <= 0.0),
            ("barred ", place.span * axis >= LEAST_BAR),
            // Its bar has room for the label to stay in view.
            ("long ", place.span * axis > place.label + 2.0),
            ("vague ", !is_interval && matches!(date.precision(), Precision::Year | Precision::Month)),
            ("about ", about(date.start()) || about(date.end())),
            ("since ", date.end().date().is_none()),
            ("until", date.start().date().is_none()),
        ] {
            form.push_str(if holds { word } else { "" });
        }
        form
    }

    /// Where a cluster stands.
    pub fn cluster_style(self, cluster: &Cluster) -> String {
        let stretch = stretch(self.stage.get_untracked().place(cluster.start, cluster.span));
        format!("{stretch};--at:{}", cluster.row)
    }
}

fn button(page: Page, cluster: &Cluster) -> String {
    let n = cluster.count.to_string();
    let mut html = Html::default();
    stop(&mut html, "button", "cluster", cluster.first);
    html.attr("type", "button").attr("data-cluster", &n).attr("aria-label", &cluster_name(page, cluster));
    html.maybe("disabled", cfg!(not(feature = "browser")).then_some("")).text(&n);
    html.finish()
}

/// A cluster's name: how many entries, in which lane and of which years, or of which entry they are details.
fn cluster_name(page: Page, cluster: &Cluster) -> String {
    let model = page.model();
    let timeline = model.timeline();
    let entry = |entry: usize| timeline.entries.get(entry);
    let n = cluster.count.to_string();
    let parent = entry(cluster.first).and_then(|first| first.parent).filter(|_| cluster.count <= MOST_DETAILS);
    if let Some(parent) = parent {
        let members = page.packed.with_untracked(|packed| packed.members(cluster, cluster.count));
        if members.iter().all(|&member| entry(member).is_some_and(|member| member.parent == Some(parent))) {
            return model.edition.fill(Phrase::ClusterDetails, &[("n", &n), ("title", model.edition.title(parent))]);
        }
    }
    let lane = timeline.site.lanes.get(cluster.lane).map(|lane| lane.name.as_str()).unwrap_or_default();
    let year = |at: f64| {
        let moment = model.scale.moment(at);
        Date::new(moment.civil(), Precision::Year).map_or(Bound::Open, Bound::Known)
    };
    let span = Edtf::Interval(year(cluster.start), year(cluster.start + cluster.span));
    let span = model.edition.words.dates.text(span, Style::Long);
    model.edition.fill(Phrase::Cluster, &[("n", &n), ("lane", lane), ("span", &span)])
}

/// A fraction as CSS reads it, to seven places: without the machinery that prints any float.
pub fn fraction(value: f64) -> String {
    let units = (value * 1e7).round().max(0.0) as u64;
    format!("{}.{:07}", units / 10_000_000, units % 10_000_000)
}
