//! From declarations by name back to a model.

mod alternatives;

use std::collections::BTreeMap;

use thiserror::Error;
use trefonds_findings::{
    Fact, FactNote, FactValue, Facts, Field, FormFact, NeedFact, RequirementFact, RestFact,
    SourceAt, SubjectKind, WithdrawalFact,
};
use trefonds_model::{
    Component, ComponentIx, ControlLink, Country, CountryFact, Data, DataForm, Date, Entity,
    EntityIx, FactKind, Hidden, HiddenIx, Holder, Holding, Hours, Inventory, Jurisdiction, Law,
    Layer, Location, Need, Note, NoteIx, OnWithdrawal, Party, Place, ReachRule, Requirement, Rest,
    Share, Site, SiteIx, Stated, Supply, Text, Validity, Verification, Who,
};
use trefonds_source::Span;

/// Declarations that make no inventory.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RebuildError {
    /// A country or union that is none.
    #[error("{0} is not a country of ISO 3166-1, nor EU or EEA")]
    Jurisdiction(String),
    /// A day that is none.
    #[error("{0} is not a day, YYYY-MM-DD")]
    Day(String),
    /// A component without a layer, a law without jurisdiction or effect.
    #[error("{0} lacks a declaration without which it cannot be")]
    Incomplete(String),
}

type Rebuilt<T> = Result<T, RebuildError>;

/// The model of some declarations. What names something that is not among them is left out, and a
/// list that loses its last item that way is not said, never "none".
///
/// # Errors
/// When a code or a day is not one, or a component, or a law, lacks what it cannot be without.
pub fn rebuild(facts: &Facts) -> Rebuilt<Inventory> {
    let mut builder = Builder::new(facts);
    builder.index();
    builder.root()?;
    builder.entities()?;
    builder.sites()?;
    builder.components()?;
    builder.alternatives()?;
    builder.laws()?;
    Ok(builder.model)
}

type Fields<'f> = BTreeMap<Field, Vec<&'f Fact>>;

struct Builder<'f> {
    model: Inventory,
    subjects: BTreeMap<(SubjectKind, &'f str), Fields<'f>>,
    components: BTreeMap<&'f str, ComponentIx>,
    entities: BTreeMap<&'f str, EntityIx>,
    sites: BTreeMap<&'f str, SiteIx>,
    /// Where the declaration stands that is being made.
    place: Option<&'f SourceAt>,
}

impl<'f> Builder<'f> {
    fn new(facts: &'f Facts) -> Self {
        let mut subjects: BTreeMap<(SubjectKind, &str), Fields<'_>> = BTreeMap::new();
        for fact in &facts.facts {
            let fields = subjects.entry((fact.key.subject, fact.key.id.as_str())).or_default();
            fields.entry(fact.key.field).or_default().push(fact);
        }
        Self {
            model: Inventory::default(),
            subjects,
            components: BTreeMap::new(),
            entities: BTreeMap::new(),
            sites: BTreeMap::new(),
            place: None,
        }
    }

    /// Gives every subject that exists its index, in the order of the ids.
    fn index(&mut self) {
        for ((kind, id), fields) in &self.subjects {
            if !fields.contains_key(&Field::Exists) {
                continue;
            }
            match kind {
                SubjectKind::Component => {
                    self.components.insert(id, ComponentIx(self.components.len() as u32));
                }
                SubjectKind::Entity => {
                    self.entities.insert(id, EntityIx(self.entities.len() as u32));
                }
                SubjectKind::Site => {
                    self.sites.insert(id, SiteIx(self.sites.len() as u32));
                }
                SubjectKind::Inventory | SubjectKind::Law => {}
            }
        }
    }

    fn fields(&self, kind: SubjectKind, id: &str) -> Fields<'f> {
        self.subjects.get(&(kind, id)).cloned().unwrap_or_default()
    }

    /// A span of its own for every fact, in order, that leads to where the declaration stands.
    fn span(&mut self) -> Span {
        let (file, line, column) =
            self.place.map_or(("", 1, 1), |at| (at.file.as_str(), at.line, at.column));
        self.model.sources.add_place(file, line, column)
    }

    /// The same, of a whole subject.
    fn span_of(&mut self, fields: &Fields<'f>) -> Span {
        self.place = place_of(fields);
        self.span()
    }

    fn day(&mut self, text: Option<&String>) -> Rebuilt<Option<Date>> {
        let Some(text) = text else { return Ok(None) };
        Ok(Some(text.parse().map_err(|_| RebuildError::Day(text.clone()))?))
    }

    fn note(&mut self, note: &FactNote) -> Rebuilt<NoteIx> {
        let from = self.day(note.from.as_ref())?;
        let until = self.day(note.until.as_ref())?;
        let verification = match note.verified.as_deref() {
            None => Verification::NotSaid,
            Some("true") => Verification::Verified,
            Some("false") => Verification::Unverified,
            Some(_) => match self.day(note.verified.as_ref())? {
                Some(day) => {
                    self.model.newest_verified = self.model.newest_verified.max(Some(day));
                    Verification::VerifiedOn(day)
                }
                None => Verification::NotSaid,
            },
        };
        let source = note.source.as_ref().map(|source| self.model.texts.add(source));
        let (validity, candidate) = (Validity { from, until }, note.candidate);
        Ok(self.model.notes.add(Note { validity, source, verification, candidate }))
    }

    fn text(&mut self, fields: &Fields<'f>, field: Field) -> Option<Text> {
        fields.get(&field)?.iter().find_map(|fact| match &fact.value {
            FactValue::Text(text) => Some(self.model.texts.add(text)),
            _ => None,
        })
    }

    /// The items of a list that can be made, and what is said of the rest.
    fn stated<T>(
        &mut self,
        fields: &Fields<'f>,
        field: Field,
        make: impl FnMut(&mut Self, &FactValue, NoteIx) -> Rebuilt<Option<T>>,
    ) -> Rebuilt<Stated<T>> {
        let facts = || fields.get(&field).into_iter().flatten();
        let mut rest = (Rest::NotSaid, None);
        for fact in facts() {
            if let FactValue::Rest(said) = &fact.value {
                rest = self.rest(Some(said));
            }
        }
        let of_rest = facts().find(|fact| matches!(fact.value, FactValue::Rest(_)));
        self.place = of_rest.map(|fact| &fact.at).or_else(|| place_of(fields));
        let items = facts().filter(|fact| !matches!(fact.value, FactValue::Rest(_)));
        self.listed(items.map(|fact| (&fact.value, &fact.note, Some(&fact.at))), rest, make)
    }

    /// A list of values with their notes.
    fn listed<'v, T>(
        &mut self,
        values: impl Iterator<Item = (&'v FactValue, &'v FactNote, Option<&'f SourceAt>)>,
        (mut rest, hidden): (Rest, Option<HiddenIx>),
        mut make: impl FnMut(&mut Self, &FactValue, NoteIx) -> Rebuilt<Option<T>>,
    ) -> Rebuilt<Stated<T>> {
        let at = self.span();
        let mut items = Vec::new();
        let mut lost = false;
        for (value, note, place) in values {
            self.place = place.or(self.place);
            let note = self.note(note)?;
            match make(self, value, note)? {
                Some(item) => items.push(item),
                None => lost = true,
            }
        }
        if lost && items.is_empty() && rest == Rest::Nothing {
            rest = Rest::NotSaid;
        }
        Ok(Stated { items: items.into(), rest, hidden, at })
    }

    fn rest(&mut self, rest: Option<&RestFact>) -> (Rest, Option<HiddenIx>) {
        match rest {
            None => (Rest::NotSaid, None),
            Some(RestFact::Nothing) => (Rest::Nothing, None),
            Some(RestFact::Undisclosed) => (Rest::Undisclosed, None),
            Some(RestFact::Hidden(said)) => {
                let hidden = Hidden {
                    name: said.name.as_ref().map(|name| self.model.texts.add(name)),
                    not: self.whos(&said.not),
                    among: said.among.as_ref().map(|among| self.whos(among)),
                    at: self.span(),
                };
                self.model.hidden.push(hidden);
                (Rest::Undisclosed, HiddenIx::new(self.model.hidden.len() - 1))
            }
        }
    }

    /// What leads nowhere is left out.
    fn whos(&self, names: &[String]) -> Box<[Who]> {
        let who = |name: &String| match name.split_once(':') {
            Some(("entity", id)) => self.entities.get(id).copied().map(Who::Entity),
            Some(("site", id)) => self.sites.get(id).copied().map(Who::Site),
            Some(("component", id)) => self.components.get(id).copied().map(Who::Component),
            _ => Jurisdiction::parse(name).map(Who::Jurisdiction),
        };
        names.iter().filter_map(who).collect()
    }

    fn root(&mut self) -> Rebuilt<()> {
        let fields = self.fields(SubjectKind::Inventory, "");
        self.model.title = self.text(&fields, Field::Title);
        self.model.currency = self.text(&fields, Field::Currency);
        for fact in fields.get(&Field::Organisation).into_iter().flatten() {
            let FactValue::Party(id) = &fact.value else { continue };
            self.model.organisation.extend(self.entities.get(id.as_str()));
        }
        for fact in fields.get(&Field::Home).into_iter().flatten() {
            if let FactValue::Text(code) = &fact.value {
                self.model.home.push(jurisdiction(code)?);
            }
        }
        for fact in fields.get(&Field::Ask).into_iter().flatten() {
            if let (FactValue::Text(who), Some(kind)) =
                (&fact.value, FactKind::parse(&fact.key.item))
            {
                let who = self.model.texts.add(who);
                self.model.asks.push((kind, who));
            }
        }
        self.model.asks.sort_by_key(|(kind, _)| *kind);
        for fact in fields.get(&Field::AsOf).into_iter().flatten() {
            if let FactValue::Text(day) = &fact.value {
                self.model.as_of = self.day(Some(day))?;
            }
        }
        Ok(())
    }

    fn whole_note(&mut self, fields: &Fields<'f>) -> Rebuilt<NoteIx> {
        match fields.get(&Field::Exists).and_then(|facts| facts.first()) {
            Some(fact) => self.note(&fact.note),
            None => Ok(NoteIx::default()),
        }
    }

    fn country(&mut self, fields: &Fields<'f>) -> Rebuilt<Stated<CountryFact>> {
        self.stated(fields, Field::Country, |builder, value, note| {
            let FactValue::Country(code) = value else { return Ok(None) };
            let country =
                Country::parse(code).ok_or_else(|| RebuildError::Jurisdiction(code.clone()))?;
            Ok(Some(CountryFact { country, note, at: builder.span() }))
        })
    }

    fn operators(&mut self, fields: &Fields<'f>) -> Rebuilt<Stated<Party>> {
        self.stated(fields, Field::Operator, Self::party)
    }

    fn party(&mut self, value: &FactValue, note: NoteIx) -> Rebuilt<Option<Party>> {
        let FactValue::Party(id) = value else { return Ok(None) };
        let entity = self.entities.get(id.as_str()).copied();
        let at = self.span();
        Ok(entity.map(|entity| Party { entity, note, at }))
    }

    fn entities(&mut self) -> Rebuilt<()> {
        for id in self.entities.keys().copied().collect::<Vec<_>>() {
            let fields = self.fields(SubjectKind::Entity, id);
            let entity = Entity {
                id: self.model.texts.add(id),
                name: self.text(&fields, Field::Name),
                country: self.country(&fields)?,
                lei: self.text(&fields, Field::Lei),
                owned_by: self.stated(&fields, Field::OwnedBy, Self::holding)?,
                controlled_by: self.stated(&fields, Field::ControlledBy, Self::link)?,
                note: self.whole_note(&fields)?,
                at: self.span_of(&fields),
            };
            self.model.entities.push(entity);
        }
        Ok(())
    }

    fn holding(&mut self, value: &FactValue, note: NoteIx) -> Rebuilt<Option<Holding>> {
        let FactValue::Holding { holder, at_least, at_most, said } = value else {
            return Ok(None);
        };
        let holder = match holder {
            None => Holder::Dispersed,
            Some(id) => match self.entities.get(id.as_str()) {
                Some(entity) => Holder::Entity(*entity),
                None => return Ok(None),
            },
        };
        let votes = Share { at_least: *at_least, at_most: *at_most };
        Ok(Some(Holding { holder, votes, votes_said: *said, note, at: self.span() }))
    }

    fn link(&mut self, value: &FactValue, note: NoteIx) -> Rebuilt<Option<ControlLink>> {
        let FactValue::Control { entity, by } = value else { return Ok(None) };
        let Some(entity) = self.entities.get(entity.as_str()).copied() else { return Ok(None) };
        let by = by.as_ref().map(|by| self.model.texts.add(by));
        Ok(Some(ControlLink { entity, by, note, at: self.span() }))
    }

    fn sites(&mut self) -> Rebuilt<()> {
        for id in self.sites.keys().copied().collect::<Vec<_>>() {
            let fields = self.fields(SubjectKind::Site, id);
            let site = Site {
                id: self.model.texts.add(id),
                name: self.text(&fields, Field::Name),
                country: self.country(&fields)?,
                operators: self.operators(&fields)?,
                note: self.whole_note(&fields)?,
                at: self.span_of(&fields),
            };
            self.model.sites.push(site);
        }
        Ok(())
    }

    fn components(&mut self) -> Rebuilt<()> {
        for id in self.components.keys().copied().collect::<Vec<_>>() {
            let fields = self.fields(SubjectKind::Component, id);
            let component = Component {
                id: self.model.texts.add(id),
                name: self.text(&fields, Field::Name),
                layer: layer(id, &fields)?,
                criticality: criticality(&fields),
                owner: self.text(&fields, Field::Owner),
                tags: self.tags(&fields),
                planned: fields.contains_key(&Field::Planned),
                requirements: self.stated(&fields, Field::Requirement, Self::top_requirement)?,
                operators: self.operators(&fields)?,
                suppliers: self.stated(&fields, Field::Supplier, Self::supply)?,
                locations: self.stated(&fields, Field::Site, Self::location)?,
                data: self.stated(&fields, Field::Data, Self::data)?,
                note: self.whole_note(&fields)?,
                at: self.span_of(&fields),
            };
            self.model.components.push(component);
        }
        Ok(())
    }

    fn tags(&mut self, fields: &Fields<'f>) -> Box<[Text]> {
        let facts = fields.get(&Field::Tag).into_iter().flatten();
        let tags = facts.filter_map(|fact| match &fact.value {
            FactValue::Text(tag) => Some(self.model.texts.add(tag)),
            _ => None,
        });
        tags.collect()
    }

    fn top_requirement(&mut self, value: &FactValue, note: NoteIx) -> Rebuilt<Option<Requirement>> {
        let FactValue::Requirement(wanted) = value else { return Ok(None) };
        self.requirement(wanted, note)
    }

    fn requirement(
        &mut self,
        fact: &RequirementFact,
        note: NoteIx,
    ) -> Rebuilt<Option<Requirement>> {
        let at = self.span();
        let need = match &fact.need {
            NeedFact::Component(id) => {
                self.components.get(id.as_str()).copied().map(Need::Component)
            }
            NeedFact::AllOf(of) => self.members(of)?.map(Need::AllOf),
            NeedFact::AnyOf(of) => self.members(of)?.map(Need::AnyOf),
            NeedFact::AtLeast { k, of } => self.members(of)?.map(|of| {
                let k = (*k).min(of.len() as u32);
                Need::AtLeast { k, of }
            }),
        };
        let because = fact.because.as_ref().map(|because| self.model.texts.add(because));
        let (soft, tolerates) = (fact.soft, Hours(fact.tolerates));
        Ok(need.map(|need| Requirement { need, soft, tolerates, because, note, at }))
    }

    fn members(&mut self, of: &[RequirementFact]) -> Rebuilt<Option<Box<[Requirement]>>> {
        let mut members = Vec::with_capacity(of.len());
        for member in of {
            let note = self.note(&member.note)?;
            members.extend(self.requirement(member, note)?);
        }
        Ok((!members.is_empty()).then(|| members.into()))
    }

    fn supply(&mut self, value: &FactValue, note: NoteIx) -> Rebuilt<Option<Supply>> {
        let FactValue::Supply { entity, on_withdrawal } = value else { return Ok(None) };
        let Some(entity) = self.entities.get(entity.as_str()).copied() else { return Ok(None) };
        let on_withdrawal = match on_withdrawal {
            WithdrawalFact::NotSaid => OnWithdrawal::NotSaid,
            WithdrawalFact::Stops => OnWithdrawal::Stops,
            WithdrawalFact::StopsAfter(hours) => OnWithdrawal::StopsAfter(Hours(*hours)),
            WithdrawalFact::Survives => OnWithdrawal::Survives,
        };
        Ok(Some(Supply { entity, on_withdrawal, note, at: self.span() }))
    }

    fn location(&mut self, value: &FactValue, note: NoteIx) -> Rebuilt<Option<Location>> {
        let place = match value {
            FactValue::Site(id) => self.sites.get(id.as_str()).copied().map(Place::Site),
            FactValue::Country(code) => {
                let country = Country::parse(code);
                Some(Place::Country(
                    country.ok_or_else(|| RebuildError::Jurisdiction(code.clone()))?,
                ))
            }
            _ => None,
        };
        let at = self.span();
        Ok(place.map(|place| Location { place, note, at }))
    }

    fn data(&mut self, value: &FactValue, note: NoteIx) -> Rebuilt<Option<Data>> {
        let FactValue::Data { class, form } = value else { return Ok(None) };
        let form = match form {
            FormFact::NotSaid => DataForm::NotSaid,
            FormFact::Clear => DataForm::Clear,
            FormFact::Encrypted { keys, rest } => {
                let holders: Vec<EntityIx> =
                    keys.iter().filter_map(|id| self.entities.get(id.as_str()).copied()).collect();
                let lost = holders.is_empty() && !keys.is_empty();
                let (rest, hidden) =
                    if lost { (Rest::NotSaid, None) } else { self.rest(rest.as_ref()) };
                let at = self.span();
                DataForm::Encrypted { keys: Stated { items: holders.into(), rest, hidden, at } }
            }
        };
        let class = class.as_ref().map(|class| self.model.texts.add(class));
        Ok(Some(Data { class, form, note, at: self.span() }))
    }

    fn laws(&mut self) -> Rebuilt<()> {
        let laws = self.subjects.iter().filter(|((kind, _), _)| *kind == SubjectKind::Law);
        let laws: Vec<(&str, Fields<'_>)> = laws.map(|((_, id), f)| (*id, f.clone())).collect();
        for (id, fields) in laws {
            let missing = || RebuildError::Incomplete(id.to_owned());
            let mut code = None;
            let mut effect = None;
            for fact in fields.values().flatten() {
                match (&fact.key.field, &fact.value) {
                    (Field::Jurisdiction, FactValue::Text(text)) => code = Some(text),
                    (Field::Effect, FactValue::Effect(own)) => effect = Some(*own),
                    _ => {}
                }
            }
            let law = Law {
                id: self.model.texts.add(id),
                name: self.text(&fields, Field::Name),
                jurisdiction: jurisdiction(code.ok_or_else(missing)?)?,
                effect: effect.ok_or_else(missing)?,
                reaches: self.rules(&fields)?,
                note: self.whole_note(&fields)?,
                at: self.span_of(&fields),
            };
            self.model.laws.push(law);
        }
        Ok(())
    }

    fn rules(&mut self, fields: &Fields<'f>) -> Rebuilt<Box<[ReachRule]>> {
        let mut rules = Vec::new();
        for fact in fields.get(&Field::Reaches).into_iter().flatten() {
            if let FactValue::Rule { channel, link, grade } = fact.value {
                let note = self.note(&fact.note)?;
                self.place = Some(&fact.at);
                rules.push(ReachRule { channel, link, grade, note, at: self.span() });
            }
        }
        Ok(rules.into())
    }
}

/// Where a subject is declared.
fn place_of<'f>(fields: &Fields<'f>) -> Option<&'f SourceAt> {
    fields.get(&Field::Exists).and_then(|facts| facts.first()).map(|fact| &fact.at)
}

fn jurisdiction(code: &str) -> Rebuilt<Jurisdiction> {
    Jurisdiction::parse(code).ok_or_else(|| RebuildError::Jurisdiction(code.to_owned()))
}

fn layer(id: &str, fields: &Fields<'_>) -> Rebuilt<Layer> {
    let facts = fields.get(&Field::Layer).into_iter().flatten();
    let mut layers = facts.filter_map(|fact| match fact.value {
        FactValue::Layer(layer) => Some(layer),
        _ => None,
    });
    layers.next().ok_or_else(|| RebuildError::Incomplete(id.to_owned()))
}

fn criticality(fields: &Fields<'_>) -> Option<trefonds_model::Criticality> {
    let facts = fields.get(&Field::Criticality).into_iter().flatten();
    facts.into_iter().find_map(|fact| match fact.value {
        FactValue::Criticality(criticality) => Some(criticality),
        _ => None,
    })
}
