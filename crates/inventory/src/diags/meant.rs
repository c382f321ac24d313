//! What a word was meant for: words of French, of English and of everyday speech, for those of the format.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use trefonds_lang::{Lang, fold};

use crate::slips::{self, Mistake, code};

/// Words that people write, and the words of the format that they stand for. Of several, the one that is
/// known where it is read counts.
const MEANT: &[(&str, &[&str])] = &[
    // How much it matters.
    ("critique critical vitale indispensable", &["vital"]),
    (
        "majeur majeure eleve elevee haute haut high importante essentiel essentielle",
        &["important"],
    ),
    ("normal normale moyen moyenne medium moderee", &["standard"]),
    ("mineur mineure faible bas basse low secondaire", &["minor"]),
    // Layers.
    ("metier services", &["service"]),
    ("appli applis app apps applications applicatif", &["application"]),
    ("donnee donnees base bdd database db", &["data"]),
    ("logiciel logiciels progiciel", &["software"]),
    ("intergiciel intergiciels plateforme platform", &["middleware"]),
    (
        "infra infras infrastructures reseau network serveur serveurs server materiel",
        &["infrastructure"],
    ),
    ("hebergement hebergeur hosted cloud datacenter datacentre", &["hosting"]),
    // What is known and what is not.
    ("aucun aucune neant rien nul no nothing n/a na sans", &["none", "dispersed"]),
    ("inconnu inconnue unknown secret confidentiel", &["undisclosed"]),
    ("disperse dispersee disperses flottant", &["dispersed"]),
    ("oui vrai yes on", &["true"]),
    ("non faux no off", &["false"]),
    ("non divulgue", &["undisclosed"]),
    ("non communique", &["undisclosed"]),
    // Data.
    ("clair claire plain cleartext", &["clear"]),
    ("chiffre chiffree chiffrees crypte cryptee crypted", &["encrypted"]),
    // What a withdrawal does.
    ("arret arrete arretee s arrete stop stoppe", &["stops"]),
    ("survit continue tient continues", &["survives"]),
    // Laws.
    ("acces", &["access"]),
    ("refus interdiction embargo sanction sanctions", &["denial"]),
    ("lieu localisation emplacement", &["location"]),
    ("exploitation exploitant operator", &["operation"]),
    ("fourniture fournisseur supplier", &["supply"]),
    ("detention propriete owner", &["ownership"]),
    ("directe", &["direct"]),
    ("par le controle controle controlled", &["control", "via-control", "controlled"]),
    ("par le groupe groupe", &["group", "via-group"]),
    ("technologie", &["technology"]),
    ("discutable", &["arguable"]),
];

/// The word of the format that is known here and that another word stands for.
pub(crate) fn meant<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let words = table().get(&*fold(word))?;
    known.iter().copied().find(|word| words.contains(word))
}

/// The table by every single word, and by every phrase.
fn table() -> &'static BTreeMap<&'static str, &'static [&'static str]> {
    static TABLE: OnceLock<BTreeMap<&'static str, &'static [&'static str]>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let phrases = MEANT.iter().map(|(written, words)| (*written, *words));
        let single = MEANT
            .iter()
            .flat_map(|(written, words)| written.split(' ').map(move |one| (one, *words)));
        // A word that stands in two lines is that of the first.
        single.collect::<Vec<_>>().into_iter().rev().chain(phrases).collect()
    })
}

/// The list that several words without brackets were meant for: `[FR, EU]` for `FR, EU`.
pub(crate) fn list_of(text: &str, is_one: impl Fn(&str) -> bool) -> Option<String> {
    let body = text.trim().trim_start_matches('(').trim_end_matches(')');
    let signs = body.contains([',', ';', '/']);
    let cut: &[char] = if signs { &[',', ';', '/'] } else { &[' '] };
    let words: Vec<&str> = body.split(cut).map(str::trim).filter(|word| !word.is_empty()).collect();
    let several = words.len() > 1 && words.iter().all(|word| is_one(word));
    several.then(|| format!("[{}]", words.join(", ")))
}

/// What to write instead of a name that is none because of a slip in its line: a list without its
/// brackets, a dash without its space, a bullet of another text.
pub(crate) fn slip_in_name(lang: Lang, text: &str) -> Option<String> {
    let is_id = |word: &str| crate::validate::ids::is_well_formed(word);
    if let Some(list) = list_of(text, is_id).filter(|_| text.contains([',', ';'])) {
        return Some(lang.list_without_brackets(&code(&list)));
    }
    let mut signs = text.chars();
    let first = signs.next()?;
    let rest = signs.as_str().trim_start();
    let bullet = matches!(first, '–' | '—' | '•' | '·' | '*' | '-');
    if bullet && rest.starts_with(char::is_alphanumeric) {
        let rest = rest.split(' ').next().unwrap_or(rest).to_owned();
        let mistake = match first {
            '-' => Mistake::DashNoSpace(rest),
            bullet => Mistake::OddBullet { bullet, rest },
        };
        return Some(slips::told(lang, &mistake));
    }
    let (_, member) = [" - ", " – ", " • "].iter().find_map(|dash| text.split_once(dash))?;
    Some(lang.continued(&format!("- {}", super::shown(member))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everyday_words_lead_to_those_of_the_format() {
        let layers = ["service", "application", "data", "infrastructure", "hosting"];
        assert_eq!(meant("Infra", &layers), Some("infrastructure"));
        assert_eq!(meant("Hébergement", &layers), Some("hosting"));
        assert_eq!(meant("critique", &["vital", "minor"]), Some("vital"));
        assert_eq!(meant("aucun", &["none", "undisclosed"]), Some("none"));
        assert_eq!(meant("Non communiqué", &["none", "undisclosed"]), Some("undisclosed"));
        assert_eq!(meant("critique", &layers), None);
        assert_eq!(meant("non", &["true", "false"]), Some("false"));
    }

    #[test]
    fn every_word_is_written_as_it_is_compared() {
        for (written, _) in MEANT {
            for word in written.split(' ').filter(|word| *word != "n/a") {
                assert_eq!(fold(word), word, "{word}");
            }
        }
    }

    #[test]
    fn several_words_are_a_list() {
        let country = |word: &str| word.len() == 2;
        assert_eq!(list_of("FR, EU", country).as_deref(), Some("[FR, EU]"));
        assert_eq!(list_of("(FR; EU)", country).as_deref(), Some("[FR, EU]"));
        assert_eq!(list_of("FR EU", country).as_deref(), Some("[FR, EU]"));
        assert_eq!(list_of("FR", country), None);
        assert_eq!(list_of("FR and EU", country), None);
    }
}
