//! From a model to an [`Analysis`]: everything that depends on the day is settled here, once.

use rustc_hash::FxHashMap;
use trefonds_findings::{FactKind, Reading, Why};
use trefonds_model::{
    ComponentIx, Country, DataForm, Date, Effect, Entity, EntityIx, Holder, Inventory,
    Jurisdiction, Rest, Share,
};

use crate::Analysis;
use crate::channels::{Builder, Channels, EntryIx, Target, site_facts};
use crate::circuit::Circuit;
use crate::control::{Control, Stake, Stakes};
use crate::order::Order;
use crate::unknowns::{Calendar, Subject, Unknown, UnknownIx, Unknowns};

/// What the results speak of; `None` leaves it to the inventory.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The day.
    pub as_of: Option<Date>,
    /// The trusted jurisdictions.
    pub home: Option<Vec<Jurisdiction>>,
}

/// What is known of a legal entity on the day.
#[derive(Debug)]
pub(crate) struct EntityFacts {
    pub country: Result<Country, UnknownIx>,
    /// Set when somebody who is not named may be above it.
    pub unknown_parent: Option<UnknownIx>,
    /// Whether its parents count as declared.
    pub parents_known: bool,
}

/// How many facts a component calls for, and how many of these are known.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    pub declared: u8,
    pub called_for: u8,
}

/// The channels by what stands at their far end.
#[derive(Default)]
pub(crate) struct Inverted {
    pub by_party: FxHashMap<EntityIx, Vec<EntryIx>>,
    pub by_country: FxHashMap<Country, Vec<EntryIx>>,
    pub by_unknown: FxHashMap<UnknownIx, Vec<EntryIx>>,
}

impl<'m> Analysis<'m> {
    /// Prepares every analysis of `model`. It cannot fail: a model is valid.
    ///
    /// O(components + requirements + channels) time and space, and one control fixpoint per entity.
    #[must_use]
    pub fn new(model: &'m Inventory, options: &Options) -> Self {
        let day = options.as_of.or_else(|| model.day());
        let home = options.home.clone().unwrap_or_else(|| model.home.clone());
        let calendar = Calendar { notes: &model.notes, day };
        let mut unknowns = Unknowns::default();
        let (entities, stakes) = entity_facts(model, calendar, &mut unknowns);
        let settled = Control::new(model.entities.len(), &stakes, Reading::Settled);
        let careful = Control::new(model.entities.len(), &stakes, Reading::Careful);
        let sites = site_facts(model, calendar, &mut unknowns);
        let present: Vec<bool> =
            model.components.iter().map(|it| calendar.holds(it.note) && !it.planned).collect();
        let circuit = Circuit::new(model, calendar, &present);
        let order = Order::new(&circuit, model.components.len());
        let sited = sites_below(model, calendar, &circuit, &order);
        let mut builder = Builder::new(model, calendar, &sites, &mut unknowns);
        let tallies = fill(&mut builder, &circuit, &present, &sited);
        let channels = builder.finish();
        let inverted = invert(&channels);
        let mut analysis = Self {
            model,
            day,
            home,
            unknowns,
            entities,
            stakes,
            settled,
            careful,
            sites,
            present,
            circuit,
            order,
            tallies,
            channels,
            inverted,
        };
        for unknown in lawless(&analysis) {
            analysis.unknowns.add(unknown);
        }
        analysis
    }
}

fn invert(channels: &Channels) -> Inverted {
    let mut inverted = Inverted::default();
    for (at, entry) in channels.iter() {
        match entry.target {
            Target::Party(entity) => inverted.by_party.entry(entity).or_default().push(at),
            Target::Country(country) => {
                inverted.by_country.entry(country.state()).or_default().push(at)
            }
            Target::Unknown(unknown) => inverted.by_unknown.entry(unknown).or_default().push(at),
        }
    }
    inverted
}

fn entity_facts(
    model: &Inventory,
    calendar: Calendar<'_>,
    unknowns: &mut Unknowns,
) -> (Vec<EntityFacts>, Stakes) {
    let mut facts = Vec::with_capacity(model.entities.len());
    let mut stakes = Vec::new();
    for (at, entity) in model.entities.iter().enumerate() {
        let held = EntityIx(at as u32);
        let country = entity.country.items.iter().find(|fact| calendar.holds(fact.note));
        let country = country.map(|fact| fact.country).ok_or_else(|| {
            let why = calendar.gap(&entity.country, |fact| fact.note).unwrap_or(Why::NotSaid);
            unknowns.add(of_entity(held, FactKind::Country, why, entity.country.at))
        });
        let gap = parents_gap(entity, calendar);
        let unknown_parent =
            gap.map(|(why, at)| unknowns.add(of_entity(held, FactKind::Parents, why, at)));
        stakes_in(held, entity, calendar, unknowns, &mut stakes);
        facts.push(EntityFacts { country, unknown_parent, parents_known: gap.is_none() });
    }
    (facts, Stakes::new(model.entities.len(), stakes))
}

fn of_entity(entity: EntityIx, fact: FactKind, why: Why, at: trefonds_source::Span) -> Unknown {
    let subject = Subject::Entity(entity);
    Unknown { fact, subject, about: None, why, at, called_for: true }
}

/// Why somebody unnamed may be above an entity, and where that is said; `None` when nobody can be.
fn parents_gap(entity: &Entity, calendar: Calendar<'_>) -> Option<(Why, trefonds_source::Span)> {
    let by_votes = calendar.gap(&entity.owned_by, |holding| holding.note);
    let by_other = calendar.gap(&entity.controlled_by, |link| link.note);
    let votes = entity.owned_by.items.iter().filter(|holding| calendar.holds(holding.note));
    let (least, most) = votes.fold((0_u32, 0_u32), |(least, most), holding| {
        (least.saturating_add(holding.votes.at_least), most.saturating_add(holding.votes.at_most))
    });
    let unnamed = |named: u32| Share::WHOLE.saturating_sub(named) > Share::HALF;
    let owned_at = entity.owned_by.at;
    match (by_votes, by_other) {
        (Some(Why::NotSaid), Some(Why::NotSaid)) => Some((Why::NotSaid, entity.at)),
        (Some(Why::NotSaid), other) => other.map(|why| (why, entity.controlled_by.at)),
        // Who holds the undisclosed rest cannot control when the rest is half or less.
        (Some(why), _) if unnamed(least) => Some((why, owned_at)),
        (_, Some(why)) if why != Why::NotSaid => Some((why, entity.controlled_by.at)),
        (None, _) if !entity.owned_by.items.is_empty() && unnamed(most) => {
            Some((Why::NotSaid, owned_at))
        }
        _ => None,
    }
}

fn stakes_in(
    held: EntityIx,
    entity: &Entity,
    calendar: Calendar<'_>,
    unknowns: &mut Unknowns,
    stakes: &mut Vec<Stake>,
) {
    for holding in entity.owned_by.items.iter().filter(|holding| calendar.holds(holding.note)) {
        let Holder::Entity(holder) = holding.holder else {
            continue;
        };
        let votes = holding.votes;
        let unknown = (votes.at_least != votes.at_most).then(|| {
            let why = if holding.votes_said { Why::Range } else { Why::NotSaid };
            unknowns.add(Unknown {
                about: Some(holder),
                called_for: false,
                ..of_entity(held, FactKind::Votes, why, holding.at)
            })
        });
        let (at, note) = (holding.at, holding.note);
        stakes.push(Stake { holder, held, votes: Some(votes), unknown, at, note });
    }
    for link in entity.controlled_by.items.iter().filter(|link| calendar.holds(link.note)) {
        let (holder, at, note) = (link.entity, link.at, link.note);
        stakes.push(Stake { holder, held, votes: None, unknown: None, at, note });
    }
}

/// For each component, whether it or something that it needs without alternative or choice has a site.
fn sites_below(
    model: &Inventory,
    calendar: Calendar<'_>,
    circuit: &Circuit<'_>,
    order: &Order,
) -> Vec<bool> {
    let own = |component: ComponentIx| {
        let locations = &model.component(component).locations;
        locations.items.iter().any(|location| calendar.holds(location.note))
    };
    let mut sited = vec![false; model.components.len()];
    for circle in order.circles() {
        let found =
            circle.iter().any(|member| own(*member) || needs_sited(circuit, *member, &sited));
        circle.iter().for_each(|member| sited[member.at()] = found);
    }
    sited
}

fn needs_sited(circuit: &Circuit<'_>, component: ComponentIx, sited: &[bool]) -> bool {
    circuit.leaves(component).any(|(node, needed)| sited[needed.at()] && !circuit.is_soft(node))
}

/// Adds the channels of every component and counts its facts.
fn fill(
    builder: &mut Builder<'_>,
    circuit: &Circuit<'_>,
    present: &[bool],
    sited: &[bool],
) -> Vec<Tally> {
    let mut broken = circuit.broken.iter().peekable();
    let model = builder.model;
    let mut tallies = Vec::with_capacity(model.components.len());
    for (at, component) in model.components.iter().enumerate() {
        let owner = ComponentIx(at as u32);
        let hole = broken.next_if(|next| **next == owner).is_some();
        let mut tally = Tally::default();
        if present[at] {
            builder.declared(owner, component);
            let gaps = Gaps { owner, hole, sited: sited[at] };
            tally = gaps.add(builder);
        }
        builder.close();
        tallies.push(tally);
    }
    tallies
}

/// The facts of one component that are not known.
struct Gaps {
    owner: ComponentIx,
    /// A requirement names something that is not there on the day.
    hole: bool,
    sited: bool,
}

impl Gaps {
    fn add(&self, builder: &mut Builder<'_>) -> Tally {
        let component = builder.model.component(self.owner);
        let (calendar, layer) = (builder.calendar, component.layer);
        let requirements = calendar.gap(&component.requirements, |r| r.note);
        let requirements = requirements.or(self.hole.then_some(Why::Lapsed));
        let site = calendar.gap(&component.locations, |l| l.note);
        let inherited = site == Some(Why::NotSaid) && layer.site_may_be_inherited() && self.sited;
        let facts = [
            (
                FactKind::Requirements,
                layer.calls_for_requirements(),
                requirements,
                component.requirements.at,
            ),
            (
                FactKind::Operator,
                layer.calls_for_operator(),
                calendar.gap(&component.operators, |p| p.note),
                component.operators.at,
            ),
            (
                FactKind::Suppliers,
                layer.calls_for_suppliers(),
                calendar.gap(&component.suppliers, |s| s.note),
                component.suppliers.at,
            ),
            (
                FactKind::Site,
                layer.calls_for_site(),
                site.filter(|_| !inherited),
                component.locations.at,
            ),
            (
                FactKind::Data,
                layer.calls_for_data(),
                calendar.gap(&component.data, |d| d.note),
                component.data.at,
            ),
        ];
        self.forms_and_keys(builder);
        let mut tally = Tally::default();
        for (fact, called_for, gap, at) in facts {
            tally.called_for += u8::from(called_for);
            tally.declared += u8::from(called_for && gap.is_none());
            // A fact that is not called for is unknown only when it was stated and is not known; but
            // whoever runs or houses a component may reach data that nobody has spoken of.
            let held =
                !component.operators.items.is_empty() || !component.locations.items.is_empty();
            let matters = called_for || (fact == FactKind::Data && held);
            if let Some(why) = gap.filter(|why| matters || *why != Why::NotSaid) {
                builder.missing(self.owner, fact, why, at, called_for);
            }
        }
        tally
    }

    /// Data of which the form, or who holds the keys, is not known.
    fn forms_and_keys(&self, builder: &mut Builder<'_>) {
        let calendar = builder.calendar;
        let component = builder.model.component(self.owner);
        for data in component.data.items.iter().filter(|data| calendar.holds(data.note)) {
            let gap = match &data.form {
                DataForm::Clear => None,
                DataForm::NotSaid => Some((FactKind::DataForm, Why::NotSaid)),
                DataForm::Encrypted { keys } => match keys.rest {
                    Rest::Nothing => None,
                    Rest::NotSaid => Some((FactKind::Keys, Why::NotSaid)),
                    Rest::Undisclosed => Some((FactKind::Keys, Why::Undisclosed)),
                },
            };
            if let Some((fact, why)) = gap {
                builder.missing(self.owner, fact, why, data.at, false);
            }
        }
    }
}

/// Countries outside home that reach something and of which no law on access is declared.
fn lawless(analysis: &Analysis<'_>) -> Vec<Unknown> {
    let calendar = analysis.calendar();
    let spoken_for = |country: Country| {
        let laws = analysis.model.laws.iter();
        laws.filter(|law| law.effect == Effect::Access && calendar.holds(law.note))
            .any(|law| law.jurisdiction.law_runs_in(country, analysis.day))
    };
    let place = trefonds_source::Span::default();
    let countries = analysis.countries().into_iter();
    let silent = countries.filter(|c| analysis.is_foreign_country(*c) && !spoken_for(*c));
    silent
        .map(|country| Unknown {
            fact: FactKind::Law,
            subject: Subject::Country(country),
            about: None,
            why: Why::NotSaid,
            at: analysis.model.laws.first().map_or(place, |law| law.at),
            called_for: false,
        })
        .collect()
}
