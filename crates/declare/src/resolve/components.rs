use trefonds_model::{
    Component, ComponentIx, Data, DataForm, EntityIx, Location, Need, Party, Place, Requirement,
    Supply,
};

use trefonds_source::Span;

use super::{Resolver, kept};
use crate::diags::{self, Kind};
use crate::forms::{self, Form, Noted};
use crate::validate::repeated::repeated;

impl Resolver<'_> {
    /// A component; `None` without a layer, which was reported.
    pub(super) fn component(&mut self, raw: &forms::Component<'_>) -> Option<Component> {
        self.check_repeated(&raw.requirements.items);
        let own = &raw.id.text;
        Some(Component {
            id: self.texts.add(own),
            name: self.text(raw.name.as_ref()),
            criticality: raw.criticality,
            owner: self.text(raw.owner.as_ref()),
            tags: raw.tags.iter().map(|tag| self.texts.add(tag)).collect(),
            planned: raw.planned,
            requirements: self
                .stated(&raw.requirements, |resolver, raw| resolver.requirement(raw, own)),
            operators: self.stated(&raw.operators, Self::party),
            suppliers: self.stated(&raw.suppliers, Self::supply),
            changes: trefonds_model::Stated::not_said(raw.id.at),
            locations: self.stated(&raw.locations, Self::location),
            needs_places: None,
            data: self.stated(&raw.data, Self::data),
            restarts_in: trefonds_model::Minutes::ZERO,
            recovers_with: Box::default(),
            note: self.note(&raw.note),
            at: raw.id.at,
            layer: raw.layer?,
        })
    }

    /// Warns of requirements written twice.
    pub(super) fn check_repeated(&mut self, requirements: &[forms::Requirement<'_>]) {
        for (again, first) in repeated(requirements) {
            let diagnostic =
                diags::repeated_requirement(self.lang, again.at, first.at, &again.text);
            self.diagnostics.push(diagnostic);
        }
    }

    pub(super) fn requirement(
        &mut self,
        raw: &forms::Requirement<'_>,
        own: &str,
    ) -> Option<Requirement> {
        for (again, first) in repeated(raw.need.members()) {
            let diagnostic = diags::repeated_member(self.lang, again.at, first.at, &again.text);
            self.diagnostics.push(diagnostic);
        }
        Some(Requirement {
            need: self.need(&raw.need, raw.at, own)?,
            soft: raw.soft,
            tolerates: raw.tolerates,
            starts_in: trefonds_model::Minutes::ZERO,
            because: self.text(raw.because.as_ref()),
            note: self.note(&raw.note),
            at: raw.at,
        })
    }

    fn need(&mut self, raw: &forms::Need<'_>, at: Span, own: &str) -> Option<Need> {
        if let forms::Need::Component(name) = raw {
            return self.needed(name, own).map(Need::Component);
        }
        let of = self.members(raw, at, own);
        Some(match raw {
            forms::Need::Component(_) => return None,
            forms::Need::AllOf(_) => Need::AllOf(of),
            forms::Need::AnyOf(_) => Need::AnyOf(of),
            forms::Need::AtLeast { k, .. } => Need::AtLeast { k: u32::try_from(*k).ok()?, of },
        })
    }

    /// The members of a group: as many as are needed, none of them soft.
    fn members(&mut self, raw: &forms::Need<'_>, at: Span, own: &str) -> Box<[Requirement]> {
        let members = raw.members();
        if let forms::Need::AtLeast { k, k_at, .. } = raw
            && !(1..=members.len() as u64).contains(k)
        {
            self.diagnostics.push(diags::at_least_range(self.lang, *k_at, *k, members.len()));
        } else if members.is_empty() {
            let key = if matches!(raw, forms::Need::AllOf(_)) { "all_of" } else { "any_of" };
            self.diagnostics.push(diags::empty_list(self.lang, at, key));
        }
        for soft in members.iter().filter(|member| member.soft) {
            self.diagnostics.push(diags::soft_member(self.lang, soft.at));
        }
        kept(members, |member| self.requirement(member, own))
    }

    fn needed(&mut self, name: &forms::Name<'_>, own: &str) -> Option<ComponentIx> {
        if name.text == own {
            self.diagnostics.push(diags::self_requirement(self.lang, name.at, own));
            return None;
        }
        let found = self.names.component(&name.text);
        if found.is_none() {
            self.unknown(name, Kind::Component);
        }
        found
    }

    /// The entity of a name.
    pub(super) fn entity_named(&mut self, name: &forms::Name<'_>) -> Option<EntityIx> {
        let found = self.names.entity(&name.text);
        if found.is_none() {
            self.unknown(name, Kind::Entity);
        }
        found
    }

    /// An entity in a role.
    pub(super) fn party(&mut self, raw: &Noted<'_, forms::Name<'_>>) -> Option<Party> {
        let entity = self.entity_named(&raw.value)?;
        Some(Party { entity, note: self.note(&raw.note), at: raw.at })
    }

    pub(super) fn supply(
        &mut self,
        raw: &Noted<'_, (forms::Name<'_>, trefonds_model::OnWithdrawal)>,
    ) -> Option<Supply> {
        let (name, on_withdrawal) = &raw.value;
        let entity = self.entity_named(name)?;
        Some(Supply {
            entity,
            on_withdrawal: *on_withdrawal,
            note: self.note(&raw.note),
            at: raw.at,
        })
    }

    pub(super) fn location(&mut self, raw: &Noted<'_, forms::Place<'_>>) -> Option<Location> {
        let place = match &raw.value {
            forms::Place::Country(country) => Place::Country(*country),
            forms::Place::Named(name) => self.site_named(name, Kind::Place)?,
            forms::Place::Site(name) => self.site_named(name, Kind::Site)?,
        };
        Some(Location { place, note: self.note(&raw.note), at: raw.at })
    }

    fn site_named(&mut self, name: &forms::Name<'_>, sought: Kind) -> Option<Place> {
        let found = self.names.site(&name.text);
        if found.is_none() {
            self.unknown(name, sought);
        }
        found.map(Place::Site)
    }

    pub(super) fn data(&mut self, raw: &Noted<'_, forms::Data<'_>>) -> Option<Data> {
        let data = &raw.value;
        let form = match data.form {
            Form::NotSaid => DataForm::NotSaid,
            Form::Clear => DataForm::Clear,
            Form::Encrypted => {
                DataForm::Encrypted { keys: self.stated(&data.keys, Self::entity_named) }
            }
        };
        Some(Data {
            class: self.text(data.class.as_ref()),
            form,
            note: self.note(&raw.note),
            at: raw.at,
        })
    }
}
