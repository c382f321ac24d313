//! What is declared is the same as a model and as a list, in whatever order it stands.

use trefonds_declare::{Facts, Remarks, SourceAt, declarations, facts, model_again, write};
use trefonds_diff::{DiffOptions, diff};
use trefonds_lang::Lang;
use trefonds_model::Inventory;
use trefonds_oracle::generate;
use trefonds_oracle::seed::Seed;
use trefonds_oracle::yaml;
use trefonds_source::SourceMap;

use crate::program::{read, shown, worlds};

/// Facts without the places where they are written.
fn placeless(facts: &Facts) -> Facts {
    let mut facts = facts.clone();
    for fact in &mut facts.facts {
        fact.at = SourceAt::default();
    }
    facts
}

#[test]
fn facts_through_the_door_are_the_same_facts_in_any_order() {
    for number in worlds(400) {
        let world = generate::world(number);
        let files = yaml::one_file(&world);
        let said = facts(&read(&files));
        let mut turned = said.clone();
        Seed::new(number).shuffle(&mut turned.facts);
        let again = model_again(&turned)
            .unwrap_or_else(|refused| panic!("{number}: {refused}\n{}", shown(&files)));
        assert_eq!(facts(&again), said, "{number}: {}", shown(&files));
    }
}

#[test]
fn what_is_written_reads_back_as_the_same_facts_and_the_same_text() {
    let written = |model: &Inventory| {
        let said = facts(model);
        let declared = declarations(&said, Lang::En, &mut SourceMap::default()).unwrap();
        write(&declared, &Remarks::default()).unwrap()
    };
    for number in worlds(400) {
        let world = generate::world(number);
        let model = read(&yaml::one_file(&world));
        let text = written(&model);
        let again = read(&[("a.yaml".to_owned(), text.clone())]);
        assert_eq!(placeless(&facts(&again)), placeless(&facts(&model)), "{number}: {text}");
        assert_eq!(written(&again), text, "{number}");
    }
}

#[test]
fn the_order_of_files_and_lists_is_no_difference() {
    for number in worlds(200) {
        let world = generate::world(number);
        let (one, other) = (yaml::one_file(&world), yaml::shuffled(&world, &mut Seed::new(number)));
        let [one, other] = [one, other].map(|files| facts(&read(&files)));
        assert_eq!(placeless(&one), placeless(&other), "{number}");
        let found = diff(&one, &other, &DiffOptions::default()).unwrap();
        assert!(found.same, "{number}: {:?}", found.changes);
    }
}
