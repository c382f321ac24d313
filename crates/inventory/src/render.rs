//! Problems as people and as programs read them.

mod json;
mod snippet;

pub use json::diagnostics_json;

use annotate_snippets::renderer::Renderer;
use annotate_snippets::{Element, Group, Level, Origin};
use trefonds_lang::{Lang, visible_lines};
use trefonds_source::{Diagnostic, Severity, SourceMap};

/// How a report looks.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    /// With terminal colours.
    pub colour: bool,
    /// The language of the words around the messages.
    pub lang: Lang,
}

/// All problems, each with its line underlined and what to do, in the manner of a compiler.
#[must_use]
pub fn render(diagnostics: &[Diagnostic], sources: &SourceMap, style: Style) -> String {
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    let mut report = String::new();
    for diagnostic in diagnostics {
        let diagnostic = &shown(diagnostic);
        let group = group(diagnostic, sources, style.lang);
        report += &renderer.render(&[group]);
        report += "\n\n";
    }
    report
}

/// With nothing in its words that cannot be shown; the lines of files are made safe as they are drawn.
fn shown(diagnostic: &Diagnostic) -> Diagnostic {
    let clean = |text: &String| visible_lines(text).into_owned();
    let mut shown = diagnostic.clone();
    shown.message = clean(&shown.message);
    shown.help = shown.help.as_ref().map(clean);
    shown.path = shown.path.as_ref().map(clean);
    for label in &mut shown.labels {
        label.text = clean(&label.text);
    }
    shown
}

/// Of warnings of one code, so many are shown in full.
const IN_FULL: usize = 3;

/// Errors first, all of them; then the warnings, those of one code together, the first three in full and
/// how many more there are.
#[must_use]
pub fn render_in_short(diagnostics: &[Diagnostic], sources: &SourceMap, style: Style) -> String {
    let of = |severity| diagnostics.iter().filter(move |found| found.severity == severity);
    let errors: Vec<Diagnostic> = of(Severity::Error).cloned().collect();
    let mut report = render(&errors, sources, style);
    let mut codes: Vec<&str> = Vec::new();
    for warning in of(Severity::Warning) {
        if !codes.contains(&warning.code) {
            codes.push(warning.code);
        }
    }
    for code in codes {
        let alike: Vec<&Diagnostic> =
            of(Severity::Warning).filter(|warning| warning.code == code).collect();
        let shown: Vec<Diagnostic> = alike.iter().take(IN_FULL).map(|it| (*it).clone()).collect();
        report += &render(&shown, sources, style);
        if let Some(more) = alike.len().checked_sub(IN_FULL).filter(|more| *more > 0) {
            report += &style.lang.warnings_more(code, &style.lang.amount(more as u64, None));
            report += "\n\n";
        }
    }
    report
}

fn group<'a>(diagnostic: &'a Diagnostic, sources: &'a SourceMap, lang: Lang) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR.with_name(lang.severity_error()),
        Severity::Warning => Level::WARNING.with_name(lang.severity_warning()),
    };
    let mut group =
        Group::with_title(level.primary_title(&*diagnostic.message).id(diagnostic.code));
    group = group.elements(snippet::of(diagnostic, sources, lang));
    if let Some(path) = &diagnostic.path {
        group = group.element(Element::from(Origin::path(&**path)));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.with_name(lang.advice()).message(&**help));
    }
    group
}
