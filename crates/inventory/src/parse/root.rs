//! The root of a file, and the four mappings from ids.

use trefonds_lang::Lang;
use trefonds_model::{FactKind, Jurisdiction};

use super::node::{MERGE, Node, Scalar, Seen};
use super::{Asks, Declarations, Name, Reader};
use crate::diags;
use trefonds_read::Kind;

/// The keys of the root.
pub(crate) const ROOT: &[&str] = &[
    "trefonds",
    "title",
    "home",
    "as_of",
    "currency",
    "organisation",
    "asks",
    "catalogue",
    "components",
    "offers",
    "entities",
    "sites",
    "laws",
    "sources",
    "amend",
];

/// The kinds of facts for which `asks` says whom to ask.
pub(crate) const ASKS: &[&str] = &{
    let mut words = [""; FactKind::ALL.len()];
    let mut at = 0;
    while at < words.len() {
        words[at] = FactKind::ALL[at].0;
        at += 1;
    }
    words
};

/// The version of the format that is read.
const VERSION: u64 = 1;

impl<'a> Reader<'a> {
    /// The one document of a file.
    pub(super) fn root(&mut self, name: &str, facts: &mut Declarations<'a>) {
        let event = self.stream.next_event();
        let at = self.span(&event);
        if event.tagged {
            self.report(diags::tag(self.lang, at));
        }
        match event.kind {
            Kind::MapStart => self.root_keys(at, facts),
            Kind::End => self.report(diags::empty_file(self.lang, name)),
            Kind::Scalar { text, plain: true } if text.is_empty() => {
                self.report(diags::empty_file(self.lang, name));
            }
            Kind::Scalar { text, plain } => {
                self.refuse(Node::Scalar(Scalar { text, plain, at }), Lang::a_mapping)
            }
            _ => self.refuse(Node::List(at), Lang::a_mapping),
        }
        self.nothing_follows();
    }

    fn nothing_follows(&mut self) {
        let event = self.stream.next_event();
        if event.kind == Kind::NextDocument {
            let at = self.span(&event);
            self.report(diags::several_documents(self.lang, at));
        }
    }

    fn root_keys(&mut self, at: trefonds_source::Span, facts: &mut Declarations<'a>) {
        let mut seen = Seen::in_mapping(at);
        while let Some((key, value)) = self.field(ROOT, &mut seen) {
            let key_at = seen.place(ROOT, key).unwrap_or(at);
            match key {
                "trefonds" => self.version(value),
                "title" => facts.title = self.text(value).map(|text| Name { text, at: key_at }),
                "home" => facts.home = Some((self.jurisdictions(value, "home"), key_at)),
                "currency" => {
                    facts.currency = self.currency(value);
                }
                "asks" => facts.asks = Some((self.asks(value), key_at)),
                "organisation" => {
                    facts.organisation =
                        Some((self.some_references(value, "organisation"), key_at));
                }
                "as_of" => facts.as_of = self.date(value).map(|date| (date, key_at)),
                "catalogue" => {
                    facts.catalogue = self.catalogue(value).map(|said| (said, key_at));
                }
                "offers" => facts.offers = self.declared(value, Self::component),
                "components" => {
                    facts.components = self.declared(value, Self::component);
                }
                "entities" => facts.entities = self.declared(value, Self::entity),
                "sites" => facts.sites = self.declared(value, Self::site),
                "sources" => facts.cited = self.declared(value, Self::source),
                "amend" => facts.amendments = self.amendments(value),
                _ => facts.laws = self.declared(value, Self::law),
            }
        }
        // Said, however badly: what was reported once is not missing as well.
        facts.version = seen.place(ROOT, "trefonds");
        let said_home = seen.place(ROOT, "home").map(|at| (Vec::new(), at));
        facts.home = facts.home.take().or(said_home);
    }

    fn version(&mut self, node: Node<'a>) {
        match node {
            Node::Scalar(scalar) if scalar.text.parse() != Ok(VERSION) => {
                self.report(diags::format_version(self.lang, scalar.at, &scalar.text));
            }
            Node::Scalar(_) => {}
            node => self.refuse(node, Lang::a_number),
        }
    }

    fn currency(&mut self, node: Node<'a>) -> Option<Name<'a>> {
        let scalar = self.scalar(node, Lang::a_text)?;
        Some(Name { text: scalar.text, at: scalar.at })
    }

    fn asks(&mut self, node: Node<'a>) -> Asks<'a> {
        let mut asks = Vec::new();
        let Some(at) = self.mapping(node, Lang::a_mapping) else { return asks };
        let mut seen = Seen::in_mapping(at);
        while let Some((key, value)) = self.field(ASKS, &mut seen) {
            let who = self.text(value);
            asks.extend(FactKind::parse(key).zip(who));
        }
        asks.sort_by_key(|(kind, _)| *kind);
        asks
    }

    /// A list of jurisdictions, or a single one.
    pub(super) fn jurisdictions(&mut self, node: Node<'a>, key: &str) -> Vec<Jurisdiction> {
        let Node::List(at) = node else {
            return self.jurisdiction(node).into_iter().collect();
        };
        let before = self.diagnostics.len();
        let mut listed = Vec::new();
        while let Some(item) = self.item() {
            listed.extend(self.jurisdiction(item));
        }
        if listed.is_empty() && before == self.diagnostics.len() {
            self.report(diags::empty_list(self.lang, at, key));
        }
        listed
    }

    /// A mapping from ids to things. A thing exists under a bad id too: what refers to it is right.
    pub(super) fn declared<T>(
        &mut self,
        node: Node<'a>,
        read: fn(&mut Self, Name<'a>, Node<'a>) -> T,
    ) -> Vec<T> {
        let mut things = Vec::new();
        if self.mapping(node, Lang::a_mapping).is_none() {
            return things;
        }
        while let Some((id, value)) = self.entry() {
            if id.text == MERGE {
                self.refuse_merge(&id, value);
                continue;
            }
            let id = Name { text: id.text, at: id.at };
            things.push(read(self, id, value));
        }
        things
    }
}
