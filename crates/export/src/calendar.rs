//! What ends as a calendar (iCalendar, RFC 5545): an event an end, all day on the last day.
//!
//! The same result gives the same bytes: an event is stamped with the day of the result, and its name
//! is made of the inventory's title and of the ids of the fact, so that a calendar that reads the file
//! again moves the event when the day has moved (docs/decisions/0025-a-calendar-of-our-own.md).

use std::io::{self, Write};

use trefonds_findings::{End, Ends};
use trefonds_lang::{Lang, visible};

use crate::lists::ends::{followed, note, what, when, whom};
use crate::lists::{phrases, proof_of};

/// Octets of a line; what is longer goes on in the next one.
const LINE: usize = 75;

/// Writes what ends as a calendar.
///
/// # Errors
/// Whatever `out` returns.
pub fn calendar(ends: &Ends, lang: Lang, version: &str, out: &mut dyn Write) -> io::Result<()> {
    line(out, "BEGIN:VCALENDAR")?;
    line(out, "VERSION:2.0")?;
    let language = match lang {
        Lang::En => "EN",
        Lang::Fr => "FR",
    };
    line(out, &format!("PRODID:-//Trefonds//trefonds {version}//{language}"))?;
    line(out, "CALSCALE:GREGORIAN")?;
    let stamp = compact(ends.head.as_of.as_deref().unwrap_or_default());
    for end in &ends.ends {
        event(ends, end, &stamp, lang, out)?;
    }
    line(out, "END:VCALENDAR")
}

fn event(ends: &Ends, end: &End, stamp: &str, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    line(out, "BEGIN:VEVENT")?;
    let whose = fingerprint(ends.head.title.as_deref().unwrap_or_default());
    line(out, &format!("UID:{}@{whose:016x}.trefonds", text(&end.id)))?;
    line(out, &format!("DTSTAMP:{stamp}T000000Z"))?;
    line(out, &format!("DTSTART;VALUE=DATE:{}", compact(&end.until)))?;
    line(out, &format!("SUMMARY:{}", text(&summary(lang, end))))?;
    line(out, &format!("DESCRIPTION:{}", text(&description(lang, end))))?;
    if let Some(criticality) = end.criticality() {
        line(out, &format!("CATEGORIES:{}", text(&phrases::criticality(lang, criticality))))?;
    }
    // The day stays free in whoever's calendar it stands.
    line(out, "TRANSP:TRANSPARENT")?;
    line(out, "END:VEVENT")
}

fn summary(lang: Lang, end: &End) -> String {
    let what = what(lang, end);
    match end.stops.len() {
        0 => lang.calendar_summary(&what),
        services => lang.calendar_summary_stops(&what, &lang.services(services)),
    }
}

/// What it stops, who comes next, whom to ask and where it is written, a line each.
fn description(lang: Lang, end: &End) -> String {
    let mut lines = Vec::new();
    lines.push(match end.stops.is_empty() {
        true => lang.calendar_stops_nothing(),
        false => lang.calendar_stops(),
    });
    lines.extend(end.stops.iter().map(|stop| {
        let criticality = phrases::criticality(lang, stop.criticality);
        let certainty = phrases::certainty(lang, stop.certainty);
        let (service, when) = (&stop.service.name, when(lang, stop));
        let mut told = lang.calendar_stop(service, &criticality, &certainty, &when);
        let note = note(lang, stop);
        if !note.is_empty() {
            told.push_str(phrases::semicolon(lang));
            told.push_str(&note);
        }
        told
    }));
    lines.extend(end.followed_by.as_ref().map(|next| followed(lang, next)));
    lines.push(lang.ends_ask(&whom(lang, end)));
    lines.push(lang.calendar_written(&proof_of(lang, &end.provenance)));
    lines.join("\n")
}

/// `20270131` of `2027-01-31`.
fn compact(day: &str) -> String {
    day.replace('-', "")
}

/// A value of text (RFC 5545, section 3.3.11); nothing of a name steers whoever shows it.
fn text(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for (at, part) in value.split('\n').enumerate() {
        if at > 0 {
            escaped.push_str("\\n");
        }
        for c in visible(part).chars() {
            if matches!(c, '\\' | ';' | ',') {
                escaped.push('\\');
            }
            escaped.push(c);
        }
    }
    escaped
}

/// One line, folded where it is too long (section 3.1), never within a character.
fn line(out: &mut dyn Write, content: &str) -> io::Result<()> {
    let mut octets = 0;
    for c in content.chars() {
        if octets + c.len_utf8() > LINE {
            out.write_all(b"\r\n ")?;
            octets = 1;
        }
        out.write_all(c.encode_utf8(&mut [0; 4]).as_bytes())?;
        octets += c.len_utf8();
    }
    out.write_all(b"\r\n")
}

/// A number that differs between titles, so that events of two inventories in one calendar do too (FNV-1a).
fn fingerprint(title: &str) -> u64 {
    title.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(content: &str) -> String {
        let mut out = Vec::new();
        line(&mut out, content).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        assert_eq!(folded(&"a".repeat(75)), format!("{}\r\n", "a".repeat(75)));
        let accents = folded(&"é".repeat(80));
        assert!(accents.split("\r\n").all(|line| line.len() <= LINE), "{accents}");
        assert_eq!(accents.replace("\r\n ", ""), format!("{}\r\n", "é".repeat(80)));
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(text("a\\b;c,d\ne"), "a\\\\b\\;c\\,d\\ne");
    }

    #[test]
    fn titles_tell_inventories_apart() {
        assert_eq!(fingerprint(""), 0xcbf2_9ce4_8422_2325);
        assert_ne!(fingerprint("a"), fingerprint("b"));
    }
}
