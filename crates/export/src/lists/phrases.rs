//! Small phrases that lists and pages share.

use trefonds_findings::{
    Certainty, ChangeWay, Channel, Coverage, Criticality, DayFrom, Desk, FactKind, Force, Grade,
    LawDays, Layer, Named, Question, Step, SurvivalTimes, UnknownFact, Why,
};
use trefonds_lang::Lang;

use super::keys;

/// "as of 2026-11-01, home FR, EU" and the coverage.
pub(super) fn facts(
    lang: Lang,
    title: Option<&str>,
    day: DayOf<'_>,
    home: &[String],
    coverage: Coverage,
) -> Vec<String> {
    let mut facts: Vec<String> = title.map(str::to_owned).into_iter().collect();
    facts.push(day_and_home(lang, day, home));
    facts.push(lang.coverage_line(coverage.percent, coverage.declared, coverage.called_for));
    facts
}

/// The day of a result, and where it comes from.
pub type DayOf<'a> = (Option<&'a str>, Option<DayFrom>);

/// Whether a law is in force, and its days.
#[must_use]
pub fn law_days(lang: Lang, days: &LawDays) -> String {
    let told = |day: &Option<String>| day.as_deref().map(|day| lang.day(day));
    let (from, until) = (told(&days.from), told(&days.until));
    match (days.force, from, until) {
        (Force::NotYet, Some(from), _) => lang.denial_not_yet(&from),
        (Force::NoMore, _, Some(until)) => lang.denial_no_more(&until),
        (Force::NotYet | Force::NoMore | Force::NoRule, ..) => lang.denial_no_rule(),
        (Force::InForce, None, None) => lang.denial_in_force(),
        (Force::InForce, Some(from), None) => lang.denial_since(&from),
        (Force::InForce, None, Some(until)) => lang.denial_until(&until),
        (Force::InForce, Some(from), Some(until)) => lang.denial_between(&from, &until),
    }
}

/// "2026-11-01 (asked for)": a day, and where it comes from.
#[must_use]
pub fn day(lang: Lang, (as_of, from): DayOf<'_>) -> Option<String> {
    let from = from.map(|from| match from {
        DayFrom::Asked => lang.day_asked(),
        DayFrom::Inventory => lang.day_of_inventory(),
        DayFrom::Verified => lang.day_verified(),
    });
    as_of.map(|day| {
        let day = lang.day(day);
        from.map_or_else(|| day.clone(), |from| format!("{day} ({from})"))
    })
}

/// "as of 1 November 2026 (asked for), home France (FR), EU".
#[must_use]
pub fn day_and_home(lang: Lang, of: DayOf<'_>, home: &[String]) -> String {
    let home = lang.countries(home);
    day(lang, of).map_or_else(|| lang.undated_line(&home), |day| lang.as_of_line(&day, &home))
}

/// "30 d, possibly at once".
#[must_use]
pub fn times(lang: Lang, times: SurvivalTimes) -> String {
    let careful = lang.duration(times.careful);
    match times.settled {
        // What never happens in the careful reading never happens at all.
        None if times.careful.is_none() => careful,
        None => lang.possibly(&careful),
        settled if settled == times.careful => careful,
        settled => lang.time_or_possibly(&lang.duration(settled), &careful),
    }
}

/// A name as people read it: that of a country, whose id is its name, with its code.
#[must_use]
pub fn named(lang: Lang, named: &Named) -> String {
    if named.id == named.name { lang.country(&named.name) } else { named.name.clone() }
}

/// A name as the subject of a sentence.
#[must_use]
pub fn subject(lang: Lang, it: &Named) -> String {
    let name = named(lang, it);
    if it.id == it.name && lang.country_name(&it.name).is_some() {
        return lang.the_country(&name);
    }
    name
}

/// A name with the country that it is in, unless it is that country: "Acme (United States, US)".
#[must_use]
pub fn of_country(lang: Lang, it: &Named, country: Option<&str>) -> String {
    let name = named(lang, it);
    match country.filter(|code| *code != it.name) {
        Some(code) => match lang.country_name(code) {
            Some(country) => format!("{name} ({country}, {code})"),
            None => format!("{name} ({code})"),
        },
        None => name,
    }
}

/// A colon, with the space that French has before it.
#[must_use]
pub const fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ": ",
        Lang::Fr => "\u{a0}: ",
    }
}

/// A semicolon, with the space that French has before it.
#[must_use]
pub const fn semicolon(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "; ",
        Lang::Fr => "\u{a0}; ",
    }
}

/// The name of a channel, with the one that it stands above.
#[must_use]
pub fn channel(lang: Lang, channel: Option<Channel>, through: Option<Channel>) -> String {
    match channel {
        None => lang.no_channel(),
        Some(Channel::Location) => lang.location(),
        Some(Channel::Operation) => lang.operation(),
        Some(Channel::Supply) => lang.supply(),
        Some(Channel::Change) => lang.change_from_afar(),
        Some(Channel::Ownership) => {
            let below = through.filter(|below| *below != Channel::Ownership);
            lang.ownership(&self::channel(lang, below, None))
        }
    }
}

/// How somebody changes a component from afar, behind a comma; nothing where it is not said.
#[must_use]
pub fn way(lang: Lang, how: Option<ChangeWay>) -> String {
    let how = match how {
        None => return String::new(),
        Some(ChangeWay::AutomaticUpdates) => lang.way_updates(),
        Some(ChangeWay::RemoteMaintenance) => lang.way_maintenance(),
        Some(ChangeWay::ControlPlane) => lang.way_control_plane(),
        Some(ChangeWay::Configuration) => lang.way_configuration(),
    };
    format!(" ({how})")
}

/// Certain or possible.
#[must_use]
pub fn certainty(lang: Lang, certainty: Certainty) -> String {
    match certainty {
        Certainty::Certain => lang.certain(),
        Certainty::Possible => lang.possible(),
    }
}

/// How much it matters.
#[must_use]
pub fn criticality(lang: Lang, criticality: Criticality) -> String {
    match criticality {
        Criticality::Vital => lang.vital(),
        Criticality::Important => lang.important(),
        Criticality::Standard => lang.standard(),
        Criticality::Minor => lang.minor(),
    }
}

/// How firmly a law reaches.
#[must_use]
pub fn grade(lang: Lang, grade: Grade) -> String {
    match grade {
        Grade::Direct => lang.grade_direct(),
        Grade::ViaControl => lang.grade_via_control(),
        Grade::ViaGroup => lang.grade_via_group(),
        Grade::Technology => lang.grade_technology(),
        Grade::Arguable => lang.grade_arguable(),
        Grade::Undetermined => lang.grade_undetermined(),
        Grade::None => lang.grade_none(),
    }
}

/// The name of a layer.
#[must_use]
pub fn layer(lang: Lang, layer: Layer) -> String {
    match layer {
        Layer::Service => lang.layer_service(),
        Layer::Application => lang.layer_application(),
        Layer::Data => lang.layer_data(),
        Layer::Software => lang.layer_software(),
        Layer::Middleware => lang.layer_middleware(),
        Layer::Infrastructure => lang.layer_infrastructure(),
        Layer::Hosting => lang.layer_hosting(),
    }
}

/// The question that an unknown fact leaves open: "who runs Messagerie".
#[must_use]
pub fn unknown(lang: Lang, fact: &UnknownFact) -> String {
    let of = named(lang, &fact.subject);
    let of = of.as_str();
    let who = fact.about.as_ref().map_or("?", |about| about.name.as_str());
    let asked = match fact.fact {
        FactKind::Requirements => lang.unknown_requirements(of),
        FactKind::Operator => lang.unknown_operator(of),
        FactKind::Suppliers => lang.unknown_suppliers(of),
        FactKind::ChangedBy => lang.unknown_changes(of),
        FactKind::Site => lang.question_site(of),
        FactKind::Data => lang.unknown_data(of),
        FactKind::DataForm => lang.unknown_form(of),
        FactKind::Keys => lang.unknown_keys(of),
        FactKind::OnWithdrawal => lang.unknown_withdrawal(of, who),
        FactKind::Country => lang.question_country(of),
        FactKind::SiteCountry => lang.unknown_site_country(of),
        FactKind::SiteOperator => lang.unknown_site_operator(of),
        FactKind::Parents => lang.unknown_parents(of),
        FactKind::Votes => lang.unknown_votes(of, who),
        FactKind::Law => lang.unknown_law(of),
        FactKind::Places => lang.unknown_places(of),
        FactKind::Presence => match fact.why {
            Why::Lapsed => lang.unknown_presence_ended(of),
            Why::Candidate => lang.unknown_presence_candidate(of),
            _ => lang.unknown_presence_not_yet(of),
        },
        FactKind::Rule if fact.why == Why::Candidate => lang.unknown_rule_candidate(of),
        FactKind::Rule => lang.unknown_rule(of),
    };
    match (&fact.about, fact.why) {
        (Some(about), Why::Candidate) => lang.unknown_candidate(&asked, &about.name),
        _ => asked,
    }
}

/// Whom to ask: by name, else the desk that can be expected to know.
#[must_use]
pub fn whom(lang: Lang, question: &Question) -> String {
    asked(lang, &question.ask, question.desk)
}

/// The same of those to ask and the desk.
#[must_use]
pub fn asked(lang: Lang, ask: &[String], desk: Desk) -> String {
    match desk {
        _ if !ask.is_empty() => ask.join(", "),
        Desk::Owner => lang.nobody_to_ask(),
        Desk::Purchasing => lang.ask_purchasing(),
        Desk::Legal => lang.ask_legal(),
    }
}

/// Why it is not known.
#[must_use]
pub fn why(lang: Lang, why: Why) -> String {
    match why {
        Why::NotSaid => lang.why_not_said(),
        Why::Undisclosed => lang.why_undisclosed(),
        Why::Lapsed => lang.why_lapsed(),
        Why::Range => lang.why_range(),
        Why::Candidate => lang.why_candidate(),
        Why::Arguable => lang.why_arguable(),
    }
}

/// "who runs Messagerie (not said; apps.yaml:3:5)".
#[must_use]
pub fn unknown_at(lang: Lang, fact: &UnknownFact) -> String {
    let why = why(lang, fact.why);
    let place = fact.at.as_ref().map(|at| at.told(lang));
    let words = place.map_or(why.clone(), |at| format!("{why}{}{at}", semicolon(lang)));
    format!("{} ({words})", unknown(lang, fact))
}

/// All of them in one line.
#[must_use]
pub fn unknowns(lang: Lang, facts: &[UnknownFact]) -> String {
    facts.iter().map(|fact| unknown_at(lang, fact)).collect::<Vec<_>>().join(semicolon(lang))
}

/// Whether any fact of a path is marked as not verified.
#[must_use]
pub fn any_unverified(steps: &[Step]) -> bool {
    steps.iter().any(|step| step.provenance.unverified)
}

/// " [unverified]" behind a path that rests on a fact so marked.
fn mark(lang: Lang, steps: &[Step]) -> String {
    if any_unverified(steps) { format!(" [{}]", lang.unverified()) } else { String::new() }
}

/// "Urgences, Imagerie".
pub(super) fn names<'a>(list: impl IntoIterator<Item = &'a Named>) -> String {
    list.into_iter().map(|it| it.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// Where the steps of a proof are written, a line each.
pub(super) fn places(lang: Lang, steps: &[Step]) -> String {
    steps.iter().map(|step| step.provenance.at.told(lang)).collect::<Vec<_>>().join("\n")
}

/// Millionths as percent, with as many digits as are needed.
pub(super) fn share(lang: Lang, at_least: u32, at_most: u32) -> String {
    let percent = |millionths: u32| {
        let text = format!("{}.{:04}", millionths / 10_000, millionths % 10_000);
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    };
    if at_least == at_most {
        return lang.percent(&percent(at_least));
    }
    lang.vote_range(&percent(at_least), &percent(at_most))
}

/// A layer as it is written in an inventory and on the command line.
#[must_use]
pub fn layer_key(layer: Layer) -> String {
    keys::word(&layer)
}

/// A criticality as it is written in an inventory and on the command line.
#[must_use]
pub fn criticality_key(criticality: Criticality) -> String {
    keys::word(&criticality)
}

/// The path of a proof from a service on, by names and in full.
pub(super) fn path_by_names(lang: Lang, from: &Named, steps: &[Step]) -> String {
    format!("{} > {}", from.name, super::path(steps, &from.id).by_names(lang))
}

/// The path of a proof by ids, and whether it rests on a fact marked as not verified.
pub(super) fn path(lang: Lang, steps: &[Step], from: &str) -> String {
    format!("{}{}", super::path(steps, from).by_ids(lang), mark(lang, steps))
}
