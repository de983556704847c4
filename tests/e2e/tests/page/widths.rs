//! Widths: nothing scrolls sideways but the frieze, no title is cut.

use e2e::{Outcome, Site, Tab, tests};

tests![nothing_scrolls_sideways_and_no_title_is_cut];

async fn nothing_scrolls_sideways_and_no_title_is_cut(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    let mut wrong = Vec::new();
    for page in ["fr/", "en/"] {
        tab.open(&site, page).await?;
        // 320 pixels of four device pixels are a window of 1280 at 400 %.
        for (size, ratio) in
            [((320, 640), 1.0), ((390, 844), 1.0), ((768, 1024), 1.0), ((1280, 800), 1.0), ((320, 256), 4.0)]
        {
            tab.zoomed_size(size, ratio).await?;
            for unfolded in [false, true] {
                if unfolded {
                    if !tab.get::<bool>("probe.visible(probe.one('[data-fold]'))").await? {
                        continue;
                    }
                    tab.run("scrollTo(0, 0); probe.one('[data-fold]').click(); probe.one('.more').open = true").await?;
                }
                tab.settle().await?;
                let (inner, outer, far): (f64, f64, Vec<String>) = tab
                    .get(
                        "(root => [root.scrollWidth, root.clientWidth, probe.all('body *').filter(part =>
                            probe.visible(part) && !part.closest('[data-frieze-scroller], .visually-hidden, .skip')
                                && part.getBoundingClientRect().right > root.clientWidth + 0.5)
                            .slice(0, 6).map(probe.name)])(document.documentElement)",
                    )
                    .await?;
                let view = format!("{page} at {size:?}, ratio {ratio}, unfolded: {unfolded}");
                if inner > outer || !far.is_empty() {
                    wrong.push(format!("{view}: {inner} px of {outer}: {far:?}"));
                }
                let cut: Vec<String> = tab
                    .get(
                        "probe.all('h1, h2, h3, h4, article.question h3, .summary').filter(probe.visible)
                            .filter(title => title.scrollWidth > title.clientWidth || title.scrollHeight > title.clientHeight + 8)
                            .slice(0, 6).map(title => probe.name(title))",
                    )
                    .await?;
                if !cut.is_empty() {
                    wrong.push(format!("{view}: cut: {cut:?}"));
                }
            }
            tab.run(
                "if (probe.one('[data-unfolded]')) probe.one('[data-fold]').click(); probe.one('.more').open = false",
            )
            .await?;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}
