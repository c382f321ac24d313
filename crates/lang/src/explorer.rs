//! Words of the report's map: short ones, beside the things that they name. `{n}` is filled in by
//! the page.

messages! {
    /// Search.
    fn explorer_search() { en: "Search components, companies, tags", fr: "Chercher composants, sociétés, étiquettes" }
    /// Filters.
    fn explorer_filters() { en: "Filters", fr: "Filtres" }
    /// Filter: all.
    fn explorer_all() { en: "all", fr: "tous" }
    /// Filter: layer.
    fn explorer_layer() { en: "Layer", fr: "Couche" }
    /// Filter: jurisdiction.
    fn explorer_jurisdiction() { en: "Jurisdiction", fr: "Juridiction" }
    /// Filter: controller.
    fn explorer_controller() { en: "Controller", fr: "Contrôleur" }
    /// Filter: criticality.
    fn explorer_criticality() { en: "Criticality", fr: "Criticité" }
    /// Filter: owner.
    fn explorer_owner() { en: "Owner", fr: "Responsable" }
    /// Filter: tag.
    fn explorer_tag() { en: "Tag", fr: "Étiquette" }
    /// Clears filters.
    fn explorer_clear() { en: "Clear", fr: "Effacer" }
    /// How many components match.
    fn explorer_matching(n: &str, total: &str) { en: "{n} of {total} components", fr: "{n} composants sur {total}" }
    /// More in the list.
    fn explorer_more(n: &str) { en: "{n} more: search or filter", fr: "{n} de plus : cherchez ou filtrez" }
    /// Withdrawals.
    fn explorer_withdraw() { en: "Withdraw", fr: "Retirer" }
    /// What to choose for a withdrawal.
    fn explorer_withdraw_who() { en: "A country, company or component", fr: "Un pays, une société ou un composant" }
    /// Adds a withdrawal.
    fn explorer_add() { en: "Withdraw", fr: "Retirer" }
    /// Takes a withdrawal back.
    fn explorer_remove(who: &str) { en: "Take back the withdrawal of {who}", fr: "Annuler le retrait : {who}" }
    /// Nothing of this name.
    fn explorer_no_such() { en: "No country, company or component of that name", fr: "Aucun pays, société ou composant de ce nom" }
    /// Which question: who withdraws.
    fn explorer_ask_withdraws() { en: "Who withdraws?", fr: "Qui se retire ?" }
    /// Which question: who breaks.
    fn explorer_ask_breaks() { en: "Who breaks?", fr: "Qui défaille ?" }
    /// What to choose for a fault.
    fn explorer_break_who() { en: "A company or component", fr: "Une société ou un composant" }
    /// Without faults.
    fn explorer_nothing_breaks() { en: "Nobody fails. Choose whose fault, or whose change, it is, and see what falls and when.", fr: "Personne ne défaille. Choisissez de qui vient la défaillance, ou la modification, et voyez ce qui tombe et quand." }
    /// Without withdrawals.
    fn explorer_nothing_withdrawn() { en: "Nothing is withdrawn. Choose who withdraws, and see what falls and when.", fr: "Rien n'est retiré. Choisissez qui se retire, et voyez ce qui tombe et quand." }
    /// The horizon.
    fn explorer_horizon() { en: "Horizon", fr: "Horizon" }
    /// What is down whatever is withdrawn.
    fn explorer_down(n: &str) { en: "Down already, or soon, from what has ended: {n}", fr: "Déjà à l'arrêt, ou bientôt, par ce qui a pris fin : {n}" }
    /// What a withdrawal would do if what has ended were back.
    fn explorer_if_back(when: &str) { en: "{when}, if what has ended were back", fr: "{when}, si ce qui a pris fin était rétabli" }
    /// Members of a group that have ended.
    fn explorer_group_ended(n: &str) { en: "ended, and still needed: {n}", fr: "pris fin, toujours nécessaire : {n}" }
    /// A requirement that is not confirmed.
    fn explorer_candidate() { en: "not confirmed", fr: "non confirmé" }
    /// What the page does not look for.
    fn explorer_one_hand() { en: "Several unknown hands can be withdrawn together, as if they were one; votes that only they would hold together are not added up, and the smallest sets that stop a service are not looked for here: “trefonds why” does both.", fr: "Plusieurs mains inconnues peuvent être retirées ensemble, comme si elles n'en faisaient qu'une ; les votes qu'elles ne détiendraient qu'ensemble ne sont pas additionnés, et les plus petits ensembles qui arrêtent un service ne sont pas cherchés ici : « trefonds why » fait les deux." }
    /// By a time.
    fn explorer_by(when: &str) { en: "by {when}", fr: "avant {when}" }
    /// At any time.
    fn explorer_any_time() { en: "at any time", fr: "à tout moment" }
    /// Stops.
    fn explorer_stopped(n: &str) { en: "Services stopped: {n}", fr: "Services arrêtés : {n}" }
    /// Possibly.
    fn explorer_maybe_stopped(n: &str) { en: "Possibly stopped: {n}", fr: "Peut-être arrêtés : {n}" }
    /// Degraded.
    fn explorer_degraded(n: &str) { en: "Degraded: {n}", fr: "Dégradés : {n}" }
    /// Holds.
    fn explorer_holds(n: &str, coverage: &str) { en: "Not stopped: {n}, coverage {coverage} %", fr: "Non arrêtés : {n}, couverture {coverage} %" }
    /// Possibly a time.
    fn explorer_possibly(when: &str) { en: "possibly {when}", fr: "peut-être {when}" }
    /// Components that have failed.
    fn explorer_components_failed(n: &str) { en: "Components failed: {n}", fr: "Composants tombés : {n}" }
    /// Groups.
    fn explorer_group() { en: "Draw together by", fr: "Regrouper par" }
    /// Groups: not.
    fn explorer_group_none() { en: "nothing", fr: "rien" }
    /// Groups: operator.
    fn explorer_group_operator() { en: "operator", fr: "exploitant" }
    /// Groups: site.
    fn explorer_group_site() { en: "site", fr: "site" }
    /// Groups: jurisdiction.
    fn explorer_group_jurisdiction() { en: "jurisdiction", fr: "juridiction" }
    /// Groups: layer.
    fn explorer_group_layer() { en: "layer", fr: "couche" }
    /// Groups: close one.
    fn explorer_close() { en: "Close its group", fr: "Refermer son groupe" }
    /// Fit.
    fn explorer_fit() { en: "Fit", fr: "Tout voir" }
    /// Zoom in.
    fn explorer_zoom_in() { en: "Zoom in", fr: "Agrandir" }
    /// Zoom out.
    fn explorer_zoom_out() { en: "Zoom out", fr: "Réduire" }
    /// Save as SVG.
    fn explorer_save_svg() { en: "Save as SVG", fr: "Enregistrer en SVG" }
    /// Save as PNG.
    fn explorer_save_png() { en: "Save as PNG", fr: "Enregistrer en PNG" }
    /// The map, for those who hear the page.
    fn explorer_canvas() { en: "Map of the dependencies. Arrow keys move, plus and minus zoom, 0 fits; the list beside it names every component.", fr: "Carte des dépendances. Les flèches déplacent, plus et moins zooment, 0 montre tout ; la liste à côté nomme chaque composant." }
    /// The panel of one component.
    fn explorer_details() { en: "Details", fr: "Détails" }
    /// No component chosen.
    fn explorer_choose() { en: "Choose a component on the map or in the list.", fr: "Choisissez un composant sur la carte ou dans la liste." }
    /// Closes the panel.
    fn explorer_close_details() { en: "Close the details", fr: "Fermer les détails" }
    /// What it needs.
    fn explorer_needs() { en: "Needs directly", fr: "Besoins directs" }
    /// Who needs it.
    fn explorer_needed_by() { en: "Needed directly by", fr: "Besoin direct de" }
    /// All it rests on.
    fn explorer_rests_on(n: &str) { en: "In all, components that it rests on: {n}", fr: "En tout, composants sur lesquels il repose : {n}" }
    /// All that rests on it.
    fn explorer_rest_on_it(n: &str) { en: "components that rest on it: {n}", fr: "composants qui reposent sur lui : {n}" }
    /// Services above it.
    fn explorer_services_above() { en: "Services above it", fr: "Services au-dessus" }
    /// Channels.
    fn explorer_channels() { en: "Channels", fr: "Canaux" }
    /// Stops it at some time.
    fn explorer_stops_it(when: &str) { en: "its withdrawal stops it: {when}", fr: "son retrait l'arrête : {when}" }
    /// Cannot stop it.
    fn explorer_cannot_stop() { en: "its withdrawal does not stop it", fr: "son retrait ne l'arrête pas" }
    /// Controlled by.
    fn explorer_controlled_by(who: &str) { en: "controlled by {who}", fr: "contrôlé par {who}" }
    /// Source.
    fn explorer_source(source: &str) { en: "source: {source}", fr: "source : {source}" }
    /// Unverified.
    fn explorer_unverified() { en: "unverified", fr: "non vérifié" }
    /// Verified on.
    fn explorer_verified(day: &str) { en: "verified {day}", fr: "vérifié le {day}" }
    /// Declared at.
    fn explorer_declared() { en: "Declared at", fr: "Déclaré à" }
    /// Coverage.
    fn explorer_coverage(n: &str) { en: "coverage {n} %", fr: "couverture {n} %" }
    /// Data held.
    fn explorer_data() { en: "Data", fr: "Données" }
    /// Blind spots.
    fn explorer_blind_spots() { en: "Blind spots", fr: "Angles morts" }
    /// Failed under the withdrawals.
    fn explorer_fails(when: &str) { en: "Fails: {when}", fr: "Tombe : {when}" }
    /// When it is down, and back.
    fn explorer_interrupted(when: &str) { en: "Down: {when}", fr: "À l'arrêt : {when}" }
    /// A member of a group that is not up all the time.
    fn explorer_takes_over(when: &str) { en: "takes over in {when}", fr: "prend le relais en {when}" }
    /// A member of a group that never takes over.
    fn explorer_never_takes_over() { en: "never takes over: it needs what it is to replace", fr: "ne prend jamais le relais : il a besoin de ce qu'il doit remplacer" }
    /// How long a restart takes.
    fn explorer_restarts(when: &str) { en: "Up again {when} after the cause is over", fr: "Remis en route {when} après la fin de la cause" }
    /// What a repair needs.
    fn explorer_recovers_with() { en: "Its repair needs", fr: "Sa réparation exige" }
    /// How many places are needed.
    fn explorer_places_needed(n: &str, total: &str) { en: "Needs {n} of its {total} places", fr: "A besoin de {n} de ses {total} lieux" }
    /// Findings of a service.
    fn explorer_findings() { en: "Its findings and proofs", fr: "Ses constats et preuves" }
    /// Needs at least.
    fn explorer_at_least(k: &str, n: &str) { en: "at least {k} of {n}", fr: "au moins {k} sur {n}" }
    /// All of.
    fn explorer_all_of(n: &str) { en: "all {n}", fr: "les {n}" }
    /// Degraded without.
    fn explorer_soft() { en: "degraded without", fr: "dégradé sans" }
    /// Tolerates.
    fn explorer_bears(when: &str) { en: "bears the loss for {when}", fr: "supporte la perte pendant {when}" }
    /// A member count.
    fn explorer_members(n: &str) { en: "{n} components", fr: "{n} composants" }
    /// No name for a group.
    fn explorer_not_said() { en: "not said", fr: "non dit" }
    /// A kind of event: country.
    fn explorer_kind_jurisdiction() { en: "country", fr: "pays" }
    /// A kind of event: controller.
    fn explorer_kind_controller() { en: "with all that it controls", fr: "avec tout ce qu'elle contrôle" }
    /// A kind of event: entity.
    fn explorer_kind_entity() { en: "alone", fr: "seule" }
    /// A kind of event: component.
    fn explorer_kind_component() { en: "component", fr: "composant" }
    /// A kind of event: unknown.
    fn explorer_kind_unknown() { en: "unknown", fr: "inconnu" }
    /// The whole screen for the map.
    fn explorer_note() { en: "What falls is worked out here, by the equations that the program wrote into this file; “trefonds spof” gives the same.", fr: "Ce qui tombe est calculé ici, par les équations que le programme a écrites dans ce fichier ; « trefonds spof » donne la même chose." }
    /// A channel: location.
    fn explorer_channel_location() { en: "stands in", fr: "se trouve à" }
    /// A channel: operation.
    fn explorer_channel_operation() { en: "run by", fr: "exploité par" }
    /// A channel: supply.
    fn explorer_channel_supply() { en: "supplied by", fr: "fourni par" }
    /// A channel through a site.
    fn explorer_through(site: &str) { en: "site {site}", fr: "site {site}" }
}
