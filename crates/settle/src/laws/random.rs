//! Random inventories: small, with circles, choices, delays, tolerances, ranges and gaps.

use proptest::prelude::*;
use trefonds_model::{
    Channel, Component, ComponentIx, ControlLink, Country, CountryFact, Data, DataForm, Effect,
    Entity, EntityIx, Grade, Holder, Holding, Inventory, Jurisdiction, Law, Layer, Link, Location,
    Minutes, Need, NoteIx, OnWithdrawal, Party, Place, ReachRule, Requirement, Rest, Share, Site,
    SiteIx, Stated, Supply, Union,
};
use trefonds_source::Span;

pub(super) const COUNTRIES: [&str; 5] = ["FR", "IE", "US", "CN", "PR"];

/// A requirement in numbers; components are taken modulo how many there are.
#[derive(Clone, Debug)]
pub(super) enum Want {
    One(usize),
    All(Vec<Wanted>),
    Any(Vec<Wanted>),
    Least(usize, Vec<Wanted>),
}

#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub want: Want,
    pub tolerates: u32,
    pub soft: bool,
}

/// How a fact is stated: items, and what is said of the rest.
#[derive(Clone, Debug)]
pub(super) struct Said<T> {
    pub items: Vec<T>,
    pub rest: u8,
}

#[derive(Clone, Debug)]
pub(super) struct Thing {
    pub layer: usize,
    pub needs: Said<Wanted>,
    pub operators: Said<usize>,
    pub suppliers: Said<(usize, u8)>,
    pub places: Said<usize>,
    /// Form (0 not said, 1 clear, else encrypted) and who holds the keys.
    pub data: Said<(u8, Said<usize>)>,
}

#[derive(Clone, Debug)]
pub(super) struct Firm {
    /// One, or several; none is not said.
    pub countries: Said<usize>,
    pub owners: Said<(usize, u32, u32)>,
    pub masters: Said<usize>,
}

/// An inventory in numbers: easy to shrink, to permute, to add to.
#[derive(Clone, Debug)]
pub(super) struct Sketch {
    pub things: Vec<Thing>,
    pub firms: Vec<Firm>,
    pub sites: Vec<(Said<usize>, Said<usize>)>,
}

fn said<T: std::fmt::Debug + Clone>(
    item: impl Strategy<Value = T>,
    most: usize,
) -> impl Strategy<Value = Said<T>> {
    (prop::collection::vec(item, 0..=most), 0_u8..5).prop_map(|(items, rest)| Said { items, rest })
}

fn wanted() -> impl Strategy<Value = Wanted> {
    let leaf = (0_usize..8).prop_map(Want::One);
    let of = |inner: BoxedStrategy<Wanted>| prop::collection::vec(inner, 1..4);
    let dress = |want: BoxedStrategy<Want>| {
        let tolerates = prop_oneof![3 => Just(0_u32), 1 => 1_u32..6];
        (want, tolerates, prop::bool::weighted(0.1))
            .prop_map(|(want, tolerates, soft)| Wanted { want, tolerates, soft })
            .boxed()
    };
    let hard = |want: BoxedStrategy<Want>| {
        dress(want).prop_map(|wanted| Wanted { soft: false, ..wanted }).boxed()
    };
    let leaves = hard(leaf.clone().boxed());
    let groups = move |inner: BoxedStrategy<Wanted>| {
        prop_oneof![
            1 => of(inner.clone()).prop_map(Want::All),
            2 => of(inner.clone()).prop_map(Want::Any),
            2 => (1_usize..4, of(inner)).prop_map(|(k, of)| Want::Least(k, of)),
        ]
    };
    let nested = prop_oneof![3 => leaves.clone(), 1 => hard(groups(leaves).boxed())].boxed();
    dress(prop_oneof![2 => leaf, 3 => groups(nested)].boxed())
}

/// Mostly one country; sometimes two, none, or one and what is undisclosed.
fn countries() -> impl Strategy<Value = Said<usize>> {
    let one = || 0..COUNTRIES.len();
    prop_oneof![
        16 => one().prop_map(|country| Said { items: vec![country], rest: 2 }),
        2 => (one(), one()).prop_map(|(a, b)| Said { items: vec![a, b], rest: 2 }),
        2 => Just(Said { items: Vec::new(), rest: 0 }),
        1 => one().prop_map(|country| Said { items: vec![country], rest: 1 }),
    ]
}

fn thing() -> impl Strategy<Value = Thing> {
    let layer = prop_oneof![2 => Just(0_usize), 5 => 1_usize..7];
    let operators = said(0_usize..6, 1);
    let suppliers = said((0_usize..6, 0_u8..5), 2);
    let data = said((0_u8..5, said(0_usize..6, 2)), 1);
    (layer, said(wanted(), 3), operators, suppliers, said(0_usize..6, 2), data).prop_map(
        |(layer, needs, operators, suppliers, places, data)| Thing {
            layer,
            needs,
            operators,
            suppliers,
            places,
            data,
        },
    )
}

pub(super) fn firm() -> impl Strategy<Value = Firm> {
    let share = prop_oneof![
        Just((300_000_u32, 300_000_u32)),
        Just((510_000, 510_000)),
        Just((1_000_000, 1_000_000)),
        Just((500_000, 500_000)),
        Just((250_000, 600_000)),
        Just((0, 1_000_000)),
    ];
    let owner = (0_usize..6, share).prop_map(|(owner, (least, most))| (owner, least, most));
    let countries = countries();
    let masters = (prop::bool::weighted(0.1), 0_usize..6).prop_map(|(some, master)| Said {
        items: if some { vec![master] } else { Vec::new() },
        rest: 0,
    });
    (countries, said(owner, 3), masters).prop_map(|(countries, owners, masters)| Firm {
        countries,
        owners,
        masters,
    })
}

pub(super) fn sketch() -> impl Strategy<Value = Sketch> {
    let site = (countries(), said(0_usize..6, 1));
    (
        prop::collection::vec(thing(), 1..9),
        prop::collection::vec(firm(), 1..7),
        prop::collection::vec(site, 1..3),
    )
        .prop_map(|(things, firms, sites)| Sketch { things, firms, sites })
}

/// Counts positions, so that every fact has a place of its own.
struct Writer {
    model: Inventory,
    at: u32,
}

impl Writer {
    fn span(&mut self) -> Span {
        self.at += 1;
        Span::new(trefonds_source::FileId(0), self.at, self.at + 1)
    }

    fn stated<A, B>(
        &mut self,
        said: &Said<A>,
        mut make: impl FnMut(&mut Self, &A) -> B,
    ) -> Stated<B> {
        let at = self.span();
        let items: Vec<B> = said.items.iter().map(|item| make(self, item)).collect();
        let rest = match (said.rest, items.is_empty()) {
            (0, true) => Rest::NotSaid,
            (1, _) => Rest::Undisclosed,
            _ => Rest::Nothing,
        };
        Stated { items: items.into(), rest, hidden: None, at }
    }

    fn requirement(&mut self, wanted: &Wanted, components: usize) -> Requirement {
        let at = self.span();
        let list = |writer: &mut Self, of: &[Wanted]| -> Box<[Requirement]> {
            of.iter().map(|member| writer.requirement(member, components)).collect()
        };
        let need = match &wanted.want {
            Want::One(component) => Need::Component(ComponentIx((component % components) as u32)),
            Want::All(of) => Need::AllOf(list(self, of)),
            Want::Any(of) => Need::AnyOf(list(self, of)),
            Want::Least(k, of) => {
                Need::AtLeast { k: (*k).min(of.len()) as u32, of: list(self, of) }
            }
        };
        Requirement {
            need,
            soft: wanted.soft,
            tolerates: Minutes(wanted.tolerates),
            starts_in: Minutes::ZERO,
            because: None,
            note: NoteIx::default(),
            at,
        }
    }

    fn party(&mut self, firm: usize, firms: usize) -> Party {
        let entity = EntityIx((firm % firms) as u32);
        Party { entity, note: NoteIx::default(), at: self.span() }
    }

    fn country(&mut self, said: &Said<usize>) -> Stated<CountryFact> {
        self.stated(said, |writer, country| CountryFact {
            country: code(*country),
            note: NoteIx::default(),
            at: writer.span(),
        })
    }
}

pub(super) fn code(country: usize) -> Country {
    Country::parse(COUNTRIES[country % COUNTRIES.len()]).unwrap()
}

/// Laws on access of two countries: one reaches by every link, one by what stands or is made there.
fn laws(writer: &mut Writer) {
    let american = [
        (Channel::Location, Link::Direct, Grade::Direct),
        (Channel::Operation, Link::Direct, Grade::Direct),
        (Channel::Operation, Link::ViaControl, Grade::ViaControl),
        (Channel::Operation, Link::ViaGroup, Grade::Arguable),
    ];
    let chinese = [
        (Channel::Operation, Link::Direct, Grade::Direct),
        (Channel::Operation, Link::ViaGroup, Grade::ViaGroup),
        (Channel::Supply, Link::Technology, Grade::Technology),
    ];
    for (id, country, rules) in [("us-law", 2, american.as_slice()), ("cn-law", 3, &chinese)] {
        let rules = rules.iter().map(|(channel, link, grade)| ReachRule {
            channel: *channel,
            link: *link,
            grade: *grade,
            after: Minutes::ZERO,
            note: NoteIx::default(),
            at: writer.span(),
        });
        let reaches = rules.collect();
        let law = Law {
            id: writer.model.texts.add(id),
            name: None,
            jurisdiction: Jurisdiction::Country(code(country)),
            effect: Effect::Access,
            reaches,
            targets: Box::default(),
            spares: Box::default(),
            note: NoteIx::default(),
            at: writer.span(),
        };
        writer.model.laws.push(law);
    }
}

impl Sketch {
    /// The inventory, with components and entities called after their position.
    pub(super) fn inventory(&self) -> Inventory {
        let mut writer = Writer { model: Inventory::default(), at: 0 };
        let eu = Jurisdiction::Union(Union::Eu);
        writer.model.home = vec![eu];
        for (at, firm) in self.firms.iter().enumerate() {
            let entity = self.entity(&mut writer, at, firm);
            writer.model.entities.push(entity);
        }
        for (at, (countries, operators)) in self.sites.iter().enumerate() {
            let site = Site {
                id: writer.model.texts.add(&format!("s{at}")),
                name: None,
                country: writer.country(countries),
                operators: writer.stated(operators, |w, firm| w.party(*firm, self.firms.len())),
                same_as: Box::default(),
                within: None,
                note: NoteIx::default(),
                at: writer.span(),
            };
            writer.model.sites.push(site);
        }
        for (at, thing) in self.things.iter().enumerate() {
            let component = self.component(&mut writer, at, thing);
            writer.model.components.push(component);
        }
        laws(&mut writer);
        writer.model
    }

    fn entity(&self, writer: &mut Writer, at: usize, firm: &Firm) -> Entity {
        let firms = self.firms.len();
        Entity {
            id: writer.model.texts.add(&format!("e{at}")),
            name: None,
            country: writer.country(&firm.countries),
            lei: None,
            same_as: Box::default(),
            owned_by: writer.stated(&firm.owners, |writer, (owner, least, most)| Holding {
                holder: Holder::Entity(EntityIx((owner % firms) as u32)),
                votes: Share { at_least: *least, at_most: *most },
                votes_said: true,
                note: NoteIx::default(),
                at: writer.span(),
            }),
            controlled_by: writer.stated(&firm.masters, |writer, master| ControlLink {
                entity: EntityIx((master % firms) as u32),
                by: None,
                note: NoteIx::default(),
                at: writer.span(),
            }),
            note: NoteIx::default(),
            at: writer.span(),
        }
    }

    fn component(&self, writer: &mut Writer, at: usize, thing: &Thing) -> Component {
        let (things, firms) = (self.things.len(), self.firms.len());
        Component {
            id: writer.model.texts.add(&format!("c{at}")),
            name: None,
            is: None,
            layer: Layer::ALL[thing.layer % Layer::ALL.len()],
            criticality: None,
            owner: None,
            planned: false,
            tags: Box::default(),
            same_as: Box::default(),
            changes: Stated::not_said(Span::default()),
            needs_places: None,
            restarts_in: Minutes::ZERO,
            recovers_with: Box::default(),
            requirements: writer.stated(&thing.needs, |w, wanted| w.requirement(wanted, things)),
            operators: writer.stated(&thing.operators, |w, firm| w.party(*firm, firms)),
            suppliers: writer.stated(&thing.suppliers, |writer, (firm, effect)| Supply {
                entity: EntityIx((firm % firms) as u32),
                on_withdrawal: match effect {
                    0 => OnWithdrawal::NotSaid,
                    1 => OnWithdrawal::Stops,
                    2 => OnWithdrawal::Survives,
                    delay => OnWithdrawal::StopsAfter(Minutes(u32::from(*delay))),
                },
                note: NoteIx::default(),
                at: writer.span(),
            }),
            locations: writer.stated(&thing.places, |writer, place| Location {
                place: match place.checked_sub(self.sites.len()) {
                    None => Place::Site(SiteIx(*place as u32)),
                    Some(country) => Place::Country(code(country)),
                },
                note: NoteIx::default(),
                at: writer.span(),
            }),
            data: writer.stated(&thing.data, |writer, (form, keys)| Data {
                class: None,
                form: match form {
                    0 => DataForm::NotSaid,
                    1 => DataForm::Clear,
                    _ => DataForm::Encrypted {
                        keys: writer.stated(keys, |_, firm| EntityIx((firm % firms) as u32)),
                    },
                },
                note: NoteIx::default(),
                at: writer.span(),
            }),
            note: NoteIx::default(),
            at: writer.span(),
        }
    }
}
