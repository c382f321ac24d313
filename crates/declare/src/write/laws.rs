//! Laws and their rules.

use trefonds_model::{Grade, Minutes};

use super::Writer;
use crate::forms::{Denied, Law, Noted, Rule};
use crate::words::{CHANNELS, EFFECTS, GRADES, LINKS};
use crate::yaml::{Fields, Tree};

impl<'d> Writer<'d> {
    pub(super) fn law(&mut self, law: &'d Law<'d>) -> Fields<'d> {
        let mut fields = Fields::default();
        fields.put_text("name", law.name.as_ref());
        self.required("jurisdiction", law.jurisdiction.is_some());
        let jurisdiction = law.jurisdiction.as_ref().map(|it| Tree::word(it.code()));
        fields.put("jurisdiction", jurisdiction);
        self.required("effect", law.effect.is_some());
        fields.put("effect", self.word("effect", EFFECTS, law.effect.as_ref()));
        self.some("reaches", &law.reaches);
        let rules: Vec<Tree<'d>> = law.reaches.iter().map(|rule| self.rule(rule)).collect();
        fields.put("reaches", Some(Tree::List(rules)));
        fields.put("targets", self.denied(&law.targets));
        fields.put("spares", self.denied(&law.spares));
        self.note(&law.note, &mut fields);
        fields
    }

    /// Whose components are denied or spared. An entity that is called like the word has a long form only.
    fn denied(&mut self, denied: &'d [Denied<'d>]) -> Option<Tree<'d>> {
        let items = denied.iter().map(|whose| match whose {
            Denied::Organisation(_) => Tree::word(Denied::ORGANISATION),
            Denied::Entity(name) if name.text == Denied::ORGANISATION => {
                Tree::Map(Fields::one("entity", Tree::text(&name.text)))
            }
            Denied::Entity(name) => Tree::text(&name.text),
        });
        (!denied.is_empty()).then(|| Tree::one_or_list(items.collect()))
    }

    fn rule(&mut self, rule: &'d Noted<'d, Rule>) -> Tree<'d> {
        let Rule { channel, link, grade, after } = &rule.value;
        let mut fields = Fields::default();
        fields.put("channel", self.word("channel", CHANNELS, Some(channel)));
        fields.put("link", self.word("link", LINKS, Some(link)));
        if *grade != Grade::from(*link) {
            fields.put("grade", self.word("grade", GRADES, Some(grade)));
        }
        if let Some((after, _)) = after.filter(|(after, _)| *after != Minutes::ZERO) {
            let after = self.duration("after", after);
            fields.put("after", Some(Tree::word(after)));
        }
        self.note(&rule.note, &mut fields);
        Tree::Map(fields)
    }
}
