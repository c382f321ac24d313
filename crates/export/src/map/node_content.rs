//! What each node of the map says, before any position.

use trefonds_findings::{
    Chip, Criticality, Layer, MapComponent, MapCountry, MapEntity, MapGraph, MapGroup, MapNode,
    QuestionKind,
};
use trefonds_lang::Lang;

use super::clean::visible;
use super::content::{
    Alarm, COUNTRIES, Content, ENTITIES, Form, Said, Tag, alarm, code, column, has_ended,
};
use super::{fate, joint, tips, verdict};

/// A box shows so many countries.
const MOST_TAGS: usize = 3;

/// What every node says, in order.
pub(super) fn contents(map: &MapGraph, lang: Lang) -> Vec<Content> {
    let nodes = map.nodes.iter();
    let contents = nodes.map(|node| match node {
        MapNode::Component(component) if map.header.scenario.is_some() => {
            fate::component(of_component(component, map.header.question, lang), component, lang)
        }
        MapNode::Group(group) if map.header.scenario.is_some() => {
            fate::group(of_group(group, map.header.question, lang), group, lang)
        }
        MapNode::Component(component) => of_component(component, map.header.question, lang),
        MapNode::Group(group) => of_group(group, map.header.question, lang),
        MapNode::Joint(joint) => joint::content(map, joint, lang),
        MapNode::Entity(entity) => of_entity(entity, lang),
        MapNode::Country(country) => of_country(country),
    });
    contents.collect()
}

fn of_component(component: &MapComponent, question: QuestionKind, lang: Lang) -> Content {
    let tags = tags(&component.chips, lang);
    let verdict = component.verdict.as_ref();
    let form = if component.layer == Layer::Service { Form::Service } else { Form::Component };
    let operators = component.operators.iter().map(|named| visible(&named.name));
    let operators = operators.collect::<Vec<_>>().join(", ");
    let from = if component.of_catalogue { lang.map_of_catalogue() } else { String::new() };
    let words = [criticality(component.criticality, lang), operators, from];
    let words: Vec<String> = words.into_iter().filter(|w| !w.is_empty()).collect();
    Content {
        form,
        column: column(component.layer),
        key: component.component.id.clone(),
        name: name(&component.component.name, &component.component.id),
        second: (!words.is_empty()).then(|| words.join(" · ")),
        alarm: verdict.map_or_else(|| loudest(&component.chips), |it| verdict::alarm(it)),
        tags,
        verdict: has_ended(component, lang)
            .into_iter()
            .chain(component.unmendable.iter().map(|it| verdict::unmendable(it, lang)))
            .chain(verdict.into_iter().flat_map(|v| verdict::said(v, question, lang)))
            .collect(),
        coverage: verdict.map(|v| {
            let percent = v.coverage.percent;
            (lang.map_coverage(percent), percent)
        }),
        single_point: component.single_point_of > 0 && form != Form::Service,
        ended: component.ended.is_some(),
        unmendable: component.unmendable.is_some()
            || verdict.is_some_and(|it| !it.not_mended.is_empty()),
        blind_spots: u32::try_from(component.blind_spots.len()).unwrap_or(u32::MAX),
        strong: component.strong,
        turn: component.turn,
        fate: None,
        tip: tips::component(component, lang),
    }
}

fn of_group(group: &MapGroup, question: QuestionKind, lang: Lang) -> Content {
    let services = (group.services > 0).then(|| Said {
        text: match question {
            QuestionKind::Withdrawal => {
                lang.map_group_services(group.stoppable_services, group.services)
            }
            QuestionKind::Fault => {
                lang.map_group_breakable(group.stoppable_services, group.services)
            }
        },
        alarm: if group.stoppable_services > 0 { Alarm::AtOnce } else { Alarm::Quiet },
    });
    let ended = (group.ended > 0)
        .then(|| Said { text: lang.map_group_ended(group.ended as usize), alarm: Alarm::AtOnce });
    let unmendable = (group.unmendable > 0).then(|| Said {
        text: lang.map_group_unmendable(group.unmendable as usize),
        alarm: Alarm::Quiet,
    });
    Content {
        form: Form::Group,
        column: column(group.layer),
        key: group.group.id.clone(),
        name: name(&group.group.name, &group.group.id),
        second: Some(lang.components(group.members as usize)),
        tags: tags(&group.chips, lang),
        verdict: ended.into_iter().chain(unmendable).chain(services).collect(),
        coverage: None,
        alarm: loudest(&group.chips),
        single_point: false,
        ended: false,
        unmendable: group.unmendable > 0,
        blind_spots: group.blind_spots,
        strong: group.strong,
        turn: None,
        fate: None,
        tip: tips::group(group, lang),
    }
}

fn of_entity(entity: &MapEntity, lang: Lang) -> Content {
    let country = entity.country.as_deref().map(code);
    let country = country.unwrap_or_else(|| lang.map_unknown_country_of_entity());
    let (alarm, second) = match entity.foreign {
        Some(true) => (Alarm::Later, lang.map_foreign(&country)),
        Some(false) => (Alarm::Quiet, country),
        None => (Alarm::Possible, country),
    };
    Content {
        form: Form::Entity,
        column: ENTITIES,
        key: entity.entity.id.clone(),
        name: name(&entity.entity.name, &entity.entity.id),
        second: Some(second),
        alarm,
        strong: entity.strong,
        turn: None,
        tip: tips::entity(entity, lang),
        ..Content::blank()
    }
}

fn of_country(country: &MapCountry) -> Content {
    Content {
        form: Form::Country,
        column: COUNTRIES,
        key: country.country.clone(),
        name: code(&country.country),
        alarm: if country.foreign { Alarm::Later } else { Alarm::Quiet },
        strong: country.strong,
        turn: None,
        tip: visible(&country.country),
        ..Content::blank()
    }
}

fn name(name: &str, id: &str) -> String {
    let shown = visible(name);
    if shown.trim().is_empty() { visible(id) } else { shown }
}

fn criticality(criticality: Option<Criticality>, lang: Lang) -> String {
    match criticality {
        Some(Criticality::Vital) => lang.map_criticality_vital(),
        Some(Criticality::Important) => lang.map_criticality_important(),
        Some(Criticality::Minor) => lang.map_criticality_minor(),
        Some(Criticality::Standard) | None => String::new(),
    }
}

fn loudest(chips: &[Chip]) -> Alarm {
    let alarms = chips.iter().map(|chip| alarm(chip.own_minutes));
    alarms.max().unwrap_or(Alarm::Quiet)
}

fn tags(chips: &[Chip], lang: Lang) -> Vec<Tag> {
    let shown = if chips.len() > MOST_TAGS + 1 { MOST_TAGS } else { chips.len() };
    let mut tags: Vec<Tag> = chips[..shown].iter().map(|chip| tag(chip, lang)).collect();
    if chips.len() > shown {
        tags.push(Tag {
            text: format!("+{}", chips.len() - shown),
            alarm: loudest(&chips[shown..]).min(Alarm::Later),
        });
    }
    tags
}

fn tag(chip: &Chip, lang: Lang) -> Tag {
    let alarm = alarm(chip.own_minutes);
    let who = chip.country.as_deref().map_or("?".to_owned(), code);
    let later = |minutes: Option<u32>| match minutes {
        Some(minutes) if minutes > 0 => format!(" {}", lang.duration(Some(minutes))),
        _ => String::new(),
    };
    let text = match alarm {
        Alarm::Quiet => who,
        Alarm::AtOnce | Alarm::Later => format!("{who}{}", later(chip.own_minutes.settled)),
        Alarm::Possible => {
            let doubt = if chip.country.is_some() { " ?" } else { "" };
            format!("{who}{doubt}{}", later(chip.own_minutes.careful))
        }
    };
    Tag { text, alarm }
}
