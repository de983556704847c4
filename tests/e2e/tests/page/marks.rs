//! Marks stand on their dates, at every width and zoom. Labels may move.

use e2e::{Outcome, Site, Tab, tests};
use serde_json::{Value, json};

tests![part; every_mark_stands_on_its_date_at_every_width];

/// Widths from the narrowest to the widest, with heights at which the frieze is in view from the start, and some at
/// which it is not.
const SIZES: [(u32, u32); 16] = [
    (320, 640),
    (360, 740),
    (390, 844),
    (480, 900),
    (640, 1000),
    (768, 1024),
    (820, 1180),
    (844, 390),
    (1024, 768),
    (1024, 1000),
    (1100, 1000),
    (1280, 800),
    (1280, 1080),
    (1440, 900),
    (1920, 1080),
    (2560, 1080),
];

/// The first and the last instant of the axis, in milliseconds, while the whole range is in view.
const RANGE: &str =
    "(({ from, to }) => [Date.parse(from), Date.parse(to) + 86_400_000])(probe.one('[data-frieze]').dataset)";

/// How many marks there are, and which of them stand further than 8 px from where their date begins, outside of their
/// link or under a label; of bare ones, which show a label.
const STRAY: &str = "([first, last]) => {
    const boxes = [...probe.one('[data-frieze-scroller]').children].map(part => part.getBoundingClientRect());
    const axis = boxes.sort((a, b) => b.width - a.width)[0];
    const isMirrored = getComputedStyle(document.body).direction === 'rtl';
    const begin = edtf => {
        const [, year, month = 1, day = 1] = edtf.match(/^(\\d{4})(?:-(\\d\\d))?(?:-(\\d\\d))?/) ?? [];
        return year ? Date.UTC(year, month - 1, day) : first;
    };
    const shared = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const links = probe.all('a[data-entry]').filter(probe.visible);
    const wrong = links.flatMap(link => {
        const { dateTime } = document.getElementById(link.dataset.entry).querySelector('time');
        const along = Math.min(Math.max((begin(dateTime) - first) / (last - first), 0), 1) * axis.width;
        const [mark, label] = ['[data-mark]', '[data-label]'].map(part => link.querySelector(part).getBoundingClientRect());
        const whole = link.getBoundingClientRect();
        const off = mark.left + mark.width / 2 - (isMirrored ? axis.right - along : axis.left + along);
        return [
            Math.abs(off) > 8 && `${Math.round(off)} px off`,
            shared(mark, whole) < mark.width - 0.5 && 'out of its link',
            shared(mark, label) > 0.5 && label.width > 1 && 'under its label',
            link.matches('[data-bare]') ? label.width > 1 && 'bare with a label' : label.width < 16 && 'without a label',
        ].filter(Boolean).map(what => `${link.dataset.entry} (${dateTime}) ${what}`);
    });
    return [links.length, wrong];
}";

/// Looks at every mark: as the page begins, at the whole range, and closer, panned to several places.
pub async fn stray_marks(tab: &Tab, range: [f64; 2], view: &str) -> Outcome<Vec<String>> {
    let mut wrong = Vec::new();
    let mut look = async |what: &str| -> Outcome {
        tab.settle().await?;
        let (marks, stray): (usize, Vec<String>) = tab.call(STRAY, json!([range])).await?;
        assert!(marks > 8, "{view}, {what}: {marks} marks");
        wrong.extend(stray.into_iter().map(|stray| format!("{view}, {what}: {stray}")));
        Ok(())
    };
    look("at first").await?;
    tab.run("probe.one('[data-zoom=in]').click()").await?;
    tab.settle().await?;
    tab.run("probe.one('[data-zoom=all]').click()").await?;
    tab.settle().await?;
    assert_eq!(tab.get::<[f64; 2]>(RANGE).await?, range, "{view}: the whole range");
    look("the whole range").await?;
    let mut closer = 0;
    for steps in [1, 2, 3, 4] {
        for _ in 0..steps {
            tab.run("probe.one('[data-zoom=in]').click()").await?;
            closer += 1;
        }
        for along in [0.35, 0.5, 0.8] {
            tab.settle().await?;
            pan_to(tab, along).await?;
            look(&format!("{closer} steps closer, panned to {along}")).await?;
        }
    }
    Ok(wrong)
}

/// Pans the frieze to so much of the way from its start to its end, in either direction of writing.
pub async fn pan_to(tab: &Tab, along: f64) -> Outcome {
    tab.call::<Value>(
        "along => {
            const scroller = probe.one('[data-frieze-scroller]');
            const forwards = getComputedStyle(scroller).direction === 'rtl' ? -1 : 1;
            scroller.scrollLeft = (scroller.scrollWidth - scroller.clientWidth) * along * forwards;
        }",
        json!([along]),
    )
    .await?;
    Ok(())
}

/// The range of the axis, from a window that begins with all of it.
pub async fn whole_range(tab: &Tab, site: &Site) -> Outcome<[f64; 2]> {
    tab.open(site, "fr/").await?;
    tab.get(RANGE).await
}

async fn every_mark_stands_on_its_date_at_every_width(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    let range = whole_range(tab, &site).await?;
    let mut wrong = Vec::new();
    for size in SIZES {
        tab.size(size).await?;
        tab.open(&site, "fr/").await?;
        if tab.get("probe.visible(probe.one('[data-fold]'))").await? {
            tab.click("[data-fold]").await?;
            tab.until("probe.visible(probe.one('[data-frieze]'))").await?;
        }
        wrong.extend(stray_marks(tab, range, &format!("{size:?}")).await?);
    }
    assert!(wrong.is_empty(), "{} stray marks:\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}
