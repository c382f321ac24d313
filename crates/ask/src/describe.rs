//! From indices to what a finding says: names, places in files, sources.

use trefonds_findings::{FactKind, Head, Named, Provenance, SourceAt, UnknownFact, VERSION};
use trefonds_model::{ComponentIx, EntityIx, NoteIx, SiteIx, Text, Verification};
use trefonds_source::Span;

use crate::Analysis;
use trefonds_settle::channels::Target;
use trefonds_settle::events::Event;
use trefonds_settle::unknowns::{Subject, UnknownIx};

impl Analysis<'_> {
    /// The day of the results, `YYYY-MM-DD`.
    pub(crate) fn day_text(&self) -> Option<String> {
        self.day().map(|day| day.to_string())
    }

    /// What every result begins with.
    pub(crate) fn head(&self) -> Head {
        Head {
            version: VERSION,
            title: self.title(),
            as_of: self.day_text(),
            day_from: self.day_from(),
            home: self.home_codes(),
            question: self.question(),
        }
    }

    pub(crate) fn title(&self) -> Option<String> {
        self.model().title.map(|title| self.model().text(title).to_owned())
    }

    pub(crate) fn home_codes(&self) -> Vec<String> {
        self.home().iter().map(|home| home.code().to_owned()).collect()
    }

    pub(crate) fn text(&self, text: Text) -> String {
        self.model().text(text).to_owned()
    }

    pub(crate) fn named(&self, id: Text, name: Option<Text>) -> Named {
        Named { id: self.text(id), name: self.text(name.unwrap_or(id)) }
    }

    pub(crate) fn component_named(&self, component: ComponentIx) -> Named {
        let component = self.model().component(component);
        self.named(component.id, component.name)
    }

    /// The need of one component by another: its id is that of what is needed.
    pub(crate) fn need_named(&self, owner: ComponentIx, needed: ComponentIx) -> Named {
        let (owner, needed) = (self.component_named(owner), self.component_named(needed));
        Named { id: needed.id, name: format!("{} → {}", owner.name, needed.name) }
    }

    pub(crate) fn entity_named(&self, entity: EntityIx) -> Named {
        let entity = self.model().entity(entity);
        self.named(entity.id, entity.name)
    }

    pub(crate) fn site_named(&self, site: SiteIx) -> Named {
        let site = self.model().site(site);
        self.named(site.id, site.name)
    }

    /// What stands at the far end of a channel.
    pub(crate) fn target_named(&self, target: Target) -> Named {
        match target {
            Target::Party(entity) => self.entity_named(entity),
            Target::Country(country) => self.subject_named(Subject::Country(country)),
            Target::Site(site) => self.site_named(site),
            Target::Unknown(unknown) => {
                let id = self.unknown_fact(unknown).id;
                Named { name: id.clone(), id }
            }
        }
    }

    pub(crate) fn source_at(&self, span: Span) -> SourceAt {
        SourceAt::of(&self.model().sources, span)
    }

    pub(crate) fn provenance(&self, span: Span, note: NoteIx) -> Provenance {
        let note = self.model().notes.get(note);
        Provenance {
            at: self.source_at(span),
            source: note.source.map(|source| self.model().source_words(source).into_owned()),
            unverified: note.verification == Verification::Unverified,
            verified_on: match note.verification {
                Verification::VerifiedOn(day) => Some(day.to_string()),
                _ => None,
            },
        }
    }

    pub(crate) fn subject_named(&self, subject: Subject) -> Named {
        match subject {
            Subject::Component(component) => self.component_named(component),
            Subject::Entity(entity) => self.entity_named(entity),
            Subject::Site(site) => self.site_named(site),
            Subject::Country(country) => {
                let name = match country.territory_of() {
                    Some((state, _)) => format!("{country} ({state})"),
                    None => country.code().to_owned(),
                };
                Named { id: country.code().to_owned(), name }
            }
            Subject::Law(law) => {
                let law = self.model().law(law);
                self.named(law.id, law.name)
            }
        }
    }

    pub(crate) fn unknown_fact(&self, unknown: UnknownIx) -> UnknownFact {
        let unknown = self.unknowns().get(unknown);
        let subject = self.subject_named(unknown.subject);
        let about = unknown.about.map(|about| self.subject_named(about));
        UnknownFact {
            id: unknown_id(unknown.fact, &subject, about.as_ref()),
            fact: unknown.fact,
            subject,
            about,
            why: unknown.why,
            // Nobody wrote of a law that is not declared.
            at: (unknown.fact != FactKind::Law).then(|| self.source_at(unknown.at)),
        }
    }

    pub(crate) fn unknown_facts(&self, unknowns: &[UnknownIx]) -> Vec<UnknownFact> {
        unknowns.iter().map(|unknown| self.unknown_fact(*unknown)).collect()
    }

    pub(crate) fn event_named(&self, event: Event) -> Named {
        match event {
            Event::Component(component) | Event::Ended(component) => {
                self.component_named(component)
            }
            Event::Entity(entity) | Event::Controller(entity) => self.entity_named(entity),
            Event::Site(site) => self.site_named(site),
            Event::Country(country) => self.subject_named(Subject::Country(country)),
            Event::Unknown(unknown) => {
                let id = self.unknown_fact(unknown).id;
                Named { name: id.clone(), id }
            }
        }
    }
}

/// The stable id of an unknown fact: kind, subject, other party.
pub(crate) fn unknown_id(fact: FactKind, subject: &Named, about: Option<&Named>) -> String {
    let kind = fact.word();
    match about {
        Some(about) => format!("{kind}:{}:{}", subject.id, about.id),
        None => format!("{kind}:{}", subject.id),
    }
}
