use trefonds_findings::schema_of;
use trefonds_lang::Lang;

use crate::args::{Completions, Explain, Man, Schema, SchemaOf};
use crate::failure::Failure;
use crate::output::write_bytes;
use crate::{FINE, World, help};

/// One diagnostic, or the list of all codes.
pub(super) fn run(args: &Explain, world: &mut World<'_>) -> Result<u8, Failure> {
    let lang: Lang = args.lang.into();
    if args.page {
        write!(world.out, "{}", trefonds_inventory::diagnostics_page())?;
        return Ok(FINE);
    }
    let Some(code) = &args.code else {
        let width = trefonds_inventory::codes().map(|code| code.as_str().len()).max().unwrap_or(0);
        for code in trefonds_inventory::codes() {
            let what = code.explanation(lang);
            writeln!(world.out, "{:<width$}  {}", code.as_str(), first_sentence(&what))?;
        }
        return Ok(FINE);
    };
    let explanation = trefonds_inventory::explain(code, lang)
        .ok_or_else(|| Failure::Unknown(lang.no_such_code(code)))?;
    writeln!(world.out, "{explanation}")?;
    Ok(FINE)
}

/// The first sentence of a paragraph, without its full stop.
fn first_sentence(paragraph: &str) -> &str {
    let end = paragraph.find(". ").unwrap_or(paragraph.len());
    paragraph.get(..end).unwrap_or(paragraph).trim_end_matches('.')
}

pub(super) fn schema(args: &Schema, world: &mut World<'_>) -> Result<u8, Failure> {
    let wanted = match args.of {
        SchemaOf::Inventory => {
            writeln!(world.out, "{}", trefonds_inventory::schema().trim_end())?;
            return Ok(FINE);
        }
        SchemaOf::Policy => {
            let schema = schema_of::<trefonds_judge::policy::PolicyFile>();
            return print(serde_json::to_string_pretty(&schema), world);
        }
        SchemaOf::PolicyReport => {
            let schema = schema_of::<trefonds_judge::policy::PolicyReport>();
            return print(serde_json::to_string_pretty(&schema), world);
        }
        SchemaOf::Scenario => {
            let schema = schema_of::<trefonds_judge::scenario::ScenarioFile>();
            return print(serde_json::to_string_pretty(&schema), world);
        }
        SchemaOf::Import => {
            let schema = schema_of::<trefonds_import::Account>();
            return print(serde_json::to_string_pretty(&schema), world);
        }
        SchemaOf::Test => {
            let schema = schema_of::<trefonds_judge::scenario::TestReport>();
            return print(serde_json::to_string_pretty(&schema), world);
        }
        SchemaOf::Catalogue => "catalogue",
        SchemaOf::CatalogueIdentify => "catalogue-identify",
        SchemaOf::CatalogueSearch => "catalogue-search",
        SchemaOf::CatalogueShow => "catalogue-show",
        SchemaOf::CatalogueSources => "catalogue-sources",
        SchemaOf::CatalogueStale => "catalogue-stale",
        SchemaOf::Check => "check",
        SchemaOf::Cuts => "cuts",
        SchemaOf::Denial => "denial",
        SchemaOf::Diff => "diff",
        SchemaOf::Ends => "ends",
        SchemaOf::Exposure => "exposure",
        SchemaOf::FaultTree => "fault-tree",
        SchemaOf::History => "history",
        SchemaOf::Map => "map",
        SchemaOf::Plan => "plan",
        SchemaOf::Questions => "questions",
        SchemaOf::Suggest => "suggest",
        SchemaOf::Rank => "rank",
        SchemaOf::Resolve => "resolve",
        SchemaOf::Snapshot => "snapshot",
        SchemaOf::Spof => "spof",
        SchemaOf::Whatif => "whatif",
        SchemaOf::Why => "why",
    };
    for (_, schema) in trefonds_findings::schemas().into_iter().filter(|(name, _)| *name == wanted)
    {
        print(serde_json::to_string_pretty(&schema), world)?;
    }
    Ok(FINE)
}

fn print(schema: serde_json::Result<String>, world: &mut World<'_>) -> Result<u8, Failure> {
    writeln!(world.out, "{}", schema.map_err(std::io::Error::from)?)?;
    Ok(FINE)
}

pub(super) fn completions(args: &Completions, world: &mut World<'_>) -> Result<u8, Failure> {
    let mut command = help::command(world.lang);
    clap_complete::generate(args.shell, &mut command, "trefonds", &mut world.out);
    Ok(FINE)
}

pub(super) fn man(args: &Man, world: &mut World<'_>) -> Result<u8, Failure> {
    let lang = args.lang.into();
    let command = help::command(lang);
    let page = |command: clap::Command| -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        clap_mangen::Man::new(command).render(&mut bytes)?;
        Ok(help::manual(bytes, lang))
    };
    let Some(folder) = &args.folder else {
        world.out.write_all(&page(command)?)?;
        return Ok(FINE);
    };
    for inner in command.get_subcommands().filter(|inner| inner.get_name() != "help") {
        let name = format!("trefonds-{}", inner.get_name());
        let file = folder.join(format!("{name}.1"));
        write_bytes(Some(&file), &page(inner.clone())?, Lang::En, world)?;
    }
    write_bytes(Some(&folder.join("trefonds.1")), &page(command)?, Lang::En, world)?;
    Ok(FINE)
}
