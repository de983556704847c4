//! The frieze: ticks, eras, and a mark for every entry, in bands by lane.

use leptos::either::Either;
use leptos::prelude::*;

use super::model::Model;
use super::page::Page;
use crate::content::Entry;
use crate::html::{Html, direction};
use crate::i18n::{Phrase, Style};
use crate::layout::{Cluster, Packing, Place, Scene, Stage};
use crate::order::sort_by;
use crate::time::{Bound, Date, Edtf, Precision};

/// Bars shorter than this, in rem, would be a speck beside their mark.
const LEAST_BAR: f64 = 0.5;

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
    let (start, length) = stage.place(start, length);
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

fn mark(page: Page, mark: Mark) -> impl IntoView {
    if mark.entries == 1 { Either::Left(link(page, mark.first)) } else { Either::Right(cluster(page, mark.first)) }
}

/// An entry's link. It starts at its mark; a bar as long as the entry lies under its label.
///
/// Where it stands is written again by `live` when rows change, so that focus stays on the element.
fn link(page: Page, entry: usize) -> impl IntoView {
    let model = page.model();
    let found = model.timeline().entries.get(entry);
    let place =
        page.scene.with_untracked(|scene| scene.marks.places.iter().find(|place| place.entry == entry).copied());
    let [style, row, flipped, bare, barred] =
        place.map(|place| page.place_attributes(&place).map(|(_, value)| value)).unwrap_or_default();
    let id = found.map(|entry| entry.id.as_str()).unwrap_or_default();
    view! {
        <a id=format!("stop-{entry}") href=format!("#{id}") draggable="false" class="item"
            data-entry=id.to_owned() data-stop=entry.to_string() data-row=row style=style
            data-flipped=flipped data-bare=bare data-barred=barred
            data-weight=found.map(|entry| entry.weight.to_string())
            data-interval=found.and_then(|entry| matches!(entry.date, Edtf::Interval(..)).then_some(""))
            data-precision=found.map(|entry| entry.date.precision().name())
            inner_html=found.map(|found| face(&model, found)).unwrap_or_default()
        ></a>
    }
}

/// What a link shows: bar, mark, label, and its date for those who do not see where it stands.
fn face(model: &Model, entry: &Entry) -> String {
    let mut html = Html::default();
    html.start("span").attr("class", "bar").close();
    html.start("span").attr("class", "face");
    model.edition.mark_in_hue(&mut html, entry.lane);
    let lang = entry.title.lang();
    html.start("span").attr("class", "label").maybe("lang", lang).maybe("dir", lang.map(direction));
    html.text(entry.title.as_str()).close().close();
    html.start("span").attr("class", "visually-hidden").text(", ");
    html.text(&model.edition.words.dates.text(entry.date, Style::Long));
    html.finish()
}

impl Page {
    /// What says where a link stands: names and values of its attributes.
    pub fn place_attributes(self, place: &Place) -> [(&'static str, Option<String>); 5] {
        let stage = self.stage.get_untracked();
        let (start, span) = stage.place(place.start, place.span);
        let room = if place.flipped { place.room / stage.length() } else { stage.place(place.start, place.room).1 };
        let [start, length, room] = [start, span, room].map(fraction);
        let present = |present: bool| present.then(String::new);
        let axis = self.packed.with_untracked(Packing::axis);
        [
            ("style", Some(format!("--start:{start};--span:{length};--at:{};--room:{room}", place.row))),
            ("data-row", Some(place.row.to_string())),
            ("data-flipped", present(place.flipped)),
            ("data-bare", present(place.room <= 0.0)),
            ("data-barred", present(place.span * axis >= LEAST_BAR)),
        ]
    }

    /// Where a cluster stands.
    pub fn cluster_style(self, cluster: &Cluster) -> String {
        let (start, span) = self.stage.get_untracked().place(cluster.start, cluster.span);
        format!("--start:{};--span:{};--at:{}", fraction(start), fraction(span), cluster.row)
    }
}

fn cluster(page: Page, first: usize) -> impl IntoView {
    let clusters = |scene: &Scene| scene.marks.clusters.iter().find(|cluster| cluster.first == first).copied();
    let found = page.scene.with_untracked(clusters).unwrap_or_default();
    let n = found.count.to_string();
    view! {
        <button type="button" id=format!("stop-{first}") class="cluster" data-cluster=n.clone() data-stop=first.to_string()
            style=page.cluster_style(&found) aria-label=cluster_name(page, &found) disabled=cfg!(not(feature = "browser")) inner_html=n></button>
    }
}

/// A cluster's name: how many entries, in which lane and of which years, or of which entry they are details.
fn cluster_name(page: Page, cluster: &Cluster) -> String {
    let model = page.model();
    let timeline = model.timeline();
    let entry = |entry: usize| timeline.entries.get(entry);
    let n = cluster.count.to_string();
    // Few enough to ask them all.
    let members = page.packed.with_untracked(|packed| packed.members(cluster, MOST_DETAILS + 1));
    let parent = entry(cluster.first).and_then(|first| first.parent).filter(|_| members.len() <= MOST_DETAILS);
    let of_parent = |member: &usize| entry(*member).is_some_and(|member| member.parent == parent);
    if let Some(parent) = parent.filter(|_| members.iter().all(of_parent)) {
        return model.edition.fill(Phrase::ClusterDetails, &[("n", &n), ("title", model.edition.title(parent))]);
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
