//! Problems as people and as programs read them.

mod json;
mod snippet;

pub use json::diagnostics_json;

use annotate_snippets::renderer::Renderer;
use annotate_snippets::{Element, Group, Level, Origin};
use trefonds_lang::Lang;
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
        let group = group(diagnostic, sources, style.lang);
        report += &renderer.render(&[group]);
        report += "\n\n";
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
    group = group.elements(snippet::of(diagnostic, sources));
    if let Some(path) = &diagnostic.path {
        group = group.element(Element::from(Origin::path(&**path)));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.with_name(lang.advice()).message(&**help));
    }
    group
}
