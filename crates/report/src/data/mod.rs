//! What the page's script works on: the equations, the map with its places, the words.

mod contract;
mod tables;
#[cfg(test)]
mod typescript;

use trefonds_export::json::text_shown;
use trefonds_export::lists::ended;
use trefonds_findings::{
    Criticality, EndedService, EquationChannel, EquationComponent, EquationEvent, EquationGate,
    EquationNeed, Equations, Layer, Provenance, Target,
};
use trefonds_lang::Lang;

use crate::words::words;
use crate::{LANGUAGES, Report};
use contract::{Both, Component, Data, Event, Language, Need, Proof, Reach, TargetKind};
use tables::Tables;

/// The data as JSON that can stand inside a script element: no `<` is left in it, and no character that
/// cannot be shown.
pub(crate) fn json(report: &Report) -> serde_json::Result<String> {
    let mut tables = Tables::default();
    let equations = &report.equations;
    let targets = equations.targets.iter().map(|target| of_target(target, &mut tables)).collect();
    let components =
        equations.components.iter().map(|component| of_component(component, &mut tables)).collect();
    let events = equations.events.iter().map(|event| of_event(event, &mut tables)).collect();
    let faults = report.breaks.as_ref().map(|breaks| of_faults(breaks, report, &mut tables));
    let services = report.overview.services.iter();
    let services = services.map(|line| (line.service.id.as_str(), line.coverage.percent));
    let [first, second] = &report.pictures;
    let data = Data {
        lang: match report.lang {
            Lang::En => Language::En,
            Lang::Fr => Language::Fr,
        },
        title: report.overview.head.title.as_deref(),
        day: report.overview.head.as_of.as_deref(),
        home: &report.overview.head.home,
        coverage: report.overview.coverage.percent,
        services: services.collect(),
        down: report.jurisdictions.ended.iter().map(down).collect(),
        forward: equations.in_time,
        targets,
        components,
        events,
        faults,
        files: tables.files.into_all(),
        sources: tables.sources.into_all(),
        facts: tables.facts,
        words: LANGUAGES.map(words),
        placed: [first.placed.as_ref(), second.placed.as_ref()],
    };
    Ok(text_shown(&data)?.replace('<', "\\u003c"))
}

fn of_faults<'a>(of: &'a Equations, report: &Report, tables: &mut Tables) -> contract::Faults<'a> {
    let faults = &report.faults;
    let known = LANGUAGES.map(|lang| match faults.are_known() {
        true => faults.coverage(lang),
        false => format!("{} {}", faults.coverage(lang), faults.not_known(lang)),
    });
    let breaks = |it: &'a EquationComponent, tables: &mut Tables| contract::Breaks {
        pl: &it.places.settled,
        pc: careful_places(it),
        pn: it.places.must_fail,
        c: it.channels.iter().map(|channel| of_channel(channel, tables)).collect(),
    };
    contract::Faults {
        known,
        targets: of.targets.iter().map(|target| of_target(target, tables)).collect(),
        components: of.components.iter().map(|it| breaks(it, tables)).collect(),
        events: of.events.iter().map(|event| of_event(event, tables)).collect(),
    }
}

/// The places of the careful reading, where they are not those of the settled one.
fn careful_places(of: &EquationComponent) -> &[Vec<u32>] {
    if of.places.careful == of.places.settled { &[] } else { &of.places.careful }
}

fn down(of: &EndedService) -> (&str, Both, Both) {
    let since = LANGUAGES.map(|lang| ended::verdict(lang, of));
    (&of.service.id, since, LANGUAGES.map(|lang| ended::things(lang, of)))
}

fn proof<'a>(of: &'a Provenance, tables: &mut Tables) -> Proof<'a> {
    Proof {
        a: tables.at(&of.at),
        s: of.source.as_ref().map(|source| tables.sources.place(source)),
        u: of.unverified,
        v: of.verified_on.as_deref(),
    }
}

fn of_target<'a>(target: &'a Target, tables: &mut Tables) -> contract::Target<'a> {
    match target {
        Target::Party { entity, country, controllers } => contract::Target {
            k: TargetKind::Party,
            i: &entity.id,
            n: &entity.name,
            c: country.as_deref(),
            up: controllers.iter().map(|top| top.name.as_str()).collect(),
            f: None,
        },
        Target::Country(code) => contract::Target {
            k: TargetKind::Country,
            i: code,
            n: code,
            c: Some(code),
            up: Vec::new(),
            f: None,
        },
        Target::Site(site) => contract::Target {
            k: TargetKind::Country,
            i: &site.id,
            n: &site.name,
            c: None,
            up: Vec::new(),
            f: None,
        },
        Target::Unknown(fact) => contract::Target {
            k: TargetKind::Unknown,
            i: &fact.id,
            n: &fact.subject.name,
            c: None,
            up: Vec::new(),
            f: Some(tables.fact(fact)),
        },
    }
}

fn of_component<'a>(of: &'a EquationComponent, tables: &mut Tables) -> Component<'a> {
    Component {
        i: &of.component.id,
        n: &of.component.name,
        l: Layer::ALL.iter().position(|layer| *layer == of.layer).unwrap_or(0),
        k: of.criticality.map(place_of),
        o: of.owner.as_deref(),
        t: &of.tags,
        d: &of.data,
        p: proof(&of.provenance, tables),
        b: of.blind_spots.iter().map(|fact| tables.fact(fact)).collect(),
        e: of.ended.as_ref().map(|thing| LANGUAGES.map(|lang| ended::word(lang, thing))),
        ds: of.down_since,
        ea: of.ended_at,
        pl: &of.places.settled,
        pc: careful_places(of),
        pn: of.places.must_fail,
        rs: of.restarts_in,
        rw: (of.recovers_with.iter())
            .map(|it| contract::Repair { c: it.component, q: it.candidate })
            .collect(),
        c: of.channels.iter().map(|channel| of_channel(channel, tables)).collect(),
        r: of.needs.iter().map(|need| of_need(need, tables)).collect(),
    }
}

/// Vital first.
const fn place_of(criticality: Criticality) -> usize {
    match criticality {
        Criticality::Vital => 0,
        Criticality::Important => 1,
        Criticality::Standard => 2,
        Criticality::Minor => 3,
    }
}

fn of_channel<'a>(of: &'a EquationChannel, tables: &mut Tables) -> Reach<'a> {
    Reach {
        t: of.target as usize,
        h: of.channel,
        site: of.site.as_ref().map(|site| site.name.as_str()),
        s: of.stops.settled,
        c: of.stops.careful,
        p: proof(&of.provenance, tables),
    }
}

fn of_need<'a>(of: &'a EquationNeed, tables: &mut Tables) -> Need<'a> {
    let (c, m, g, n) = match &of.gate {
        EquationGate::Component(component) => (Some(*component), None, Vec::new(), None),
        EquationGate::Group { must_fail, members, must_run } => {
            let members = members.iter().map(|member| of_need(member, tables));
            (None, Some(*must_fail), members.collect(), *must_run)
        }
    };
    let at = tables.at(&of.at);
    Need {
        c,
        m,
        g,
        n,
        s: of.cold.map(|it| contract::Cold { t: it.starts_in, f: it.frozen, x: it.left_out }),
        w: of.tolerates,
        soft: of.soft,
        q: of.candidate,
        b: of.because.as_deref(),
        a: at,
    }
}

fn of_event<'a>(of: &'a EquationEvent, tables: &mut Tables) -> Event<'a> {
    Event {
        i: &of.event.id,
        n: &of.event.name,
        k: of.kind,
        l: &of.levels,
        f: u8::from(of.foreign) + u8::from(of.maybe_foreign),
        u: of.unknown.as_ref().map(|fact| tables.fact(fact)),
        s: &of.settled,
        c: &of.careful,
    }
}
