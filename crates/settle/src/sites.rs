//! What is known of sites: where they stand, who runs them, which stand within which.

use trefonds_model::{Country, EntityIx, FactKind, Inventory, NoteIx, Reading, SiteIx, Why};
use trefonds_source::Span;

use crate::unknowns::{Calendar, Subject, Unknown, UnknownIx, Unknowns};

/// What is known of each site on the day.
#[derive(Clone)]
pub struct SiteFacts {
    /// Where it stands.
    pub countries: Vec<Known<Country>>,
    pub(crate) unknown_countries: Vec<UnknownIx>,
    /// Who runs it, or a site around it.
    pub(crate) operators: Vec<Known<EntityIx>>,
    pub(crate) unknown_operators: Vec<UnknownIx>,
    /// The sites around it, the nearest first.
    pub(crate) around: Vec<SiteIx>,
}

impl SiteFacts {
    /// The sites around it, the nearest first.
    #[must_use]
    pub fn around(&self) -> &[SiteIx] {
        &self.around
    }

    /// Whether it is a site, or stands within it.
    #[must_use]
    pub fn is_within(&self, own: SiteIx, site: SiteIx) -> bool {
        own == site || self.around.contains(&site)
    }
}

/// One value of a fact on the day.
#[derive(Clone, Copy, Debug)]
pub struct Known<T> {
    /// The value.
    pub value: T,
    /// Set for a candidate, which counts in the careful reading only.
    pub candidate: Option<UnknownIx>,
    /// Where it is said.
    pub at: Span,
    pub(crate) note: NoteIx,
}

impl<T> Known<T> {
    /// Whether it counts in a reading.
    pub(crate) const fn counts(&self, reading: Reading) -> bool {
        self.candidate.is_none() || matches!(reading, Reading::Careful)
    }
}

/// The unknowns and facts of every site on the day.
pub(crate) fn site_facts(
    model: &Inventory,
    calendar: Calendar<'_>,
    unknowns: &mut Unknowns,
) -> Vec<SiteFacts> {
    let mut facts = Vec::with_capacity(model.sites.len());
    for (at, site) in model.sites.iter().enumerate() {
        let subject = Subject::Site(SiteIx(at as u32));
        let whole = calendar.candidate(site.note);
        let mut candidate = |fact, note, about, at| {
            (whole || calendar.candidate(note)).then(|| {
                let unknown = Unknown::new(fact, subject, Why::Candidate, at);
                unknowns.add(Unknown { about, ..unknown })
            })
        };
        let countries = site.country.items.iter().filter(|fact| calendar.holds(fact.note));
        let countries = countries.map(|fact| Known {
            value: fact.country,
            candidate: candidate(FactKind::SiteCountry, fact.note, None, fact.at),
            at: fact.at,
            note: fact.note,
        });
        let countries: Vec<Known<Country>> = countries.collect();
        let operators = site.operators.items.iter().filter(|party| calendar.holds(party.note));
        let operators = operators.map(|party| Known {
            value: party.entity,
            candidate: {
                let about = Some(Subject::Entity(party.entity));
                candidate(FactKind::SiteOperator, party.note, about, party.at)
            },
            at: party.at,
            note: party.note,
        });
        let operators = operators.collect();
        let mut gap = |fact, why, at, hidden| {
            let unknown = Unknown { hidden, ..Unknown::new(fact, subject, why, at) };
            unknowns.add_named(unknown, model.hidden_name(hidden))
        };
        // A country that is not said, or no more, is that of the site around.
        let inherits = |why: &Why| {
            let silent = *why == Why::NotSaid || *why == Why::Lapsed && countries.is_empty();
            silent && site.within.is_some()
        };
        let unknown_country = calendar
            .gap_of_parties(&site.country, |fact| fact.note)
            .filter(|why| *why != Why::Candidate)
            .filter(|why| !inherits(why))
            .map(|why| gap(FactKind::SiteCountry, why, site.country.at, site.country.hidden));
        let unknown_operator = calendar
            .gap_of_parties(&site.operators, |party| party.note)
            .filter(|why| !matches!(why, Why::NotSaid | Why::Candidate))
            .map(|why| gap(FactKind::SiteOperator, why, site.operators.at, site.operators.hidden));
        facts.push(SiteFacts {
            countries,
            unknown_countries: unknown_country.into_iter().collect(),
            operators,
            unknown_operators: unknown_operator.into_iter().collect(),
            around: Vec::new(),
        });
    }
    stand_within(model, &mut facts);
    facts
}

/// What a site has of those around it: the country where it has none of its own; whoever runs them can
/// switch it off too.
fn stand_within(model: &Inventory, facts: &mut [SiteFacts]) {
    for (at, (own, site)) in facts.iter_mut().zip(&model.sites).enumerate() {
        let mut next = site.within;
        while let Some((outer, _)) = next {
            if outer.at() == at || own.around.contains(&outer) {
                break;
            }
            own.around.push(outer);
            next = model.site(outer).within;
        }
    }
    // Those further out are worked out from what is said of them alone, which the nearer ones keep.
    let own: Vec<(usize, SiteFacts)> = facts
        .iter()
        .enumerate()
        .filter(|(_, facts)| !facts.around.is_empty())
        .map(|(at, own)| {
            let mut all = own.clone();
            let around = || own.around.iter().map(|site| &facts[site.at()]);
            let says =
                |it: &&SiteFacts| !(it.countries.is_empty() && it.unknown_countries.is_empty());
            if all.countries.is_empty()
                && all.unknown_countries.is_empty()
                && let Some(nearest) = around().find(says)
            {
                all.countries.clone_from(&nearest.countries);
                all.unknown_countries.clone_from(&nearest.unknown_countries);
            }
            for outer in around() {
                // Who is only supposed to run the inner one may be known to run what is around it.
                let said = |it: &Known<EntityIx>, known: &Known<EntityIx>| {
                    known.value == it.value && (known.candidate.is_none() || it.candidate.is_some())
                };
                let new = outer
                    .operators
                    .iter()
                    .filter(|it| !own.operators.iter().any(|known| said(it, known)));
                all.operators.extend(new);
                all.unknown_operators.extend(&outer.unknown_operators);
            }
            (at, all)
        })
        .collect();
    for (at, all) in own {
        facts[at] = all;
    }
}
