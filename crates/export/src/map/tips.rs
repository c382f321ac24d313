//! What a viewer shows when the pointer rests on a shape.

use trefonds_findings::Channel;
use trefonds_findings::{
    AlternativesKind, Chip, MapAlternatives, MapComponent, MapEdge, MapEdgeKind, MapEntity,
    MapGroup, Named, SurvivalTimes, UnknownFact,
};
use trefonds_lang::Lang;

use super::clean::visible;
use crate::lists::{ended, outages};

/// The tooltip lists so many blind spots or countries.
const MOST: usize = 12;

pub(super) fn component(component: &MapComponent, lang: Lang) -> String {
    let mut lines = vec![title(&component.component)];
    if !component.operators.is_empty() {
        lines.push(lang.map_tip_operators(&titles(&component.operators)));
    }
    lines.extend(chips(&component.chips, lang));
    lines.extend(component.ended.iter().map(|thing| visible(&ended::named(lang, thing))));
    if let Some(down) = component.verdict.as_ref().and_then(|verdict| verdict.down.as_ref()) {
        let things: Vec<String> = down.things.iter().map(|it| ended::named(lang, it)).collect();
        let since = ended::down(lang, down.minutes, down.since.as_deref());
        lines.push(visible(&format!("{since} ({})", things.join(", "))));
    }
    lines.extend(component.unmendable.iter().map(|it| {
        let circle = outages::circle(lang, it);
        visible(&format!(
            "{}: {}",
            lang.sheet_unmendable(),
            lang.repair_line(&it.needs.name, &circle)
        ))
    }));
    if component.single_point_of > 0 {
        lines.push(lang.map_tip_single_point(component.single_point_of as usize));
    }
    lines.extend(blind_spots(&component.blind_spots, lang));
    lines.push(visible(&component.at.told(lang)));
    lines.join("\n")
}

pub(super) fn group(group: &MapGroup, lang: Lang) -> String {
    let mut lines = vec![title(&group.group), lang.components(group.members as usize)];
    lines.extend(chips(&group.chips, lang));
    if group.blind_spots > 0 {
        lines.push(lang.map_tip_blind_spots(group.blind_spots as usize));
    }
    lines.join("\n")
}

pub(super) fn joint(joint: &MapAlternatives, lang: Lang) -> String {
    let mut lines = vec![match joint.kind {
        AlternativesKind::AllOf { n } => lang.map_tip_all_of(n),
        AlternativesKind::AtLeast { k: 1, n } => lang.map_tip_any_of(n),
        AlternativesKind::AtLeast { k, n } => lang.map_tip_at_least(k, n),
    }];
    lines.extend(because(joint.because.as_deref(), lang));
    lines.push(visible(&joint.at.told(lang)));
    lines.join("\n")
}

pub(super) fn entity(entity: &MapEntity, lang: Lang) -> String {
    let at = visible(&entity.at.told(lang));
    format!("{}\n{at}", title(&entity.entity))
}

pub(super) fn edge(edge: &MapEdge, from: &str, to: &str, lang: Lang) -> String {
    let mut lines = vec![lang.map_tip_edge(from, to), kind(edge.kind, lang)];
    if edge.count > 1 {
        lines.push(lang.map_tip_count(edge.count as usize));
    }
    if !edge.through.is_empty() {
        let more = edge.through.len().saturating_sub(MOST);
        let mut names = titles(&edge.through[..edge.through.len() - more]);
        names.push_str(if more > 0 { ", …" } else { "" });
        lines.push(lang.map_tip_through(&names));
    }
    if edge.tolerates > 0 {
        lines.push(lang.map_tip_tolerates(&lang.duration(Some(edge.tolerates))));
    }
    if edge.starts_in > 0 {
        lines.push(lang.map_tip_starts(&lang.duration(Some(edge.starts_in))));
    }
    if edge.possible {
        lines.push(lang.map_tip_possible());
    }
    lines.extend(because(edge.because.as_deref(), lang));
    lines.extend(edge.at.as_ref().map(|at| visible(&at.told(lang))));
    lines.join("\n")
}

/// The words for a kind of arrow.
pub(super) fn kind(kind: MapEdgeKind, lang: Lang) -> String {
    match kind {
        MapEdgeKind::Hard => lang.map_edge_hard(),
        MapEdgeKind::Alternative => lang.map_edge_alternative(),
        MapEdgeKind::Soft => lang.map_edge_soft(),
        MapEdgeKind::Channel(Channel::Operation) => lang.map_edge_operation(),
        MapEdgeKind::Channel(Channel::Supply) => lang.map_edge_supply(),
        MapEdgeKind::Channel(Channel::Change) => lang.map_edge_change(),
        MapEdgeKind::Channel(Channel::Location) => lang.map_edge_location(),
        MapEdgeKind::Channel(Channel::Ownership) => lang.map_edge_ownership(),
        MapEdgeKind::Control => lang.map_edge_control(),
    }
}

fn because(reason: Option<&str>, lang: Lang) -> Option<String> {
    reason.map(|reason| lang.map_tip_because(&visible(reason)))
}

fn title(named: &Named) -> String {
    if named.name == named.id {
        return visible(&named.id);
    }
    format!("{} ({})", visible(&named.name), visible(&named.id))
}

fn titles(all: &[Named]) -> String {
    all.iter().map(title).collect::<Vec<_>>().join(", ")
}

fn blind_spots(facts: &[UnknownFact], lang: Lang) -> Vec<String> {
    if facts.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![lang.map_tip_blind_spots(facts.len())];
    let shown = facts.iter().take(MOST);
    lines.extend(shown.map(|fact| match &fact.at {
        Some(at) => visible(&format!("  {} ({})", fact.id, at.told(lang))),
        None => visible(&format!("  {}", fact.id)),
    }));
    lines.extend((facts.len() > MOST).then(|| "  …".to_owned()));
    lines
}

fn chips(chips: &[Chip], lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> = chips.iter().take(MOST).map(|c| chip(c, lang)).collect();
    lines.extend((chips.len() > MOST).then(|| "…".to_owned()));
    lines
}

fn chip(chip: &Chip, lang: Lang) -> String {
    let country = chip.country.as_deref().map(visible);
    let country = country.unwrap_or_else(|| lang.map_unknown_country());
    let when = when(chip.own_minutes, lang);
    let channels = chip.channels.iter().map(|c| channel(*c, lang));
    let channels = channels.collect::<Vec<_>>().join(", ");
    if chip.through.is_empty() {
        return lang.map_tip_chip_alone(&country, &when, &channels);
    }
    lang.map_tip_chip(&country, &when, &channels, &titles(&chip.through))
}

fn when(times: SurvivalTimes, lang: Lang) -> String {
    let time = |minutes: u32| lang.after(Some(minutes));
    match (times.settled, times.careful) {
        (Some(settled), Some(careful)) if careful < settled => {
            lang.map_tip_stops_or_sooner(&time(settled), &time(careful))
        }
        (Some(settled), _) => lang.map_tip_stops(&time(settled)),
        (None, Some(careful)) => lang.map_tip_may_stop(&time(careful)),
        (None, None) => lang.map_tip_present(),
    }
}

fn channel(channel: Channel, lang: Lang) -> String {
    match channel {
        Channel::Location => lang.map_channel_location(),
        Channel::Operation => lang.map_channel_operation(),
        Channel::Supply => lang.map_channel_supply(),
        Channel::Change => lang.change_from_afar(),
        Channel::Ownership => lang.map_channel_ownership(),
    }
}
