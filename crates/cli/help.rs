//! The help of the program in the user's language. clap makes the English one of the documentation of the
//! arguments; here each of its texts is replaced by its French, which `lang` has beside it.

use clap::builder::StyledStr;
use clap::{Arg, ArgAction, Command, CommandFactory};
use trefonds_lang::{Lang, french_help, french_place};

use crate::args::Arguments;

/// The command line in a language, which is also the default of `--lang`.
pub(crate) fn command(lang: Lang) -> Command {
    let mut command = Arguments::command();
    command.build();
    told(command, lang)
}

/// A command and all below it.
fn told(command: Command, lang: Lang) -> Command {
    let mut command = command.mut_args(|arg| argument(arg, lang));
    if lang == Lang::Fr {
        command = in_french(command);
    }
    command.mut_subcommands(|inner| told(inner, lang))
}

/// `--lang` has the user's language when nothing is said; in French, the help says what clap would.
fn argument(arg: Arg, lang: Lang) -> Arg {
    let arg = if arg.get_id() == "lang" { arg.default_value(code(lang)) } else { arg };
    if lang == Lang::En {
        return arg;
    }
    let help = arg.get_help().map(french);
    let mut long = arg.get_long_help().map(french);
    let hides = arg.is_hide_possible_values_set();
    let values: Vec<_> = if hides { Vec::new() } else { arg.get_possible_values() };
    let takes_values = matches!(arg.get_action(), ArgAction::Set | ArgAction::Append);
    let mut more = Vec::new();
    if takes_values && !arg.is_hide_default_value_set() && !arg.get_default_values().is_empty() {
        let default = arg.get_default_values().iter().map(|value| value.to_string_lossy());
        more.push(lang.help_default(&default.collect::<Vec<_>>().join(" ")));
    }
    let shown: Vec<_> = values.iter().filter(|value| !value.is_hide_set()).collect();
    let explained = shown.iter().any(|value| value.get_help().is_some());
    if takes_values && !shown.is_empty() {
        let names: Vec<_> = shown.iter().map(|value| value.get_name()).collect();
        if explained {
            let lines = shown.iter().map(|value| {
                let what = value.get_help().map(french).unwrap_or_default();
                format!("- {} : {what}", value.get_name())
            });
            let lines = lines.collect::<Vec<_>>().join("\n");
            let text = long.clone().or_else(|| help.clone()).unwrap_or_default();
            let default = more.iter().map(|more| format!("\n\n{more}")).collect::<String>();
            long = Some(format!("{text}\n\n{}\n{lines}{default}", lang.help_values_list()));
        }
        more.push(lang.help_values(&names.join(", ")));
    }
    let more: String = more.iter().map(|more| format!(" {more}")).collect();
    let heading = if arg.is_positional() { lang.help_arguments() } else { lang.help_options() };
    let name = match arg.get_value_names() {
        Some(names) => names.first().map(|name| name.to_string()).unwrap_or_default(),
        None => arg.get_id().as_str().to_uppercase(),
    };
    let place = french_place(&name).filter(|_| takes_values);
    let mut arg = arg.hide_default_value(true).hide_possible_values(true).help_heading(heading);
    if let Some(place) = place {
        arg = arg.value_name(place);
    }
    if let Some(help) = help {
        arg = arg.help(format!("{help}{more}"));
    }
    match long {
        Some(long) if explained => arg.long_help(long),
        Some(long) => arg.long_help(format!("{long}{more}")),
        None => arg,
    }
}

fn in_french(mut command: Command) -> Command {
    let lang = Lang::Fr;
    if let Some(about) = command.get_about().map(french) {
        command = command.about(about);
    }
    if let Some(about) = command.get_long_about().map(french) {
        command = command.long_about(about);
    }
    if let Some(after) = command.get_after_help().map(french) {
        command = command.after_help(after);
    }
    let has_commands = command.get_subcommands().next().is_some();
    let usage = lang.help_usage();
    command = command.help_template(format!(
        "{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}\n"
    ));
    if has_commands {
        command = command
            .subcommand_help_heading(lang.help_commands())
            .subcommand_value_name(lang.help_command());
    }
    command
}

/// A manual page whose headings are in the language, as its text is.
pub(crate) fn manual(page: Vec<u8>, lang: Lang) -> Vec<u8> {
    const HEADINGS: [(&str, &str); 7] = [
        ("Commandes", "COMMANDES"),
        ("NAME", "NOM"),
        ("SYNOPSIS", "SYNOPSIS"),
        ("DESCRIPTION", "DESCRIPTION"),
        ("SUBCOMMANDS", "COMMANDES"),
        ("EXTRA", "EXEMPLES ET REMARQUES"),
        ("VERSION", "VERSION"),
    ];
    if lang == Lang::En {
        return page;
    }
    let text = String::from_utf8_lossy(&page);
    let lines = text.lines().map(|line| {
        let heading = line.strip_prefix(".SH ");
        let heading = heading.map(|heading| heading.trim_matches(['"', ' ', '\u{a0}']));
        let french = HEADINGS.iter().find(|(english, _)| heading == Some(english));
        french.map_or_else(|| line.to_owned(), |(_, french)| format!(".SH \"{french}\""))
    });
    let mut told = lines.collect::<Vec<_>>().join("\n");
    told.push('\n');
    told.into_bytes()
}

/// The code of a language, as `--lang` takes it.
pub(crate) const fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en",
        Lang::Fr => "fr",
    }
}

/// The French of a text; the text itself when there is none, which a test forbids.
fn french(text: &StyledStr) -> String {
    let english = text.to_string();
    french_help(&english).unwrap_or(english)
}

/// Every text of the help, each once, in the order in which it stands.
#[cfg(test)]
fn texts(command: &Command) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    let mut all: Vec<&StyledStr> = Vec::new();
    all.extend(command.get_about());
    all.extend(command.get_long_about());
    all.extend(command.get_after_help());
    let values: Vec<Vec<clap::builder::PossibleValue>> =
        command.get_arguments().map(|arg| arg.get_possible_values()).collect();
    for (arg, values) in command.get_arguments().zip(&values) {
        all.extend(arg.get_help());
        all.extend(arg.get_long_help());
        if !arg.is_hide_possible_values_set() {
            all.extend(values.iter().filter_map(|value| value.get_help()));
        }
    }
    texts.extend(all.into_iter().map(StyledStr::to_string));
    for inner in command.get_subcommands() {
        // The help of `help` repeats what the commands say of themselves.
        if inner.get_name() == "help" {
            texts.extend(inner.get_about().map(StyledStr::to_string));
        } else {
            texts.extend(self::texts(inner));
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    texts.retain(|text| seen.insert(text.clone()));
    texts
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use trefonds_lang::{help_parts, help_texts};

    use super::*;

    fn parts() -> BTreeSet<String> {
        let mut command = Arguments::command();
        command.build();
        texts(&command).iter().flat_map(|text| help_parts(text)).collect()
    }

    #[test]
    fn no_help_text_lacks_its_french() {
        let lacking: Vec<String> =
            parts().into_iter().filter(|part| french_help(part).is_none()).collect();
        assert!(lacking.is_empty(), "crates/lang/src/help/texts.rs lacks {lacking:#?}");
    }

    #[test]
    fn no_french_is_left_over() {
        let parts = parts();
        let left: Vec<_> = help_texts().filter(|text| !parts.contains(*text)).collect();
        assert!(left.is_empty(), "crates/lang/src/help/texts.rs still has {left:#?}");
    }

    #[test]
    fn the_french_help_of_every_command_is_french() {
        let english = ["Usage:", "Options:", "Commands:", "Print", "possible values", "default:"];
        let mut pages = vec![command(Lang::Fr)];
        while let Some(mut page) = pages.pop() {
            for text in [page.render_help(), page.render_long_help()] {
                let text = text.to_string();
                for word in english {
                    assert!(!text.contains(word), "{}: {word}\n{text}", page.get_name());
                }
            }
            pages.extend(page.get_subcommands().filter(|it| it.get_name() != "help").cloned());
        }
    }
}
