//! The slips of the pen that make a file unreadable as YAML: what was meant, and what to write.
//!
//! A parser says where it gave up, which is often a line below the fault, in words of the grammar. Here
//! the line and its neighbours are looked at once more: a tab before a key, a colon inside a name, a
//! bracket that nobody closed. Whatever none of this explains is still said in the user's language.

mod brackets;
mod keys;
mod lines;
mod page;
mod quotes;
mod told;

pub(crate) use lines::bare;
pub(crate) use told::{code, message, quoted, remedy, told};

use page::Page;

/// A slip, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slip {
    /// First byte of what is wrong.
    pub start: u32,
    /// One past its last byte.
    pub end: u32,
    /// From here on, what was read of the file may be an effect of the slip.
    pub from: u32,
    /// What is wrong.
    pub mistake: Mistake,
}

/// What people get wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Mistake {
    /// A tab where spaces indent.
    Tab,
    /// `name: Mail: web`.
    ColonInText(String),
    /// `mail: layer: service`.
    KeyBehindKey(String),
    /// `layer:service`.
    NoSpace { key: String, rest: String },
    /// `layer service`.
    NoColon { key: String, rest: String },
    /// `layer = service`.
    Equals { key: String, rest: String },
    /// Another sign in the place of a colon, or a colon with a space that is none.
    OddColon { key: String, rest: String },
    /// `'l'accueil'`.
    Apostrophe(String),
    /// `"le "grand" portail"`.
    QuoteInQuotes(String),
    /// `"Mail" (web)`.
    TextBehindQuotes(String),
    /// `"C:\mail"`.
    Backslash,
    /// A quote without its second.
    UnclosedQuote(char),
    /// A bracket without its second.
    UnclosedBracket(char),
    /// A bracket that a comment hides.
    BracketInComment,
    /// A list that ends like a mapping, or the other way round.
    WrongBracket { open: char, found: char },
    /// A bracket that closes nothing.
    ExtraBracket(char),
    /// `[old] Mail`, `{...} text`.
    TextBehindBracket(String),
    /// Between two entries of a mapping or a list.
    NoComma(String),
    /// `;` for `,`.
    Semicolon,
    /// A line deeper than the line above, which is complete.
    TooDeep { key: String, column: u32, above: String },
    /// Keys that do not begin under one another.
    Uneven { key: String, column: u32, above: String, line: u32 },
    /// The members of a list that do not begin under one another.
    UnevenList { column: u32, line: u32 },
    /// A list to the left of its key.
    ListLeft(String),
    /// `depends_on: - web`.
    ListBehindKey(String),
    /// `-web`.
    DashNoSpace(String),
    /// `• web`.
    OddBullet { bullet: char, rest: String },
    /// `@dsi`: a sign that means something at the start of a text.
    StartsText { sign: char, text: String },
    /// `// a remark`.
    SlashComment,
    /// Marks of a merge that nobody finished.
    MergeMark,
    /// ```` ```yaml ````.
    Fence,
    /// A line that is neither a key nor a member of a list.
    BareLine,
    /// A sign that no file may hold.
    Unprintable,
    /// None of these.
    Other,
}

/// What the slip is where the parser gave up at byte `at`, for its own `reason`.
pub(crate) fn explain(text: &str, at: u32, reason: &str) -> Slip {
    let page = Page::new(text, at as usize);
    marks(&page)
        .or_else(|| tab(&page, reason))
        .or_else(|| quotes::explain(&page, reason))
        .or_else(|| sign(&page, reason))
        .or_else(|| brackets::explain(&page, reason))
        .or_else(|| lines::explain(&page, reason))
        .unwrap_or_else(|| page.slip(page.at..page.next_char(), Mistake::Other))
}

/// Lines that are no YAML at all, and hide whatever comes behind them.
fn marks(page: &Page<'_>) -> Option<Slip> {
    let mut near = page.here.saturating_sub(3)..page.here + 2;
    near.find_map(|line| {
        let text = page.line(line)?;
        let mark = ["<<<<<<<", ">>>>>>>"].iter().any(|mark| text.starts_with(mark))
            || text.trim_end() == "=======";
        let mistake = if mark {
            Mistake::MergeMark
        } else if text.trim_start().starts_with("```") {
            Mistake::Fence
        } else {
            return None;
        };
        Some(page.slip(page.words(line), mistake))
    })
}

/// A tab where spaces indent: the parser may be a line before it or behind.
fn tab(page: &Page<'_>, reason: &str) -> Option<Slip> {
    if !reason.contains("tab") {
        return None;
    }
    [page.here, page.here + 1, page.here.saturating_sub(1)].into_iter().find_map(|line| {
        let text = page.line(line)?;
        let indent = text.len() - text.trim_start_matches([' ', '\t']).len();
        let tab = text.get(..indent)?.find('\t')?;
        let start = page.start_of(line) + tab;
        Some(page.slip(start..start + 1, Mistake::Tab))
    })
}

/// A text that begins with a sign that means something there.
fn sign(page: &Page<'_>, reason: &str) -> Option<Slip> {
    let begins = reason.starts_with("unexpected character")
        || reason.contains("unknown anchor")
        || reason.contains("scanning an anchor or alias")
        || reason.contains("scanning a block scalar, did not find")
        || reason.contains("plain scalar cannot start with")
        || reason.contains("mapping keys are not allowed")
        || reason.contains("scanning a tag")
        || reason.contains("parsing a tag");
    if reason.contains("unprintable") || reason.contains("byte order mark") {
        return Some(page.slip(page.at..page.next_char(), Mistake::Unprintable));
    }
    if !begins {
        return None;
    }
    // Some of these are told at the sign, some behind it.
    let line = page.line(page.here)?;
    let inside = page.at - page.start_of(page.here);
    let special = |at: &usize| {
        line.get(*at..).is_some_and(|rest| {
            rest.starts_with(['@', '`', '%', '*', '&', '!', '|', '>', '?', '-'])
        })
    };
    let at = [inside, inside.wrapping_sub(1), inside.wrapping_sub(2)].into_iter().find(special)?;
    let text = line.get(at..)?.trim_end();
    let sign = text.chars().next()?;
    let start = page.start_of(page.here) + at;
    let mistake = Mistake::StartsText { sign, text: text.to_owned() };
    Some(page.slip(start..start + sign.len_utf8(), mistake))
}
