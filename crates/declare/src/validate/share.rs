//! Shares of the votes as people write them.

use trefonds_model::Share;

/// Decimals of a percentage that millionths can hold.
const DECIMALS: usize = 4;

/// Reads `51%`, `23.9%` or `40%..60%`.
#[must_use]
pub fn parse(text: &str) -> Option<Share> {
    let Some((low, high)) = text.split_once("..") else {
        return percent(text).map(Share::exactly);
    };
    let (at_least, at_most) = (percent(low.trim())?, percent(high.trim())?);
    (at_least <= at_most).then_some(Share { at_least, at_most })
}

/// Reads a percentage, in millionths of the whole.
#[must_use]
pub fn percent(text: &str) -> Option<u32> {
    let number = text.strip_suffix('%')?.trim_end();
    let (whole, decimals) = match number.split_once('.') {
        Some((whole, decimals)) if !decimals.is_empty() => (whole, decimals),
        Some(_) => return None,
        None => (number, ""),
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let readable = (1..=3).contains(&whole.len())
        && decimals.len() <= DECIMALS
        && digits(whole)
        && digits(decimals);
    if !readable {
        return None;
    }
    let millionths: u32 = format!("{whole}{decimals:0<DECIMALS$}").parse().ok()?;
    (millionths <= Share::WHOLE).then_some(millionths)
}

/// Millionths as a percentage, such as `100.5%`.
#[must_use]
pub fn written(millionths: u64) -> String {
    let (whole, part) = (millionths / 10_000, millionths % 10_000);
    let decimals = format!("{part:0DECIMALS$}");
    let decimals = decimals.trim_end_matches('0');
    if decimals.is_empty() { format!("{whole}%") } else { format!("{whole}.{decimals}%") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages() {
        assert_eq!(parse("51%"), Some(Share::exactly(510_000)));
        assert_eq!(parse("23.9 %"), Some(Share::exactly(239_000)));
        assert_eq!(parse("0.0001%"), Some(Share::exactly(1)));
        assert_eq!(parse("100%"), Some(Share::exactly(Share::WHOLE)));
        assert_eq!(parse("40%..60%"), Some(Share { at_least: 400_000, at_most: 600_000 }));
        for bad in [
            "",
            "51",
            "%",
            "0.5",
            "-1%",
            "101%",
            "100.0001%",
            "1.%",
            ".5%",
            "1.00001%",
            "60%..40%",
            "40..60%",
            "1e2%",
        ] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_is_written_reads_back() {
        for millionths in [0, 1, 239_000, 1_000_000] {
            assert_eq!(percent(&written(u64::from(millionths))), Some(millionths));
        }
        assert_eq!(written(1_005_000), "100.5%");
    }
}
