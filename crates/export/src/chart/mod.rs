//! The history of an inventory as a chart: two panels of steps over the days of its commits.
//!
//! `axis` turns days and counts into positions, `panel` draws one panel, this file puts the picture
//! together. The colours are those of the map in its light theme.

mod axis;
mod panel;

use std::fmt::Write as _;
use std::io;

use trefonds_findings::{History, HistoryCommit, HistoryMeasures};
use trefonds_lang::Lang;

use axis::{Days, Scale};
use panel::{Panel, Series};

const FAMILY: &str = "'DejaVu Sans', Verdana, Arial, 'Liberation Sans', Roboto, sans-serif";
const GROUND: &str = "#ffffff";
const TEXT: &str = "#1c1f24";
const QUIET: &str = "#666c75";
const GRID: &str = "#e3e5e8";
const GREY: &str = "#8a9099";
const ACCENT: &str = "#b5380d";

const WIDTH: f64 = 860.0;
const LEFT: f64 = 64.0;
const RIGHT: f64 = 820.0;
const HEIGHT: f64 = 520.0;

/// Draws the history as SVG, the same bytes for the same history.
///
/// # Errors
/// When `out` fails.
pub fn svg(history: &History, lang: Lang, out: &mut dyn io::Write) -> io::Result<()> {
    out.write_all(picture(history, lang).as_bytes())
}

fn picture(history: &History, lang: Lang) -> String {
    // The oldest on the left.
    let commits: Vec<&HistoryCommit> = history.commits.iter().rev().collect();
    let mut text = String::new();
    open(&mut text, &lang.history_title(&history.inventory));
    heading(&mut text, history, &commits, lang);
    if commits.is_empty() {
        words(&mut text, [LEFT, 120.0], 12.0, QUIET, &lang.history_nothing_to_draw());
    } else {
        let days = Days::of(commits.iter().map(|commit| commit.date.as_str()), LEFT, RIGHT);
        services(&commits, &days, lang).draw(&mut text);
        coverage(&commits, &days, lang).draw(&mut text);
    }
    text.push_str("</svg>\n");
    text
}

fn open(text: &mut String, title: &str) {
    let _ = writeln!(
        text,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-labelledby=\"history-title\" font-family=\"{FAMILY}\">\n<title id=\"history-title\">{}</title>\n<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{GROUND}\"/>",
        escaped(title),
    );
}

fn heading(text: &mut String, history: &History, commits: &[&HistoryCommit], lang: Lang) {
    let title = lang.history_title(&history.inventory);
    let _ = writeln!(
        text,
        "<text x=\"{LEFT}\" y=\"40\" font-size=\"18\" font-weight=\"700\" fill=\"{TEXT}\">{}</text>",
        escaped(&title),
    );
    let mut facts = vec![lang.history_commits(commits.len())];
    let days = || commits.iter().map(|commit| commit.date.as_str());
    if let (Some(first), Some(last)) = (days().min(), days().max()) {
        facts.push(lang.history_range(first, last));
    }
    words(text, [LEFT, 62.0], 12.0, QUIET, &facts.join(", "));
}

fn services<'a>(commits: &[&HistoryCommit], days: &'a Days, lang: Lang) -> Panel<'a> {
    let most = commits.iter().filter_map(|commit| commit.measures).map(|it| it.services).max();
    let of = |value: fn(&HistoryMeasures) -> u32| values(commits, value);
    // Where whatever stops does so for good, this is no series of its own.
    let interrupts = commits.iter().filter_map(|it| it.measures).any(|it| it.for_good.is_some());
    let for_good = Series {
        name: lang.history_legend_for_good(),
        colour: TEXT,
        dashed: false,
        values: of(|it| it.for_good.unwrap_or(it.stoppable)),
    };
    let certain_and_possible = [
        Series {
            name: lang.history_legend_possible(),
            colour: GREY,
            dashed: true,
            values: of(|it| it.stoppable + it.possibly_stoppable + it.in_one_hand),
        },
        Series {
            name: lang.history_legend_certain(),
            colour: ACCENT,
            dashed: false,
            values: of(|it| it.stoppable),
        },
    ];
    Panel {
        title: lang.history_panel_services(),
        scale: Scale::counts(most.unwrap_or(0)),
        top: 124.0,
        bottom: 280.0,
        days,
        series: certain_and_possible.into_iter().chain(interrupts.then_some(for_good)).collect(),
        broken: lang.history_legend_broken(),
    }
}

fn coverage<'a>(commits: &[&HistoryCommit], days: &'a Days, lang: Lang) -> Panel<'a> {
    Panel {
        title: lang.history_panel_coverage(),
        scale: Scale::percent(),
        top: 364.0,
        bottom: 470.0,
        days,
        series: vec![Series {
            name: String::new(),
            colour: TEXT,
            dashed: false,
            values: values(commits, |it| it.coverage.percent),
        }],
        broken: lang.history_legend_broken(),
    }
}

fn values(commits: &[&HistoryCommit], value: fn(&HistoryMeasures) -> u32) -> Vec<Option<u32>> {
    commits.iter().map(|commit| commit.measures.as_ref().map(value)).collect()
}

/// A line of text; the place is the start of its baseline.
fn words(text: &mut String, [x, y]: [f64; 2], size: f64, colour: &str, said: &str) {
    let said = escaped(said);
    let _ = writeln!(
        text,
        "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" fill=\"{colour}\">{said}</text>"
    );
}

/// Text as XML may hold it.
fn escaped(text: &str) -> String {
    quick_xml::escape::escape(&*trefonds_lang::visible(text)).into_owned()
}

#[cfg(test)]
mod tests {
    use trefonds_findings::{Coverage, VERSION};

    use super::*;

    fn commit(date: &str, stoppable: Option<u32>) -> HistoryCommit {
        let measures = stoppable.map(|stoppable| HistoryMeasures {
            components: 9,
            services: 4,
            stoppable,
            for_good: None,
            possibly_stoppable: 1,
            in_one_hand: 0,
            down: 0,
            exposed: 1,
            possibly_exposed: 0,
            coverage: Coverage::new(7, 9),
        });
        let problem = measures.is_none().then(|| "broken".to_owned());
        let said = |text: &str| text.to_owned();
        HistoryCommit {
            commit: said("c0ffee"),
            date: said(date),
            author: said("A"),
            subject: said("S"),
            measures,
            problem,
        }
    }

    fn drawn(commits: Vec<HistoryCommit>) -> String {
        let inventory = "a & <b>".to_owned();
        picture(&History { version: VERSION, inventory, since: None, commits }, Lang::En)
    }

    #[test]
    fn every_history_is_well_formed() {
        for commits in [
            Vec::new(),
            vec![commit("2026-01-01", Some(2))],
            vec![commit("2026-01-01", None)],
            vec![commit("no day", Some(9)), commit("2026-01-01", None)],
            vec![commit("2026-03-01", Some(1)), commit("2026-01-01", Some(2))],
        ] {
            let text = drawn(commits);
            roxmltree::Document::parse(&text).unwrap();
            assert!(!text.contains("NaN"), "{text}");
        }
    }

    #[test]
    fn a_commit_that_does_not_load_interrupts_the_line_and_is_marked() {
        let days = ["2026-03-01", "2026-02-01", "2026-01-01"];
        let whole = drawn(days.map(|day| commit(day, Some(1))).to_vec());
        assert!(!whole.contains("does not load"));
        let commits = days.iter().map(|day| commit(day, (*day != days[1]).then_some(1)));
        let broken = drawn(commits.collect());
        assert!(broken.contains("inventory does not load"));
    }
}
