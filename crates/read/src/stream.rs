use rustc_hash::FxHashMap;

use crate::Limits;
use crate::{Event, EventSource, Fault, Format, Kind, Reason, Source};

/// What each value that an alias stands for weighs besides its text.
const VALUE_WEIGHT: usize = 16;

/// Why the reading of a file ended before its end, with the place in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Not the format.
    Syntax {
        /// The place.
        at: u32,
        /// What the parser met.
        reason: Reason,
    },
    /// Nested beyond the limit.
    TooDeep {
        /// The place.
        at: u32,
    },
    /// Aliases that stand for too much.
    AliasBomb {
        /// The place.
        at: u32,
    },
    /// An alias within what it stands for.
    AliasCycle {
        /// The place.
        at: u32,
    },
}

/// The events of one file, aliases replaced by what they stand for, within the limits. Once
/// stopped it gives [`Kind::End`] for ever.
pub struct Stream<'a> {
    source: Source<'a>,
    limits: Limits,
    depth: usize,
    anchors: Anchors<'a>,
    /// Ranges of the record that aliases are being replaced by, the innermost last.
    replays: Vec<Replay>,
    replayed: usize,
    read: usize,
    stop: Option<Stop>,
    /// An event that was looked at and not taken.
    ahead: Option<Event<'a>>,
}

struct Replay {
    /// Where the alias is.
    at: u32,
    next: usize,
    end: usize,
}

/// The events of the values that anchors mark, in one record.
#[derive(Default)]
struct Anchors<'a> {
    record: Vec<Event<'a>>,
    /// Anchors whose values are not over: number, start in the record, depth outside of the value.
    open: Vec<(usize, usize, usize)>,
    /// Where the value of each anchor is in the record.
    ranges: FxHashMap<usize, (usize, usize)>,
}

impl<'a> Anchors<'a> {
    /// Keeps an event if it is part of a marked value. `depth` is that after the event.
    #[inline]
    fn keep(&mut self, event: &Event<'a>, depth: usize) {
        if event.anchor > 0 {
            let outside = depth - usize::from(opens(&event.kind));
            self.open.push((event.anchor, self.record.len(), outside));
        }
        if self.open.is_empty() {
            return;
        }
        self.record.push(event.clone());
        while let Some(&(anchor, start, outside)) = self.open.last() {
            if depth > outside {
                break;
            }
            self.ranges.insert(anchor, (start, self.record.len()));
            self.open.pop();
        }
    }
}

fn opens(kind: &Kind<'_>) -> bool {
    matches!(kind, Kind::ListStart | Kind::MapStart)
}

impl<'a> Stream<'a> {
    /// The events of a text.
    pub fn new(text: &'a str, format: Format, limits: Limits) -> Self {
        Self {
            source: format.open(text),
            limits,
            depth: 0,
            anchors: Anchors::default(),
            replays: Vec::new(),
            replayed: 0,
            read: 0,
            stop: None,
            ahead: None,
        }
    }

    /// Why the file was not read to its end.
    pub fn stop(&self) -> Option<&Stop> {
        self.stop.as_ref()
    }

    /// How many events of the file have been read.
    pub fn read_so_far(&self) -> usize {
        self.read
    }

    /// The next event; never an alias.
    pub fn next_event(&mut self) -> Event<'a> {
        if let Some(event) = self.ahead.take() {
            return event;
        }
        loop {
            match self.pull() {
                Ok(Event { kind: Kind::Alias(anchor), start, .. }) => {
                    self.enter_alias(anchor, start)
                }
                Ok(event) => return event,
                Err(stop) => {
                    self.stop.get_or_insert(stop);
                    return Event::end();
                }
            }
        }
    }

    /// The event that [`Stream::next_event`] will give.
    pub fn peek(&mut self) -> &Event<'a> {
        let event = self.next_event();
        self.ahead.insert(event)
    }

    fn pull(&mut self) -> Result<Event<'a>, Stop> {
        if let Some(stop) = &self.stop {
            return Err(stop.clone());
        }
        if !self.replays.is_empty()
            && let Some(event) = self.replay()?
        {
            return Ok(event);
        }
        self.read()
    }

    /// The next event of the file itself.
    fn read(&mut self) -> Result<Event<'a>, Stop> {
        let event = self.source.next().map_err(stop_of)?;
        self.read += 1;
        self.count(&event)?;
        self.anchors.keep(&event, self.depth);
        Ok(event)
    }

    /// The next event of what an alias stands for.
    fn replay(&mut self) -> Result<Option<Event<'a>>, Stop> {
        while let Some(replay) = self.replays.last_mut() {
            if replay.next == replay.end {
                self.replays.pop();
                continue;
            }
            let event = self.anchors.record.get(replay.next).cloned();
            replay.next += 1;
            if let Some(event) = event {
                self.weigh(&event)?;
                self.count(&event)?;
                return Ok(Some(event));
            }
        }
        Ok(None)
    }

    fn weigh(&mut self, event: &Event<'a>) -> Result<(), Stop> {
        let text = match &event.kind {
            Kind::Scalar { text, .. } => text.len(),
            _ => 0,
        };
        self.replayed = self.replayed.saturating_add(VALUE_WEIGHT + text);
        if self.replayed > self.limits.alias_bytes {
            let at = self.replays.first().map_or(event.start, |outermost| outermost.at);
            return Err(Stop::AliasBomb { at });
        }
        Ok(())
    }

    fn count(&mut self, event: &Event<'a>) -> Result<(), Stop> {
        match event.kind {
            Kind::ListStart | Kind::MapStart => self.depth += 1,
            Kind::ListEnd | Kind::MapEnd => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        if self.depth > self.limits.depth {
            return Err(Stop::TooDeep { at: event.start });
        }
        Ok(())
    }

    fn enter_alias(&mut self, anchor: usize, at: u32) {
        match self.anchors.ranges.get(&anchor) {
            Some(&(next, end)) => self.replays.push(Replay { at, next, end }),
            None => self.stop = Some(Stop::AliasCycle { at }),
        }
    }
}

fn stop_of(fault: Fault) -> Stop {
    if fault.too_deep {
        Stop::TooDeep { at: fault.at }
    } else {
        Stop::Syntax { at: fault.at, reason: fault.reason }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, limits: Limits) -> (String, Option<Stop>) {
        let mut stream = Stream::new(text, Format::Yaml, limits);
        let mut out = String::new();
        loop {
            match stream.next_event().kind {
                Kind::Scalar { text, .. } => out += &text,
                Kind::ListStart => out.push('['),
                Kind::ListEnd => out.push(']'),
                Kind::MapStart => out.push('{'),
                Kind::MapEnd => out.push('}'),
                Kind::NextDocument => out.push('/'),
                Kind::End => return (out, stream.stop().cloned()),
                Kind::Alias(_) => panic!("an alias came through"),
            }
        }
    }

    #[test]
    fn aliases_are_replaced_in_values_and_in_each_other() {
        let text = "- &a x\n- &b [*a, y]\n- &c {k: *b}\n- *c\n- *a\n";
        let (out, stop) = read(text, Limits::default());
        assert_eq!((out.as_str(), stop), ("[x[xy]{k[xy]}{k[xy]}x]", None));
    }

    #[test]
    fn an_anchor_may_be_set_anew() {
        assert_eq!(read("[&a x, *a, &a y, *a]", Limits::default()).0, "[xxyy]");
    }

    #[test]
    fn an_alias_within_itself_stops() {
        assert_eq!(read("&a [*a]", Limits::default()).1, Some(Stop::AliasCycle { at: 4 }));
    }

    #[test]
    fn what_aliases_stand_for_is_bounded() {
        let limits = Limits { alias_bytes: 100, ..Limits::default() };
        let (_, stop) = read("[&a [x, x], *a, *a]", limits);
        assert!(matches!(stop, Some(Stop::AliasBomb { .. })), "{stop:?}");
    }

    #[test]
    fn depth_counts_aliases_too() {
        let limits = Limits { depth: 3, ..Limits::default() };
        assert_eq!(read("[[[x]]]", limits).1, None);
        assert_eq!(read("[[[[x]]]]", limits).1, Some(Stop::TooDeep { at: 3 }));
        assert!(matches!(read("[&a [[x]], [*a]]", limits).1, Some(Stop::TooDeep { .. })));
    }
}
