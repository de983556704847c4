//! A small writer of HTML: every text and attribute is escaped, every element is closed.

/// HTML being written. A start tag stays open for attributes until something follows it.
///
/// ```
/// use frise::html::Html;
/// let mut html = Html::default();
/// html.start("p").attr("class", "note").text("a < b").close();
/// assert_eq!(html.finish(), r#"<p class="note">a &lt; b</p>"#);
/// ```
#[derive(Debug, Default)]
pub struct Html {
    out: String,
    open: Vec<&'static str>,
    in_tag: bool,
}

impl Html {
    /// Starts an element.
    pub fn start(&mut self, tag: &'static str) -> &mut Self {
        self.end_tag();
        self.out.push('<');
        self.out.push_str(tag);
        self.open.push(tag);
        self.in_tag = true;
        self
    }

    /// An attribute of the element just started.
    pub fn attr(&mut self, name: &str, value: &str) -> &mut Self {
        self.out.push(' ');
        self.out.push_str(name);
        // Without a value it is as good as with an empty one, and shorter.
        if !value.is_empty() {
            self.out.push_str("=\"");
            escape(value, &mut self.out);
            self.out.push('"');
        }
        self
    }

    /// An attribute that is there only with a value.
    pub fn maybe(&mut self, name: &str, value: Option<&str>) -> &mut Self {
        if let Some(value) = value {
            self.attr(name, value);
        }
        self
    }

    /// Text inside the current element.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.end_tag();
        escape(text, &mut self.out);
        self
    }

    /// Content that is HTML already.
    pub fn raw(&mut self, html: &str) -> &mut Self {
        self.end_tag();
        self.out.push_str(html);
        self
    }

    /// Ends an element that can have no content.
    pub fn void(&mut self) -> &mut Self {
        self.end_tag();
        self.open.pop();
        self
    }

    /// An icon drawn on a grid of 16; its button carries the name.
    pub fn icon(&mut self, path: &str) -> &mut Self {
        self.start("svg").attr("viewBox", "0 0 16 16").attr("aria-hidden", "true");
        self.start("path").attr("d", path).close().close()
    }

    /// Closes the current element.
    pub fn close(&mut self) -> &mut Self {
        self.end_tag();
        if let Some(tag) = self.open.pop() {
            self.out.push_str("</");
            self.out.push_str(tag);
            self.out.push('>');
        }
        self
    }

    /// Closes what is still open and returns all of it.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }

    fn end_tag(&mut self) {
        if std::mem::take(&mut self.in_tag) {
            self.out.push('>');
        }
    }
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
}
