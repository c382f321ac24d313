//! What the page's script works on: the equations, the map with its places, the words.
//!
//! Keys are short, since they stand there once a component; `page/src/data.ts` names them.

use serde::Serialize;
use trefonds_export::json::text_shown;
use trefonds_export::lists::ended;
use trefonds_export::map::Placed;
use trefonds_findings::{
    Channel, Criticality, EndedService, EquationChannel, EquationComponent, EquationEvent,
    EquationGate, EquationNeed, EventKind, Layer, Level, Provenance, Target,
};

use crate::facts::Tables;
use crate::words::{Words, words};
use crate::{LANGUAGES, Report};

type At = (usize, u32, u32);

#[derive(Serialize)]
struct Data<'a> {
    lang: &'static str,
    title: Option<&'a str>,
    day: Option<&'a str>,
    home: &'a [String],
    coverage: u32,
    services: Vec<(&'a str, u32)>,
    /// Services that are down, or will be, from what has ended: the id, since when and by what, in both
    /// languages.
    down: Vec<(&'a str, [String; 2], [String; 2])>,
    targets: Vec<TargetData<'a>>,
    components: Vec<ComponentData<'a>>,
    events: Vec<EventData<'a>>,
    files: Vec<String>,
    sources: Vec<String>,
    facts: [Vec<String>; 2],
    words: [Words; 2],
    placed: [Option<&'a Placed>; 2],
}

#[derive(Serialize)]
struct TargetData<'a> {
    /// Party, country, unknown.
    k: &'static str,
    i: &'a str,
    n: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    c: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    up: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    f: Option<usize>,
}

#[derive(Serialize)]
struct ComponentData<'a> {
    i: &'a str,
    n: &'a str,
    l: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    k: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    o: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    t: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    d: &'a [String],
    p: ProofData<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    b: Vec<usize>,
    /// That it has ended, in both languages.
    #[serde(skip_serializing_if = "Option::is_none")]
    e: Option<[String; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ds: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ea: Option<i64>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pl: &'a [Vec<u32>],
    c: Vec<ChannelData<'a>>,
    r: Vec<NeedData<'a>>,
}

/// Where a fact stands and where it comes from.
#[derive(Serialize)]
struct ProofData<'a> {
    a: At,
    #[serde(skip_serializing_if = "Option::is_none")]
    s: Option<usize>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    u: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    v: Option<&'a str>,
}

#[derive(Serialize)]
struct ChannelData<'a> {
    t: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    h: Option<Channel>,
    #[serde(skip_serializing_if = "Option::is_none")]
    site: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    s: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    c: Option<u32>,
    p: ProofData<'a>,
}

#[derive(Serialize)]
struct NeedData<'a> {
    /// The component, or the group's rule and members.
    #[serde(skip_serializing_if = "Option::is_none")]
    c: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    m: Option<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    g: Vec<NeedData<'a>>,
    #[serde(skip_serializing_if = "is_zero")]
    w: u32,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    soft: bool,
    /// A candidate.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    q: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    b: Option<&'a str>,
    a: At,
}

#[derive(Serialize)]
struct EventData<'a> {
    i: &'a str,
    n: &'a str,
    k: EventKind,
    l: &'a [Level],
    /// 0: at home; 1: possibly foreign; 2: foreign.
    f: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    u: Option<usize>,
    s: &'a [u32],
    c: &'a [u32],
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn is_zero(value: &u32) -> bool {
    *value == 0
}

/// The data as JSON that can stand inside a script element: no `<` is left in it, and no character that
/// cannot be shown.
pub(crate) fn json(report: &Report) -> serde_json::Result<String> {
    let mut tables = Tables::default();
    let equations = &report.equations;
    let targets = equations.targets.iter().map(|target| of_target(target, &mut tables)).collect();
    let components =
        equations.components.iter().map(|component| of_component(component, &mut tables)).collect();
    let events = equations.events.iter().map(|event| of_event(event, &mut tables)).collect();
    let services = report.overview.services.iter();
    let services = services.map(|line| (line.service.id.as_str(), line.coverage.percent));
    let [first, second] = &report.pictures;
    let data = Data {
        lang: crate::words::code(report.lang),
        title: report.overview.title.as_deref(),
        day: report.overview.as_of.as_deref(),
        home: &report.overview.home,
        coverage: report.overview.coverage.percent,
        services: services.collect(),
        down: report.jurisdictions.ended.iter().map(down).collect(),
        targets,
        components,
        events,
        files: tables.files.into_all(),
        sources: tables.sources.into_all(),
        facts: tables.facts,
        words: LANGUAGES.map(words),
        placed: [first.placed.as_ref(), second.placed.as_ref()],
    };
    Ok(text_shown(&data)?.replace('<', "\\u003c"))
}

fn down(of: &EndedService) -> (&str, [String; 2], [String; 2]) {
    let since = LANGUAGES.map(|lang| ended::verdict(lang, of));
    (&of.service.id, since, LANGUAGES.map(|lang| ended::things(lang, of)))
}

fn proof<'a>(of: &'a Provenance, tables: &mut Tables) -> ProofData<'a> {
    ProofData {
        a: tables.at(&of.at),
        s: of.source.as_ref().map(|source| tables.sources.place(source)),
        u: of.unverified,
        v: of.verified_on.as_deref(),
    }
}

fn of_target<'a>(target: &'a Target, tables: &mut Tables) -> TargetData<'a> {
    match target {
        Target::Party { entity, country, controllers } => TargetData {
            k: "p",
            i: &entity.id,
            n: &entity.name,
            c: country.as_deref(),
            up: controllers.iter().map(|top| top.name.as_str()).collect(),
            f: None,
        },
        Target::Country(code) => {
            TargetData { k: "c", i: code, n: code, c: Some(code), up: Vec::new(), f: None }
        }
        Target::Unknown(fact) => TargetData {
            k: "u",
            i: &fact.id,
            n: &fact.subject.name,
            c: None,
            up: Vec::new(),
            f: Some(tables.fact(fact)),
        },
    }
}

fn of_component<'a>(of: &'a EquationComponent, tables: &mut Tables) -> ComponentData<'a> {
    ComponentData {
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
        pl: &of.places,
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

fn of_channel<'a>(of: &'a EquationChannel, tables: &mut Tables) -> ChannelData<'a> {
    ChannelData {
        t: of.target as usize,
        h: of.channel,
        site: of.site.as_ref().map(|site| site.name.as_str()),
        s: of.stops.settled,
        c: of.stops.careful,
        p: proof(&of.provenance, tables),
    }
}

fn of_need<'a>(of: &'a EquationNeed, tables: &mut Tables) -> NeedData<'a> {
    let (c, m, g) = match &of.gate {
        EquationGate::Component(component) => (Some(*component), None, Vec::new()),
        EquationGate::Group { must_fail, members } => {
            let members = members.iter().map(|member| of_need(member, tables));
            (None, Some(*must_fail), members.collect())
        }
    };
    let at = tables.at(&of.at);
    NeedData {
        c,
        m,
        g,
        w: of.tolerates,
        soft: of.soft,
        q: of.candidate,
        b: of.because.as_deref(),
        a: at,
    }
}

fn of_event<'a>(of: &'a EquationEvent, tables: &mut Tables) -> EventData<'a> {
    EventData {
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
