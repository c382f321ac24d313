//! The account, and what is wrong with a table, for people.

use trefonds_lang::{Lang, visible};
use trefonds_read::table::{LONGEST_CELL, MOST_COLUMNS, TableFault};
use trefonds_read::workbook::{MOST_PARTS, MOST_UNPACKED, WorkbookFault};

use crate::account::{Account, Place, Reason};
use crate::reading::{Problem, ReadFault};

/// So many of a list are told; JSON has all.
const SOME: usize = 5;

/// What is wrong with a table, in one line.
#[must_use]
pub fn problem_told(problem: &Problem, lang: Lang) -> String {
    let what = match &problem.fault {
        ReadFault::NoColumn(column) => lang.import_no_column(&visible(column)),
        ReadFault::Table(fault) => match fault {
            TableFault::Unreadable(kind) => lang.unreadable(&kind.to_string()),
            TableFault::NotUtf8 => lang.import_not_utf8(),
            TableFault::Binary => lang.import_binary(),
            TableFault::NoTitles => lang.import_no_titles(),
            TableFault::OtherDelimiter(sign) => lang.import_other_delimiter(&format!("{sign:?}")),
            TableFault::SameTitle(title) => lang.import_same_title(&visible(title)),
            TableFault::Width { found, titles } => lang.import_width(*found, *titles),
            TableFault::TooWide => lang.import_too_wide(MOST_COLUMNS),
            TableFault::TooLong => lang.import_too_long(LONGEST_CELL),
            TableFault::OpenQuote => lang.import_open_quote(),
            TableFault::Merged => lang.import_merged(),
            TableFault::Workbook(fault) => workbook_told(fault, lang),
        },
    };
    let file = visible(&problem.file);
    let at = match (problem.row, problem.column) {
        (0, _) => file.into_owned(),
        (row, column) => {
            let column = column.map(|it| lang.import_at_column(it)).unwrap_or_default();
            lang.import_at_row(&file, row, &column)
        }
    };
    format!("{at}: {what}")
}

/// What is wrong with a workbook, in one line.
fn workbook_told(fault: &WorkbookFault, lang: Lang) -> String {
    match fault {
        WorkbookFault::Unreadable(kind) => lang.unreadable(&kind.to_string()),
        WorkbookFault::NotWorkbook => lang.import_not_workbook(),
        WorkbookFault::Locked => lang.import_locked(),
        WorkbookFault::TooLarge => lang.import_too_large(MOST_UNPACKED >> 20),
        WorkbookFault::TooManyParts => lang.import_too_many_parts(MOST_PARTS),
        WorkbookFault::Damaged(place) => lang.import_damaged(&visible(place)),
        WorkbookFault::NoSheet(sheet) => lang.import_no_sheet(&visible(sheet)),
    }
}

/// The account for people.
#[must_use]
pub fn told(account: &Account, lang: Lang) -> String {
    let mut text = Lines { lang, text: String::new() };
    text.line(0, &lang.import_done(&account.folder, &account.source));
    for it in &account.tables {
        text.line(1, &lang.import_table(&it.file, it.rows, it.things, it.edges, it.left_out));
    }
    let it = &account.written;
    let (needs, parties, places) = (it.requirements, it.parties, it.places);
    text.line(1, &lang.import_facts(it.components, it.entities, it.sites, needs, parties, places));
    text.list(&lang.import_left_out(), account.left_out.iter(), |it| {
        lang.import_left_line(it.count, &why(it.reason, lang), &it.value, &place(&it.first, lang))
    });
    text.list(&lang.import_unnamed(), account.unnamed.iter(), |it| {
        format!("{} × {} ({})", it.count, it.value, place(&it.first, lang))
    });
    text.list(&lang.import_placeholders(), account.placeholders.iter(), |it| {
        let means = match it.means.as_str() {
            "none" => lang.import_means_none(),
            "undisclosed" => lang.import_means_undisclosed(),
            _ => lang.import_means_not_said(),
        };
        format!("{} × {} = {means} ({})", it.count, it.value, place(&it.first, lang))
    });
    let ignored = account.ignored.iter();
    text.list(&lang.import_ignored(), ignored, |it| format!("{} × {}", it.count, it.edge));
    for it in &account.wrong_way {
        let at = place(&it.first, lang);
        text.line(0, &lang.import_wrong_way(&it.edge, it.upwards, it.of, &at));
    }
    text.some(&lang.import_stubs(account.stubs.len()), account.stubs.iter(), |it| {
        format!("{} {} ({})", it.id, it.value, place(&it.first, lang))
    });
    let came = account.came.as_deref().unwrap_or_default();
    text.some(&lang.import_came(came.len()), came.iter(), Clone::clone);
    text.some(&lang.import_went(account.went.len()), account.went.iter(), Clone::clone);
    if let Some(it) = &account.by_hand {
        text.line(0, &lang.import_moved(&it.moved_to, &it.files.join(", ")));
    }
    text.text
}

struct Lines {
    lang: Lang,
    text: String,
}

impl Lines {
    fn line(&mut self, indent: usize, line: &str) {
        self.text.push_str(&"  ".repeat(indent));
        self.text.push_str(&visible(line));
        self.text.push('\n');
    }

    fn list<'t, T: 't>(
        &mut self,
        head: &str,
        items: impl ExactSizeIterator<Item = &'t T>,
        line: impl Fn(&T) -> String,
    ) {
        if items.len() > 0 {
            self.line(0, head);
            items.for_each(|it| self.line(1, &line(it)));
        }
    }

    /// The first of a long list.
    fn some<'t, T: 't>(
        &mut self,
        head: &str,
        items: impl ExactSizeIterator<Item = &'t T> + Clone,
        line: impl Fn(&T) -> String,
    ) {
        let more = items.len().saturating_sub(SOME);
        if items.len() > 0 {
            self.line(0, head);
            items.take(SOME).for_each(|it| self.line(1, &line(it)));
        }
        if more > 0 {
            self.line(1, &self.lang.import_more(more));
        }
    }
}

fn place(at: &Place, lang: Lang) -> String {
    let column = at.column.as_ref().map(|it| format!(", {it}")).unwrap_or_default();
    lang.import_at_row(&at.file, at.row, &column)
}

fn why(reason: Reason, lang: Lang) -> String {
    match reason {
        Reason::Where => lang.import_why_where(),
        Reason::NoKey => lang.import_why_no_key(),
        Reason::SameKey => lang.import_why_same_key(),
        Reason::Merged => lang.import_why_merged(),
        Reason::NoLayer => lang.import_why_no_layer(),
        Reason::Ignored => lang.import_why_ignored(),
        Reason::Unnamed => lang.import_why_unnamed(),
        Reason::Itself => lang.import_why_itself(),
        Reason::SameEdge => lang.import_why_same_edge(),
        Reason::Ambiguous => lang.import_why_ambiguous(),
        Reason::Broken => lang.import_why_broken(),
        Reason::BadDay => lang.import_why_bad_day(),
        Reason::UnknownCountry => lang.import_why_country(),
        Reason::BadLei => lang.import_why_lei(),
        Reason::SameIdentifier => lang.import_why_identifier(),
    }
}
