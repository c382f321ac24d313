use trefonds_declare::forms::Edition;
use trefonds_lang::Lang;
use trefonds_model::Date;

/// The day of which the starter speaks, as its files have it.
const DAY: &str = "2026-11-28";

/// The edition of the catalogue that it is written against, as its files have it.
const EDITION: &str = "2026.11";

/// The commented inventory that `trefonds init` writes, as of a day, or of its own, against an edition of the
/// catalogue: the path and text of each file, the schema that its first lines name among them. It is read without an error and shows
/// every part of the format.
///
/// The day is never that of the clock, so that the same command writes the same files next year.
#[must_use]
pub fn starter(lang: Lang, as_of: Option<Date>, edition: Edition) -> Vec<(&'static str, String)> {
    let [root, entities] = match lang {
        Lang::En => {
            [include_str!("starter/en/trefonds.yaml"), include_str!("starter/en/entities.yaml")]
        }
        Lang::Fr => {
            [include_str!("starter/fr/trefonds.yaml"), include_str!("starter/fr/entities.yaml")]
        }
    };
    let day = as_of.map_or_else(|| DAY.to_owned(), |day| day.to_string());
    vec![
        ("trefonds.yaml", root.replace(DAY, &day).replace(EDITION, &edition.to_string())),
        ("entities.yaml", entities.to_owned()),
        ("trefonds.schema.json", crate::schema().to_owned()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_stands_once_and_is_the_one_that_is_wanted() {
        let edition = Edition { year: 2027, month: 3 };
        for lang in [Lang::En, Lang::Fr] {
            let root = &starter(lang, None, edition)[0].1;
            assert_eq!(root.matches("2027.03").count(), 1);
            assert_eq!(root.matches(DAY).count(), 1);
            assert!(root.contains(&format!("\nas_of: {DAY} ")), "{root}");
            let day = Date::new(2027, 1, 31).ok();
            assert!(starter(lang, day, edition)[0].1.contains("\nas_of: 2027-01-31 "));
        }
    }
}
