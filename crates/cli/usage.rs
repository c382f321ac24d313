//! Arguments that cannot be understood, in the user's language.

use std::error::Error as _;
use std::ffi::OsString;
use std::io;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use trefonds_lang::{Lang, visible_lines};

use crate::args::ArgumentFault;
use crate::{ERROR, FINE, World, after_flush};

/// The language that `--lang` asks for, before anything else of the arguments is looked at.
pub(crate) fn asked(arguments: &[OsString]) -> Option<Lang> {
    let words: Vec<&str> = arguments.iter().filter_map(|word| word.to_str()).collect();
    let behind = words.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1]);
    let code = words.iter().find_map(|word| word.strip_prefix("--lang=")).or(behind)?;
    match code {
        "fr" => Some(Lang::Fr),
        "en" => Some(Lang::En),
        _ => None,
    }
}

/// Prints what clap has to say, help or an error, and gives the exit code.
pub(crate) fn tell(error: &Error, lang: Lang, world: &mut World<'_>) -> u8 {
    let help = matches!(
        error.kind(),
        ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    );
    let printed = if lang == Lang::Fr && !help {
        writeln!(world.err, "{}", visible_lines(&in_french(error)))
    } else {
        let text = error.render();
        let (terminal, out): (bool, &mut dyn io::Write) = match error.use_stderr() {
            true => (world.err_is_terminal, &mut *world.err),
            false => (world.out_is_terminal, &mut *world.out),
        };
        if terminal && !world.no_color {
            write!(out, "{}", text.ansi())
        } else {
            write!(out, "{}", visible_lines(&text.to_string()))
        }
    };
    after_flush(if error.use_stderr() { ERROR } else { FINE }, printed)
}

/// An error with what could have been meant, the usage, and where there is more.
fn in_french(error: &Error) -> String {
    let lang = Lang::Fr;
    let mut text = lang.error_line(&what(error, lang));
    let near =
        [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand];
    for names in near.into_iter().filter_map(|kind| all(error, kind)) {
        text += &format!("\n\n  {}", lang.usage_near(&names));
    }
    if let Some(values) = all(error, ContextKind::ValidValue).filter(|values| !values.is_empty()) {
        text += &format!("\n  {}", lang.help_values(&values));
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string().replace(&Lang::En.help_usage(), &lang.help_usage());
        text += &format!("\n\n{}", usage.trim_end());
    }
    format!("{text}\n\n{}", lang.usage_more())
}

fn what(error: &Error, lang: Lang) -> String {
    let name = all(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = all(error, ContextKind::InvalidValue).unwrap_or_default();
    match error.kind() {
        ErrorKind::MissingRequiredArgument => lang.usage_missing(&name),
        ErrorKind::InvalidSubcommand => {
            lang.usage_command(&all(error, ContextKind::InvalidSubcommand).unwrap_or_default())
        }
        ErrorKind::MissingSubcommand => lang.usage_no_command(),
        ErrorKind::UnknownArgument => lang.usage_unknown(&name),
        ErrorKind::InvalidValue if value.is_empty() => lang.usage_no_value(&name),
        ErrorKind::InvalidValue => lang.usage_value(&value, &name),
        ErrorKind::ValueValidation => {
            match error.source().and_then(|source| source.downcast_ref::<ArgumentFault>()) {
                Some(fault) => lang.usage_value_why(&value, &name, &fault.told(lang)),
                None => lang.usage_value(&value, &name),
            }
        }
        ErrorKind::ArgumentConflict => match all(error, ContextKind::PriorArg) {
            Some(other) if other != name => lang.usage_conflict(&name, &other),
            _ => lang.usage_twice(&name),
        },
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => lang.usage_no_value(&name),
        _ => lang.usage_other(),
    }
}

/// What the error says of one thing, in one line.
fn all(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        _ => None,
    }
}
