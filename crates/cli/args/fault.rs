use std::fmt;

use trefonds_lang::Lang;

/// Why a value of an option is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ArgumentFault {
    /// Not a day.
    Day,
    /// Not a country nor a union; perhaps one is meant.
    Jurisdiction(Option<&'static str>),
    /// Not a duration.
    Duration,
    /// Not a size.
    Size,
}

impl ArgumentFault {
    /// In a language.
    pub(crate) fn told(self, lang: Lang) -> String {
        match self {
            Self::Day => lang.argument_day(),
            Self::Jurisdiction(None) => lang.argument_country(),
            Self::Jurisdiction(Some(code)) => lang.argument_country_near(code),
            Self::Duration => lang.argument_duration(),
            Self::Size => lang.argument_size(),
        }
    }
}

impl fmt::Display for ArgumentFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Lang::En))
    }
}

impl std::error::Error for ArgumentFault {}
