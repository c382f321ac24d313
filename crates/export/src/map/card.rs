//! The inside of a box: where its lines, chips and marks stand.

use super::content::{Alarm, Content, Form, Tag};
use super::metrics::Font;

pub(super) const NAME: Font = Font::regular(13.0);
pub(super) const SERVICE_NAME: Font = Font::bold(13.0);
pub(super) const COUNTRY_NAME: Font = Font::bold(15.0);
pub(super) const SECOND: Font = Font::regular(10.5);
pub(super) const VERDICT: Font = Font::bold(10.5);
pub(super) const CHIP: Font = Font::bold(9.5);
pub(super) const MARK: Font = Font::bold(10.0);

const SIDE: f64 = 12.0;
const TOP: f64 = 9.0;
const CHIP_HEIGHT: f64 = 16.0;
const CHIP_GAP: f64 = 4.0;
const JOINT_HEIGHT: f64 = 20.0;

/// What a line is, for its font and colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Name,
    Second,
    Verdict(Alarm),
    Coverage,
}

/// A line of text at its place in the box; `y` is the baseline.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) role: Role,
    pub(super) font: Font,
    pub(super) x: f64,
    pub(super) y: f64,
}

/// A chip at its place in the box.
#[derive(Clone, Debug)]
pub(super) struct PlacedTag {
    pub(super) tag: Tag,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// A box with everything in it placed.
#[derive(Clone, Debug, Default)]
pub(super) struct Card {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) lines: Vec<Line>,
    pub(super) tags: Vec<PlacedTag>,
    /// The middle of the mark of a single point.
    pub(super) single_point: Option<(f64, f64)>,
    /// The middle of the mark of what cannot be mended.
    pub(super) unmendable: Option<(f64, f64)>,
    /// The mark of blind spots: its text, left, top and width.
    pub(super) blind_spots: Option<(String, f64, f64, f64)>,
    /// The bar of coverage: left, top, percentage.
    pub(super) bar: Option<(f64, f64, u32)>,
}

/// The font of the name.
fn name_font(form: Form) -> Font {
    match form {
        Form::Service => SERVICE_NAME,
        Form::Joint => MARK,
        Form::Country => COUNTRY_NAME,
        _ => NAME,
    }
}

/// The widest that text may be in such a box.
const fn room(form: Form) -> f64 {
    match form {
        Form::Service => 212.0,
        Form::Group => 184.0,
        _ => 166.0,
    }
}

const fn narrowest(form: Form) -> f64 {
    match form {
        Form::Country | Form::Joint => 0.0,
        _ => 104.0,
    }
}

/// The width that the content asks for.
pub(super) fn natural_width(content: &Content) -> f64 {
    let room = room(content.form);
    if content.form == Form::Joint {
        return MARK.width(&content.name).min(room) + 14.0;
    }
    let marks = marks_width(content);
    let names = name_font(content.form).wrapped(&content.name, room - marks, 3);
    let widest = |font: Font, texts: &mut dyn Iterator<Item = &str>| {
        texts.map(|text| font.width(text)).fold(0.0, f64::max)
    };
    let name = widest(name_font(content.form), &mut names.iter().map(String::as_str)) + marks;
    let mut verdicts = content.verdict.iter().map(|said| said.text.as_str());
    let verdict = widest(VERDICT, &mut verdicts);
    let second = content.second.as_deref().map_or(0.0, |text| SECOND.width(text));
    let tags = tags_width(&content.tags);
    let both = second + if second > 0.0 && tags > 0.0 { 8.0 } else { 0.0 } + tags;
    let second = if both <= room { both } else { second.max(tags) };
    let inner = name.max(verdict.min(room)).max(second.min(room));
    inner.max(narrowest(content.form)).ceil() + 2.0 * SIDE
}

/// The box at this width.
pub(super) fn card(content: &Content, width: f64) -> Card {
    if content.form == Form::Joint {
        return joint(content, width);
    }
    let mut setter = Setter::new(width);
    setter.marks(content);
    setter.names(content);
    setter.second_and_tags(content);
    setter.verdict(content);
    setter.finish()
}

fn joint(content: &Content, width: f64) -> Card {
    let text = MARK.shortened(&content.name, width - 8.0);
    let x = (width - MARK.width(&text)) / 2.0;
    Card {
        width,
        height: JOINT_HEIGHT,
        lines: vec![Line { text, role: Role::Name, font: MARK, x, y: JOINT_HEIGHT / 2.0 + 3.6 }],
        ..Card::default()
    }
}

/// The width of a chip.
pub(super) fn tag_width(tag: &Tag) -> f64 {
    (CHIP.width(&tag.text) + 11.0).ceil()
}

/// The width of chips side by side.
pub(super) fn tags_width(tags: &[Tag]) -> f64 {
    let widths = tags.iter().map(|tag| tag_width(tag) + CHIP_GAP);
    (widths.sum::<f64>() - CHIP_GAP).max(0.0)
}

fn blind_spot_text(content: &Content) -> Option<String> {
    (content.blind_spots > 0).then(|| format!("?{}", content.blind_spots))
}

fn marks_width(content: &Content) -> f64 {
    let point = if content.single_point { 16.0 } else { 0.0 };
    let unmendable = if content.unmendable { 16.0 } else { 0.0 };
    let blind = blind_spot_text(content).map_or(0.0, |text| MARK.width(&text) + 14.0);
    point + unmendable + blind
}

/// Fills a card from the top.
struct Setter {
    card: Card,
    inner: f64,
    marks: f64,
    y: f64,
    /// Chips stand beside the last line, a little lower.
    beside: bool,
}

impl Setter {
    fn new(width: f64) -> Self {
        Self {
            card: Card { width, ..Card::default() },
            inner: width - 2.0 * SIDE,
            marks: 0.0,
            y: TOP,
            beside: false,
        }
    }

    fn marks(&mut self, content: &Content) {
        self.marks = marks_width(content);
        let mut right = self.card.width - SIDE + 4.0;
        if let Some(text) = blind_spot_text(content) {
            let width = MARK.width(&text) + 8.0;
            right -= width;
            self.card.blind_spots = Some((text, right, self.y, width));
            right -= 6.0;
        }
        if content.single_point {
            self.card.single_point = Some((right - 5.0, self.y + 7.5));
            right -= 14.0;
        }
        if content.unmendable {
            self.card.unmendable = Some((right - 5.0, self.y + 7.5));
        }
    }

    fn line(&mut self, text: String, role: Role, font: Font, height: f64) {
        self.y += height;
        self.card.lines.push(Line { text, role, font, x: SIDE, y: self.y - height * 0.25 });
    }

    fn names(&mut self, content: &Content) {
        let font = name_font(content.form);
        for text in font.wrapped(&content.name, self.inner - self.marks, 3) {
            self.line(text, Role::Name, font, font.size + 3.0);
        }
    }

    fn second_and_tags(&mut self, content: &Content) {
        let tags = tags_width(&content.tags);
        let mut beside = false;
        if let Some(text) = &content.second {
            let width = SECOND.width(text);
            beside = tags > 0.0 && width + 8.0 + tags <= self.inner;
            let text = SECOND.shortened(text, self.inner);
            self.line(text, Role::Second, SECOND, 14.0);
        }
        if content.tags.is_empty() {
            return;
        }
        if beside {
            let left = self.card.width - SIDE - tags + 4.0;
            let top = self.y - 13.5;
            self.tags(&content.tags, left, top);
            self.y += 1.0;
            self.beside = true;
        } else {
            let top = self.y + 4.0;
            self.tags(&content.tags, SIDE, top);
            let last = self.card.tags.last().map_or(top, |tag| tag.y);
            self.y = last + CHIP_HEIGHT + 1.0;
        }
    }

    /// Chips in rows from `left` and `top`.
    fn tags(&mut self, tags: &[Tag], left: f64, top: f64) {
        let (mut x, mut y) = (left, top);
        for tag in tags {
            let width = tag_width(tag);
            if x > left && x + width > self.card.width - SIDE + 4.5 {
                (x, y) = (left, y + CHIP_HEIGHT + CHIP_GAP);
            }
            self.card.tags.push(PlacedTag { tag: tag.clone(), x, y, width, height: CHIP_HEIGHT });
            x += width + CHIP_GAP;
        }
    }

    fn verdict(&mut self, content: &Content) {
        if !content.verdict.is_empty() {
            self.y += if self.beside { 6.0 } else { 2.0 };
        }
        for said in &content.verdict {
            for text in VERDICT.wrapped(&said.text, self.inner, 2) {
                self.line(text, Role::Verdict(said.alarm), VERDICT, 14.0);
            }
        }
        if let Some((text, percent)) = &content.coverage {
            let text = SECOND.shortened(text, self.inner - 44.0);
            let left = SIDE + SECOND.width(&text) + 7.0;
            self.line(text, Role::Coverage, SECOND, 14.0);
            self.card.bar = Some((left, self.y - 9.0, *percent));
        }
    }

    fn finish(mut self) -> Card {
        self.card.height = self.y + TOP - 1.0;
        self.card
    }
}
