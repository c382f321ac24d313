//! Ids of the keys of a source.

use crate::manifest::hash_of;

/// The longest key that is an id as it stands, behind the name of its source.
const LONGEST: usize = 60;

/// How many digits of the hash of a key are its mark.
const MARK: usize = 10;

/// The id of a key: the key itself where it can be one, else what is left of it and a mark of the whole, so
/// that no two keys have one id.
pub(crate) fn id_of(source: &str, key: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let fits = !key.is_empty() && key.len() <= LONGEST && key.bytes().all(plain);
    // What looks like a mark is marked itself.
    if fits && !key.contains("--") {
        return format!("{source}/{key}");
    }
    let mut words = String::new();
    for c in trefonds_lang::fold(key).chars() {
        let c = if c.is_ascii_alphanumeric() { c } else { '-' };
        if c != '-' || !words.is_empty() && !words.ends_with('-') {
            words.push(c);
        }
        if words.len() >= LONGEST / 2 {
            break;
        }
    }
    let words = words.trim_end_matches('-');
    let mark: String = hash_of(key.as_bytes()).chars().take(MARK).collect();
    match words.is_empty() {
        true => format!("{source}/--{mark}"),
        false => format!("{source}/{words}--{mark}"),
    }
}

#[cfg(test)]
mod tests {
    use super::id_of;
    use trefonds_declare::ids::is_well_formed;

    #[test]
    fn every_key_has_an_id_of_its_own() {
        let keys = [
            "9d38",
            "Hôtel de Ville",
            "hotel de ville",
            "a--b",
            "",
            "日本",
            "../x",
            "a/b",
            "a b",
            "a-b",
        ];
        let ids: std::collections::BTreeSet<String> =
            keys.iter().map(|key| id_of("cmdb", key)).collect();
        assert_eq!(ids.len(), keys.len(), "{ids:?}");
        assert!(ids.iter().all(|id| is_well_formed(id)), "{ids:?}");
        assert!(ids.contains("cmdb/9d38") && ids.contains("cmdb/a-b"));
        assert!(is_well_formed(&id_of("cmdb", &"x".repeat(5000))));
    }
}
