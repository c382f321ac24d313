use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use trefonds_findings::{Certainty, Reading};
use trefonds_model::{
    Channel, Component, DataForm, EntityIx, Grade, Inventory, Law, Layer, Link, Place, Requirement,
    Rest,
};

use super::naive::controlled;
use super::random::sketch;
use crate::{Analysis, Options};

/// Possible or certain, and how firmly: the smaller, the better.
pub(super) type Reach = (Certainty, Grade);

fn inside(model: &Inventory, law: &Law, entity: EntityIx) -> bool {
    let mut countries = model.entity(entity).country.items.iter();
    countries.any(|fact| super::naive::runs_in(law, fact.country))
}

fn entities(model: &Inventory) -> impl Iterator<Item = EntityIx> {
    (0..model.entities.len() as u32).map(EntityIx)
}

fn above(model: &Inventory, top: EntityIx, entity: EntityIx, reading: Reading) -> bool {
    top != entity && controlled(model, top, reading).contains(&entity)
}

/// In which readings a link holds, straight from its definition.
fn link_holds(model: &Inventory, law: &Law, link: Link, party: EntityIx, reading: Reading) -> bool {
    let higher = |top: EntityIx| above(model, top, party, reading);
    match link {
        Link::Direct => inside(model, law, party),
        Link::ViaControl => entities(model).any(|top| higher(top) && inside(model, law, top)),
        Link::Technology => {
            inside(model, law, party)
                || entities(model).any(|top| higher(top) && inside(model, law, top))
        }
        Link::ViaGroup => entities(model).any(|member| {
            let linked = entities(model)
                .any(|top| (top == party || higher(top)) && above(model, top, member, reading));
            member != party && !higher(member) && linked && inside(model, law, member)
        }),
    }
}

pub(super) fn reach(
    model: &Inventory,
    law: &Law,
    channel: Channel,
    party: EntityIx,
) -> Option<Reach> {
    let readings =
        [(Reading::Settled, Certainty::Certain), (Reading::Careful, Certainty::Possible)];
    let rules = law.reaches.iter().filter(|rule| rule.channel == channel);
    let ways = rules.flat_map(|rule| {
        readings.into_iter().filter_map(|(reading, certainty)| {
            let holds = link_holds(model, law, rule.link, party, reading);
            holds.then_some((certainty, rule.grade))
        })
    });
    ways.min()
}

/// How a law reaches each channel of a component, as if its data were clear.
fn channels(model: &Inventory, law: &Law, component: &Component) -> Vec<(Channel, Reach)> {
    let mut found = Vec::new();
    let mut party = |channel, entity| {
        found.extend(reach(model, law, channel, entity).map(|reach| (channel, reach)));
    };
    component.operators.items.iter().for_each(|p| party(Channel::Operation, p.entity));
    component.suppliers.items.iter().for_each(|s| party(Channel::Supply, s.entity));
    let mut places = Vec::new();
    for location in &component.locations.items {
        match location.place {
            Place::Country(country) => places.push(country),
            Place::Site(site) => {
                let site = model.site(site);
                places.extend(site.country.items.iter().map(|fact| fact.country));
                site.operators.items.iter().for_each(|p| party(Channel::Operation, p.entity));
            }
        }
    }
    let located = law.reaches.iter().any(|rule| rule.channel == Channel::Location);
    for place in places {
        if located && super::naive::runs_in(law, place) {
            found.push((Channel::Location, (Certainty::Certain, Grade::Direct)));
        }
    }
    found
}

/// The conditions under which the data of a component can be read, one a holding.
fn conditions(model: &Inventory, law: &Law, component: &Component) -> Vec<Reach> {
    let mut found = Vec::new();
    for data in &component.data.items {
        found.extend(match &data.form {
            DataForm::Clear => Some((Certainty::Certain, Grade::Direct)),
            DataForm::NotSaid => Some((Certainty::Possible, Grade::Direct)),
            DataForm::Encrypted { keys } => {
                let holders = keys.items.iter();
                let reached = holders.filter_map(|holder| {
                    // By any channel that the law names.
                    let channels = [Channel::Location, Channel::Operation, Channel::Supply];
                    let by = channels.into_iter().filter_map(|it| reach(model, law, it, *holder));
                    by.min().or_else(|| {
                        hidden(model, *holder).then_some((Certainty::Possible, Grade::Undetermined))
                    })
                });
                let unknown =
                    (keys.rest != Rest::Nothing).then_some((Certainty::Possible, Grade::Direct));
                reached.min().or(unknown)
            }
        });
    }
    let held = !component.operators.items.is_empty() || !component.locations.items.is_empty();
    let unsaid = match component.data.rest {
        Rest::Nothing => false,
        Rest::Undisclosed => true,
        Rest::NotSaid => component.layer.calls_for_data() || held,
    };
    if unsaid {
        found.push((Certainty::Possible, Grade::Direct));
    }
    found
}

/// Whether a jurisdiction of an entity, or of whoever may be above it, is not known.
fn hidden(model: &Inventory, entity: EntityIx) -> bool {
    entities(model)
        .filter(|top| *top == entity || above(model, *top, entity, Reading::Careful))
        .any(|top| {
            super::naive::has_unknown_country(model, top)
                || super::naive::has_unknown_parent(model, top)
        })
}

fn needs(requirement: &Requirement, found: &mut BTreeSet<usize>) {
    if let trefonds_model::Need::Component(component) = requirement.need {
        found.insert(component.at());
    }
    requirement.members().iter().for_each(|member| needs(member, found));
}

fn cone(model: &Inventory, service: usize) -> BTreeSet<usize> {
    let mut found = BTreeSet::from([service]);
    loop {
        let mut more = found.clone();
        for at in &found {
            model.components[*at].requirements.items.iter().for_each(|r| needs(r, &mut more));
        }
        if more == found {
            return found;
        }
        found = more;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn exposure_is_what_the_definition_says(sketch in sketch()) {
        let model = sketch.inventory();
        let analysis = Analysis::new(&model, &Options::default());
        let mut expected: BTreeMap<(String, String, Channel, String), Reach> = BTreeMap::new();
        for (at, service) in model.components.iter().enumerate() {
            if service.layer != Layer::Service {
                continue;
            }
            for law in &model.laws {
                for member in cone(&model, at) {
                    let component = &model.components[member];
                    let conditions = conditions(&model, law, component);
                    for (channel, reach) in channels(&model, law, component) {
                        for condition in &conditions {
                            let reach = (reach.0.max(condition.0), reach.1.max(condition.1));
                            let key = (
                                model.text(service.id).to_owned(),
                                model.text(law.id).to_owned(),
                                channel,
                                model.text(component.id).to_owned(),
                            );
                            let best = expected.entry(key).or_insert(reach);
                            *best = (*best).min(reach);
                        }
                    }
                }
            }
        }
        // Of every component of its own, the one that a finding proves and the others.
        let mut found: BTreeMap<(String, String, Channel, String), Reach> = BTreeMap::new();
        for finding in analysis.exposure(false).findings {
            let Some((law, channel)) = finding.law.zip(finding.channel) else { continue };
            let others = finding.others.into_iter().map(|other| (other.component, other.grade));
            for (component, grade) in others.chain([(finding.component, finding.grade)]) {
                let reach = (finding.certainty, grade);
                let key = (finding.service.id.clone(), law.id.clone(), channel, component.id);
                let best = found.entry(key).or_insert(reach);
                *best = (*best).min(reach);
            }
        }
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn every_possible_exposure_names_what_it_hangs_on(sketch in sketch()) {
        let model = sketch.inventory();
        let analysis = Analysis::new(&model, &Options::default());
        for finding in analysis.exposure(true).findings {
            let open = finding.certainty == Certainty::Possible;
            prop_assert_eq!(open, !finding.hangs_on.is_empty(), "{:?}", finding);
            prop_assert!(!finding.path.is_empty());
        }
    }
}
