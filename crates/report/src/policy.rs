//! What the page may do: run the one script and use the one style that stand in it, nothing else.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The Content-Security-Policy of a page with these scripts and this style. A page that is served may
/// ask where it came from whether it has changed.
pub(crate) fn policy(scripts: &[&str], style: &str, served: bool) -> String {
    let scripts: Vec<String> = scripts.iter().map(|script| format!("'{}'", hash(script))).collect();
    let connect = if served { "connect-src 'self'; " } else { "" };
    format!(
        "default-src 'none'; script-src {}; style-src '{}'; {connect}base-uri 'none'; form-action 'none'",
        scripts.join(" "),
        hash(style)
    )
}

fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_the_standard() {
        // The digest of the empty text, FIPS 180-4.
        assert_eq!(hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn nothing_is_allowed_but_what_is_in_the_page() {
        let policy = policy(&["a"], "b", false);
        assert!(policy.starts_with("default-src 'none';"));
        assert!(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains('*'));
        assert!(!policy.contains("connect-src"));
    }
}
