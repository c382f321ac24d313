use trefonds_lang::Lang;

/// The commented inventory that `trefonds init` writes: the path and text of each file. It is read
/// without an error and shows every part of the format.
#[must_use]
pub fn starter(lang: Lang) -> Vec<(&'static str, String)> {
    let files = match lang {
        Lang::En => [
            ("trefonds.yaml", include_str!("starter/en/trefonds.yaml")),
            ("entities.yaml", include_str!("starter/en/entities.yaml")),
        ],
        Lang::Fr => [
            ("trefonds.yaml", include_str!("starter/fr/trefonds.yaml")),
            ("entities.yaml", include_str!("starter/fr/entities.yaml")),
        ],
    };
    files.into_iter().map(|(path, text)| (path, text.to_owned())).collect()
}
