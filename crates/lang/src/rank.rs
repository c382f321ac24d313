//! Sentences of the ranking.

messages! {
    /// Title.
    fn rank_title() { en: "What matters most", fr: "Ce qui compte le plus" }
    /// Which question it answers.
    fn rank_question() {
        en: "Question: on whom and on what does most hang, and how concentrated is control? (Continuity.) Ranked by the services that each stops alone, the most critical first, certain before possible.",
        fr: "Question : de qui et de quoi dépend le plus, et le contrôle est-il concentré ? (Continuité.) Classé par les services que chacun arrête seul, les plus critiques d'abord, le certain avant le possible."
    }
    /// Foreign only.
    fn rank_foreign_only() { en: "foreign events only; --all shows those at home too", fr: "événements étrangers seulement ; --all montre aussi ceux de confiance" }
    /// How many services there are.
    fn rank_services(what: &str) { en: "services: {what}", fr: "services : {what}" }
    /// Section of components.
    fn rank_component() { en: "Components", fr: "Composants" }
    /// Section of legal entities.
    fn rank_entity() { en: "Legal entities", fr: "Entités juridiques" }
    /// Section of ultimate controllers.
    fn rank_controller() { en: "Ultimate controllers", fr: "Contrôleurs ultimes" }
    /// Section of countries.
    fn rank_jurisdiction() { en: "Countries", fr: "Pays" }
    /// Heading of unknown facts.
    fn rank_unknown() { en: "Counted apart: unknown facts, each taken as a controller of its own", fr: "Comptés à part : faits inconnus, chacun pris comme un contrôleur à part" }
    /// Column: who or what.
    fn rank_column_event() { en: "Who or what", fr: "Qui ou quoi" }
    /// Column: stops for certain.
    fn rank_column_certain() { en: "Stops, certain", fr: "Arrête, certain" }
    /// Column: stops in one hand.
    fn rank_column_one_hand() { en: "Stops, in one hand", fr: "Arrête, une seule main" }
    /// Column: stops possibly.
    fn rank_column_possible() { en: "Stops, possible", fr: "Arrête, possible" }
    /// Column: of those, the services that are only interrupted.
    fn rank_column_interrupted() { en: "Of these, only interrupts", fr: "Dont interrompt seulement" }
    /// Column: pairs.
    fn rank_column_pairs() { en: "In pairs", fr: "Dans des paires" }
    /// Counts by criticality, one part.
    fn rank_part(n: u32, criticality: &str) { en: "{n} {criticality}", fr: "{n} {criticality}" }
    /// A share of pairs.
    fn rank_pairs(n: u64, of: u64, percent: u64) { en: "{n} of {of} ({percent} %)", fr: "{n} sur {of} ({percent} %)" }
    /// A share of pairs, possible ones beside.
    fn rank_pairs_possibly(n: u64, of: u64, percent: u64, more: u64) { en: "{n} of {of} ({percent} %), possibly {more} more", fr: "{n} sur {of} ({percent} %), peut-être {more} de plus" }
    /// What pairs are.
    fn rank_pairs_note() { en: "Pairs: minimal cut sets of two, over all services; how many of those that are certain each is in.", fr: "Paires : coupes minimales de deux, sur tous les services ; de combien de celles qui sont certaines chacun fait partie." }
    /// More rows.
    counted rank_more_rows { en: "+{n} more (--format csv has all)" | "+{n} more (--format csv has all)", fr: "+{n} autre (--format csv les donne tous)" | "+{n} autres (--format csv les donne tous)" }
    /// Pairs were not worked out.
    fn rank_no_pairs() { en: "pairs (minimal cut sets of two) not worked out at this size", fr: "paires (coupes minimales de deux) non calculées à cette taille" }
    /// Events that stop nothing.
    counted rank_others { en: "{n} other stops nothing alone, and stands in no pair worked out" | "{n} others stop nothing alone, and stand in no pair worked out", fr: "{n} autre n'arrête rien seul, et n'est dans aucune paire calculée" | "{n} autres n'arrêtent rien seuls, et ne sont dans aucune paire calculée" }
    /// Section: concentration by controller.
    fn rank_concentration_controller() { en: "Concentration by ultimate controller (Herfindahl-Hirschman index, 0 to 10,000)", fr: "Concentration par contrôleur ultime (indice de Herfindahl-Hirschman, 0 à 10 000)" }
    /// Section: concentration by country.
    fn rank_concentration_jurisdiction() { en: "Concentration by country (Herfindahl-Hirschman index, 0 to 10,000)", fr: "Concentration par pays (indice de Herfindahl-Hirschman, 0 à 10 000)" }
    /// Column: components somebody can stop.
    fn rank_column_held() { en: "Components", fr: "Composants" }
    /// Column: components nobody can stop.
    fn rank_column_unheld() { en: "Nobody's", fr: "À personne" }
    /// Column: the index.
    fn rank_column_index() { en: "Index", fr: "Indice" }
    /// Column: the largest.
    fn rank_column_largest() { en: "Largest shares", fr: "Plus grandes parts" }
    /// Column: not known.
    fn rank_column_unknown() { en: "Not known", fr: "Inconnu" }
    /// All layers.
    fn rank_all_layers() { en: "All layers", fr: "Toutes les couches" }
    /// A range of the index.
    fn rank_range(least: u32, most: u32) { en: "{least} to {most}", fr: "{least} à {most}" }
    /// What the index is.
    fn rank_index_note() { en: "Each component weighs one, split among those who can stop it by its own channels; the index is the sum of the squared shares. Not known: in no hand but its own for the lower figure, in the largest hand for the upper one.", fr: "Chaque composant compte pour un, partagé entre ceux qui peuvent l'arrêter par ses propres canaux ; l'indice est la somme des carrés des parts. Inconnu : en aucune autre main pour le premier chiffre, dans la plus grande pour le second." }
}
