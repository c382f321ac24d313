//! Sentences of the lists: headings, columns, verdicts.

messages! {
    /// Heading of single points of components.
    fn spof_component() { en: "Single points of failure: components", fr: "Points uniques de défaillance : composants" }
    /// Heading of single points of legal entities.
    fn spof_entity() { en: "Single points of foreign control: legal entities", fr: "Points uniques de contrôle étranger : entités juridiques" }
    /// Heading of single points of ultimate controllers.
    fn spof_controller() { en: "Single points of foreign control: ultimate controllers", fr: "Points uniques de contrôle étranger : contrôleurs ultimes" }
    /// Heading of single points of jurisdictions.
    fn spof_jurisdiction() { en: "Single points of foreign control: jurisdictions", fr: "Points uniques de contrôle étranger : juridictions" }
    /// Heading of single points of sites.
    fn spof_site() { en: "Single points of failure: sites", fr: "Points uniques de défaillance : sites" }
    /// Heading of whose fault breaks a service: legal entities.
    fn fault_entity() { en: "Whose fault breaks a service: legal entities", fr: "Qui, par une défaillance, casse un service : entités juridiques" }
    /// Heading of whose fault breaks a service: ultimate controllers.
    fn fault_controller() { en: "Whose fault breaks a service: ultimate controllers, each with all that it controls, as an upper bound", fr: "Qui, par une défaillance, casse un service : contrôleurs ultimes, chacun avec tout ce qu'il contrôle, borne haute" }
    /// Which question faults answer.
    fn fault_question() {
        en: "Question: who, by failing or by a change that goes wrong or is hostile, breaks which service? It hits at once what they run, what stands in their sites, and what they can change from afar; not what they merely supply. (Who can withdraw, and who can read, are other questions.)",
        fr: "Question : qui, par une défaillance ou par une modification ratée ou hostile, casse quel service ? Cela touche aussitôt ce qu'il exploite, ce qui se trouve dans ses sites, et ce qu'il peut modifier à distance ; non ce qu'il ne fait que fournir. (Qui peut se retirer, et qui peut lire, sont d'autres questions.)"
    }
    /// Verdict where less than half is known of who can break it.
    fn verdict_not_known(percent: u32) { en: "not known: {percent} % of what tells is declared", fr: "inconnu : {percent} % de ce qui le dirait est déclaré" }
    /// Verdict: no single fault.
    fn verdict_no_fault() { en: "no single fault", fr: "aucune défaillance unique" }
    /// Verdict: somebody's fault may break it.
    fn verdict_perhaps_breakable() { en: "possibly broken", fr: "peut-être cassé" }
    /// Verdict: whose fault breaks it.
    fn verdict_breakable(n: u32) { en: "broken by {n}", fr: "cassé par {n}" }
    /// Column: sites.
    fn column_sites() { en: "Sites", fr: "Sites" }
    /// Which question single points answer.
    fn spof_question() {
        en: "Question: who, by withdrawing alone, stops which service? (Continuity; access to data is the exposure.) What is declared decides; the legal verdict is for people.",
        fr: "Question : qui, en se retirant seul, arrête quel service ? (Continuité ; l'accès aux données est l'exposition.) Ce qui est déclaré décide ; le verdict juridique revient aux personnes."
    }
    /// Day, home and coverage.
    fn as_of_line(day: &str, home: &str) { en: "as of {day}, home {home}", fr: "au {day}, confiance {home}" }
    /// Where a day comes from: it was asked for.
    fn day_asked() { en: "asked for", fr: "demandé" }
    /// Where a day comes from: the inventory.
    fn day_of_inventory() { en: "the inventory's day", fr: "jour de l'inventaire" }
    /// Where a day comes from: the newest verification.
    fn day_verified() { en: "newest verification", fr: "vérification la plus récente" }
    /// Home, of an inventory that says no date anywhere.
    fn undated_line(home: &str) { en: "undated, home {home}", fr: "sans date, confiance {home}" }
    /// Heading of the ranked list of questions.
    fn questions_ranked() { en: "By what hangs on them", fr: "Par ce qui en dépend" }
    /// What is over soon enough does not count.
    fn lasting_line(lasting: &str) { en: "only outages of at least {lasting} without a break count", fr: "seules comptent les interruptions d'au moins {lasting} sans relâche" }
    /// The horizon.
    fn horizon_line(when: &str) { en: "horizon: what stops by {when}", fr: "horizon : ce qui s'arrête avant {when}" }
    /// Coverage with its numbers.
    fn coverage_line(percent: u32, declared: u64, called_for: u64) {
        en: "coverage {percent} % ({declared} of {called_for} facts known)",
        fr: "couverture {percent} % ({declared} faits connus sur {called_for})"
    }
    /// Coverage, short.
    fn coverage_short(percent: u32) { en: "coverage {percent} %", fr: "couverture {percent} %" }
    /// Section of certain findings.
    fn section_certain() { en: "Certain: from what is declared", fr: "Certain : d'après ce qui est déclaré" }
    /// Section of possible findings.
    fn section_possible() { en: "Possible: once the unknowns are taken against us", fr: "Possible : si les inconnues jouent contre nous" }
    /// Section of unknown controllers.
    fn section_unknown() { en: "Unknown controllers: each unknown fact taken as a foreign controller of its own", fr: "Contrôleurs inconnus : chaque fait inconnu pris comme un contrôleur étranger à part" }
    /// Section of degradations.
    fn section_degraded() { en: "Degraded before a stop, or without one", fr: "Dégradés avant un arrêt, ou sans arrêt" }
    /// Section of verdicts.
    fn section_services() { en: "Services", fr: "Services" }
    /// Nothing in a section.
    fn nothing() { en: "none", fr: "aucun" }
    /// How many services an event stops.
    fn stops_n(services: &str, criticality: &str) { en: "stops {services}, the most critical {criticality}", fr: "arrête {services}, le plus critique {criticality}" }
    /// A foreign entity of a home country.
    fn foreign_through(who: &str) { en: "foreign through {who}", fr: "étranger par {who}" }
    /// Who controls a component.
    fn controlled_by(who: &str) { en: "controlled by {who}", fr: "contrôlé par {who}" }
    /// What a finding hangs on.
    fn hangs_on(what: &str) { en: "hangs on: {what}", fr: "dépend de : {what}" }
    /// A settled time and an earlier careful one.
    fn time_or_possibly(settled: &str, careful: &str) { en: "{settled}, possibly {careful}", fr: "{settled}, peut-être {careful}" }
    /// A careful time only.
    fn possibly(careful: &str) { en: "possibly {careful}", fr: "peut-être {careful}" }
    /// Column: service.
    fn column_service() { en: "Service", fr: "Service" }
    /// Column: criticality.
    fn column_criticality() { en: "Criticality", fr: "Criticité" }
    /// Column: when it stops.
    fn column_stops() { en: "Stops", fr: "Arrêt" }
    /// Column: channel.
    fn column_channel() { en: "Channel", fr: "Canal" }
    /// Column: certain findings.
    fn column_certain() { en: "Certain", fr: "Certains" }
    /// Column: possible findings.
    fn column_possible() { en: "Possible", fr: "Possibles" }
    /// Column: unknown controllers.
    fn column_unknown() { en: "Unknown", fr: "Inconnus" }
    /// Column: coverage.
    fn column_coverage() { en: "Coverage", fr: "Couverture" }
    /// Column: verdict.
    fn column_verdict() { en: "Verdict", fr: "Verdict" }
    /// Column: event.
    fn column_event() { en: "Controller", fr: "Contrôleur" }
    /// Column: services stopped.
    fn column_services() { en: "Services", fr: "Services" }
    /// Column: degraded when.
    fn column_degraded() { en: "Degraded", fr: "Dégradé" }
    /// Column: path.
    fn column_path() { en: "Path", fr: "Chemin" }
    /// Steps of a long path that are left out.
    counted steps_left_out { en: "... {n} step left out ..." | "... {n} steps left out ...", fr: "... {n} étape omise ..." | "... {n} étapes omises ..." }
    /// Column: certainty.
    fn column_certainty() { en: "Certainty", fr: "Certitude" }
    /// Verdict: stoppable for certain.
    fn verdict_stoppable(n: u32) { en: "stoppable by {n}", fr: "arrêtable par {n}" }
    /// Verdict: possibly stoppable.
    fn verdict_possible() { en: "possibly stoppable", fr: "peut-être arrêtable" }
    /// A word: certain.
    fn certain() { en: "certain", fr: "certain" }
    /// A word: possible.
    fn possible() { en: "possible", fr: "possible" }
    /// A word: unverified.
    fn unverified() { en: "unverified", fr: "non vérifié" }
    /// A word: vital.
    fn vital() { en: "vital", fr: "vital" }
    /// A word: important.
    fn important() { en: "important", fr: "important" }
    /// A word: standard.
    fn standard() { en: "standard", fr: "standard" }
    /// A word: minor.
    fn minor() { en: "minor", fr: "mineur" }
    /// A channel: location.
    fn location() { en: "location", fr: "localisation" }
    /// A channel: operation.
    fn operation() { en: "operation", fr: "exploitation" }
    /// A channel: changes from afar.
    fn change_from_afar() { en: "change", fr: "modification à distance" }
    /// A channel: supply.
    fn supply() { en: "supply", fr: "fourniture" }
    /// A channel: ownership over another.
    fn ownership(through: &str) { en: "ownership over {through}", fr: "détention sur {through}" }
    /// A channel that is a need nobody has declared.
    fn no_channel() { en: "itself", fr: "lui-même" }
    /// A source.
    fn source_of(source: &str) { en: "source: {source}", fr: "source : {source}" }
    /// Verified on a day.
    fn verified_on(day: &str) { en: "verified {day}", fr: "vérifié le {day}" }
    /// Why unknown: not said.
    fn why_not_said() { en: "not said", fr: "non dit" }
    /// Why unknown: undisclosed.
    fn why_undisclosed() { en: "undisclosed", fr: "non divulgué" }
    /// Why unknown: lapsed.
    fn why_lapsed() { en: "lapsed on that day", fr: "échu à cette date" }
    /// Why unknown: a range.
    fn why_range() { en: "a range", fr: "une fourchette" }
    /// Unknown: requirements.
    fn unknown_requirements(of: &str) { en: "what {of} needs", fr: "ce dont {of} a besoin" }
    /// Unknown: operator.
    fn unknown_operator(of: &str) { en: "who runs {of}", fr: "qui exploite {of}" }
    /// Unknown: suppliers.
    fn unknown_suppliers(of: &str) { en: "who supplies {of}", fr: "qui fournit {of}" }
    /// Unknown: site.
    fn question_site(of: &str) { en: "where {of} stands", fr: "où se trouve {of}" }
    /// Unknown: data.
    fn unknown_data(of: &str) { en: "what data {of} holds", fr: "quelles données {of} détient" }
    /// Unknown: data form.
    fn unknown_form(of: &str) { en: "whether the data of {of} is encrypted", fr: "{of} : données chiffrées ou non" }
    /// Unknown: keys.
    fn unknown_keys(of: &str) { en: "who holds the keys of {of}", fr: "{of} : qui détient les clés" }
    /// Unknown: effect of withdrawal.
    fn unknown_withdrawal(of: &str, who: &str) { en: "what {of} does when {who} withdraws", fr: "{of} : ce qui lui arrive si {who} se retire" }
    /// Unknown: country.
    fn question_country(of: &str) { en: "where {of} is incorporated", fr: "où {of} est immatriculée" }
    /// Unknown: country of a site.
    fn unknown_site_country(of: &str) { en: "in which country {of} stands", fr: "dans quel pays se trouve {of}" }
    /// Unknown: operator of a site.
    fn unknown_site_operator(of: &str) { en: "who runs the site {of}", fr: "qui exploite le site {of}" }
    /// Unknown: parents.
    fn unknown_parents(of: &str) { en: "who is above {of}", fr: "{of} : qui est au-dessus" }
    /// Unknown: votes.
    fn unknown_votes(of: &str, who: &str) { en: "how many votes of {of} {who} holds", fr: "{of} : combien de voix {who} détient" }
    /// Unknown: law of access.
    fn unknown_places(of: &str) { en: "how many of its places {of} needs", fr: "de combien de ses lieux {of} a besoin" }
    /// Open question: what has ended.
    fn unknown_presence_ended(of: &str) { en: "what came after {of}, which has ended", fr: "ce qui a suivi {of}, qui a pris fin" }
    /// Open question: what is not there yet.
    fn unknown_presence_not_yet(of: &str) { en: "when {of} is there, which is needed and not there yet", fr: "quand {of} sera là : on en a besoin, et il n'existe pas encore" }
    /// Open question: what is only a candidate.
    fn unknown_presence_candidate(of: &str) { en: "whether {of} is there", fr: "si {of} existe" }
    /// Open question: an arguable rule.
    fn unknown_rule(of: &str) { en: "whether the arguable rules of {of} reach", fr: "si les règles discutables de {of} portent jusque-là" }
    /// Open question: a law that nobody has confirmed.
    fn unknown_rule_candidate(of: &str) { en: "whether {of} reaches as its rules say", fr: "si {of} porte comme le disent ses règles" }
    /// Open question with the answer that nobody has confirmed.
    fn unknown_candidate(asked: &str, who: &str) { en: "{asked}: is it {who}?", fr: "{asked} : est-ce {who} ?" }
    /// Why: a candidate.
    fn why_candidate() { en: "found, not confirmed", fr: "trouvé, non confirmé" }
    /// Why: contested.
    fn why_arguable() { en: "arguable", fr: "discutable" }
    /// Step: what has ended.
    fn step_ended(what: &str, day: &str) { en: "{what} ended on {day} and is still needed", fr: "{what} a pris fin le {day} et on en a encore besoin" }
    /// Step: a cold member that has not taken over.
    fn step_starts(what: &str, for_whom: &str, after: &str) { en: "{what} takes {after} to take over for {for_whom}", fr: "{what} met {after} à prendre le relais pour {for_whom}" }
    /// Step: what is not there yet.
    fn step_not_yet(what: &str) { en: "{what} is needed and is not there yet", fr: "on a besoin de {what}, qui n'est pas encore là" }
    /// Down for good from a time on.
    fn outage_for_good(from: &str) { en: "{from}, for good", fr: "{from}, pour de bon" }
    /// Down at once, and up again.
    fn outage_until(to: &str) { en: "interrupted until {to}", fr: "interrompu jusqu'à {to}" }
    /// Down for a time, and up again.
    fn outage_between(from: &str, to: &str) { en: "interrupted from {from} to {to}", fr: "interrompu de {from} à {to}" }
    /// Section: what cannot be mended.
    fn section_unmendable() { en: "Cannot be mended: the repair needs what is down because of it", fr: "Non réparable : la réparation a besoin de ce qui tombe avec lui" }
    /// Sheet: what cannot be mended.
    fn sheet_unmendable() { en: "Cannot be mended", fr: "Non réparable" }
    /// What a repair needs, and what that rests on.
    fn repair_line(needs: &str, circle: &str) { en: "its repair needs {needs} ({circle})", fr: "sa réparation exige {needs} ({circle})" }
    /// Column: what a repair needs.
    fn column_repair_needs() { en: "Repair needs", fr: "La réparation exige" }
    /// Column: from what a repair needs down to what is to be mended.
    fn column_circle() { en: "Which needs", fr: "Qui repose sur" }
    /// What a repair needs never comes back, for another reason.
    fn repair_never_back() { en: "down for another reason, and does not come back", fr: "arrêté pour une autre raison, et ne revient pas" }
    /// Section: already ended.
    fn section_ended() { en: "Already ended, and still needed", fr: "Déjà pris fin, et toujours nécessaire" }
    /// Column: what has ended.
    fn column_ended() { en: "What has ended", fr: "Ce qui a pris fin" }
    /// Column: since when a service is down.
    fn column_down() { en: "Down", fr: "À l'arrêt" }
    /// When a service is down.
    fn down_since(day: &str) { en: "since {day}", fr: "depuis le {day}" }
    /// When a service has never been up.
    fn down_for_ever() { en: "it has never been there", fr: "n'a jamais existé" }
    /// When a service will be down.
    fn down_from(day: &str) { en: "from {day} on", fr: "à partir du {day}" }
    /// A thing and its last day.
    fn ended_on(what: &str, day: &str) { en: "{what} (ended on {day})", fr: "{what} (fin le {day})" }
    /// A thing that is not there yet.
    fn not_there_yet(what: &str) { en: "{what} (not there yet)", fr: "{what} (pas encore là)" }
    /// Verdict: down already.
    fn verdict_down(since: &str) { en: "down {since}", fr: "à l'arrêt {since}" }
    /// Verdict: what it needs is not there yet.
    fn verdict_never_up() { en: "down: what it needs is not there yet", fr: "à l'arrêt : ce dont il a besoin n'est pas encore là" }
    /// Verdict: only coincidences.
    counted verdict_one_hand { en: "none known; {n} possible in one hand" | "none known; {n} possible in one hand", fr: "aucun connu ; {n} possible dans une seule main" | "aucun connu ; {n} possibles dans une seule main" }
    /// Verdict: not all coincidences were looked for.
    fn verdict_not_looked_for() { en: "none known; not looked for in one hand", fr: "aucun connu ; non recherché dans une seule main" }
    /// Section: possible in one hand.
    fn section_one_hand() { en: "Possible in one hand: if what is not known is the same hand", fr: "Possible dans une seule main : si ce qui n'est pas connu est la même main" }
    /// Column: who.
    fn column_hand() { en: "One hand", fr: "Une seule main" }
    /// Column: the fact to settle.
    fn column_settle() { en: "To settle", fr: "À établir" }
    /// Column: how many coincidences.
    fn column_one_hand() { en: "In one hand", fr: "Une seule main" }
    /// Two unknown facts that may be one.
    fn hand_and_hand(one: &str, other: &str) { en: "{one} = {other}", fr: "{one} = {other}" }
    /// A set that may be one hand.
    fn may_be_one(set: &str) { en: "{set} (may be one hand)", fr: "{set} (peut-être une seule main)" }
    /// Further pairs of the same group.
    counted more_pairs { en: "and {n} more like it" | "and {n} more like it", fr: "et {n} autre semblable" | "et {n} autres semblables" }
    /// Not all coincidences were looked for.
    fn one_hand_incomplete() { en: "There are too many unknown facts to look for every pair that may be one hand: no verdict below is clean.", fr: "Il y a trop de faits inconnus pour chercher toutes les paires qui seraient une seule main : aucun verdict ci-dessous n'est net." }
    /// The organisation's own events.
    fn left_out(names: &str) { en: "Left out: {names}, for whom this inventory speaks", fr: "Laissé de côté : {names}, au nom de qui parle cet inventaire" }
    /// A finding told as if what has ended were back.
    fn if_back() { en: "if what has ended were back", fr: "si ce qui a pris fin était rétabli" }
    /// Open question.
    fn unknown_law(of: &str) { en: "which law of {of} gives access to data", fr: "{of} : quelle loi donne accès aux données" }
    /// Heading of the exposure.
    fn exposure_title() { en: "Exposure of data to foreign jurisdictions", fr: "Exposition des données à des juridictions étrangères" }
    /// Which question the exposure answers.
    fn exposure_question() {
        en: "Question: which jurisdiction can reach the data of which service, by which channel and law? (Access; stopping the service is the list of single points.) Redundancy does not help here: each copy is one more exposure. Certain says that the declared facts suffice; the grade says how firmly the law reaches, and may be arguable.",
        fr: "Question : quelle juridiction peut atteindre les données de quel service, par quel canal et quelle loi ? (Accès ; l'arrêt du service est la liste des points uniques.) La redondance n'aide pas ici : chaque copie est une exposition de plus. Certain veut dire que les faits déclarés suffisent ; le degré dit avec quelle force la loi atteint, et peut être discutable."
    }
    /// Column: jurisdiction.
    fn column_jurisdiction() { en: "Jurisdiction", fr: "Juridiction" }
    /// Column: law.
    fn column_law() { en: "Law", fr: "Loi" }
    /// Column: grade.
    fn column_grade() { en: "Grade", fr: "Degré" }
    /// Column: component.
    fn column_component() { en: "Component", fr: "Composant" }
    /// Column: data.
    fn column_data() { en: "Data", fr: "Données" }
    /// Services without exposure.
    fn unexposed() { en: "Services without exposure in either reading", fr: "Services sans exposition dans aucune lecture" }
    /// No law declared.
    fn no_law() { en: "none declared", fr: "aucune déclarée" }
    /// Data not said.
    fn data_not_said() { en: "not said", fr: "non dit" }
    /// A proof has more branches than the path shows.
    counted more_branches { en: "and {n} more branch" | "and {n} more branches", fr: "et {n} autre branche" | "et {n} autres branches" }
    /// And more.
    counted and_more { en: "+{n} more" | "+{n} more", fr: "+{n} autre" | "+{n} autres" }
    /// Grade: direct.
    fn grade_direct() { en: "direct", fr: "direct" }
    /// Grade: via control.
    fn grade_via_control() { en: "via control", fr: "par le contrôle" }
    /// Grade: via group.
    fn grade_via_group() { en: "via group", fr: "par le groupe" }
    /// Grade: technology.
    fn grade_technology() { en: "technology", fr: "technologie" }
    /// Grade: arguable.
    fn grade_arguable() { en: "arguable", fr: "discutable" }
    /// Grade: undetermined.
    fn grade_undetermined() { en: "undetermined", fr: "indéterminé" }
    /// Grade: none.
    fn grade_none() { en: "none", fr: "aucun" }
    /// Heading of the questions.
    fn questions_title() { en: "Questions to ask next", fr: "Questions à poser ensuite" }
    /// How questions are ranked.
    fn questions_intro() { en: "Unknown facts, those on which most findings hang first. Answer one in the file named, and its findings go or become certain.", fr: "Faits inconnus, d'abord ceux dont dépendent le plus de constats. Répondez dans le fichier indiqué : ses constats disparaissent ou deviennent certains." }
    /// Column: question.
    fn column_question() { en: "Question", fr: "Question" }
    /// Column: whom to ask.
    fn column_ask() { en: "Ask", fr: "Demander à" }
    /// Column: single points.
    fn column_single_points() { en: "Stops", fr: "Arrêts" }
    /// Column: how many of these are interruptions.
    fn column_only_interrupts() { en: "Of these, only interrupt", fr: "Dont interrompent seulement" }
    /// Column: exposures.
    fn column_exposures() { en: "Exposures", fr: "Expositions" }
    /// Column: where to write.
    fn column_write() { en: "Write the answer at", fr: "Écrire la réponse à" }
    /// Whoever signs contracts.
    fn ask_purchasing() { en: "purchasing", fr: "les achats" }
    /// Whoever knows companies and laws.
    fn ask_legal() { en: "legal affairs, purchasing", fr: "les affaires juridiques, les achats" }
    /// Nobody to ask.
    fn nobody_to_ask() { en: "no owner declared", fr: "aucun responsable déclaré" }
    /// Everything is known.
    fn no_question() { en: "Nothing is unknown: every fact called for is declared.", fr: "Rien n'est inconnu : chaque fait attendu est déclaré." }
    /// Heading of a resolution.
    fn resolve_title(what: &str) { en: "What {what} rests on", fr: "Ce sur quoi repose {what}" }
    /// Heading of the resolution of everything.
    fn resolve_all_title() { en: "What the services rest on", fr: "Ce sur quoi reposent les services" }
    /// Heading of a reverse resolution.
    fn reverse_title(what: &str) { en: "What rests on {what}", fr: "Ce qui repose sur {what}" }
    /// Section: sites.
    fn kind_sites() { en: "Sites", fr: "Sites" }
    /// Section: entities.
    fn kind_entities() { en: "Legal entities", fr: "Entités juridiques" }
    /// Section: controllers.
    fn kind_controllers() { en: "Above them: controllers", fr: "Au-dessus : contrôleurs" }
    /// Section: jurisdictions.
    fn kind_jurisdictions() { en: "Jurisdictions", fr: "Juridictions" }
    /// Section: blind spots.
    fn blind_spots() { en: "Blind spots", fr: "Angles morts" }
    /// Column: id.
    fn column_id() { en: "Id", fr: "Identifiant" }
    /// Column: name.
    fn column_name() { en: "Name", fr: "Nom" }
    /// Column: country.
    fn column_country() { en: "Country", fr: "Pays" }
    /// Column: declared at.
    fn column_declared() { en: "Declared at", fr: "Déclaré à" }
    /// A word: foreign.
    fn foreign() { en: "foreign", fr: "étranger" }
    /// A word: soft.
    fn soft() { en: "soft", fr: "souple" }
    /// Nothing rests on it.
    fn rests_on_nothing() { en: "Nothing is declared here.", fr: "Rien n'est déclaré ici." }
    /// Heading of the overview.
    fn overview_title() { en: "Inventory", fr: "Inventaire" }
    /// What the inventory holds.
    counted legal_entities { en: "{n} legal entity" | "{n} legal entities", fr: "{n} entité juridique" | "{n} entités juridiques" }
    /// How many sites.
    counted sites_counted { en: "{n} site" | "{n} sites", fr: "{n} site" | "{n} sites" }
    /// How many laws.
    counted laws_counted { en: "{n} law" | "{n} laws", fr: "{n} loi" | "{n} lois" }
    /// How many facts are unverified.
    counted unverified_facts { en: "{n} fact is marked unverified" | "{n} facts are marked unverified", fr: "{n} fait est marqué non vérifié" | "{n} faits sont marqués non vérifiés" }
    /// How many facts the catalogue brought.
    fn from_catalogue(edition: &str, facts: u32, candidates: u32) { en: "catalogue {edition}: {facts} facts are its own, {candidates} of them candidates that nobody has verified", fr: "catalogue {edition} : {facts} faits sont les siens, dont {candidates} candidats que personne n'a vérifiés" }
    /// How many components are offers, and how many came with them.
    fn catalogue_components(offers: &str, beneath: &str) { en: "{offers}; {beneath}", fr: "{offers} ; {beneath}" }
    /// How many components are offers.
    counted are_offers { en: "{n} component is one of its offers" | "{n} components are its offers", fr: "{n} composant est une de ses offres" | "{n} composants sont de ses offres" }
    /// How many components came with them.
    counted came_beneath { en: "{n} component came from it, because something rests on it" | "{n} components came from it, because something rests on them", fr: "{n} composant en vient, parce que quelque chose repose dessus" | "{n} composants en viennent, parce que quelque chose repose dessus" }
    /// Column: components.
    fn column_components() { en: "Components", fr: "Composants" }
    /// Components that nothing needs.
    fn unreached() { en: "No service rests on these components", fr: "Aucun service ne repose sur ces composants" }
    /// Heading of what amendments say.
    fn amended() { en: "Amended", fr: "Amendé" }
    /// Where an amendment stands, and what it stands instead of.
    fn amended_instead(now: &str, was: &str) { en: "{now} instead of {was}", fr: "{now} au lieu de {was}" }
    /// Where an amendment stands that says what nobody had said.
    fn amended_first(now: &str) { en: "{now}, not said before", fr: "{now}, non dit auparavant" }
    /// Heading of the files that are no part of the inventory.
    fn passed_over() { en: "Files that say that they are no part of the inventory", fr: "Fichiers qui disent ne pas faire partie de l'inventaire" }
    /// Column: fact.
    fn column_fact() { en: "Unknown fact", fr: "Fait inconnu" }
    /// Column: why.
    fn column_why() { en: "Why", fr: "Pourquoi" }
    /// Column: where.
    fn column_where() { en: "Where", fr: "Où" }
    /// Column: layer.
    fn column_layer() { en: "Layer", fr: "Couche" }
    /// Heading of a witness.
    fn why_title(event: &str, service: &str) { en: "Why {event} can stop {service}", fr: "Pourquoi {event} peut arrêter {service}" }
    /// Heading where an unknown fact would have to be the same hand.
    fn why_one_hand_title(event: &str, service: &str) { en: "Why {event} could stop {service}, in one hand with what is not known", fr: "Pourquoi {event} pourrait arrêter {service}, dans une seule main avec ce qui n'est pas connu" }
    /// What would have to be the same hand.
    fn why_one_hand(facts: &str) { en: "possible in one hand: it would, were this the same hand: {facts}", fr: "possible dans une seule main : il le pourrait, si ceci était la même main : {facts}" }
    /// What would all have to be the same hand.
    fn why_several_hands(facts: &str) { en: "It would only if all of these were the same hand: {facts}", fr: "Il le pourrait seulement si tous ceux-ci étaient la même main : {facts}" }
    /// Above: nothing of it is so as far as is known.
    fn why_not_alone(event: &str, service: &str) { en: "As far as is known, {event} does not stop {service} by withdrawing alone; an unknown fact may say otherwise.", fr: "Pour autant qu'on sache, {event} n'arrête pas {service} en se retirant seul ; un fait inconnu peut en décider autrement." }
    /// The heading when it cannot.
    fn why_cannot_title(event: &str, service: &str) { en: "Why {event} cannot stop {service}", fr: "Pourquoi {event} ne peut pas arrêter {service}" }
    /// A legal entity without what it controls.
    fn why_alone(entity: &str) { en: "{entity} (alone, without what it controls)", fr: "{entity} (seule, sans ce qu'elle contrôle)" }
    /// It cannot.
    fn why_cannot(event: &str, service: &str) { en: "{event} cannot stop {service} by withdrawing alone, in either reading.", fr: "{event} ne peut pas arrêter {service} en se retirant seul, dans aucune lecture." }
    /// The proof in the settled reading.
    fn proof_settled(when: &str) { en: "Proof from what is declared: stops {when}", fr: "Preuve d'après ce qui est déclaré : arrêt {when}" }
    /// The proof in the careful reading.
    fn proof_careful(when: &str) { en: "Proof with the unknowns taken against us: stops {when}", fr: "Preuve si les inconnues jouent contre nous : arrêt {when}" }
    /// Laws of denial that reach.
    fn denial_laws(laws: &str) { en: "laws by which it could be ordered: {laws}", fr: "lois par lesquelles il pourrait être ordonné : {laws}" }
    /// A law, whose it is, and how firmly it reaches.
    fn law_reach(law: &str, jurisdiction: &str, grade: &str) { en: "{law} ({jurisdiction}, {grade})", fr: "{law} ({jurisdiction}, {grade})" }
    /// What removes it.
    fn proof_note() { en: "Without any one of these steps the proof does not hold.", fr: "Sans l'une quelconque de ces étapes, la preuve ne tient pas." }
    /// Step: requires.
    fn step_requires(from: &str, to: &str) { en: "{from} needs {to}", fr: "{from} repose sur {to}" }
    /// Step: a soft requirement.
    fn step_soft(from: &str, to: &str) { en: "{from} works better with {to} (soft)", fr: "{from} fonctionne mieux avec {to} (souple)" }
    /// Step: member of a group.
    fn step_group(fails: u32, n: u32) { en: "one of {fails} alternatives out of {n} that fail together", fr: "une des {fails} alternatives sur {n} qui tombent ensemble" }
    /// Step: tolerance.
    fn step_tolerates(time: &str) { en: "bears the loss for {time}", fr: "supporte la perte pendant {time}" }
    /// Step: location.
    fn step_location(from: &str, to: &str) { en: "{from} stands in {to}", fr: "{from} se trouve à {to}" }
    /// Step: operation.
    fn step_operation(from: &str, to: &str) { en: "{from} is run by {to}", fr: "{from} est exploité par {to}" }
    /// Step: supply.
    fn step_supply(from: &str, to: &str, when: &str) { en: "{from} is supplied by {to}, whose withdrawal stops it: {when}", fr: "{from} est fourni par {to}, dont le retrait l'arrête : {when}" }
    /// Step: somebody can change it from afar.
    fn step_change(from: &str, to: &str, how: &str) { en: "{from} can be changed from afar by {to}{how}", fr: "{from} peut être modifié à distance par {to}{how}" }
    /// A way of changing: updates.
    fn way_updates() { en: "automatic updates", fr: "mises à jour automatiques" }
    /// A way of changing: maintenance.
    fn way_maintenance() { en: "remote maintenance", fr: "télémaintenance" }
    /// A way of changing: the control plane.
    fn way_control_plane() { en: "control plane", fr: "plan de contrôle" }
    /// A way of changing: configuration.
    fn way_configuration() { en: "configuration", fr: "configuration" }
    /// Open question: who can change it.
    fn unknown_changes(of: &str) { en: "who can change {of} from afar", fr: "qui peut modifier {of} à distance" }
    /// Step: votes.
    fn step_votes(from: &str, to: &str, share: &str) { en: "{to} holds {share} of the votes of {from}", fr: "{to} détient {share} des voix, dans {from}" }
    /// Step: other control.
    fn step_control(from: &str, to: &str) { en: "{to} controls {from} by other means", fr: "{to} contrôle {from} par d'autres moyens" }
    /// Step: country of an entity or a site.
    fn step_country(from: &str, to: &str) { en: "{from} is in {to}", fr: "{from} relève de {to}" }
    /// Step: unknown.
    fn step_unknown(what: &str) { en: "not known, and taken against us: {what}", fr: "inconnu, et pris contre nous : {what}" }
    /// Step: itself.
    fn step_itself(what: &str) { en: "{what} is withdrawn", fr: "{what} est retiré" }
    /// Fails at.
    fn step_fails(when: &str) { en: "fails: {when}", fr: "tombe : {when}" }
    /// A range of votes.
    fn vote_range(least: &str, most: &str) { en: "{least} % to {most} %", fr: "{least} % à {most} %" }
    /// Large inventories show summaries.
    fn summary_only() { en: "Large inventory: summaries only; ask `trefonds why` for a proof.", fr: "Grand inventaire : résumés seulement ; demandez une preuve à `trefonds why`." }
}
