//! What stands above the map: title, day, coverage, and the names of the columns.

use trefonds_findings::{MapHeader, QuestionKind};
use trefonds_lang::Lang;

use super::boxes::bar;
use super::clean::visible;
use super::columns::{COLUMN, column_words};
use super::metrics::Font;
use super::pen::Pen;
use super::scene::{MARGIN, Scene};
use crate::lists::{phrases, what_if};

const TITLE: Font = Font::bold(22.0);
const LINE: Font = Font::regular(12.0);
const BAR: f64 = 64.0;
const SEPARATOR: &str = "  ·  ";

/// The map's title.
pub(super) fn title(header: &MapHeader, lang: Lang) -> String {
    if let Some(scenario) = &header.scenario {
        let title = scenario.title.as_deref();
        return visible(&what_if::title(title, &scenario.withdrawn, lang));
    }
    inventory_title(header, lang)
}

fn inventory_title(header: &MapHeader, lang: Lang) -> String {
    let title = header.title.as_deref().map(visible);
    let title = title.filter(|title| !title.trim().is_empty());
    title.unwrap_or_else(|| lang.map_untitled())
}

/// Lines of facts under the title, each fact whole.
pub(super) struct Heading {
    titles: Vec<String>,
    lines: Vec<Vec<String>>,
    percent: u32,
}

impl Heading {
    pub(super) fn new(header: &MapHeader, lang: Lang, width: f64) -> Self {
        let mut lines: Vec<Vec<String>> = vec![Vec::new()];
        let mut x = 0.0;
        for fact in facts(header, lang) {
            let fact = LINE.shortened(&fact, width);
            let wide = LINE.width(&fact) + LINE.width(SEPARATOR);
            if x + wide > width - BAR && x > 0.0 {
                lines.push(Vec::new());
                x = 0.0;
            }
            x += wide;
            if let Some(line) = lines.last_mut() {
                line.push(fact);
            }
        }
        Self {
            titles: TITLE.wrapped(&title(header, lang), width, 3),
            lines,
            percent: header.coverage.percent,
        }
    }

    /// The height down to the names of the columns.
    pub(super) fn height(&self) -> f64 {
        MARGIN + 28.0 * self.titles.len() as f64 + 20.0 * self.lines.len() as f64 + 16.0
    }

    pub(super) fn draw(&self, pen: &mut Pen, scene: &Scene<'_>) {
        let look = format!("fill=\"{}\"", scene.colours.text);
        let mut y = MARGIN - 6.0;
        for line in &self.titles {
            y += 28.0;
            pen.words(MARGIN, y, TITLE, &look, line);
        }
        let look = format!("fill=\"{}\"", scene.colours.quiet);
        for (index, facts) in self.lines.iter().enumerate() {
            y += 20.0;
            let mut x = MARGIN;
            if index == 0 {
                bar(pen, scene.colours, [x, y - 8.5, BAR, 8.0], self.percent);
                x += BAR + 9.0;
            }
            pen.words(x, y, LINE, &look, &facts.join(SEPARATOR));
        }
        pen.raw("\n");
    }
}

pub(super) fn facts(header: &MapHeader, lang: Lang) -> Vec<String> {
    let coverage = &header.coverage;
    let mut facts =
        vec![lang.map_coverage_facts(coverage.percent, coverage.declared, coverage.called_for)];
    if let Some(scenario) = &header.scenario {
        facts.push(inventory_title(header, lang));
        facts.extend(scenario.by_minutes.map(|by| lang.horizon_line(&lang.duration(Some(by)))));
    }
    facts.extend((header.question == QuestionKind::Fault).then(|| lang.map_asks_faults()));
    facts.push(home(header, lang));
    let day = phrases::day(lang, (header.as_of.as_deref(), header.day_from));
    facts.extend(day.map(|day| lang.map_as_of(&visible(&day))));
    if let Some((focus, depth)) = &header.focus {
        let name = visible(&focus.name);
        facts.push(match depth {
            Some(depth) => lang.map_focus_depth(&name, *depth),
            None => lang.map_focus(&name),
        });
    }
    let highlight = header.highlight.as_ref();
    facts.extend(highlight.map(|named| lang.map_highlight(&visible(&named.name))));
    facts.extend(aggregation(header, lang));
    if header.left_out > 0 {
        facts.push(lang.map_left_out(header.left_out as usize));
    }
    facts
}

fn home(header: &MapHeader, lang: Lang) -> String {
    if header.home.is_empty() {
        return lang.map_no_home();
    }
    lang.map_home(&visible(&lang.countries(&header.home)))
}

fn aggregation(header: &MapHeader, lang: Lang) -> Option<String> {
    let aggregation = header.aggregation.as_ref()?;
    let by = match aggregation.by.as_str() {
        "entity" => lang.map_by_entity(),
        "site" => lang.map_by_site(),
        "campus" => lang.map_by_campus(),
        "jurisdiction" => lang.map_by_jurisdiction(),
        "layer" => lang.map_by_layer(),
        other => visible(other),
    };
    Some(if aggregation.automatic {
        lang.map_grouped_automatically(aggregation.components, &by)
    } else {
        lang.map_grouped(aggregation.components, &by)
    })
}

/// The bands of the columns and their names.
pub(super) fn columns(pen: &mut Pen, scene: &Scene<'_>) {
    for extent in scene.columns() {
        let band = scene.band(extent);
        let look = format!("fill=\"{}\"", scene.colours.band);
        pen.rect(band, 8.0, &look);
        let words = column_words(extent.column, scene.lang);
        let x = band[0] + (band[2] - COLUMN.width(&words) + COLUMN.tracking) / 2.0;
        let look = format!("fill=\"{}\"", scene.colours.quiet);
        pen.words(x, band[1] + 21.0, COLUMN, &look, &words);
        pen.raw("\n");
    }
}
