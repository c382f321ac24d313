//! What people, editors and networks do to files.

use trefonds_oracle::seed::Seed;

use crate::corpus::Case;

/// Words that mean something to a reader, or look as if.
const WORDS: [&str; 40] = [
    "undisclosed",
    "none",
    "dispersed",
    "[]",
    "{}",
    "[",
    "]",
    "{",
    "}",
    ": ",
    "- ",
    "&a ",
    "*a",
    "!!str ",
    "<<: *a",
    "---\n",
    "# ",
    "\"",
    "'",
    "|",
    ">",
    "~",
    "null",
    "true",
    "1e400",
    "-1",
    "0",
    "99999999999999999999999999",
    "18446744073709551616",
    "4294967296",
    "0x7fffffff",
    "NaN",
    "9999-12-31",
    "0000-00-00",
    "stops after 99999999y",
    "100%",
    "</a>",
    "<not>",
    "<![CDATA[",
    "&#0;",
];

/// Characters that few expect.
const ODD: [&str; 16] = [
    "\u{feff}",
    "\u{202e}",
    "\u{0}",
    "\u{2028}",
    "\u{85}",
    "\u{301}",
    "\u{1f468}\u{200d}\u{1f469}",
    "é",
    "\t",
    "\r",
    "\r\n",
    "\u{7f}",
    "\u{10ffff}",
    "\u{a0}",
    "\u{ff1a}",
    "\u{1b}[2J",
];

/// One case of a corpus with a few things wrong; now and then none.
pub fn case(corpus: &[Case], seed: &mut Seed) -> Case {
    let mut case = seed.one(corpus).clone();
    for _ in 0..seed.below(5) {
        let at = seed.below(case.0.len());
        mutate(&mut case.0[at].1, corpus, seed);
    }
    case
}

fn mutate(text: &mut Vec<u8>, corpus: &[Case], seed: &mut Seed) {
    match seed.below(16) {
        0 => text.truncate(place(text, seed)),
        1 => drop(text.drain(range(text, seed))),
        2 => insert(text, seed.one(&ODD).as_bytes().to_vec(), seed),
        3 | 4 => insert(text, seed.one(&WORDS).as_bytes().to_vec(), seed),
        5 => insert(text, vec![seed.next() as u8], seed),
        6 => {
            let piece = text[range(text, seed)].to_vec();
            insert(text, piece, seed);
        }
        7 => lines(text, seed, |lines, a, b| lines.swap(a, b)),
        8 => lines(text, seed, |lines, a, _| drop(lines.remove(a))),
        9 => lines(text, seed, |lines, a, b| lines.insert(b, lines[a].clone())),
        10 => lines(text, seed, |lines, a, b| {
            let other = lines[b].clone();
            lines[a].extend_from_slice(&other);
        }),
        11 => replace_token(text, seed.one(&WORDS).as_bytes(), seed),
        12 => swap_tokens(text, seed),
        13 => {
            let deep =
                seed.one(&["[", "{a: ", "- ", "{\"a\":", "(", "<and>"]).repeat(1 << seed.below(13));
            insert(text, deep.into_bytes(), seed);
        }
        14 => {
            let other = &seed.one(corpus).0;
            let piece = seed.one(other).1.clone();
            insert(text, piece[range(&piece, seed)].to_vec(), seed);
        }
        _ if text.is_empty() => {}
        _ => {
            let at = seed.below(text.len());
            text[at] ^= 1 << seed.below(8);
        }
    }
}

fn place(text: &[u8], seed: &mut Seed) -> usize {
    seed.below(text.len() + 1)
}

/// A piece of a text: mostly short.
fn range(text: &[u8], seed: &mut Seed) -> std::ops::Range<usize> {
    let from = place(text, seed);
    let most = if seed.percent(80) { 30 } else { 2_000 };
    from..(from + seed.below(most)).min(text.len())
}

fn insert(text: &mut Vec<u8>, piece: Vec<u8>, seed: &mut Seed) {
    let at = place(text, seed);
    drop(text.splice(at..at, piece));
}

fn lines(
    text: &mut Vec<u8>,
    seed: &mut Seed,
    change: impl FnOnce(&mut Vec<Vec<u8>>, usize, usize),
) {
    let mut all: Vec<Vec<u8>> = text.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    let (a, b) = (seed.below(all.len()), seed.below(all.len()));
    change(&mut all, a, b);
    *text = all.join(&b'\n');
}

/// Where the words of a text stand.
fn tokens(text: &[u8]) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut from = None;
    for (at, byte) in text.iter().chain(b" ").enumerate() {
        let word = byte.is_ascii_alphanumeric() || b"-_.%".contains(byte);
        match (word, from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                found.push(start..at);
                from = None;
            }
            _ => {}
        }
    }
    found
}

fn replace_token(text: &mut Vec<u8>, with: &[u8], seed: &mut Seed) {
    let all = tokens(text);
    if !all.is_empty() {
        let at = seed.one(&all).clone();
        drop(text.splice(at, with.iter().copied()));
    }
}

fn swap_tokens(text: &mut Vec<u8>, seed: &mut Seed) {
    let all = tokens(text);
    if all.len() < 2 {
        return;
    }
    let (a, b) = (seed.one(&all).clone(), seed.one(&all).clone());
    let (a, b) = if a.start <= b.start { (a, b) } else { (b, a) };
    if a == b {
        return;
    }
    let (first, second) = (text[a.clone()].to_vec(), text[b.clone()].to_vec());
    drop(text.splice(b, first));
    drop(text.splice(a, second));
}
