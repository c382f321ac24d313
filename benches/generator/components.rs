//! Components: what they need, who is behind them, where they stand, what data they hold.

use std::fmt::Write as _;

use super::entities::Surroundings;
use super::{InTime, Random, put};

/// Things of a layer that a large part of the system shares.
const SHARED: usize = 20;
/// One infrastructure component in so many is in a circle with its neighbours.
const CIRCLES: usize = 2000;

/// The layers: name, what ids start with, how many of a thousand components besides services.
const LAYERS: [(&str, &str, usize); 7] = [
    ("service", "svc", 0),
    ("application", "app", 180),
    ("data", "db", 120),
    ("software", "soft", 220),
    ("middleware", "mid", 140),
    ("infrastructure", "infra", 300),
    ("hosting", "host", 40),
];

/// What each layer needs, in thousandths of a requirement: the layer, how many.
const NEEDS: [&[(usize, usize)]; 7] = [
    &[(1, 3000), (2, 1000)],
    &[(1, 150), (2, 1000), (3, 1000), (4, 1000), (5, 300)],
    &[(4, 1000), (5, 500)],
    &[(3, 600)],
    &[(3, 1000), (4, 100), (5, 1200)],
    &[(3, 1000), (5, 400), (6, 1000)],
    &[(6, 300)],
];

/// Where each layer starts among all components.
pub struct Layers {
    starts: [usize; 8],
    around: Surroundings,
    in_time: InTime,
}

/// A component by its layer and its position there.
#[derive(Clone, Copy, PartialEq)]
struct Member {
    layer: usize,
    at: usize,
}

impl Layers {
    pub fn of(components: usize, in_time: InTime) -> Self {
        let services = (components / 100).clamp(1, 1000).min(components);
        let rest = components - services;
        let mut starts = [0; 8];
        starts[1] = services;
        let mut thousandths = 0;
        for (layer, (_, _, share)) in LAYERS.iter().enumerate().skip(1) {
            thousandths += share;
            starts[layer + 1] = services + rest * thousandths / 1000;
        }
        Self { starts, around: Surroundings::of(components), in_time }
    }

    fn size(&self, layer: usize) -> usize {
        self.starts[layer + 1] - self.starts[layer]
    }

    /// Appends the component at a position among all.
    pub fn component(&self, at: usize, text: &mut String) {
        let layer = (0..7).rev().find(|layer| self.starts[*layer] <= at).unwrap_or(0);
        let own = Member { layer, at: at - self.starts[layer] };
        let mut random = Random::of(at, 3);
        let (name, prefix, _) = LAYERS[layer];
        put!(text, "  {prefix}-{:06}:\n    name: Élément {} {at}\n", own.at, name);
        put!(text, "    layer: {name}\n");
        if layer == 0 {
            let criticality = ["vital", "important", "standard", "minor"][random.below(4)];
            put!(text, "    criticality: {criticality}\n    owner: Direction {}\n", at % 17);
        }
        if random.one_in_thousand(100) {
            text.push_str("    tags: [astreinte, plan-de-reprise]\n");
        }
        self.requirements(own, &mut random, text);
        if layer > 0 {
            let in_time = self.in_time.has(at);
            parties(layer, self.around, in_time, &mut random, text);
            if in_time {
                self.comes_back(own, &mut random, text);
            }
        }
    }

    /// How long a component takes to be up again, what its repair needs, and who can change it.
    fn comes_back(&self, own: Member, random: &mut Random, text: &mut String) {
        put!(text, "    restarts_in: {}h\n", 1 + own.at % 6);
        let tool = Member { layer: 4, at: random.below(SHARED.min(self.size(4)).max(1)) };
        if tool != own && self.size(4) > 0 {
            text.push_str("    recovers_with: [");
            id(tool, text);
            text.push_str("]\n");
        }
        let maker = entity(self.around, random);
        put!(text, "    changed_by: [{{entity: entity-{maker:03}, how: automatic updates}}]\n");
    }

    fn requirements(&self, own: Member, random: &mut Random, text: &mut String) {
        let mut written: Vec<Member> = Vec::with_capacity(8);
        let mut first = true;
        for (layer, thousandths) in NEEDS[own.layer] {
            let some = random.one_in_thousand(thousandths % 1000);
            for _ in 0..thousandths / 1000 + usize::from(some) {
                self.requirement(own, *layer, random, &mut written, &mut first, text);
            }
        }
        if own.layer == 5 {
            self.circle(own, &written, &mut first, text);
        }
        if !first {
            text.push_str("]\n");
        } else if own.layer > 0 || random.one_in_thousand(990) {
            text.push_str("    depends_on: none\n");
        }
    }

    /// A circle of three: the first needs the second and the third, the third needs the first.
    fn circle(&self, own: Member, written: &[Member], first: &mut bool, text: &mut String) {
        let others: &[isize] = match own.at % CIRCLES {
            0 => &[1, 2],
            2 => &[-2],
            _ => &[],
        };
        for other in others {
            let at = own.at.saturating_add_signed(*other);
            let other = Member { at, ..own };
            if at < self.size(own.layer) && !written.contains(&other) {
                separate(first, text);
                id(other, text);
            }
        }
    }

    fn requirement(
        &self,
        own: Member,
        layer: usize,
        random: &mut Random,
        written: &mut Vec<Member>,
        first: &mut bool,
        text: &mut String,
    ) {
        let cold = self.in_time.has(self.starts[own.layer] + own.at);
        let kind = random.below(100);
        let kind = if cold { kind % 11 } else { kind };
        let members = match kind {
            0..=7 => 2,
            8..=10 => 3,
            _ => 1,
        };
        let mut found: Vec<Member> = Vec::with_capacity(3);
        for _ in 0..members {
            let needed = self.needed(own, layer, random);
            if let Some(needed) = needed.filter(|needed| !written.contains(needed)) {
                written.push(needed);
                found.push(needed);
            }
        }
        if found.is_empty() {
            return;
        }
        separate(first, text);
        match (kind, found.len()) {
            (0..=7, 2) => {
                text.push_str("{any_of: ");
                list(&found, cold, text);
                text.push_str(if kind < 3 { ", tolerates: 4h}" } else { "}" });
            }
            (8..=10, 3) => {
                text.push_str("{at_least: 2, of: ");
                list(&found, cold, text);
                text.push('}');
            }
            (11..=16, _) => {
                text.push_str("{soft: ");
                id(found[0], text);
                text.push('}');
            }
            (17..=22, _) => {
                text.push_str("{needs: ");
                id(found[0], text);
                text.push_str(", tolerates: 2d, because: copie locale}");
            }
            _ => id(found[0], text),
        }
    }

    /// Something of a layer, near to the own position there or shared by many. In the own layer,
    /// only what stands behind, so that circles are those that are meant.
    fn needed(&self, own: Member, layer: usize, random: &mut Random) -> Option<Member> {
        let size = self.size(layer);
        if layer == own.layer {
            let at = own.at + 1 + random.below(50);
            return (at < size).then_some(Member { layer, at });
        }
        if random.one_in_thousand(50) {
            return (size > 0).then(|| Member { layer, at: random.below(SHARED.min(size)) });
        }
        let window = (size / 50).clamp(1, 500);
        let near = (own.at as u64 * size as u64 / self.size(own.layer).max(1) as u64) as usize;
        let at = (near + random.below(window)) % size.max(1);
        (size > 0).then_some(Member { layer, at })
    }
}

fn separate(first: &mut bool, text: &mut String) {
    text.push_str(if *first { "    depends_on: [" } else { ", " });
    *first = false;
}

/// The members of a group; the last one may take over after a time only.
fn list(members: &[Member], cold: bool, text: &mut String) {
    for (at, member) in members.iter().enumerate() {
        text.push_str(if at == 0 { "[" } else { ", " });
        if cold && at + 1 == members.len() {
            text.push_str("{needs: ");
            id(*member, text);
            put!(text, ", starts_in: {}h}}", 1 + member.at % 8);
        } else {
            id(*member, text);
        }
    }
    text.push(']');
}

fn id(member: Member, text: &mut String) {
    put!(text, "{}-{:06}", LAYERS[member.layer].1, member.at);
}

/// An entity; the first ones are met more often.
fn entity(around: Surroundings, random: &mut Random) -> usize {
    let bound = random.below(around.entities) + 1;
    random.below(bound)
}

fn parties(
    layer: usize,
    around: Surroundings,
    in_time: bool,
    random: &mut Random,
    text: &mut String,
) {
    if layer != 3 && !random.one_in_thousand(15) {
        put!(text, "    operator: entity-{:03}\n", entity(around, random));
    }
    if !random.one_in_thousand(10) {
        supplier(around, random, text);
    }
    if layer >= 5 && !random.one_in_thousand(10) {
        let site = random.below(around.sites);
        if in_time && around.sites > 1 {
            let other = (site + 1) % around.sites;
            put!(text, "    site: [site-{site:02}, site-{other:02}]\n    needs_places: 1\n");
        } else {
            put!(text, "    site: site-{site:02}\n");
        }
    } else if layer == 1 && random.one_in_thousand(100) {
        text.push_str("    site: FR\n");
    }
    if layer != 3 && !random.one_in_thousand(10) {
        data(layer, around, random, text);
    }
}

fn supplier(around: Surroundings, random: &mut Random, text: &mut String) {
    let entity = entity(around, random);
    match random.below(100) {
        0..=9 => {
            put!(text, "    suppliers: [entity-{entity:03}]\n");
        }
        10..=29 => {
            put!(
                text,
                "    suppliers:\n      - {{entity: entity-{entity:03}, on_withdrawal: stops after 90d, source: contrat 2024-{entity}, verified: 2026-03-{:02}}}\n",
                1 + entity % 28
            );
        }
        30..=39 => {
            put!(
                text,
                "    suppliers: [{{entity: entity-{entity:03}, on_withdrawal: stops, until: 2028-12-31}}]\n"
            );
        }
        40..=49 => text.push_str("    suppliers: none\n"),
        _ => {
            put!(
                text,
                "    suppliers: [{{entity: entity-{entity:03}, on_withdrawal: survives}}]\n"
            );
        }
    }
}

fn data(layer: usize, around: Surroundings, random: &mut Random, text: &mut String) {
    let classes = ["santé", "personnelles", "paiement", "exploitation"];
    let class = classes[random.below(classes.len())];
    match random.below(100) {
        _ if layer > 2 && !random.one_in_thousand(100) => text.push_str("    data: none\n"),
        0..=39 => {
            put!(text, "    data: {{class: {class}, form: clear}}\n");
        }
        40..=69 => {
            let holder = entity(around, random);
            put!(text, "    data: {{class: {class}, form: encrypted, keys: entity-{holder:03}}}\n");
        }
        _ => text.push_str("    data: none\n"),
    }
}
