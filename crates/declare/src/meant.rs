//! What a word was meant for: words of French, of English and of everyday speech, for those of the format.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use trefonds_lang::fold;

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
    ("changement modification changed", &["change"]),
    ("directe", &["direct"]),
    ("par le controle controle controlled", &["control", "via-control", "controlled"]),
    ("par le groupe groupe", &["group", "via-group"]),
    ("technologie", &["technology"]),
    ("discutable", &["arguable"]),
    // How somebody changes a component; behind the words of laws, with which these share some.
    ("telemaintenance maintenance", &["remote maintenance"]),
    ("updates maj", &["automatic updates"]),
    ("mises a jour automatiques", &["automatic updates"]),
    ("plan de controle", &["control plane"]),
    ("parametrage reglages settings config", &["configuration"]),
];

/// The word of the format that is known here and that another word stands for.
#[must_use]
pub fn meant<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
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
        let ways = ["automatic updates", "remote maintenance", "control plane", "configuration"];
        assert_eq!(meant("Mises à jour automatiques", &ways), Some("automatic updates"));
        assert_eq!(meant("Télémaintenance", &ways), Some("remote maintenance"));
        assert_eq!(meant("plan de contrôle", &ways), Some("control plane"));
        assert_eq!(meant("contrôle", &["control"]), Some("control"));
    }

    #[test]
    fn every_word_is_written_as_it_is_compared() {
        for (written, _) in MEANT {
            for word in written.split(' ').filter(|word| *word != "n/a") {
                assert_eq!(fold(word), word, "{word}");
            }
        }
    }
}
