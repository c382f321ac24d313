//! The help of the program, and what it says of arguments that it does not take.
//!
//! English is written once, beside the arguments that it explains; its French is found here by the English
//! text. A test of the program sees to it that no text lacks its French, and that none is left over.

mod texts;

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Where lines of the help break.
const WIDTH: usize = 100;

messages! {
    /// Before the usage.
    fn help_usage() { en: "Usage:", fr: "Utilisation :" }
    /// What an option is when it is not given.
    fn help_default(value: &str) { en: "[default: {value}]", fr: "[par défaut : {value}]" }
    /// What is missing.
    fn usage_missing(names: &str) { en: "these arguments are missing: {names}", fr: "il manque : {names}" }
    /// A command that is none.
    fn usage_command(name: &str) { en: "there is no command {name}", fr: "la commande {name} n'existe pas" }
    /// No command.
    fn usage_no_command() { en: "a command is missing", fr: "il manque une commande" }
    /// An argument that is none.
    fn usage_unknown(name: &str) { en: "unexpected argument {name}", fr: "argument inattendu : {name}" }
    /// A value that is none.
    fn usage_value(value: &str, name: &str) { en: "{value} is no value of {name}", fr: "{value} n'est pas une valeur de {name}" }
    /// A value that is none, and why.
    fn usage_value_why(value: &str, name: &str, why: &str) { en: "{value} is no value of {name}: {why}", fr: "{value} n'est pas une valeur de {name} : {why}" }
    /// No value.
    fn usage_no_value(name: &str) { en: "{name} needs a value", fr: "{name} demande une valeur" }
    /// Two that exclude one another.
    fn usage_conflict(name: &str, other: &str) { en: "{name} cannot be used with {other}", fr: "{name} ne s'emploie pas avec {other}" }
    /// Twice.
    fn usage_twice(name: &str) { en: "{name} cannot be used more than once", fr: "{name} ne s'emploie qu'une fois" }
    /// Anything else.
    fn usage_other() { en: "the arguments cannot be understood", fr: "les arguments ne sont pas compris" }
    /// What it could have been.
    fn usage_near(names: &str) { en: "did you mean {names}?", fr: "vouliez-vous dire {names} ?" }
    /// Where there is more.
    fn usage_more() { en: "For more information, try '--help'.", fr: "Pour en savoir plus : `--help`." }
    /// An error before its sentence.
    fn error_line(what: &str) { en: "error: {what}", fr: "erreur : {what}" }
    /// Not a day.
    fn argument_day() { en: "not a day; write it like 2026-11-01", fr: "ce n'est pas un jour ; écrivez-le comme 2026-11-01" }
    /// Not a country.
    fn argument_country() { en: "not an ISO 3166-1 alpha-2 code in capitals, nor EU or EEA", fr: "ni un code ISO 3166-1 alpha-2 en capitales, ni EU ou EEA" }
    /// Not a country, but one is near.
    fn argument_country_near(code: &str) { en: "not an ISO 3166-1 alpha-2 code in capitals; did you mean {code}?", fr: "ce n'est pas un code ISO 3166-1 alpha-2 en capitales ; vouliez-vous dire {code} ?" }
    /// Not a duration.
    fn argument_duration() { en: "not a duration; write a whole number and min, h, d, w, mo or y: 30d", fr: "ce n'est pas une durée ; écrivez un nombre entier et min, h, d (jours), w (semaines), mo (mois) ou y (ans) : 30d" }
    /// Not a size.
    fn argument_size() { en: "not a size; write a whole number and K, M or G: 512M", fr: "ce n'est pas une taille ; écrivez un nombre entier et K, M ou G : 512M" }
    /// The values of an option.
    fn help_values(values: &str) { en: "[possible values: {values}]", fr: "[valeurs possibles : {values}]" }
    /// Above the values of an option.
    fn help_values_list() { en: "Possible values:", fr: "Valeurs possibles :" }
}

impl crate::Lang {
    /// Above the commands; the colon comes from elsewhere.
    #[must_use]
    pub const fn help_commands(self) -> &'static str {
        match self {
            Self::En => "Commands",
            Self::Fr => "Commandes\u{a0}",
        }
    }

    /// What stands for a command in the usage.
    #[must_use]
    pub const fn help_command(self) -> &'static str {
        match self {
            Self::En => "COMMAND",
            Self::Fr => "COMMANDE",
        }
    }

    /// Above what is given by its place.
    #[must_use]
    pub const fn help_arguments(self) -> &'static str {
        match self {
            Self::En => "Arguments",
            Self::Fr => "Arguments\u{a0}",
        }
    }

    /// Above what is given by its name.
    #[must_use]
    pub const fn help_options(self) -> &'static str {
        match self {
            Self::En => "Options",
            Self::Fr => "Options\u{a0}",
        }
    }
}

/// What stands for a value in the help.
const PLACES: &[(&str, &str)] = &[
    ("INVENTORY", "INVENTAIRE"),
    ("FILE", "FICHIER"),
    ("DURATION", "DURÉE"),
    ("WHEN", "QUAND"),
    ("SUBJECT", "SUJET"),
    ("CONTROLLER", "CONTRÔLEUR"),
    ("FOLDER", "DOSSIER"),
    ("DIR", "DOSSIER"),
    ("WORD", "MOT"),
    ("ID", "ID"),
    ("NAME", "NOM"),
    ("SIZE", "TAILLE"),
    ("GATE", "PORTE"),
    ("MODEL.xml", "MODÈLE.xml"),
    ("AMOUNT", "MONTANT"),
    ("REVISIONS", "RÉVISIONS"),
    ("YYYY-MM-DD", "AAAA-MM-JJ"),
    ("LANG", "LANGUE"),
    ("LEVEL", "NIVEAU"),
    ("LAYERS", "COUCHES"),
    ("ENGINE", "MOTEUR"),
    ("THEME", "THÈME"),
    ("READING", "LECTURE"),
    ("SITE", "SITE"),
    ("LAW", "LOI"),
    ("OLD", "ANCIEN"),
    ("NEW", "NOUVEAU"),
    ("SHELL", "INTERPRÉTEUR"),
    ("OF", "QUOI"),
    ("WHAT", "QUOI"),
    ("BY", "PAR"),
    ("KIND", "GENRE"),
    ("NODES", "NŒUDS"),
    ("ADDRESS:PORT", "ADRESSE:PORT"),
    ("YYYY-MM-DD|REVISION", "AAAA-MM-JJ|RÉVISION"),
    ("FORMAT", "FORMAT"),
    ("CRITICALITY", "CRITICITÉ"),
];

/// What stands for a value in the French help.
#[must_use]
pub fn french_place(english: &str) -> Option<&'static str> {
    PLACES.iter().find(|(place, _)| *place == english).map(|(_, french)| *french)
}

/// The English of every help text that has its French.
pub fn help_texts() -> impl Iterator<Item = &'static str> {
    texts::TEXTS.iter().map(|(english, _)| *english)
}

/// The parts of a help text that have a French each: paragraphs, and of examples their heading and the
/// remarks behind the commands.
///
/// ```
/// let parts = trefonds_lang::help_parts("Example:\n  trefonds map si   the map\n\nOne\nmore.");
/// assert_eq!(parts, ["Example:", "the map", "One more."]);
/// ```
#[must_use]
pub fn help_parts(english: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for paragraph in english.split("\n\n") {
        if paragraph.starts_with("Example") {
            let mut lines = paragraph.lines();
            parts.extend(lines.next().map(str::to_owned));
            parts.extend(lines.filter_map(|line| Some(remark_of(line)?.1.to_owned())));
        } else {
            parts.push(joined(paragraph));
        }
    }
    parts
}

/// A help text in French; `None` when a part of it has none.
#[must_use]
pub fn french_help(english: &str) -> Option<String> {
    let mut paragraphs = Vec::new();
    for paragraph in english.split("\n\n") {
        paragraphs.push(if paragraph.starts_with("Example") {
            let mut lines = paragraph.lines();
            let mut told = vec![part(lines.next()?)?];
            for line in lines {
                told.push(match remark_of(line) {
                    Some((command, remark)) => format!("{command}{}", part(remark)?),
                    None => line.to_owned(),
                });
            }
            told.join("\n")
        } else if paragraph.contains('\n') {
            wrapped(&part(&joined(paragraph))?)
        } else {
            part(paragraph)?
        });
    }
    Some(paragraphs.join("\n\n"))
}

/// The command of an example with the spaces behind it, and the remark that follows.
fn remark_of(line: &str) -> Option<(&str, &str)> {
    let body = line.trim_start();
    let from = line.len() - body.len();
    let gap = body.find("  ").or_else(|| body.find("30d what").map(|at| at + 3))?;
    let remark = body.get(gap..)?.trim_start();
    let command = line.get(..from + body.len() - remark.len())?;
    Some((command, remark))
}

fn joined(paragraph: &str) -> String {
    paragraph.lines().collect::<Vec<_>>().join(" ")
}

fn part(english: &str) -> Option<String> {
    static TABLE: OnceLock<BTreeMap<&str, &str>> = OnceLock::new();
    let table = TABLE.get_or_init(|| texts::TEXTS.iter().copied().collect());
    table.get(english).map(|text| crate::french(*text))
}

/// A paragraph in lines.
fn wrapped(paragraph: &str) -> String {
    let mut lines = String::new();
    let mut width = 0;
    for word in paragraph.split(' ') {
        let length = word.chars().count();
        if width > 0 && width + 1 + length > WIDTH {
            lines.push('\n');
            width = 0;
        } else if width > 0 {
            lines.push(' ');
            width += 1;
        }
        lines.push_str(word);
        width += length;
    }
    lines
}
