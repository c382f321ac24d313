//! What is not known of components: which facts their layers call for, where a question asks for them.

use trefonds_model::{Component, ComponentIx, DataForm, FactKind, Minutes, Question, Rest, Why};

use crate::channels::{Builder, careful_delay};
use crate::standing::{ShortMember, Standing};
use crate::unknowns::{Calendar, Subject, Unknown};

/// How many facts a component calls for, and how many of these are known.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// How many of them are known.
    pub declared: u8,
    /// How many its layer calls for.
    pub called_for: u8,
}

/// Adds the channels of every component and counts its facts.
pub(crate) fn fill(builder: &mut Builder<'_>, standing: &Standing, sited: &[bool]) -> Vec<Tally> {
    let model = builder.model;
    let mut tallies = Vec::with_capacity(model.components.len());
    for (at, component) in model.components.iter().enumerate() {
        let owner = ComponentIx(at as u32);
        let mut tally = Tally::default();
        if standing.counts(owner) {
            builder.declared(owner, component);
            let gone = standing.is_down(owner);
            let short = standing.short_of(owner);
            let hole = short.is_none() && standing.is_perhaps_short(owner);
            tally = Gaps { owner, short, hole, sited: sited[at], gone }.add(builder);
        }
        if let Some(why) = standing.why_down(owner, builder.calendar, model) {
            let subject = Subject::Component(owner);
            let unknown = Unknown::new(FactKind::Presence, subject, why, component.at);
            builder.unknowns.add(Unknown { called_for: true, ..unknown });
            tally = Tally { declared: 0, called_for: 1 };
        }
        builder.close();
        tallies.push(tally);
    }
    tallies
}

/// The facts of one component that are not known.
struct Gaps {
    owner: ComponentIx,
    /// A group that it needs has too few members left: it is down, and which needs followed is asked.
    short: Option<ShortMember>,
    /// The same of a group that nobody has confirmed it needs: it may be down.
    hole: bool,
    sited: bool,
    /// It has ended: what is not known of it is not called for.
    gone: bool,
}

impl Gaps {
    fn add(&self, builder: &mut Builder<'_>) -> Tally {
        let component = builder.model.component(self.owner);
        let (calendar, layer) = (builder.calendar, component.layer);
        let requirements = calendar.gap(&component.requirements, |r| r.note);
        let requirements = requirements.or(self.hole.then_some(Why::Lapsed));
        let site = calendar.gap_of_parties(&component.locations, |l| l.note);
        let inherited = site == Some(Why::NotSaid) && layer.site_may_be_inherited() && self.sited;
        let whole = calendar.candidate(component.note).then_some(Why::Candidate);
        let (needs, locations) = (&component.requirements, &component.locations);
        let (operators, suppliers) = (&component.operators, &component.suppliers);
        let (changes, data) = (&component.changes, &component.data);
        let facts = [
            (
                FactKind::Requirements,
                layer.calls_for_requirements(),
                requirements,
                (needs.at, needs.hidden),
            ),
            (
                FactKind::Operator,
                layer.calls_for_operator(),
                calendar.gap_of_parties(operators, |p| p.note),
                (operators.at, operators.hidden),
            ),
            (
                FactKind::Suppliers,
                layer.calls_for_suppliers(),
                calendar.gap_of_parties(suppliers, |s| s.note),
                (suppliers.at, suppliers.hidden),
            ),
            (
                FactKind::Site,
                layer.calls_for_site(),
                site.filter(|_| !inherited),
                (locations.at, locations.hidden),
            ),
            (
                FactKind::ChangedBy,
                layer.calls_for_changes(),
                calendar.gap_of_parties(changes, |it| it.note),
                (changes.at, changes.hidden),
            ),
            (
                FactKind::Data,
                layer.calls_for_data(),
                calendar.gap(data, |d| d.note),
                (data.at, data.hidden),
            ),
        ];
        let question = builder.question;
        if question == Question::Withdrawal {
            self.forms_and_keys(builder);
        }
        let mut tally = Tally::default();
        let asked = facts.into_iter().filter(|(fact, ..)| is_asked(*fact, question));
        for (fact, called_for, gap, (at, hidden)) in asked {
            tally.called_for += u8::from(called_for);
            tally.declared += u8::from(called_for && gap.or(whole).is_none());
            // A fact that is not called for is unknown only when it was stated and is not known; but
            // whoever runs or houses a component may reach data that nobody has spoken of.
            let held =
                !component.operators.items.is_empty() || !component.locations.items.is_empty();
            let matters = called_for || (fact == FactKind::Data && held);
            let gap = gap.filter(|why| matters || *why != Why::NotSaid);
            let short = self.short.filter(|_| fact == FactKind::Requirements && gap.is_none());
            if let Some(member) = short {
                let subject = Subject::Component(self.owner);
                let unknown = Unknown::new(fact, subject, Why::Lapsed, member.at);
                tally.declared -= u8::from(called_for && whole.is_none());
                builder.unknowns.add(Unknown { called_for, ..unknown });
            }
            if let Some(why) = gap.filter(|why| *why != Why::Candidate) {
                let unknown = Unknown::new(fact, Subject::Component(self.owner), why, at);
                let called_for = called_for && !self.gone;
                let delay = match (fact, why) {
                    (FactKind::Suppliers, Why::Lapsed) => ended_supply(component, calendar),
                    _ => Minutes::ZERO,
                };
                builder.missing(Unknown { called_for, hidden, ..unknown }, delay);
            }
        }
        tally
    }

    /// Data of which the form, or who holds the keys, is not known.
    fn forms_and_keys(&self, builder: &mut Builder<'_>) {
        let calendar = builder.calendar;
        let component = builder.model.component(self.owner);
        for data in component.data.items.iter().filter(|data| calendar.holds(data.note)) {
            let mut gaps = Vec::new();
            if calendar.candidate(data.note) {
                gaps.push((FactKind::Data, Why::Candidate));
            }
            match &data.form {
                DataForm::Clear => {}
                DataForm::NotSaid => gaps.push((FactKind::DataForm, Why::NotSaid)),
                DataForm::Encrypted { keys } => match keys.rest {
                    Rest::Nothing => {}
                    Rest::NotSaid => gaps.push((FactKind::Keys, Why::NotSaid)),
                    Rest::Undisclosed => gaps.push((FactKind::Keys, Why::Undisclosed)),
                },
            }
            for (fact, why) in gaps {
                let unknown = Unknown::new(fact, Subject::Component(self.owner), why, data.at);
                builder.missing(unknown, Minutes::ZERO);
            }
        }
    }
}

/// Whether a question asks for a fact of components.
const fn is_asked(fact: FactKind, question: Question) -> bool {
    match question {
        Question::Withdrawal => !matches!(fact, FactKind::ChangedBy),
        Question::Fault => !matches!(fact, FactKind::Suppliers | FactKind::Data),
    }
}

/// When the withdrawal takes effect of whoever came after suppliers that have ended: as they say.
fn ended_supply(component: &Component, calendar: Calendar<'_>) -> Minutes {
    let all = || component.suppliers.items.iter().map(|supply| supply.note);
    let ended = component.suppliers.items.iter();
    let ended = ended.filter(|supply| calendar.has_ended(supply.note, all()));
    let delay = ended.map(|supply| careful_delay(supply.on_withdrawal)).min();
    delay.unwrap_or(Minutes::ZERO)
}
