//! Every sentence that a user reads, in English and in French.
//!
//! A sentence is a method of [`Lang`], made by the `messages!` macro, which takes both languages at
//! once: neither can lack one, and parameters are checked by the compiler. One file an area.
//!
//! ```
//! use trefonds_lang::Lang;
//! assert_eq!(Lang::En.services(1), "1 service");
//! assert_eq!(Lang::Fr.services(0), "0 service");
//! assert_eq!(Lang::En.services(0), "0 services");
//! ```

// `messages!` takes its sentences one by one.
#![recursion_limit = "1024"]

/// The languages of what users read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

impl Lang {
    /// The language of a locale, as the environment names it: `fr_FR.UTF-8`, `C`. French or English;
    /// `None` when nothing is said.
    ///
    /// ```
    /// use trefonds_lang::Lang;
    /// assert_eq!(Lang::of_locale("fr_CA.UTF-8"), Some(Lang::Fr));
    /// assert_eq!(Lang::of_locale("C"), Some(Lang::En));
    /// assert_eq!(Lang::of_locale(""), None);
    /// ```
    #[must_use]
    pub fn of_locale(locale: &str) -> Option<Self> {
        if locale.is_empty() {
            return None;
        }
        let language = locale.split(['_', '.', '@', '-']).next().unwrap_or_default();
        let french = ["fr", "fra", "fre", "french"].contains(&&*language.to_ascii_lowercase());
        Some(if french { Self::Fr } else { Self::En })
    }
}

/// Makes methods of [`Lang`]: `fn name(param: Type) { en: "...", fr: "..." }` for a sentence with
/// captured parameters, `counted name { en: "one" | "many", fr: "one" | "many" }` for a plural over
/// `n` (French takes the singular up to one, English only for one).
macro_rules! messages {
    () => {};
    ($(#[$doc:meta])* fn $name:ident($($param:ident: $kind:ty),*) { en: $en:literal, fr: $fr:literal } $($rest:tt)*) => {
        impl crate::Lang {
            $(#[$doc])*
            #[must_use]
            pub fn $name(self, $($param: $kind),*) -> String {
                match self {
                    Self::En => format!($en),
                    Self::Fr => crate::french(format!($fr)),
                }
            }
        }
        messages! { $($rest)* }
    };
    ($(#[$doc:meta])* counted $name:ident { en: $en1:literal | $en:literal, fr: $fr1:literal | $fr:literal } $($rest:tt)*) => {
        impl crate::Lang {
            $(#[$doc])*
            #[must_use]
            pub fn $name(self, n: usize) -> String {
                match (self, n) {
                    (Self::En, 1) => format!($en1, n = n),
                    (Self::En, _) => format!($en, n = n),
                    (Self::Fr, 0 | 1) => crate::french(format!($fr1, n = n)),
                    (Self::Fr, _) => crate::french(format!($fr, n = n)),
                }
            }
        }
        messages! { $($rest)* }
    };
}

mod catalogue;
mod countries;
mod cuts;
mod days;
mod denial;
mod diagnostics;
mod diff;
mod ends;
mod explorer;
mod fold;
mod help;
mod history;
mod import;
mod lists;
mod map;
mod places;
mod plan;
mod policy;
mod program;
mod rank;
mod report;
mod sheets;
mod slips;
mod suggest;
mod system;
mod typography;
mod visible;
mod what_if;
mod words;

pub use countries::{country_code, known_country};
pub use diagnostics::Code;
pub use fold::fold;
pub use help::{french_help, french_place, help_parts, help_texts};
pub use typography::{SPACE, french, plain_spaces};
pub use visible::{is_formula, shown, visible, visible_lines};
