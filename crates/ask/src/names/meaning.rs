//! What a user may write for something that withdraws or is rested on.
//!
//! A bare name is what it is for `why`: a component, an entity with all that it controls, a country, a
//! union, an unknown fact. A name that could be two of these is refused, and a prefix decides.

use trefonds_findings::FactKind;
use trefonds_model::{Country, Question, Union};

use crate::Analysis;
use trefonds_settle::Withdrawal;
use trefonds_settle::withdrawal::UnknownHandle;

/// Why a name is no withdrawal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameFault {
    /// Nothing is called so.
    Nothing,
    /// It could be any of these, written as they can be told apart.
    Ambiguous(Vec<String>),
    /// The component is not there on the day of the results.
    NotOnTheDay,
    /// A site does not withdraw: it closes.
    ASite,
    /// A country does not break.
    DoesNotBreak,
    /// The law does not hold on the day of the results.
    LapsedLaw,
    /// An unknown fact behind which nobody stands who could withdraw.
    NobodyBehind,
}

/// What may share an id.
#[derive(Clone, Copy)]
enum Kind {
    Component,
    Entity,
    Site,
}

impl Kind {
    /// How it is told apart.
    const fn prefixes(self) -> &'static [&'static str] {
        match self {
            Self::Component => &["component"],
            Self::Entity => &["entity", "controller"],
            Self::Site => &["site"],
        }
    }
}

impl Analysis<'_> {
    /// What a name means as a withdrawal: `us`, `EU`, `acme`, `entity:acme`, `controller:acme`,
    /// `component:mail`, `country:US`, `operator:mail` (an unknown fact).
    ///
    /// # Errors
    /// Why it means nothing, or more than one thing.
    pub fn withdrawal(&self, written: &str) -> Result<Withdrawal, NameFault> {
        let named = self.find_component(written).is_some() || self.find_entity(written).is_some();
        if self.question() == Question::Fault {
            return match self.meaning(written)? {
                Withdrawal::Country(_) | Withdrawal::Union(_) => Err(NameFault::DoesNotBreak),
                other => Ok(other),
            };
        }
        match self.meaning(written) {
            Ok(Withdrawal::Site(_)) => Err(NameFault::ASite),
            // That a site is called so too does not matter: it does not withdraw.
            Err(NameFault::Ambiguous(_)) if named => {
                self.of_kinds(written, &[Kind::Component, Kind::Entity])
            }
            found => found,
        }
    }

    /// What a name means, sites included; the same names as for [`Analysis::withdrawal`], and
    /// `site:room`.
    ///
    /// # Errors
    /// Why it means nothing, or more than one thing.
    pub fn meaning(&self, written: &str) -> Result<Withdrawal, NameFault> {
        if let Some(unknown) = self.find_unknown(written) {
            return self.unknown_withdrawal(UnknownHandle(unknown));
        }
        let entity = |id| self.find_entity(id).ok_or(NameFault::Nothing);
        match written.split_once(':') {
            None => self.of_kinds(written, &[Kind::Component, Kind::Entity, Kind::Site]),
            Some(("component", id)) => self.component_withdrawal(id),
            Some(("entity", id)) => entity(id).map(Withdrawal::Entity),
            Some(("controller", id)) => entity(id).map(Withdrawal::Controller),
            Some(("country" | "jurisdiction", code)) => {
                jurisdiction(code).ok_or(NameFault::Nothing)
            }
            Some(("site", id)) => self.closed_site(id),
            Some(("unknown", id)) => match self.find_unknown(id) {
                Some(unknown) => self.unknown_withdrawal(UnknownHandle(unknown)),
                None => Err(NameFault::Nothing),
            },
            Some(_) => Err(NameFault::Nothing),
        }
    }

    pub(crate) fn find_unknown(&self, id: &str) -> Option<trefonds_settle::unknowns::UnknownIx> {
        if !id.contains(':') {
            return None;
        }
        self.unknowns().iter().map(|(at, _)| at).find(|at| self.unknown_fact(*at).id == id)
    }

    /// What a name without a prefix means, among things of some kinds and countries.
    fn of_kinds(&self, written: &str, kinds: &[Kind]) -> Result<Withdrawal, NameFault> {
        let called_so: Vec<Kind> =
            kinds.iter().copied().filter(|kind| self.is_called(*kind, written)).collect();
        match called_so.as_slice() {
            [] => jurisdiction(written).ok_or(NameFault::Nothing),
            [Kind::Component] => self.component_withdrawal(written),
            [Kind::Entity] => {
                self.find_entity(written).map(Withdrawal::Controller).ok_or(NameFault::Nothing)
            }
            [Kind::Site] => self.closed_site(written),
            several => {
                let prefixes = several.iter().flat_map(|kind| kind.prefixes());
                let all = prefixes.map(|prefix| format!("{prefix}:{written}"));
                Err(NameFault::Ambiguous(all.collect()))
            }
        }
    }

    fn is_called(&self, kind: Kind, id: &str) -> bool {
        match kind {
            Kind::Component => self.find_component(id).is_some(),
            Kind::Entity => self.find_entity(id).is_some(),
            Kind::Site => self.find_site(id).is_some(),
        }
    }

    fn component_withdrawal(&self, id: &str) -> Result<Withdrawal, NameFault> {
        let component = self.find_component(id).ok_or(NameFault::Nothing)?;
        let there = self.is_present(component);
        there.then_some(Withdrawal::Component(component)).ok_or(NameFault::NotOnTheDay)
    }

    fn unknown_withdrawal(&self, handle: UnknownHandle) -> Result<Withdrawal, NameFault> {
        match self.unknowns().get(handle.0).fact {
            FactKind::Data
            | FactKind::DataForm
            | FactKind::Keys
            | FactKind::OnWithdrawal
            | FactKind::Votes
            | FactKind::Law => Err(NameFault::NobodyBehind),
            _ => Ok(Withdrawal::Unknown(handle)),
        }
    }

    /// The site of an id, as a withdrawal.
    ///
    /// # Errors
    /// When no site is called so.
    pub fn closed_site(&self, id: &str) -> Result<Withdrawal, NameFault> {
        self.find_site(id).map(Withdrawal::Site).ok_or(NameFault::Nothing)
    }

    /// The law of an id, as a withdrawal.
    ///
    /// # Errors
    /// When no law is called so.
    pub fn applied_law(&self, id: &str) -> Result<Withdrawal, NameFault> {
        self.find_law(id).map(Withdrawal::Law).ok_or(NameFault::Nothing)
    }
}

/// A country or a union by its code, in capitals or not.
fn jurisdiction(code: &str) -> Option<Withdrawal> {
    let code = code.to_ascii_uppercase();
    let union = Union::parse(&code).map(Withdrawal::Union);
    union.or_else(|| Country::parse(&code).map(|country| Withdrawal::Country(country.state())))
}
