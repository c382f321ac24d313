use trefonds_model::{
    Component, ComponentIx, Data, DataForm, EntityIx, Location, Minutes, Need, Party, Place,
    Requirement, SiteIx, Supply,
};

use trefonds_source::Span;

use super::{Resolver, kept};
use crate::diags::{self, Kind};
use crate::forms::{self, Form, Noted};
use crate::validate::repeated::repeated;

impl Resolver<'_> {
    /// A component; `None` without a layer, which was reported.
    pub(super) fn component(&mut self, raw: &forms::Component<'_>) -> Option<Component> {
        self.check_top(&raw.requirements.items);
        self.check_places(raw.needs_places, &raw.locations);
        let own = &raw.id.text;
        Some(Component {
            id: self.texts.add(own),
            name: self.text(raw.name.as_ref()),
            is: raw.is.as_ref().map(|offer| self.texts.add(&offer.text)),
            criticality: raw.criticality,
            owner: self.text(raw.owner.as_ref()),
            tags: raw.tags.iter().map(|tag| self.texts.add(tag)).collect(),
            same_as: self.identifiers(&raw.same_as),
            planned: raw.planned,
            requirements: self
                .stated(&raw.requirements, |resolver, raw| resolver.requirement(raw, own)),
            operators: self.stated(&raw.operators, Self::party),
            suppliers: self.stated(&raw.suppliers, Self::supply),
            changes: self.stated(&raw.changed_by, Self::change),
            locations: self.stated(&raw.locations, Self::location),
            needs_places: raw.needs_places.map(|(needed, _)| needed),
            data: self.stated(&raw.data, Self::data),
            restarts_in: raw.restarts_in.unwrap_or(Minutes::ZERO),
            recovers_with: kept(&raw.recovers_with.items, |it| self.recovery(it, own)),
            note: self.note(&raw.note),
            at: raw.id.at,
            layer: raw.layer?,
        })
    }

    /// Warns of requirements written twice, and reports those that are in no group and take time to start.
    pub(super) fn check_top(&mut self, requirements: &[forms::Requirement<'_>]) {
        for (_, at) in requirements.iter().filter_map(|it| it.starts_in) {
            self.diagnostics.push(diags::starts_in_no_group(self.lang, at));
        }
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
            starts_in: raw.starts_in.map_or(Minutes::ZERO, |(time, _)| time),
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
        } else {
            let hot = members.iter().filter(|member| member.is_hot()).count();
            if (hot as u64) < raw.needed() {
                self.diagnostics.push(diags::too_few_hot(self.lang, at, raw.needed(), hot));
            }
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
        self.component_named(name)
    }

    /// The component of a name.
    pub(super) fn component_named(&mut self, name: &forms::Name<'_>) -> Option<ComponentIx> {
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
            forms::Place::Named(name) => Place::Site(self.site_named(name, Kind::Place)?),
            forms::Place::Site(name) => Place::Site(self.site_named(name, Kind::Site)?),
        };
        Some(Location { place, note: self.note(&raw.note), at: raw.at })
    }

    /// The site of a name.
    pub(super) fn site_named(&mut self, name: &forms::Name<'_>, sought: Kind) -> Option<SiteIx> {
        let found = self.names.site(&name.text);
        if found.is_none() {
            self.unknown(name, sought);
        }
        found
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
