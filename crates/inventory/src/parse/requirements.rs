//! What a component needs: ids, and groups of requirements.

use trefonds_lang::Lang;
use trefonds_model::Minutes;
use trefonds_source::Span;

use super::facts::NoteDraft;
use super::node::{Node, Seen};
use super::{Name, Need, Reader, Requirement};
use crate::diags;

/// The keys of a requirement.
pub(crate) const REQUIREMENT: &[&str] = &[
    "needs",
    "soft",
    "all_of",
    "any_of",
    "at_least",
    "of",
    "tolerates",
    "starts_in",
    "because",
    "from",
    "until",
    "source",
    "verified",
    "candidate",
];

/// The keys of a group under `soft`: how it is borne is said outside.
pub(crate) const SOFT_GROUP: &[&str] = &["all_of", "any_of", "at_least", "of"];

/// What changes requirements one by one.
pub(crate) const CHANGES: &[&str] = &["add", "remove"];

/// The keys of which one says what kind of requirement it is.
const KINDS: &[&str] = &["needs", "soft", "all_of", "any_of", "at_least"];

/// What is needed, while its mapping is read.
#[derive(Default)]
struct NeedDraft<'a> {
    need: Option<(Need<'a>, Span)>,
    soft: bool,
    k: Option<(u64, Span)>,
    of: Option<Vec<Requirement<'a>>>,
}

/// Requirements that come and go one by one.
#[derive(Default)]
pub(super) struct Changes<'a> {
    pub added: Vec<Requirement<'a>>,
    pub removed: Vec<Requirement<'a>>,
    /// Whether they are said so, and not as a whole list.
    pub said: bool,
}

impl<'a> Reader<'a> {
    /// A requirement: an id or a mapping.
    pub(super) fn requirement(&mut self, node: Node<'a>) -> Option<Requirement<'a>> {
        match node {
            Node::Scalar(scalar) => {
                let at = scalar.at;
                Some(plain(Need::Component(Name { text: scalar.text, at }), at))
            }
            Node::Map(at) => self.long_requirement(at),
            node => {
                self.refuse(node, Lang::a_requirement);
                None
            }
        }
    }

    fn long_requirement(&mut self, at: Span) -> Option<Requirement<'a>> {
        let mut seen = Seen::in_mapping(at);
        let (mut draft, mut note) = (NeedDraft::default(), NoteDraft::default());
        let (mut tolerates, mut starts_in, mut because) = (None, None, None);
        while let Some((key, value)) = self.field(REQUIREMENT, &mut seen) {
            match key {
                "tolerates" => tolerates = self.duration(value),
                "starts_in" => {
                    let at = value.at();
                    starts_in = self.duration(value).map(|time| (time, at));
                }
                "because" => because = self.text(value),
                "from" | "until" | "source" | "verified" | "candidate" => {
                    self.note_field(key, value, &mut note)
                }
                key => self.need_field(key, value, REQUIREMENT, &seen, &mut draft),
            }
        }
        let note = self.note_end(note, REQUIREMENT, &seen);
        let soft = draft.soft;
        let (need, at) = self.need_end(draft, KINDS, REQUIREMENT, &seen)?;
        Some(Requirement {
            need,
            soft,
            tolerates: tolerates.unwrap_or(Minutes::ZERO),
            starts_in,
            because,
            note,
            at,
        })
    }

    fn need_field(
        &mut self,
        key: &'static str,
        value: Node<'a>,
        known: &[&str],
        seen: &Seen,
        draft: &mut NeedDraft<'a>,
    ) {
        let at = seen.place(known, key).unwrap_or(value.at());
        match key {
            "needs" => {
                draft.need = self.reference(value).map(|id| (Need::Component(id.clone()), id.at))
            }
            "soft" => {
                draft.soft = true;
                draft.need = self.soft(value);
            }
            "all_of" => draft.need = self.members(key, value).map(|of| (Need::AllOf(of), at)),
            "any_of" => draft.need = self.members(key, value).map(|of| (Need::AnyOf(of), at)),
            "at_least" => {
                let place = value.at();
                draft.k = self.number(value).map(|k| (k, place));
            }
            _ => draft.of = self.members(key, value),
        }
    }

    /// What is needed: exactly one of the kinds must have been met.
    fn need_end(
        &mut self,
        draft: NeedDraft<'a>,
        kinds: &[&str],
        known: &[&str],
        seen: &Seen,
    ) -> Option<(Need<'a>, Span)> {
        let mut met = kinds.iter().filter_map(|kind| seen.place(known, kind));
        let (first, second) = (met.next(), met.next());
        let of = seen.place(known, "of");
        let at_least = seen.place(known, "at_least");
        match (first, second, at_least, of) {
            (Some(_), None, None, None) => draft.need,
            (Some(_), None, Some(at), Some(_)) => Self::at_least(draft, at),
            (Some(at), None, Some(_), None) => {
                self.report(diags::missing_key(self.lang, at, "of"));
                None
            }
            (None, None, None, Some(at)) => {
                self.report(diags::missing_key(self.lang, at, "at_least"));
                None
            }
            _ => {
                let at = second.or(of).unwrap_or(seen.at());
                self.report(diags::one_of(self.lang, at, kinds));
                None
            }
        }
    }

    fn at_least(draft: NeedDraft<'a>, at: Span) -> Option<(Need<'a>, Span)> {
        let ((k, k_at), of) = draft.k.zip(draft.of)?;
        Some((Need::AtLeast { k, k_at, of }, at))
    }

    /// An id or a group that degrades its owner and does not stop it.
    fn soft(&mut self, node: Node<'a>) -> Option<(Need<'a>, Span)> {
        let Node::Map(at) = node else {
            let id = self.scalar(node, Lang::a_requirement)?;
            return Some((Need::Component(Name { text: id.text, at: id.at }), id.at));
        };
        let mut seen = Seen::in_mapping(at);
        let mut draft = NeedDraft::default();
        while let Some((key, value)) = self.field(SOFT_GROUP, &mut seen) {
            self.need_field(key, value, SOFT_GROUP, &seen, &mut draft);
        }
        self.need_end(draft, &["all_of", "any_of", "at_least"], SOFT_GROUP, &seen)
    }

    /// The members of a group; `None` when there is none. Those that cannot be read are left out of
    /// the result, and the group is then left out too: its own message would be a second one.
    fn members(&mut self, key: &str, node: Node<'a>) -> Option<Vec<Requirement<'a>>> {
        let Node::List(at) = node else {
            self.refuse(node, Lang::a_list);
            return None;
        };
        let mut members = Vec::with_capacity(2);
        let mut written = 0;
        let before = self.diagnostics.len();
        while let Some(item) = self.item() {
            written += 1;
            members.extend(self.requirement(item));
        }
        if written == 0 && before == self.diagnostics.len() {
            self.report(diags::empty_list(self.lang, at, key));
        }
        (written > 0 && members.len() == written).then_some(members)
    }

    /// Whether a node is a mapping of requirements to add and to remove.
    pub(super) fn is_changes(&mut self, node: &Node<'a>) -> bool {
        matches!(node, Node::Map(_)) && (self.next_key_is("add") || self.next_key_is("remove"))
    }

    /// Reads such a mapping.
    pub(super) fn changes(&mut self, node: Node<'a>, changes: &mut Changes<'a>) {
        let Node::Map(at) = node else { return };
        changes.said = true;
        let mut seen = Seen::in_mapping(at);
        while let Some((key, value)) = self.field(CHANGES, &mut seen) {
            let list = match key {
                "add" => &mut changes.added,
                _ => &mut changes.removed,
            };
            let requirements = match value {
                Node::List(_) => {
                    let mut read = Vec::new();
                    while let Some(item) = self.item() {
                        read.extend(self.requirement(item));
                    }
                    read
                }
                one => self.requirement(one).into_iter().collect(),
            };
            *list = requirements;
        }
    }
}

fn plain(need: Need<'_>, at: Span) -> Requirement<'_> {
    let (tolerates, starts_in) = (Minutes::ZERO, None);
    Requirement { need, soft: false, tolerates, starts_in, because: None, note: None, at }
}
