//! From names that a user wrote to the withdrawals of a scenario: every name that is wrong is told.

use trefonds_graph::{Analysis, NameFault, Withdrawal};
use trefonds_lang::Lang;

/// What a name is asked to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Who or what withdraws.
    Withdrawn,
    /// A site that closes.
    Site,
    /// A law that is applied.
    Law,
}

/// What a name means, or what is wrong with it and what to write instead.
pub(crate) fn resolve(
    analysis: &Analysis<'_>,
    kind: Kind,
    name: &str,
    lang: Lang,
) -> Result<Withdrawal, String> {
    let found = match kind {
        Kind::Withdrawn => analysis.withdrawal(name),
        Kind::Site => analysis.closed_site(name),
        Kind::Law => analysis.applied_law(name),
    };
    found.map_err(|fault| match fault {
        NameFault::Nothing => nothing(analysis, kind, name, lang),
        NameFault::Ambiguous(readings) => lang.whatif_ambiguous(name, &readings.join(", ")),
        NameFault::NotOnTheDay => lang.not_there_on_the_day(name),
        NameFault::ASite => lang.whatif_a_site_closes(name),
        NameFault::LapsedLaw => lang.whatif_lapsed_law(name),
        NameFault::NobodyBehind => lang.whatif_nobody_behind(name),
    })
}

fn nothing(analysis: &Analysis<'_>, kind: Kind, name: &str, lang: Lang) -> String {
    match kind {
        Kind::Site => lang.whatif_no_site(name, &near_or_all(name, &analysis.site_names(), lang)),
        Kind::Law => lang.whatif_no_law(name, &near_or_all(name, &analysis.law_names(), lang)),
        Kind::Withdrawn => {
            let (prefix, id) = match name.split_once(':') {
                Some((prefix @ ("component" | "entity" | "controller" | "country"), id)) => {
                    (format!("{prefix}:"), id)
                }
                _ => (String::new(), name),
            };
            match nearest(id, &analysis.withdrawal_names()) {
                Some(near) => lang.whatif_names_nothing_but(name, &format!("{prefix}{near}")),
                None => lang.whatif_names_nothing(name),
            }
        }
    }
}

/// The nearest name, else all of them.
fn near_or_all(name: &str, names: &[String], lang: Lang) -> String {
    match nearest(name, names) {
        Some(near) => near.to_owned(),
        None if names.is_empty() => lang.nothing(),
        None => names.join(", "),
    }
}

/// The nearest name, when it is near enough to be meant.
pub(crate) fn nearest<'n>(name: &str, names: &'n [String]) -> Option<&'n str> {
    let scored = names.iter().map(|known| (strsim::jaro_winkler(name, known), known.as_str()));
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0)).filter(|(score, _)| *score > 0.8);
    best.map(|(_, near)| near)
}
