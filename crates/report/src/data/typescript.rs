//! The contract as types of TypeScript. `TREFONDS_BLESS=1 cargo test -p trefonds-report contract` writes them
//! anew.

#![allow(clippy::disallowed_methods, reason = "a test may ask whether to write its expectations")]

use std::path::Path;

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

use super::contract::Data;

#[test]
fn the_types_of_the_page_are_those_of_the_contract() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("page/src/contract.ts");
    let types = types();
    if std::env::var_os("TREFONDS_BLESS").is_some() {
        std::fs::write(&path, &types).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(&path).unwrap(),
        types,
        "page/src/contract.ts is not what contract.rs says: TREFONDS_BLESS=1 cargo test -p trefonds-report contract"
    );
}

/// One exported type for each definition, in the order of their names, then the root.
fn types() -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let root = settings.into_generator().into_root_schema_for::<Data<'_>>().to_value();
    let mut text =
        "// Written from crates/report/src/data/contract.rs; see typescript.rs beside it.\n"
            .to_owned();
    for (name, schema) in root["$defs"].as_object().unwrap() {
        text.push_str(&declaration(name, schema));
    }
    text.push_str(&declaration("Data", &root));
    text
}

fn declaration(name: &str, schema: &Value) -> String {
    let comment = comment(schema, "");
    match schema.get("properties") {
        Some(Value::Object(properties)) => {
            format!("\n{comment}export interface {name} {{\n{}}}\n", fields(schema, properties))
        }
        _ => format!("\n{comment}export type {name} = {};\n", of(schema)),
    }
}

fn fields(schema: &Value, properties: &Map<String, Value>) -> String {
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    let field = |(key, schema): (&String, &Value)| {
        let always = required.iter().any(|name| name == key);
        // What may be left out is left out rather than null.
        let kind = if always { of(schema) } else { of(schema).replace(" | null", "") };
        format!("{}  {key}{}: {kind};\n", comment(schema, "  "), if always { "" } else { "?" })
    };
    properties.iter().map(field).collect()
}

fn comment(schema: &Value, indent: &str) -> String {
    let Some(text) = schema["description"].as_str() else { return String::new() };
    let text: Vec<&str> = text.split_whitespace().collect();
    format!("{indent}/** {} */\n", text.join(" "))
}

/// The type of a schema.
fn of(schema: &Value) -> String {
    if let Some(name) = schema["$ref"].as_str() {
        return name.rsplit('/').next().unwrap().to_owned();
    }
    if let Some(word) = schema.get("const") {
        return word.to_string();
    }
    for any in ["anyOf", "oneOf", "enum"] {
        if let Some(all) = schema[any].as_array() {
            let kind = |it: &Value| if any == "enum" { it.to_string() } else { of(it) };
            return all.iter().map(kind).collect::<Vec<_>>().join(" | ");
        }
    }
    match &schema["type"] {
        Value::Array(kinds) => {
            kinds.iter().map(|it| named(it, schema)).collect::<Vec<_>>().join(" | ")
        }
        kind => named(kind, schema),
    }
}

fn named(kind: &Value, schema: &Value) -> String {
    match kind.as_str().unwrap() {
        "integer" | "number" => "number".to_owned(),
        "array" => array(schema),
        "object" => format!("Record<string, {}>", of(&schema["additionalProperties"])),
        same @ ("string" | "boolean" | "null") => same.to_owned(),
        other => panic!("no type of TypeScript for {other}"),
    }
}

/// A tuple where the number of items is fixed.
fn array(schema: &Value) -> String {
    if let Some(items) = schema["prefixItems"].as_array() {
        return format!("[{}]", items.iter().map(of).collect::<Vec<_>>().join(", "));
    }
    let item = of(&schema["items"]);
    match (schema["minItems"].as_u64(), schema["maxItems"].as_u64()) {
        (Some(least), Some(most)) if least == most => {
            format!("[{}]", vec![item; least as usize].join(", "))
        }
        _ if item.contains(" | ") => format!("({item})[]"),
        _ => format!("{item}[]"),
    }
}
