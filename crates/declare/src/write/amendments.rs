//! Amendments: what is said of a field stands there, and nothing else.

use trefonds_source::Span;

use super::components::Said;
use super::{Why, Writer, section_key};
use crate::forms::{Amendment, Amendments, Name, NoteBox, Requirement};
use crate::yaml::{Fields, Page, Tree};
use crate::{Field, SubjectKind};

impl<'d> Writer<'d> {
    pub(super) fn amendments(&mut self, all: &'d Amendments<'d>, page: &mut Page) {
        if all.is_empty() {
            return;
        }
        page.gap();
        page.open(0, "amend");
        self.amended(page, SubjectKind::Component, &all.components, |writer, it| {
            let mut said = writer.component_fields(&it.thing);
            writer.put_changes(it.changed(), &it.said, &mut said);
            (&it.thing.id, said, &it.thing.note)
        });
        self.amended(page, SubjectKind::Entity, &all.entities, |writer, it| {
            (&it.thing.id, writer.entity_fields(&it.thing), &it.thing.note)
        });
        self.amended(page, SubjectKind::Site, &all.sites, |writer, it| {
            (&it.thing.id, writer.site_fields(&it.thing), &it.thing.note)
        });
    }

    fn amended<T>(
        &mut self,
        page: &mut Page,
        kind: SubjectKind,
        amendments: &'d [Amendment<'d, T>],
        write: impl Fn(
            &mut Self,
            &'d Amendment<'d, T>,
        ) -> (&'d Name<'d>, Vec<Said<'d>>, &'d NoteBox<'d>),
    ) {
        if amendments.is_empty() {
            return;
        }
        page.open(2, section_key(kind));
        for amendment in amendments {
            self.subject = (kind, "".into());
            let before = self.faults.len();
            let (id, said, note) = write(self, amendment);
            self.begin(kind, &id.text);
            for fault in self.faults.iter_mut().skip(before) {
                fault.id = id.text.to_string();
            }
            let fields = self.said_fields(amendment, said, note);
            page.remark(4, self.remarks.of_amendment(kind, &id.text));
            page.thing(4, &id.text, &fields);
        }
    }

    /// The fields that an amendment says, in the order of the format.
    fn said_fields<T>(
        &mut self,
        amendment: &'d Amendment<'d, T>,
        all: Vec<Said<'d>>,
        note: &'d NoteBox<'d>,
    ) -> Fields<'d> {
        let said = |field: Field| amendment.said.iter().any(|(own, _)| *own == field);
        let mut fields = Fields::default();
        for (field, key, value) in all {
            let changed = field == Field::Requirement && amendment.changes_requirements();
            if !said(field) && !changed {
                continue;
            }
            match (field, value) {
                (_, Some(value)) => fields.put(key, Some(value)),
                // No tag any more, and there already, are said too.
                (Field::Tag, None) => fields.put(key, Some(Tree::List(Vec::new()))),
                (Field::Planned, None) => fields.put(key, Some(Tree::word("false"))),
                // What an offer rests on is done without, or what is one is said: one of the two will do.
                (Field::Alternative | Field::Is, None) => {}
                (_, None) => self.fault(key, Why::Missing),
            }
        }
        if let Some(note) = note.as_deref().filter(|_| said(Field::Exists)) {
            self.note_keys(note, &mut fields);
            let candidate = if note.candidate { "true" } else { "false" };
            let candidate = amendment.candidate_said.then(|| Tree::word(candidate));
            fields.put("candidate", candidate);
        }
        fields
    }

    /// Requirements that come and go one by one.
    fn put_changes(
        &mut self,
        (added, removed): (&'d [Requirement<'d>], &'d [Requirement<'d>]),
        said: &[(Field, Span)],
        fields: &mut [Said<'d>],
    ) {
        if added.is_empty() && removed.is_empty() {
            return;
        }
        if said.iter().any(|(field, _)| *field == Field::Requirement) {
            self.fault("depends_on", Why::Twice);
        }
        let mut changes = Fields::default();
        for (key, requirements) in [("add", added), ("remove", removed)] {
            let list = requirements.iter().map(|it| self.requirement(it)).collect();
            changes.put(key, (!requirements.is_empty()).then_some(Tree::List(list)));
        }
        if let Some(own) = fields.iter_mut().find(|(field, ..)| *field == Field::Requirement) {
            own.2 = Some(Tree::Map(changes));
        }
    }
}

impl<'a, T> Amendment<'a, T> {
    /// Requirements that come, and those that go.
    fn changed(&self) -> (&[Requirement<'a>], &[Requirement<'a>]) {
        (&self.added, &self.removed)
    }

    fn changes_requirements(&self) -> bool {
        !(self.added.is_empty() && self.removed.is_empty())
    }
}
