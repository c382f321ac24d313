use crate::parse::known_keys;

/// Keys of the small files, which this crate reads for others.
const SMALL: [&str; 24] = [
    "rules",
    "rule",
    "id",
    "severity",
    "message",
    "exceptions",
    "reason",
    "expires",
    "levels",
    "services",
    "service",
    "criticality",
    "by",
    "policy",
    "withdraw",
    "close_sites",
    "laws",
    "expect",
    "outcome",
    "after",
    "before",
    "title",
    "trefonds-policy",
    "trefonds-scenario",
];

/// Keys under which a text for people stands.
const TEXTS: [&str; 9] =
    ["name", "title", "owner", "source", "description", "because", "class", "by", "message"];

/// Whether some mapping of the format has this key.
pub(crate) fn is_key(word: &str) -> bool {
    known_keys().any(|key| key == word) || SMALL.contains(&word)
}

/// Whether a text for people stands under a key.
pub(super) fn holds_text(key: &str) -> bool {
    TEXTS.contains(&key)
}

/// A line as a key and what stands behind its colon, with the byte at which the colon is; a dash of a
/// list before it does not count.
pub(super) fn key_of(line: &str) -> Option<(&str, &str, usize)> {
    let mut body = line.trim_start();
    while let Some(rest) = body.strip_prefix("- ") {
        body = rest.trim_start();
    }
    let before = line.len() - body.len();
    let colon = body.find(": ").or_else(|| body.trim_end().strip_suffix(':').map(str::len))?;
    let key = body.get(..colon)?;
    let quoted = key.starts_with(['"', '\'', '{', '[']);
    let rest = body.get(colon + 1..)?.trim();
    (!quoted && !key.is_empty()).then_some((key, rest, before + colon))
}
