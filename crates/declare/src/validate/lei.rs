//! Legal Entity Identifiers.

/// The scheme of these among identifiers.
pub const SCHEME: &str = "lei";

/// Whether a text is a Legal Entity Identifier (ISO 17442) whose check digits are right.
///
/// Letters stand for 10 to 35; the number so written must leave 1 when divided by 97
/// (ISO 7064, mod 97-10).
#[must_use]
pub fn is_valid(lei: &str) -> bool {
    let shape = lei.len() == 20
        && lei.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        && lei.bytes().skip(18).all(|byte| byte.is_ascii_digit());
    shape && lei.bytes().fold(0, remainder) == 1
}

fn remainder(so_far: u32, byte: u8) -> u32 {
    match byte {
        b'0'..=b'9' => (so_far * 10 + u32::from(byte - b'0')) % 97,
        _ => (so_far * 100 + u32::from(byte - b'A') + 10) % 97,
    }
}

#[cfg(test)]
mod tests {
    use super::is_valid;

    #[test]
    fn published_identifiers() {
        // Apple Inc.; Deutsche Bank AG; BNP Paribas.
        for lei in ["HWUPKR0MPOU8FGXBT394", "7LTWFZYICNSX8D621K86", "R0MUWSFPU8MPRO8K5P83"] {
            assert!(is_valid(lei), "{lei}");
        }
    }

    #[test]
    fn every_change_of_one_character_is_seen() {
        let lei = "HWUPKR0MPOU8FGXBT394";
        for at in 0..lei.len() {
            let mut changed = lei.to_owned().into_bytes();
            changed[at] = if changed[at] == b'7' { b'8' } else { b'7' };
            assert!(!is_valid(std::str::from_utf8(&changed).unwrap()), "{at}");
        }
        for bad in ["", "hwupkr0mpou8fgxbt394", "HWUPKR0MPOU8FGXBT39", "HWUPKR0MPOU8FGXBTÉ94"] {
            assert!(!is_valid(bad), "{bad}");
        }
    }
}
