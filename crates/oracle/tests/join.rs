//! What enters of a further set is what is referred to, and means what it means where all is declared.

use std::collections::BTreeSet;

use trefonds_declare::{
    AlternativeFact, Door, Fact, FactValue, Facts, Field, FormFact, HiddenFact, ListFact, NeedFact,
    Origin, RequirementFact, RestFact, Shelved, SubjectKind, declarations, facts, join, resolve,
};
use trefonds_lang::Lang;
use trefonds_model::Inventory;
use trefonds_oracle::generate;
use trefonds_oracle::seed::Seed;
use trefonds_oracle::yaml;
use trefonds_source::SourceMap;

use crate::program::{read, worlds};

type Thing = (SubjectKind, String);

/// The things that a fact names, written anew from the list of what facts can be.
#[derive(Default)]
struct Named(BTreeSet<Thing>);

impl Named {
    fn add(&mut self, kind: SubjectKind, id: &str) {
        self.0.insert((kind, id.to_owned()));
    }

    fn fact(&mut self, fact: &Fact) {
        if let Some(source) = &fact.note.source {
            self.add(SubjectKind::Source, source);
        }
        self.value(&fact.value);
    }

    fn value(&mut self, value: &FactValue) {
        match value {
            FactValue::Party(id) => self.add(SubjectKind::Entity, id),
            FactValue::Supply { entity, .. }
            | FactValue::Change { entity, .. }
            | FactValue::Control { entity, .. } => {
                self.add(SubjectKind::Entity, entity);
            }
            FactValue::Recovery { component, .. } => self.add(SubjectKind::Component, component),
            FactValue::Holding { holder: Some(id), .. } => self.add(SubjectKind::Entity, id),
            FactValue::Site(id) => self.add(SubjectKind::Site, id),
            FactValue::Rest(rest) => self.rest(rest),
            FactValue::Requirement(wanted) => self.requirement(wanted),
            FactValue::Data { form: FormFact::Encrypted { keys, rest }, .. } => {
                keys.iter().for_each(|id| self.add(SubjectKind::Entity, id));
                rest.iter().for_each(|rest| self.rest(rest));
            }
            FactValue::Alternative(option) => self.option(option),
            _ => {}
        }
    }

    fn requirement(&mut self, wanted: &RequirementFact) {
        match &wanted.need {
            NeedFact::Component(id) => self.add(SubjectKind::Component, id),
            NeedFact::AllOf(of) | NeedFact::AnyOf(of) | NeedFact::AtLeast { of, .. } => {
                of.iter().for_each(|member| self.requirement(member));
            }
        }
    }

    fn rest(&mut self, rest: &RestFact) {
        let RestFact::Hidden(hidden) = rest else { return };
        for bound in hidden.not.iter().chain(hidden.among.iter().flatten()) {
            if let Some((kind, id)) = HiddenFact::named(bound) {
                self.add(kind, id);
            }
        }
    }

    fn option(&mut self, option: &AlternativeFact) {
        let list = |named: &mut Self, list: &ListFact| {
            list.items.iter().for_each(|item| named.value(&item.value));
            list.rest.iter().for_each(|rest| named.rest(rest));
        };
        let lists = [
            &option.requirements,
            &option.operators,
            &option.suppliers,
            &option.locations,
            &option.data,
        ];
        lists.into_iter().flatten().for_each(|it| list(self, it));
        option.terms.iter().for_each(|item| self.value(&item.value));
        option.stand_in.iter().for_each(|id| self.add(SubjectKind::Component, id));
    }
}

/// The facts of the things that own ones lead to, of the laws and of the inventory itself.
fn reachable(said: &Facts, own: &BTreeSet<Thing>) -> Vec<Fact> {
    let mut there: BTreeSet<Thing> = own.clone();
    loop {
        let mut named = Named::default();
        for fact in &said.facts {
            if always(fact) || there.contains(&(fact.key.subject, fact.key.id.clone())) {
                named.fact(fact);
            }
        }
        let before = there.len();
        there.extend(named.0);
        if there.len() == before {
            break;
        }
    }
    let is_there = |it: &&Fact| always(it) || there.contains(&(it.key.subject, it.key.id.clone()));
    said.facts.iter().filter(is_there).cloned().collect()
}

/// The facts of some things, by chance, with the root and the laws; and those of all others.
fn split(said: &Facts, seed: &mut Seed) -> (Facts, Facts, BTreeSet<Thing>) {
    let whole = said.facts.iter().filter(|it| it.key.field == Field::Exists);
    let things = whole.map(|it| (it.key.subject, it.key.id.clone()));
    let own: BTreeSet<Thing> = things.filter(|_| seed.below(10) < 3).collect();
    let is_own = |it: &Fact| always(it) || own.contains(&(it.key.subject, it.key.id.clone()));
    let (first, second) = said.facts.iter().cloned().partition(is_own);
    let facts = |facts| Facts { version: said.version, facts };
    (facts(first), facts(second), own)
}

fn always(fact: &Fact) -> bool {
    matches!(fact.key.subject, SubjectKind::Inventory | SubjectKind::Law)
}

#[test]
fn what_enters_is_what_is_referred_to() {
    let mut left_out = 0;
    for number in worlds(300) {
        let model = read(&yaml::one_file(&generate::world(number)));
        let said = facts(&model);
        let (own, further, things) = split(&said, &mut Seed::new(number));
        let expected = reachable(&said, &things);
        left_out += said.facts.len() - expected.len();

        let mut sources = SourceMap::default();
        let [own, further] =
            [&own, &further].map(|part| declarations(part, Lang::En, &mut sources).unwrap());
        let joined = join(vec![own], &[Origin::of(&further)], Shelved::default());
        assert_eq!(joined.met, [], "{number}");
        let (lang, slip) = (Lang::En, |_, _: &str| None);
        let door =
            Door { lang, complete: true, first_file: "", as_of: model.day(), further: None, slip };
        let resolved = resolve(joined.files, &door);
        let unknown = resolved.diagnostics.iter().find(|it| it.code == "unknown-reference");
        assert_eq!(unknown, None, "{number}");
        let found = facts(&Inventory { sources, ..resolved.inventory }).facts;
        assert_eq!(found, expected, "{number}");
    }
    assert!(left_out > 1_000, "{left_out}");
}
