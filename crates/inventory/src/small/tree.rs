//! The events of a small YAML text to one value and the places of its parts.

use saphyr_parser::{Event, Parser, ScalarStyle, Span};
use serde_json::{Map, Number, Value};

use super::{Places, Position, SmallError, Trouble};

/// Deeper than any file that is read here.
const DEEPEST: usize = 32;

/// The path of a member of a mapping.
pub(super) fn member(holder: &str, key: &str) -> String {
    if holder.is_empty() { key.to_owned() } else { format!("{holder}.{key}") }
}

/// A mapping or sequence that is not at its end.
enum Open {
    Mapping { path: String, map: Map<String, Value>, key: Option<String> },
    Sequence { path: String, list: Vec<Value> },
}

#[derive(Default)]
struct Builder {
    open: Vec<Open>,
    root: Option<Value>,
    places: Places,
}

pub(super) fn read(text: &str) -> Result<(Value, Places), SmallError> {
    let mut builder = Builder::default();
    let mut parser = Parser::new_from_str(text);
    while let Some(next) = parser.next_event() {
        let (event, span) = next.map_err(|error| {
            let mark = error.marker();
            let position = (mark.line() as u32, mark.col() as u32 + 1);
            syntax(position, error.info().to_owned())
        })?;
        builder.take(event, position_of(span))?;
    }
    let empty = || syntax((1, 1), "the file is empty".to_owned());
    Ok((builder.root.ok_or_else(empty)?, builder.places))
}

fn position_of(span: Span) -> Position {
    (span.start.line() as u32, span.start.col() as u32 + 1)
}

fn syntax(position: Position, reason: String) -> SmallError {
    SmallError { position, trouble: Trouble::Syntax(reason) }
}

impl Builder {
    fn take(&mut self, event: Event<'_>, position: Position) -> Result<(), SmallError> {
        let refused = |what: &str| Err(syntax(position, format!("{what} not read here")));
        match event {
            Event::Alias(_) => refused("aliases are"),
            Event::Scalar(_, _, _, Some(_))
            | Event::SequenceStart(_, Some(_))
            | Event::MappingStart(_, Some(_)) => refused("tags are"),
            Event::DocumentStart(_) if self.root.is_some() => refused("a second document is"),
            Event::Scalar(text, style, ..) => self.scalar(&text, style, position),
            Event::SequenceStart(..) => {
                let path = self.start(position)?;
                self.open.push(Open::Sequence { path, list: Vec::new() });
                Ok(())
            }
            Event::MappingStart(..) => {
                let path = self.start(position)?;
                self.open.push(Open::Mapping { path, map: Map::new(), key: None });
                Ok(())
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.close();
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// The path of the value that starts; its place is kept.
    fn start(&mut self, position: Position) -> Result<String, SmallError> {
        if self.open.len() >= DEEPEST {
            return Err(syntax(position, "nested too deep".to_owned()));
        }
        let path = match self.open.last() {
            None => String::new(),
            Some(Open::Sequence { path, list }) => format!("{path}[{}]", list.len()),
            Some(Open::Mapping { path, key: Some(key), .. }) => member(path, key),
            Some(Open::Mapping { key: None, .. }) => {
                return Err(syntax(position, "a key is a word".to_owned()));
            }
        };
        self.places.values.insert(path.clone(), position);
        Ok(path)
    }

    fn scalar(
        &mut self,
        text: &str,
        style: ScalarStyle,
        position: Position,
    ) -> Result<(), SmallError> {
        if let Some(Open::Mapping { path, map, key: key @ None }) = self.open.last_mut() {
            if map.contains_key(text) {
                let trouble = Trouble::DuplicateKey(text.to_owned());
                return Err(SmallError { position, trouble });
            }
            self.places.keys.insert(member(path, text), position);
            *key = Some(text.to_owned());
            return Ok(());
        }
        self.start(position)?;
        let plain = style == ScalarStyle::Plain;
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
                if let Some(key) = key.take() {
                    map.insert(key, value);
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
