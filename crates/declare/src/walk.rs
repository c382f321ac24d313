//! Every name that a declaration gives to another, and every note.

use trefonds_model::{HiddenIx, OnWithdrawal, Stated};
use trefonds_source::Span;

use crate::SubjectKind;
use crate::forms::{
    Alternative, Amendment, Change, Component, Control, Data, Declarations, Denied, Entity, Hidden,
    Holding, Law, Name, Need, NoteBox, Noted, Place, Recovery, Requirement, Site,
};

/// Something that is met on a walk through declarations.
pub(crate) enum Part<'x, 'a> {
    /// The name of a thing of a kind: of a source, perhaps only words.
    Name(SubjectKind, &'x mut Name<'a>),
    /// The name of an option for change.
    Option(&'x mut Name<'a>),
    /// A bound of something hidden: the name of anything.
    Anybody(&'x mut Name<'a>),
    /// A fact holds from or until a day.
    Dated(Span),
    /// Something hidden that is spoken of.
    Hidden(&'x mut HiddenIx),
}

/// Is shown every part.
type See<'s, 'a> = &'s mut dyn FnMut(Part<'_, 'a>);

/// Shows what a file speaks of: its things, its amendments, its bounds. O(n).
pub(crate) fn file<'a>(file: &mut Declarations<'a>, see: See<'_, 'a>) {
    if let Some((entities, _)) = &mut file.organisation {
        entities.iter_mut().for_each(|name| see(Part::Name(SubjectKind::Entity, name)));
    }
    file.hidden.iter_mut().for_each(|it| hidden(it, see));
    file.components.iter_mut().for_each(|it| component(it, see));
    file.offers.iter_mut().for_each(|it| component(it, see));
    file.entities.iter_mut().for_each(|it| entity(it, see));
    file.sites.iter_mut().for_each(|it| site(it, see));
    file.laws.iter_mut().for_each(|it| law(it, see));
    let amendments = &mut file.amendments;
    for it in &mut amendments.components {
        see(Part::Name(SubjectKind::Component, &mut it.thing.id));
        changes(it, see);
        component(&mut it.thing, see);
    }
    for it in &mut amendments.entities {
        see(Part::Name(SubjectKind::Entity, &mut it.thing.id));
        entity(&mut it.thing, see);
    }
    for it in &mut amendments.sites {
        see(Part::Name(SubjectKind::Site, &mut it.thing.id));
        site(&mut it.thing, see);
    }
}

fn changes<'a, T>(amendment: &mut Amendment<'a, T>, see: See<'_, 'a>) {
    amendment.added.iter_mut().for_each(|it| requirement(it, see));
    amendment.removed.iter_mut().for_each(|it| requirement(it, see));
}

/// Shows what something hidden is bounded by.
pub(crate) fn hidden<'a>(hidden: &mut Hidden<'a>, see: See<'_, 'a>) {
    let among = hidden.among.iter_mut().flatten();
    hidden.not.iter_mut().chain(among).for_each(|name| see(Part::Anybody(name)));
}

/// Shows what a component speaks of.
pub(crate) fn component<'a>(it: &mut Component<'a>, see: See<'_, 'a>) {
    let at = it.id.at;
    note(&mut it.note, at, see);
    stated(&mut it.requirements, see, requirement);
    stated(&mut it.operators, see, party);
    stated(&mut it.suppliers, see, supply);
    stated(&mut it.changed_by, see, change);
    stated(&mut it.locations, see, location);
    stated(&mut it.data, see, data);
    stated(&mut it.recovers_with, see, recovery);
    it.alternatives.iter_mut().for_each(|it| alternative(it, see));
}

fn alternative<'a>(it: &mut Alternative<'a>, see: See<'_, 'a>) {
    let at = it.id.at;
    note(&mut it.note, at, see);
    it.requirements.iter_mut().for_each(|list| stated(list, see, requirement));
    it.operators.iter_mut().for_each(|list| stated(list, see, party));
    it.suppliers.iter_mut().for_each(|list| stated(list, see, supply));
    it.locations.iter_mut().for_each(|list| stated(list, see, location));
    it.data.iter_mut().for_each(|list| stated(list, see, data));
    it.changed_by.iter_mut().for_each(|list| stated(list, see, change));
    it.recovers_with.iter_mut().for_each(|list| stated(list, see, recovery));
    it.terms.iter_mut().for_each(|terms| supply(terms, see));
    let stand_in = it.stand_in.iter_mut().map(|it| &mut it.component);
    stand_in.for_each(|name| see(Part::Name(SubjectKind::Component, name)));
    it.excludes.iter_mut().chain(&mut it.requires).for_each(|name| see(Part::Option(name)));
}

/// Shows what an entity speaks of.
pub(crate) fn entity<'a>(it: &mut Entity<'a>, see: See<'_, 'a>) {
    let at = it.id.at;
    note(&mut it.note, at, see);
    stated(&mut it.country, see, |country, see| note(&mut country.note, country.at, see));
    stated(&mut it.owned_by, see, holding);
    stated(&mut it.controlled_by, see, control);
}

/// Shows what a site speaks of.
pub(crate) fn site<'a>(it: &mut Site<'a>, see: See<'_, 'a>) {
    let at = it.id.at;
    note(&mut it.note, at, see);
    stated(&mut it.country, see, |country, see| note(&mut country.note, country.at, see));
    stated(&mut it.operators, see, party);
    it.within.iter_mut().for_each(|name| see(Part::Name(SubjectKind::Site, name)));
}

/// Shows what a law speaks of.
pub(crate) fn law<'a>(it: &mut Law<'a>, see: See<'_, 'a>) {
    let at = it.id.at;
    note(&mut it.note, at, see);
    it.reaches.iter_mut().for_each(|rule| note(&mut rule.note, rule.at, see));
    for denied in it.targets.iter_mut().chain(&mut it.spares) {
        if let Denied::Entity(name) = denied {
            see(Part::Name(SubjectKind::Entity, name));
        }
    }
}

fn stated<'a, T>(
    list: &mut Stated<T>,
    see: See<'_, 'a>,
    mut show: impl FnMut(&mut T, See<'_, 'a>),
) {
    list.items.iter_mut().for_each(|item| show(item, see));
    list.hidden.iter_mut().for_each(|hidden| see(Part::Hidden(hidden)));
}

fn note<'a>(note: &mut NoteBox<'a>, at: Span, see: See<'_, 'a>) {
    let Some(note) = note else { return };
    if note.from.is_some() || note.until.is_some() {
        see(Part::Dated(at));
    }
    note.source.iter_mut().for_each(|name| see(Part::Name(SubjectKind::Source, name)));
}

fn requirement<'a>(it: &mut Requirement<'a>, see: See<'_, 'a>) {
    note(&mut it.note, it.at, see);
    match &mut it.need {
        Need::Component(name) => see(Part::Name(SubjectKind::Component, name)),
        Need::AllOf(of) | Need::AnyOf(of) | Need::AtLeast { of, .. } => {
            of.iter_mut().for_each(|member| requirement(member, see));
        }
    }
}

fn party<'a>(it: &mut Noted<'a, Name<'a>>, see: See<'_, 'a>) {
    note(&mut it.note, it.at, see);
    see(Part::Name(SubjectKind::Entity, &mut it.value));
}

fn supply<'a>(it: &mut Noted<'a, (Name<'a>, OnWithdrawal)>, see: See<'_, 'a>) {
    note(&mut it.note, it.at, see);
    see(Part::Name(SubjectKind::Entity, &mut it.value.0));
}

fn change<'a>(it: &mut Noted<'a, Change<'a>>, see: See<'_, 'a>) {
    note(&mut it.note, it.at, see);
    see(Part::Name(SubjectKind::Entity, &mut it.value.entity));
}

fn recovery<'a>(it: &mut Noted<'a, Recovery<'a>>, see: See<'_, 'a>) {
    note(&mut it.note, it.at, see);
    see(Part::Name(SubjectKind::Component, &mut it.value.component));
}

fn location<'a>(it: &mut Noted<'a, Place<'a>>, see: See<'_, 'a>) {
    note(&mut it.note, it.at, see);
    if let Place::Named(name) | Place::Site(name) = &mut it.value {
        see(Part::Name(SubjectKind::Site, name));
    }
}

fn data<'a>(it: &mut Noted<'a, Data<'a>>, see: See<'_, 'a>) {
    note(&mut it.note, it.at, see);
    stated(&mut it.value.keys, see, |name, see| see(Part::Name(SubjectKind::Entity, name)));
}

fn holding<'a>(it: &mut Noted<'a, Holding<'a>>, see: See<'_, 'a>) {
    note(&mut it.note, it.at, see);
    it.value.holder.iter_mut().for_each(|name| see(Part::Name(SubjectKind::Entity, name)));
}

fn control<'a>(it: &mut Noted<'a, Control<'a>>, see: See<'_, 'a>) {
    note(&mut it.note, it.at, see);
    see(Part::Name(SubjectKind::Entity, &mut it.value.entity));
}
