//! Declarations as the text of an inventory file, as people would have written it.
//!
//! Short forms stand wherever the reader takes them, what is short on one line, the root keys first
//! and the keys of each thing in the order of the format's page. What is written is read back as the
//! same declarations: but for the places, and for descriptions, which are no declarations.
//!
//! ```
//! use trefonds_declare::{Remarks, forms::{Declarations, Entity, Name, Noted}, write};
//! use trefonds_model::{Country, Stated};
//! use trefonds_source::Span;
//!
//! let at = Span::default();
//! let name = |text: &'static str| Name { text: text.into(), at };
//! let country = Noted { value: Country::parse("NO").unwrap(), note: None, at };
//! let acme = Entity { country: Stated::complete(vec![country], at), ..Entity::unsaid(name("acme")) };
//! let declared = Declarations { entities: vec![acme], ..Declarations::default() };
//! let text = write(&declared, &Remarks::default())?;
//! assert_eq!(text, "entities:\n  acme: {country: NO}\n");
//! # Ok::<(), trefonds_declare::Unwritable>(())
//! ```

mod alternatives;
mod amendments;
mod components;
mod entities;
mod fault;
mod laws;
mod lists;
mod recovery;
mod remarks;
mod requirements;
mod root;

pub use fault::{Fault, Unwritable, Why};
pub use remarks::Remarks;

use std::borrow::Cow;

use crate::SubjectKind;
use crate::forms::{Declarations, Hidden, Name};
use crate::validate::ids;
use crate::yaml::{Fields, Page};

/// The text of a file that declares this, amendments as such. The same declarations give the same
/// bytes. O(n) time and space for a text of n bytes.
///
/// # Errors
/// Everything that the format cannot say, such as a list of which nothing is said but its items.
pub fn write(declared: &Declarations<'_>, remarks: &Remarks) -> Result<String, Unwritable> {
    let mut writer = Writer {
        hidden: &declared.hidden,
        remarks,
        faults: Vec::new(),
        subject: (SubjectKind::Inventory, Cow::Borrowed("")),
    };
    let mut page = Page::default();
    page.remark(0, remarks.head());
    page.gap();
    writer.file(declared, &mut page);
    match writer.faults.is_empty() {
        true => Ok(page.into_text()),
        false => Err(Unwritable { faults: writer.faults }),
    }
}

/// Makes trees of declarations.
struct Writer<'d> {
    /// What is said of undisclosed facts.
    hidden: &'d [Hidden<'d>],
    remarks: &'d Remarks,
    faults: Vec<Fault>,
    /// What is being written.
    subject: (SubjectKind, Cow<'d, str>),
}

impl<'d> Writer<'d> {
    fn file(&mut self, file: &'d Declarations<'d>, page: &mut Page) {
        let root = self.root(file);
        let empty = root.0.is_empty() && file.is_empty();
        root.0.iter().for_each(|(key, value)| page.entry(0, key, value));
        self.section(page, SubjectKind::Source, &file.cited, |it| &it.id, Self::source);
        self.section(page, SubjectKind::Component, &file.components, |it| &it.id, Self::component);
        self.section_called(
            page,
            ("offers", SubjectKind::Component),
            &file.offers,
            |it| &it.id,
            Self::component,
        );
        self.section(page, SubjectKind::Entity, &file.entities, |it| &it.id, Self::entity);
        self.section(page, SubjectKind::Site, &file.sites, |it| &it.id, Self::site);
        self.section(page, SubjectKind::Law, &file.laws, |it| &it.id, Self::law);
        self.amendments(&file.amendments, page);
        if empty {
            page.nothing();
        }
    }

    /// Things of a kind under their ids.
    fn section<T>(
        &mut self,
        page: &mut Page,
        kind: SubjectKind,
        things: &'d [T],
        id: fn(&'d T) -> &'d Name<'d>,
        fields: fn(&mut Self, &'d T) -> Fields<'d>,
    ) {
        self.section_called(page, (section_key(kind), kind), things, id, fields);
    }

    /// The same under another key.
    fn section_called<T>(
        &mut self,
        page: &mut Page,
        (key, kind): (&'static str, SubjectKind),
        things: &'d [T],
        id: fn(&'d T) -> &'d Name<'d>,
        fields: fn(&mut Self, &'d T) -> Fields<'d>,
    ) {
        if things.is_empty() {
            return;
        }
        page.gap();
        page.open(0, key);
        for thing in things {
            let id = &id(thing).text;
            self.begin(kind, id);
            page.remark(2, self.remarks.of(kind, id));
            let fields = fields(self, thing);
            page.thing(2, id, &fields);
        }
    }

    /// Begins to write a thing.
    fn begin(&mut self, kind: SubjectKind, id: &'d str) {
        self.subject = (kind, Cow::Borrowed(id));
        if !ids::is_well_formed(id) {
            self.fault("", Why::Id);
        }
    }

    fn fault(&mut self, key: &'static str, why: Why) {
        let (subject, id) = (self.subject.0, self.subject.1.to_string());
        self.faults.push(Fault { subject, id, key, why });
    }
}

/// The root key under which things of a kind stand.
const fn section_key(kind: SubjectKind) -> &'static str {
    match kind {
        SubjectKind::Inventory => "",
        SubjectKind::Component => "components",
        SubjectKind::Entity => "entities",
        SubjectKind::Site => "sites",
        SubjectKind::Law => "laws",
        SubjectKind::Source => "sources",
    }
}

#[cfg(test)]
mod tests {
    use trefonds_model::{Layer, Minutes, OnWithdrawal, Rest, Stated};
    use trefonds_source::Span;

    use super::*;
    use crate::forms::{Component, Entity, Holding, Note, Noted, Place};

    fn name(text: &'static str) -> Name<'static> {
        Name { text: text.into(), at: Span::default() }
    }

    fn noted<T>(value: T) -> Noted<'static, T> {
        Noted { value, note: None, at: Span::default() }
    }

    fn complete<T>(items: Vec<T>) -> Stated<T> {
        Stated::complete(items, Span::default())
    }

    #[test]
    fn what_the_format_cannot_say_is_told_and_nothing_written() {
        let open = Stated { rest: Rest::NotSaid, ..complete(vec![noted(name("acme"))]) };
        let endless = (name("acme"), OnWithdrawal::StopsAfter(Minutes::NEVER));
        let component = Component {
            operators: open,
            suppliers: complete(vec![noted(endless)]),
            ..Component::unsaid(name("mail"))
        };
        let since = Note { candidate: true, ..Note::default() };
        let dispersed = Holding { holder: None, votes: None };
        let dispersed = Noted { note: Some(Box::new(since)), ..noted(dispersed) };
        let entity = Entity {
            country: complete(Vec::new()),
            owned_by: complete(vec![dispersed]),
            ..Entity::unsaid(name("acme"))
        };
        let declared = Declarations {
            components: vec![component],
            entities: vec![entity],
            ..Declarations::default()
        };
        let refused = write(&declared, &Remarks::default()).unwrap_err();
        let told: Vec<_> = refused.faults.iter().map(|it| (&*it.id, it.key, it.why)).collect();
        let expected = [
            ("mail", "layer", Why::Missing),
            ("mail", "operator", Why::OpenEnded),
            ("mail", "on_withdrawal", Why::Endless),
            ("acme", "country", Why::None),
            ("acme", "dispersed", Why::Note),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_name_that_says_something_else_by_itself_has_its_long_form() {
        let component = Component {
            layer: Some(Layer::Software),
            locations: complete(vec![
                noted(Place::Site(name("FR"))),
                noted(Place::Named(name("paris"))),
            ]),
            operators: complete(vec![noted(name("none"))]),
            ..Component::unsaid(name("1"))
        };
        let declared = Declarations { components: vec![component], ..Declarations::default() };
        let mut remarks = Remarks::default().with_head("By hand.");
        remarks.add(SubjectKind::Component, "1", "Row 12:");
        remarks.add(SubjectKind::Component, "1", "no layer said");
        let text = "\
# By hand.

components:
  # Row 12:
  # no layer said
  \"1\":
    layer: software
    operator: {entity: none}
    site: [{site: FR}, paris]
";
        assert_eq!(write(&declared, &remarks).unwrap(), text);
    }

    #[test]
    fn a_file_that_declares_nothing_is_no_empty_file() {
        assert_eq!(write(&Declarations::default(), &Remarks::default()).unwrap(), "{}\n");
    }
}
