//! Sentences of `trefonds catalogue`.

messages! {
    /// Title: the catalogue.
    fn catalogue_title(edition: &str) { en: "Catalogue, edition {edition}", fr: "Catalogue, édition {edition}" }
    /// Folders that go before it.
    fn catalogue_before(folders: &str) { en: "before it: {folders}", fr: "avant lui : {folders}" }
    /// The day on which facts are looked at.
    fn catalogue_day(day: &str) { en: "facts as of {day}", fr: "faits au {day}" }
    /// How an inventory takes from it.
    fn catalogue_how(edition: &str) { en: "an inventory takes from it with `catalogue: {edition}` beside `home`", fr: "un inventaire y puise avec `catalogue: {edition}` à côté de `home`" }
    /// Heading: what it holds.
    fn catalogue_holds() { en: "What it holds", fr: "Ce qu'il contient" }
    /// Heading: offers by kind.
    fn catalogue_offers_by_kind() { en: "Offers by kind", fr: "Offres par genre" }
    /// Offers whose file names no kind.
    fn catalogue_no_kind() { en: "(no kind)", fr: "(sans genre)" }
    /// What "read to the top" and "whole" mean.
    fn catalogue_terms() {
        en: "Read to the top: every link up to whoever controls was verified. Whole: an operator, suppliers with what their withdrawal does, something it rests on, and a dated source.",
        fr: "Lue jusqu'en haut : chaque lien jusqu'à qui contrôle a été vérifié. Complète : un exploitant, des fournisseurs avec l'effet de leur retrait, quelque chose sur quoi elle repose, et une source datée."
    }
    /// Column: how many.
    fn column_how_many() { en: "Number", fr: "Nombre" }
    /// Column: of which.
    fn column_of_which() { en: "Of which", fr: "Dont" }
    /// Column: kind.
    fn column_kind() { en: "Kind", fr: "Genre" }
    /// Column: what it is.
    fn column_what() { en: "What", fr: "Quoi" }
    /// Column: whole offers.
    fn column_whole() { en: "Whole", fr: "Complètes" }
    /// Column: offers.
    fn column_offers() { en: "Offers", fr: "Offres" }
    /// Column: licence.
    fn column_licence() { en: "Licence", fr: "Licence" }
    /// Column: snapshot.
    fn column_snapshot() { en: "Read as", fr: "État lu" }
    /// Column: what was taken.
    fn column_taken() { en: "Taken", fr: "Repris" }
    /// Column: facts.
    fn column_facts() { en: "Facts", fr: "Faits" }
    /// Column: source.
    fn column_source() { en: "Source", fr: "Source" }
    /// Column: pattern.
    fn column_pattern() { en: "Pattern", fr: "Motif" }
    /// Column: name that was given.
    fn column_given() { en: "Name", fr: "Nom" }
    /// Column: what came of it.
    fn column_leads_to() { en: "Leads to", fr: "Mène à" }
    /// Column: until when a fact was fresh.
    fn column_fresh_until() { en: "Fresh until", fr: "À jour jusqu'au" }
    /// Column: fact.
    fn column_told() { en: "Fact", fr: "Fait" }
    /// Entities.
    fn catalogue_entities() { en: "legal entities", fr: "entités juridiques" }
    /// Regions.
    fn catalogue_regions() { en: "regions and zones", fr: "régions et zones" }
    /// Offers.
    fn catalogue_offers() { en: "offers", fr: "offres" }
    /// Laws.
    fn catalogue_laws() { en: "laws", fr: "lois" }
    /// Patterns.
    fn catalogue_patterns() { en: "patterns that lead a name to an offer", fr: "motifs qui mènent d'un nom à une offre" }
    /// Rules.
    fn catalogue_rules() { en: "rules for what usually lies beneath", fr: "règles pour ce qui se trouve d'ordinaire dessous" }
    /// Sources.
    fn catalogue_sources() { en: "sources", fr: "sources" }
    /// Of entities: read to the top.
    counted catalogue_read { en: "{n} read to the top" | "{n} read to the top", fr: "{n} lue jusqu'en haut" | "{n} lues jusqu'en haut" }
    /// Of regions: verified.
    counted catalogue_verified { en: "{n} verified" | "{n} verified", fr: "{n} vérifiée" | "{n} vérifiées" }
    /// Of offers: whole.
    counted catalogue_whole { en: "{n} whole" | "{n} whole", fr: "{n} complète" | "{n} complètes" }

    /// One of a kind: an offer.
    fn one_offer() { en: "offer", fr: "offre" }
    /// One of a kind: an entity.
    fn one_entity() { en: "entity", fr: "entité" }
    /// One of a kind: a region.
    fn one_region() { en: "region", fr: "région" }
    /// One of a kind: a law.
    fn one_law() { en: "law", fr: "loi" }

    /// Title of a search.
    fn catalogue_search_title(words: &str) { en: "What has the words {words}", fr: "Ce qui contient les mots {words}" }
    /// Heading: the best first.
    fn catalogue_best_first() { en: "The best first", fr: "Le plus proche d'abord" }
    /// Nothing has the words.
    fn catalogue_nothing_has() { en: "nothing has all of these words in its id, its name or a pattern", fr: "rien n'a tous ces mots dans son identifiant, son nom ou un motif" }

    /// Heading: what is said of it.
    fn catalogue_said() { en: "What is said of it", fr: "Ce qui en est dit" }
    /// Heading: who is above.
    fn catalogue_above() { en: "Who owns and controls it, up to the top", fr: "Qui la possède et la contrôle, jusqu'en haut" }
    /// Heading: who is beneath.
    fn catalogue_beneath() { en: "Whom it owns and controls", fr: "Qui elle possède et contrôle" }
    /// Heading: what is within.
    fn catalogue_within() { en: "What is within", fr: "Ce qui s'y trouve" }
    /// Heading: what it rests on.
    fn catalogue_rests_on() { en: "What it rests on, and that in turn", fr: "Ce sur quoi elle repose, et ainsi de suite" }
    /// Heading: what rests on it.
    fn catalogue_rest_on_it() { en: "What rests on it", fr: "Ce qui repose sur elle" }
    /// Heading: what an entity runs.
    fn catalogue_runs() { en: "What it runs, supplies or can change", fr: "Ce qu'elle exploite, fournit ou peut modifier" }
    /// Heading: what stands in a region.
    fn catalogue_stands() { en: "What stands there", fr: "Ce qui s'y tient" }
    /// Heading: the rules of a law.
    fn catalogue_reaches() { en: "How it reaches", fr: "Ce qu'elle atteint" }
    /// Heading: patterns.
    fn catalogue_leads_here() { en: "What leads to it", fr: "Ce qui mène à elle" }
    /// An entity was read to the top.
    fn catalogue_is_read() { en: "every link up to the top was verified", fr: "chaque lien jusqu'en haut a été vérifié" }
    /// An entity was not.
    fn catalogue_not_read() { en: "not every link up to the top was verified", fr: "tous les liens jusqu'en haut n'ont pas été vérifiés" }
    /// An offer is whole.
    fn catalogue_is_whole() { en: "whole: operator, suppliers, what it rests on, a dated source", fr: "complète : exploitant, fournisseurs, ce sur quoi elle repose, une source datée" }
    /// An offer is not.
    fn catalogue_not_whole() { en: "not whole: its operator, the effect of a supplier's withdrawal, what it rests on or a dated source is missing", fr: "incomplète : il manque son exploitant, l'effet du retrait d'un fournisseur, ce sur quoi elle repose ou une source datée" }
    /// The kind of an offer.
    fn catalogue_of_kind(kind: &str) { en: "kind: {kind}", fr: "genre : {kind}" }
    /// The layer of an offer.
    fn catalogue_of_layer(layer: &str) { en: "layer: {layer}", fr: "couche : {layer}" }
    /// The LEI of an entity.
    fn catalogue_lei(lei: &str) { en: "LEI {lei}", fr: "LEI {lei}" }
    /// Whose law, and what it compels.
    fn catalogue_law_of(jurisdiction: &str, effect: &str) { en: "{jurisdiction}: {effect}", fr: "{jurisdiction} : {effect}" }
    /// How to use an offer.
    fn catalogue_use_offer(id: &str) { en: "in an inventory: `is: {id}`", fr: "dans un inventaire : `is: {id}`" }
    /// How to use a region.
    fn catalogue_use_region(id: &str) { en: "in an inventory: `site: {id}`", fr: "dans un inventaire : `site: {id}`" }

    /// Fact: place.
    fn fact_place() { en: "stands in", fr: "se trouve en" }
    /// Fact: what it rests on.
    fn fact_rests_on() { en: "rests on", fr: "repose sur" }
    /// Fact: who holds votes.
    fn fact_owner() { en: "owned by", fr: "possédée par" }
    /// Fact: who controls.
    fn fact_controller() { en: "controlled by", fr: "contrôlée par" }
    /// Fact: within.
    fn fact_within() { en: "within", fr: "dans" }
    /// Fact: how it reaches.
    fn fact_reaches() { en: "reaches", fr: "atteint" }
    /// Fact: whom it means.
    fn fact_targets() { en: "means", fr: "vise" }
    /// Fact: whom it spares.
    fn fact_spares() { en: "spares", fr: "épargne" }
    /// Value: dispersed.
    fn value_is_dispersed() { en: "dispersed: nobody who could control", fr: "dispersé : personne qui puisse contrôler" }
    /// Value: none.
    fn value_is_none() { en: "nobody, nothing", fr: "personne, rien" }
    /// Value: undisclosed.
    fn value_is_undisclosed() { en: "undisclosed", fr: "non divulgué" }
    /// Value: the organisation of the inventory.
    fn value_is_organisation() { en: "the organisation of the inventory", fr: "l'organisation de l'inventaire" }
    /// Share of the votes.
    fn votes_of(share: &str) { en: "{share} of the votes", fr: "{share} des voix" }
    /// A soft requirement.
    fn fact_soft() { en: "degrades without it", fr: "dégradée sans" }
    /// One of a group.
    fn fact_in_a_group() { en: "one of several", fr: "une parmi plusieurs" }
    /// Told above.
    fn fact_again() { en: "see above", fr: "voir plus haut" }
    /// Holds from.
    fn fact_from(day: &str) { en: "from {day}", fr: "du {day}" }
    /// Holds until.
    fn fact_until(day: &str) { en: "until {day}", fr: "jusqu'au {day}" }
    /// A candidate.
    fn fact_candidate() { en: "candidate: nobody verified it", fr: "candidat : personne ne l'a vérifié" }
    /// Link: direct.
    fn link_direct() { en: "incorporated or located there", fr: "immatriculée ou située là" }
    /// Link: via control.
    fn link_via_control() { en: "an entity above is", fr: "une entité au-dessus l'est" }
    /// Link: via group.
    fn link_via_group() { en: "an entity of its group is", fr: "une entité de son groupe l'est" }
    /// Link: technology.
    fn link_technology() { en: "technology from there", fr: "technologie venue de là" }

    /// Title of names that are identified.
    fn identify_title() { en: "What names lead to", fr: "Ce à quoi mènent des noms" }
    /// Kind of name that was asked for.
    fn identify_kind(kind: &str) { en: "names of kind {kind}", fr: "noms de genre {kind}" }
    /// One offer.
    fn identity_offer() { en: "recognised", fr: "reconnu" }
    /// Several.
    fn identity_tie() { en: "a tie: nothing tells which of these", fr: "égalité : rien ne dit laquelle" }
    /// A region.
    fn identity_region() { en: "a region", fr: "une région" }
    /// A region without its provider.
    fn identity_no_provider() { en: "not recognised: a region without its provider; these could be meant", fr: "non reconnu : une région sans son fournisseur ; celles-ci pourraient être visées" }
    /// Nothing.
    fn identity_nothing() { en: "not recognised", fr: "non reconnu" }
    /// A pattern that wins.
    fn hit_wins() { en: "wins", fr: "l'emporte" }
    /// A pattern that others have too.
    fn hit_shared() { en: "shared", fr: "partagé" }
    /// A candidate, short.
    fn candidate_short() { en: "candidate", fr: "candidat" }
    /// Column: whether it wins, whether it was verified.
    fn column_standing() { en: "Standing", fr: "Valeur" }

    /// Title of sources.
    fn sources_title() { en: "Sources of the catalogue", fr: "Sources du catalogue" }
    /// Heading: sets of data.
    fn sources_licensed() { en: "Sets of data, with their licences", fr: "Jeux de données, avec leurs licences" }
    /// Heading: other sources.
    fn sources_read() { en: "Pages and documents that were read", fr: "Pages et documents lus" }

    /// Title of what is old.
    fn stale_title(day: &str) { en: "What was verified too long ago, on {day}", fr: "Ce qui a été vérifié il y a trop longtemps, au {day}" }
    /// After which time facts are old.
    fn stale_after() { en: "links of ownership and control after 12 months, regions after 6, what comes from lists of certificate roots after 3", fr: "liens de propriété et de contrôle après 12 mois, régions après 6, ce qui vient de listes de racines de certificats après 3" }
    /// How many facts were looked at.
    fn stale_counts(stale: usize, of: u32) { en: "{stale} of {of} verified facts are old", fr: "{stale} faits sur {of} vérifiés sont anciens" }
    /// Kind: root.
    fn stale_root() { en: "certificate roots", fr: "racines de certificats" }
    /// Kind: region.
    fn stale_region() { en: "regions", fr: "régions" }
    /// Kind: control.
    fn stale_control() { en: "ownership and control", fr: "propriété et contrôle" }
    /// Verified on no stated day.
    fn stale_no_day() { en: "no stated day", fr: "sans jour" }

    /// What is old on which day was not said.
    fn stale_needs_day() { en: "what is old depends on the day, and the program never asks the clock: add --as-of YYYY-MM-DD", fr: "ce qui est ancien dépend du jour, et le programme ne consulte jamais l'horloge : ajoutez --as-of AAAA-MM-JJ" }
    /// An id that the catalogue does not have.
    fn catalogue_has_no(id: &str) { en: "{id}: the catalogue has no offer, entity, region or law of this id; `trefonds catalogue search WORD` finds one", fr: "{id} : le catalogue n'a pas d'offre, d'entité, de région ou de loi de cet identifiant ; `trefonds catalogue search MOT` en trouve" }
    /// An id that the catalogue does not have, with the nearest.
    fn catalogue_has_no_but(id: &str, near: &str) { en: "{id}: the catalogue has nothing of this id; did you mean {near}?", fr: "{id} : le catalogue n'a rien de cet identifiant ; vouliez-vous dire {near} ?" }
    /// A name that several entries have.
    fn catalogue_several(name: &str, ids: &str) { en: "{name}: several are called so; name one of {ids}", fr: "{name} : plusieurs portent ce nom ; nommez l'un de {ids}" }
    /// A file of patterns, rules or licences that makes no sense.
    fn catalogue_fault(fault: &str) { en: "a file of the catalogue makes no sense: {fault}", fr: "un fichier du catalogue n'a pas de sens : {fault}" }
    /// A folder that holds something.
    fn catalogue_not_empty(folder: &str) { en: "{folder} is there already and not empty: name a new folder", fr: "{folder} existe déjà et n'est pas vide : nommez un nouveau dossier" }
    /// The data was written.
    fn catalogue_exported(files: usize, folder: &str) { en: "{files} files are in {folder}; `--catalogue {folder}` uses them", fr: "{files} fichiers sont dans {folder} ; `--catalogue {folder}` les utilise" }
}
