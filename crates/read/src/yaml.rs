use std::borrow::Cow;

use saphyr_parser::{Event as Parsed, Parser, ScalarStyle, ScanError, Span, StrInput};

use crate::{Event, EventSource, Fault, Kind, Reason, offsets::Offsets};

/// The parser's message when flow collections are nested deeper than it follows.
pub const PARSER_TOO_DEEP: &str = "recursion limit exceeded";

/// The events of a YAML 1.2 text, from `saphyr-parser`. Only its pull interface is used: the push
/// interface recurses.
pub(super) struct YamlEvents<'a> {
    parser: Parser<'a, StrInput<'a>>,
    text: &'a str,
    offsets: Offsets<'a>,
    documents: usize,
}

impl<'a> YamlEvents<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { parser: Parser::new_from_str(text), text, offsets: Offsets::new(text), documents: 0 }
    }

    fn fault(&mut self, error: &ScanError) -> Fault {
        Fault {
            at: self.offsets.byte_of(error.marker().index()),
            reason: Reason::Yaml(error.info().to_owned()),
            too_deep: error.info() == PARSER_TOO_DEEP,
        }
    }

    /// The event in our terms; `None` for what says nothing to a reader.
    fn translate(&mut self, parsed: Parsed<'a>, span: Span) -> Option<Event<'a>> {
        let start = self.offsets.byte_of(span.start.index());
        let end = self.offsets.byte_of(span.end.index());
        let event = |kind, anchor, tagged| Event { kind, start, end, anchor, tagged };
        Some(match parsed {
            Parsed::Nothing | Parsed::StreamStart | Parsed::DocumentEnd => return None,
            Parsed::DocumentStart(_) => {
                self.documents += 1;
                return (self.documents > 1).then(|| event(Kind::NextDocument, 0, false));
            }
            Parsed::StreamEnd => event(Kind::End, 0, false),
            Parsed::Alias(anchor) => event(Kind::Alias(anchor), 0, false),
            Parsed::Scalar(value, style, anchor, tag) => {
                self.scalar(value, style, event(Kind::End, anchor, tag.is_some()))
            }
            Parsed::SequenceStart(anchor, tag) => event(Kind::ListStart, anchor, tag.is_some()),
            Parsed::SequenceEnd => event(Kind::ListEnd, 0, false),
            Parsed::MappingStart(anchor, tag) => event(Kind::MapStart, anchor, tag.is_some()),
            Parsed::MappingEnd => event(Kind::MapEnd, 0, false),
        })
    }

    /// Borrows the value from the text where it stands there as it is, so that the parser's own
    /// string can go; and leaves an anchor before it out of its place.
    fn scalar(&self, value: Cow<'a, str>, style: ScalarStyle, mut event: Event<'a>) -> Event<'a> {
        let quotes =
            usize::from(matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted));
        let end = (event.end as usize).saturating_sub(quotes);
        let start = end.saturating_sub(value.len());
        let plain = style == ScalarStyle::Plain;
        let text = match self.text.get(start..end) {
            Some(same) if same == value => {
                event.start = event.start.max(start.saturating_sub(quotes) as u32);
                Cow::Borrowed(same)
            }
            _ => Cow::Owned(value.into_owned()),
        };
        event.kind = Kind::Scalar { text, plain };
        event
    }
}

impl<'a> EventSource<'a> for YamlEvents<'a> {
    fn next(&mut self) -> Result<Event<'a>, Fault> {
        loop {
            match self.parser.next_event() {
                None => return Ok(Event::end()),
                Some(Err(error)) => return Err(self.fault(&error)),
                Some(Ok((parsed, span))) => {
                    if let Some(event) = self.translate(parsed, span) {
                        return Ok(event);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(Kind<'_>, &str)> {
        let mut events = YamlEvents::new(text);
        let mut kinds = Vec::new();
        loop {
            let event = events.next().unwrap();
            if event.kind == Kind::End {
                return kinds;
            }
            kinds.push((event.kind, &text[event.start as usize..event.end as usize]));
        }
    }

    fn scalar(text: &str, plain: bool) -> Kind<'_> {
        Kind::Scalar { text: Cow::Borrowed(text), plain }
    }

    #[test]
    fn places_are_bytes_and_texts_are_borrowed() {
        let events = kinds("é: [&x ab, 'c', \"d\\te\"]\r\n");
        assert_eq!(events[1], (scalar("é", true), "é"));
        assert_eq!(events[3], (scalar("ab", true), "ab"));
        assert_eq!(events[4], (scalar("c", false), "'c'"));
        assert_eq!(events[5], (scalar("d\te", false), "\"d\\te\""));
        assert!(matches!(&events[3].0, Kind::Scalar { text: Cow::Borrowed(_), .. }));
        assert!(matches!(&events[5].0, Kind::Scalar { text: Cow::Owned(_), .. }));
    }

    #[test]
    fn a_second_document_is_an_event() {
        let events = kinds("a\n---\nb\n");
        assert_eq!(events[1].0, Kind::NextDocument);
    }
}
