//! What was accepted, whoever broke it, is written and reads back the same.

use trefonds_declare::{Fact, Facts, Remarks, SourceAt, declarations, write};
use trefonds_inventory::{LoadOptions, load_texts, parse_file};
use trefonds_lang::Lang;
use trefonds_model::Inventory;
use trefonds_source::SourceMap;

fn placeless(facts: &Facts) -> Vec<Fact> {
    let facts = facts.facts.iter().cloned();
    facts.map(|fact| Fact { at: SourceAt::default(), ..fact }).collect()
}

/// Files with other texts are the same inventory.
fn reads_back(files: Vec<(String, String)>, expected: &Facts) -> Result<(), String> {
    let shown = format!("{files:?}");
    let bytes = files.into_iter().map(|(name, text)| (name, text.into_bytes()));
    let loaded = load_texts(bytes.collect(), &LoadOptions::default());
    let Some(inventory) = loaded.inventory else {
        return Err(format!("what is written is refused: {:?}\n{shown}", loaded.diagnostics));
    };
    match placeless(&trefonds_ask::facts(&inventory)) == placeless(expected) {
        true => Ok(()),
        false => Err(format!("what is written says something else: {shown}")),
    }
}

/// The files of an inventory, each written again.
pub fn files(inventory: &Inventory) -> Result<(), String> {
    let mut written = Vec::new();
    for (id, file) in inventory.sources.iter() {
        let parsed = parse_file(id, file, &LoadOptions::default());
        let text = write(&parsed.facts, &Remarks::default());
        let text = text.map_err(|why| format!("{} is not written: {why}", file.name()))?;
        let mut again = SourceMap::default();
        let copy = again.add("again.yaml", text.clone());
        let parsed = again.file(copy).map(|it| parse_file(copy, it, &LoadOptions::default()));
        let twice = parsed.map(|it| write(&it.facts, &Remarks::default()));
        if twice.as_ref().and_then(|it| it.as_ref().ok()) != Some(&text) {
            return Err(format!("written twice, it differs: {text}\n{twice:?}"));
        }
        written.push((format!("{}.yaml", file.name()), text));
    }
    reads_back(written, &trefonds_ask::facts(inventory))
}

/// The facts of a snapshot as one file, if a file can say them: a list of facts may be open-ended.
pub fn facts(facts: &Facts) -> Result<(), String> {
    let declared = declarations(facts, Lang::En, &mut SourceMap::default());
    let declared = declared.map_err(|why| format!("it was accepted: {why}"))?;
    match write(&declared, &Remarks::default()) {
        Ok(text) => reads_back(vec![("a.yaml".to_owned(), text)], facts),
        Err(why) if why.faults.is_empty() => Err("not written without a reason".to_owned()),
        Err(_) => Ok(()),
    }
}
