//! The events of a small YAML text to one value and the places of its parts.

use serde_json::{Map, Number, Value};
use trefonds_lang::Lang;
use trefonds_read::{Event, EventSource, Format, Kind};
use trefonds_source::{Diagnostic, FileId, Span};

use super::Places;
use crate::{diags, slips};

/// Deeper than any file that is read here.
const DEEPEST: usize = 32;

/// The path of a member of a mapping.
pub(super) fn member(holder: &str, key: &str) -> String {
    if holder.is_empty() { key.to_owned() } else { format!("{holder}.{key}") }
}

/// What a text holds, and what was met that does not belong there.
pub(super) struct Tree {
    pub value: Value,
    pub places: Places,
    pub problems: Vec<Diagnostic>,
}

/// A mapping or sequence that is not at its end.
enum Open {
    Mapping { path: String, map: Map<String, Value>, key: Option<String> },
    Sequence { path: String, list: Vec<Value> },
}

struct Builder {
    lang: Lang,
    open: Vec<Open>,
    root: Option<Value>,
    places: Places,
    problems: Vec<Diagnostic>,
}

pub(super) fn read(
    name: &str,
    text: &str,
    file: FileId,
    lang: Lang,
) -> Result<Tree, Vec<Diagnostic>> {
    let mut builder = Builder {
        lang,
        open: Vec::new(),
        root: None,
        places: Places::default(),
        problems: Vec::new(),
    };
    let mut source = Format::Yaml.open(text);
    loop {
        match source.next() {
            Ok(Event { kind: Kind::End, .. }) => break,
            Ok(event) => {
                let at = Span::new(file, event.start, event.end);
                if let Err(last) = builder.take(event, at) {
                    builder.problems.push(*last);
                    return Err(builder.problems);
                }
            }
            Err(fault) => {
                if fault.too_deep {
                    let span = Span::new(file, fault.at, fault.at + 1);
                    builder.problems.push(diags::too_deep(lang, span, DEEPEST));
                    return Err(builder.problems);
                }
                let slip = slips::explain(text, fault.at, fault.reason.english());
                let span = Span::new(file, slip.start, slip.end);
                let start = |it: &Diagnostic| it.labels.first().map(|label| label.span.start);
                builder.problems.retain(|it| start(it).is_none_or(|start| start < slip.from));
                builder.problems.push(diags::slip(lang, span, &slip.mistake));
                return Err(builder.problems);
            }
        }
    }
    let Some(value) = builder.root else {
        builder.problems.push(diags::empty_file(lang, name));
        return Err(builder.problems);
    };
    Ok(Tree { value, places: builder.places, problems: builder.problems })
}

/// A problem behind which nothing can be read.
type Last = Box<Diagnostic>;

impl Builder {
    fn take(&mut self, event: Event<'_>, at: Span) -> Result<(), Last> {
        if event.tagged {
            self.problems.push(diags::tag(self.lang, at));
        }
        match event.kind {
            Kind::Alias(_) => Err(diags::small_alias(self.lang, at).into()),
            Kind::NextDocument => Err(diags::several_documents(self.lang, at).into()),
            Kind::Scalar { text, plain } => self.scalar(&text, plain, at),
            Kind::ListStart => {
                let path = self.start(at)?;
                self.open.push(Open::Sequence { path, list: Vec::new() });
                Ok(())
            }
            Kind::MapStart => {
                let path = self.start(at)?;
                self.open.push(Open::Mapping { path, map: Map::new(), key: None });
                Ok(())
            }
            Kind::ListEnd | Kind::MapEnd => {
                self.close();
                Ok(())
            }
            Kind::End => Ok(()),
        }
    }

    /// The path of the value that starts; its place is kept.
    fn start(&mut self, at: Span) -> Result<String, Last> {
        if self.open.len() >= DEEPEST {
            return Err(diags::too_deep(self.lang, at, DEEPEST).into());
        }
        let path = match self.open.last() {
            None => String::new(),
            Some(Open::Sequence { path, list }) => format!("{path}[{}]", list.len()),
            Some(Open::Mapping { path, key: Some(key), .. }) => member(path, key),
            Some(Open::Mapping { key: None, .. }) => {
                return Err(diags::key_not_text(self.lang, at).into());
            }
        };
        self.places.values.entry(path.clone()).or_insert(at);
        Ok(path)
    }

    fn scalar(&mut self, text: &str, plain: bool, at: Span) -> Result<(), Last> {
        if let Some(Open::Mapping { path, map, key: key @ None }) = self.open.last_mut() {
            let place = member(path, text);
            match self.places.keys.get(&place) {
                Some(first) if map.contains_key(text) => {
                    self.problems.push(diags::duplicate_key(self.lang, at, *first, text));
                }
                _ => drop(self.places.keys.insert(place, at)),
            }
            *key = Some(text.to_owned());
            return Ok(());
        }
        self.start(at)?;
        self.put(if plain { resolve(text) } else { Value::String(text.to_owned()) });
        Ok(())
    }

    fn close(&mut self) {
        match self.open.pop() {
            Some(Open::Mapping { map, .. }) => self.put(Value::Object(map)),
            Some(Open::Sequence { list, .. }) => self.put(Value::Array(list)),
            None => {}
        }
    }

    fn put(&mut self, value: Value) {
        match self.open.last_mut() {
            None => self.root = Some(value),
            Some(Open::Sequence { list, .. }) => list.push(value),
            Some(Open::Mapping { map, key, .. }) => {
                // Of a key that stands twice the first counts.
                if let Some(key) = key.take() {
                    map.entry(key).or_insert(value);
                }
            }
        }
    }
}

/// The YAML 1.2 core schema, as far as a small file needs it.
fn resolve(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
        "true" | "True" | "TRUE" => return Value::Bool(true),
        "false" | "False" | "FALSE" => return Value::Bool(false),
        _ => {}
    }
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(number) = whole.then(|| text.parse::<i64>().ok()).flatten() {
        return Value::Number(number.into());
    }
    let numeric = digits.bytes().all(|byte| byte.is_ascii_digit() || b".eE+-".contains(&byte));
    let begins = digits.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    let float = (numeric && begins).then(|| text.parse::<f64>().ok()).flatten();
    float.and_then(Number::from_f64).map_or_else(|| Value::String(text.to_owned()), Value::Number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_scalars_follow_the_core_schema() {
        assert_eq!(resolve("NO"), Value::from("NO"));
        assert_eq!(resolve("yes"), Value::from("yes"));
        assert_eq!(resolve("-3"), Value::from(-3));
        assert_eq!(resolve("1e3"), Value::from(1000.0));
        assert_eq!(resolve("2026-11-01"), Value::from("2026-11-01"));
        assert_eq!(resolve("30d"), Value::from("30d"));
        assert_eq!(resolve("~"), Value::Null);
        assert_eq!(resolve("TRUE"), Value::from(true));
    }
}
