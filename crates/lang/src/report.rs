//! Sentences of the report, those of its written part first, then those of its map.

messages! {
    /// Tile: down from what has ended.
    fn report_tile_ended() { en: "services down, or soon, from what has ended", fr: "services à l'arrêt, ou bientôt, par ce qui a pris fin" }
    /// Nobody named at a level, and something left to settle.
    fn report_nobody_named(coverage: u32) { en: "Nobody known stops a service alone at this level, with a coverage of {coverage} %; what follows, or has ended, is still to be settled.", fr: "Personne de connu n'arrête seul un service à ce niveau, avec une couverture de {coverage} % ; ce qui suit, ou a pris fin, reste à établir." }
    /// Nobody stops it besides what has ended.
    fn report_none_known() { en: "none known", fr: "aucun connu" }
    /// A certainty: possible in one hand only.
    fn report_one_hand_word() { en: "possible in one hand", fr: "possible dans une seule main" }
    /// Chip: possible in one hand.
    counted report_in_one_hand { en: "{n} possible in one hand" | "{n} possible in one hand", fr: "{n} possible dans une seule main" | "{n} possibles dans une seule main" }
    /// Tile: services that only a coincidence would stop.
    fn report_tile_one_hand(n: &str) { en: "{n} in one hand only", fr: "{n} dans une seule main seulement" }
    /// To settle a coincidence.
    fn report_settle(facts: &str) { en: "To settle: {facts}", fr: "À établir : {facts}" }
    /// Skips to the findings.
    fn report_skip() { en: "Skip to the findings", fr: "Aller aux constats" }
    /// Name of the navigation.
    fn report_contents() { en: "Contents", fr: "Sommaire" }
    /// Name of the language switch: the language that it leads to.
    fn report_other_language() { en: "Français", fr: "English" }
    /// The switch to dark.
    fn report_theme() { en: "Dark or light", fr: "Sombre ou clair" }
    /// Section: what matters.
    fn report_findings() { en: "Findings", fr: "Constats" }
    /// Title of a page of diagnostics.
    fn report_problems() { en: "The inventory has errors", fr: "L'inventaire contient des erreurs" }
    /// What to do about them.
    fn report_problems_hint() { en: "Nothing is shown of it until they are put right. This page follows the files.", fr: "Rien n'en est montré avant qu'elles soient corrigées. Cette page suit les fichiers." }
    /// Where the page is served.
    fn serve_at(address: &str) { en: "Serving on {address} (Ctrl-C ends it)", fr: "Servi sur {address} (Ctrl-C pour arrêter)" }
    /// The page was made anew.
    fn serve_again(state: u64) { en: "The files changed: page {state}", fr: "Les fichiers ont changé : page {state}" }
    /// An address that others can reach.
    fn serve_only_loopback(address: &str) { en: "{address} can be reached from other machines; say --allow-network if that is what you want, or listen on 127.0.0.1", fr: "{address} est joignable depuis d'autres machines ; dites --allow-network si c'est voulu, ou écoutez sur 127.0.0.1" }
    /// An address that cannot be had.
    fn serve_cannot_listen(address: &str, why: &str) { en: "cannot listen on {address}: {why}", fr: "impossible d'écouter sur {address} : {why}" }
    /// A file whose ending tells no format.
    fn export_unknown_ending(file: &str) { en: "{file}: the ending names no format; end it in .pdf, .png, .svg, .xlsx or .md, or say --to", fr: "{file} : la terminaison ne nomme aucun format ; terminez par .pdf, .png, .svg, .xlsx ou .md, ou dites --to" }
    /// A file that could not be made.
    fn export_failed(why: &str) { en: "cannot make the file: {why}; nothing was written", fr: "impossible de produire le fichier : {why} ; rien n'a été écrit" }
    /// Between two checks.
    fn watch_waiting() { en: "Watching the files (Ctrl-C ends it)", fr: "Surveillance des fichiers (Ctrl-C pour arrêter)" }
    /// Files that cannot be watched.
    fn watch_cannot(path: &str, why: &str) { en: "cannot watch {path}: {why}", fr: "impossible de surveiller {path} : {why}" }
    /// Maps that are not in the file.
    counted report_maps_left_out { en: "{n} service has no map of its own here: “trefonds map --focus” draws it." | "{n} services have no map of their own here: “trefonds map --focus” draws them.", fr: "{n} service n'a pas ici de carte à lui : « trefonds map --focus » la dessine." | "{n} services n'ont pas ici de carte à eux : « trefonds map --focus » les dessine." }
    /// Chapter of proofs.
    fn report_proofs() { en: "Proofs: why a country can stop a service", fr: "Preuves : pourquoi un pays peut arrêter un service" }
    /// Section: changes.
    fn report_changes() { en: "What changed", fr: "Ce qui a changé" }
    /// How many consequences.
    fn report_changes_counted(gained: &str, lost: &str, changed: &str) { en: "consequences: {gained} came, {lost} went, {changed} are different", fr: "conséquences : {gained} sont apparues, {lost} ont disparu, {changed} sont différentes" }
    /// Section: services.
    fn report_services() { en: "Services: who can stop them, who can reach their data", fr: "Services : qui peut les arrêter, qui peut atteindre leurs données" }
    /// Section: services, short.
    fn report_nav_services() { en: "Services", fr: "Services" }
    /// Section: controllers.
    fn report_controllers() { en: "Who, by withdrawing alone, stops what", fr: "Qui, en se retirant seul, arrête quoi" }
    /// Section: who can break it.
    fn report_breaks() { en: "Who can break it", fr: "Qui peut le casser" }
    /// Section: who can break it, short.
    fn report_nav_breaks() { en: "Breaking", fr: "Casser" }
    /// How much is known of who can break it.
    fn report_breaks_coverage(percent: u32, declared: u64, called_for: u64) { en: "Coverage of this question alone: {percent} % ({declared} of {called_for} facts known).", fr: "Couverture de cette seule question : {percent} % ({declared} faits connus sur {called_for})." }
    /// Too little is known of who can break it; how many are certain all the same.
    fn report_breaks_not_known(controllers: usize, entities: usize) { en: "Not known: less than half of what tells is declared, so that a list would look as if it were whole. Certain all the same at the level of ultimate controllers: {controllers}; of legal entities: {entities} (`spof --fault` lists them).", fr: "Inconnu : moins de la moitié de ce qui le dirait est déclaré, et une liste aurait l'air complète. Certains malgré tout, contrôleurs ultimes : {controllers} ; entités juridiques : {entities} (`spof --fault` les liste)." }
    /// Nobody who is known breaks anything alone.
    fn report_no_fault_named() { en: "Nobody known breaks a service alone at this level; what follows is still to be settled.", fr: "Personne de connu ne casse seul un service à ce niveau ; ce qui suit reste à établir." }
    /// Section: controllers, short.
    fn report_nav_controllers() { en: "Who", fr: "Qui" }
    /// Section: exposure, short.
    fn report_nav_exposure() { en: "Data", fr: "Données" }
    /// Section: map.
    fn report_map() { en: "The map, and what a withdrawal would do", fr: "La carte, et ce que ferait un retrait" }
    /// Section: map, short.
    fn report_nav_map() { en: "Map", fr: "Carte" }
    /// Section: questions, short.
    fn report_nav_questions() { en: "Questions", fr: "Questions" }
    /// Section: method.
    fn report_method() { en: "Method, sources, assumptions", fr: "Méthode, sources, hypothèses" }
    /// Section: method, short.
    fn report_nav_method() { en: "Method", fr: "Méthode" }
    /// Section: complete lists.
    fn report_lists() { en: "Complete lists", fr: "Listes complètes" }
    /// Section: complete lists, short.
    fn report_nav_lists() { en: "Lists", fr: "Listes" }
    /// Label of a number: services stopped for certain.
    fn report_tile_stoppable() { en: "services that a foreign country can stop, for certain", fr: "services qu'un pays étranger peut arrêter, certain" }
    /// Label of a number: services stopped possibly.
    fn report_tile_maybe() { en: "more, if unknown facts turn out badly", fr: "de plus, si des faits inconnus tournent mal" }
    /// Label of a number: the earliest stop.
    fn report_tile_soonest() { en: "soonest stop", fr: "arrêt le plus proche" }
    /// Who stops what first.
    fn report_soonest_of(service: &str, who: &str) { en: "{service}, by {who}", fr: "{service}, par {who}" }
    /// Label of a number: services exposed for certain.
    fn report_tile_exposed() { en: "services whose data a foreign law reaches, for certain", fr: "services dont une loi étrangère atteint les données, certain" }
    /// Label of a number: services exposed possibly.
    fn report_tile_exposed_maybe(n: &str) { en: "{n} more possibly", fr: "{n} de plus peut-être" }
    /// Label of a number: coverage.
    fn report_tile_coverage() { en: "coverage", fr: "couverture" }
    /// Facts known out of those called for.
    fn report_facts_known(declared: &str, called_for: &str) { en: "{declared} of {called_for} facts known", fr: "{declared} faits connus sur {called_for}" }
    /// So many of so many.
    fn report_of(n: &str, total: &str) { en: "{n} of {total}", fr: "{n} sur {total}" }
    /// How many blind spots.
    counted report_blind_spots { en: "{n} blind spot" | "{n} blind spots", fr: "{n} angle mort" | "{n} angles morts" }
    /// Column: who can stop it.
    fn report_column_stop() { en: "Can be stopped by", fr: "Peut être arrêté par" }
    /// Column: who can reach its data.
    fn report_column_data() { en: "Data reached by", fr: "Données atteintes par" }
    /// How many unknown controllers.
    counted report_unknown_controllers { en: "{n} unknown controller" | "{n} unknown controllers", fr: "{n} contrôleur inconnu" | "{n} contrôleurs inconnus" }
    /// No data exposed.
    fn report_no_exposure() { en: "no foreign exposure", fr: "aucune exposition étrangère" }
    /// Heading in a service: continuity.
    fn report_can_stop() { en: "Can they stop it?", fr: "Peuvent-ils l'arrêter ?" }
    /// Heading in a service: exposure.
    fn report_can_reach() { en: "Can they reach its data?", fr: "Peuvent-ils atteindre ses données ?" }
    /// Shows the proof.
    fn report_proof() { en: "Proof", fr: "Preuve" }
    /// Shows the service on the map.
    fn report_show_on_map() { en: "Show on the map", fr: "Montrer sur la carte" }
    /// Names of levels: countries.
    fn report_level_jurisdictions() { en: "Countries", fr: "Pays" }
    /// Names of levels: ultimate controllers.
    fn report_level_controllers() { en: "Ultimate controllers", fr: "Contrôleurs ultimes" }
    /// Names of levels: legal entities.
    fn report_level_entities() { en: "Legal entities", fr: "Entités juridiques" }
    /// What stands under the heading of controllers.
    fn report_controllers_intro(coverage: u32) { en: "Foreign controllers, the most pressing first. Certain: from what is declared. Possible: once the unknowns are taken against us. Coverage over all services: {coverage} %.", fr: "Contrôleurs étrangers, les plus pressants d'abord. Certain : d'après ce qui est déclaré. Possible : si les inconnues jouent contre nous. Couverture sur tous les services : {coverage} %." }
    /// Stops so many services for certain, so many possibly.
    fn report_stops(certain: &str, possible: &str) { en: "services: {certain} for certain, {possible} possibly", fr: "services : {certain} certains, {possible} possibles" }
    /// The earliest.
    fn report_from(when: &str) { en: "soonest: {when}", fr: "au plus tôt : {when}" }
    /// Nobody at this level.
    fn report_nobody(coverage: u32) { en: "No foreign single point at this level, with a coverage of {coverage} %.", fr: "Aucun point unique étranger à ce niveau, avec une couverture de {coverage} %." }
    /// Unknown controllers of a level.
    fn report_unknown_heading() { en: "Unknown controllers", fr: "Contrôleurs inconnus" }
    /// A matrix of exposure.
    fn report_matrix() { en: "Which country reaches the data of which service", fr: "Quel pays atteint les données de quel service" }
    /// What the signs of the matrix mean.
    fn report_matrix_legend() { en: "Full: certain. Dashed, with “?”: possible. The word is the firmest grade. Empty: nothing declared or unknown leads there.", fr: "Plein : certain. Tireté, avec « ? » : possible. Le mot est le degré le plus ferme. Vide : rien de déclaré ni d'inconnu n'y mène." }
    /// How many rows more.
    fn report_more(n: &str) { en: "{n} more", fr: "{n} de plus" }
    /// What a page does not hold.
    fn report_left_out(n: &str) { en: "{n} more are left out of this page; the other commands list them.", fr: "{n} de plus sont laissés hors de cette page ; les autres commandes les listent." }
    /// Method: first paragraph.
    fn report_method_facts() { en: "This report says what follows from the facts that the inventory declares, under its declared rules. Nothing was looked up elsewhere, and no verdict of law is given: that is for people. Every finding leads to a file and a line of the inventory, and to the source that stands there.", fr: "Ce rapport dit ce qui découle des faits déclarés par l'inventaire, selon ses règles déclarées. Rien n'a été cherché ailleurs, et aucun verdict juridique n'est rendu : il revient aux personnes. Chaque constat mène à un fichier et une ligne de l'inventaire, et à la source qui s'y trouve." }
    /// Method: two questions.
    fn report_method_questions() { en: "Three questions, never mixed. Can they stop it? A party withdraws all that it controls; redundancy helps. Can they break it? Somebody fails, or a change of theirs goes wrong: redundancy helps, and who merely supplies breaks nothing. Can they reach the data? A law compels whoever holds them; redundancy does not help, each copy is one more exposure.", fr: "Trois questions, jamais mêlées. Peuvent-ils l'arrêter ? Une partie retire tout ce qu'elle contrôle ; la redondance aide. Peuvent-ils le casser ? Quelqu'un défaille, ou une de ses modifications tourne mal : la redondance aide, et qui ne fait que fournir ne casse rien. Peuvent-ils atteindre les données ? Une loi contraint qui les détient ; la redondance n'aide pas, chaque copie est une exposition de plus." }
    /// Method: two readings.
    fn report_method_readings() { en: "Two readings, by the same rules. Settled: only what is declared counts; its findings are certain. Careful: every unknown is taken against us; what only it finds is possible, and names the unknown facts that it hangs on.", fr: "Deux lectures, par les mêmes règles. Établie : seul ce qui est déclaré compte ; ses constats sont certains. Prudente : chaque inconnue joue contre nous ; ce qu'elle seule trouve est possible, et nomme les faits inconnus dont il dépend." }
    /// Method: coverage.
    fn report_method_coverage() { en: "Coverage is how many of the facts called for are declared. “No foreign single point” beside a low coverage is no good news.", fr: "La couverture dit combien des faits attendus sont déclarés. « Aucun point unique étranger » à côté d'une faible couverture n'est pas une bonne nouvelle." }
    /// Method: time.
    fn report_method_times() { en: "Times count from the withdrawal. Who runs or houses a component stops it at once; who supplies it, as the inventory says. A month is 30 days, a year 365.", fr: "Les durées comptent depuis le retrait. Qui exploite ou héberge un composant l'arrête aussitôt ; qui le fournit, comme l'inventaire le dit. Un mois compte 30 jours, une année 365." }
    /// Assumptions heading.
    fn report_assumptions() { en: "Assumptions", fr: "Hypothèses" }
    /// Assumption: day.
    fn report_assume_day(day: &str) { en: "Facts as they hold on {day}; results are never those of today's clock.", fr: "Les faits tels qu'ils valent au {day} ; jamais selon l'horloge du jour." }
    /// Assumption: no day.
    fn report_assume_no_day() { en: "The inventory says no date: all facts are taken as holding.", fr: "L'inventaire ne dit aucune date : tous les faits sont pris comme valables." }
    /// Assumption: home.
    fn report_assume_home(home: &str) { en: "Trusted jurisdictions: {home}. All others are foreign.", fr: "Juridictions de confiance : {home}. Toutes les autres sont étrangères." }
    /// Assumption: unverified facts.
    counted report_assume_unverified { en: "{n} fact is declared and marked as not verified; it counts as declared." | "{n} facts are declared and marked as not verified; they count as declared.", fr: "{n} fait est déclaré et marqué non vérifié ; il compte comme déclaré." | "{n} faits sont déclarés et marqués non vérifiés ; ils comptent comme déclarés." }
    /// Assumption: components outside every service.
    counted report_assume_unreached { en: "{n} component carries no service and is left out of every finding." | "{n} components carry no service and are left out of every finding.", fr: "{n} composant ne porte aucun service et n'entre dans aucun constat." | "{n} composants ne portent aucun service et n'entrent dans aucun constat." }
    /// Sources heading.
    fn report_sources() { en: "Sources of the facts used", fr: "Sources des faits utilisés" }
    /// How often a source is used.
    counted report_source_uses { en: "{n} fact" | "{n} facts", fr: "{n} fait" | "{n} faits" }
    /// How many facts carry no source.
    counted report_sourceless { en: "{n} fact carries no source." | "{n} facts carry no source.", fr: "{n} fait ne porte aucune source." | "{n} faits ne portent aucune source." }
    /// What made the report.
    fn report_made_by(version: &str) { en: "Made by Tréfonds {version}. The same inventory gives the same report.", fr: "Produit par Tréfonds {version}. Le même inventaire donne le même rapport." }
    /// Without script.
    fn report_no_script() { en: "This is the still picture of the map. With scripts allowed it can be searched, filtered and questioned.", fr: "Ceci est l'image fixe de la carte. Avec les scripts autorisés, elle peut être fouillée, filtrée et questionnée." }
    /// A legend of the chips.
    fn report_chip_legend() { en: "Stops: full at once, outlined later, dashed possible only. Data: full grey certain, dashed possible only.", fr: "Arrêt : plein immédiat, contour plus tard, tireté possible seulement. Données : gris plein certain, tireté possible seulement." }
    /// A word: the chips, for those who hear the page.
    fn report_chip_possible(who: &str) { en: "possibly {who}", fr: "peut-être {who}" }
}
