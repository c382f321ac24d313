//! Sentences of the difference of two inventories.

messages! {
    /// Heading.
    fn diff_title(old: &str, new: &str) { en: "From {old} to {new}", fr: "De {old} à {new}" }
    /// The same inventory at two times.
    fn diff_title_same(what: &str) { en: "What changed in {what}", fr: "Ce qui a changé dans {what}" }
    /// A side without a title.
    fn untitled() { en: "an inventory without title", fr: "un inventaire sans titre" }
    /// The old side.
    fn diff_old(facts: &str) { en: "before: {facts}", fr: "avant : {facts}" }
    /// The new side.
    fn diff_new(facts: &str) { en: "after: {facts}", fr: "après : {facts}" }
    /// Results of a snapshot.
    fn results_kept(program: &str) { en: "results as trefonds {program} kept them", fr: "résultats tels que trefonds {program} les a conservés" }
    /// Results of a snapshot that are of another day or home.
    fn results_other_question(program: &str) { en: "results worked out anew by trefonds {program}: those of the snapshot are of another day or home", fr: "résultats recalculés par trefonds {program} : ceux de l'instantané valent pour une autre date ou une autre confiance" }
    /// Results of a snapshot that cannot be read.
    fn results_unreadable(program: &str) { en: "results worked out anew by trefonds {program}: those of the snapshot cannot be read", fr: "résultats recalculés par trefonds {program} : ceux de l'instantané sont illisibles" }
    /// How many answers.
    counted answers { en: "{n} answer" | "{n} answers", fr: "{n} réponse" | "{n} réponses" }
    /// Answers of today that differ from those kept.
    fn answers_differ(count: &str, program: &str, first: &str) { en: "The program of today differs in {count} from trefonds {program} for the same declarations; first: {first}.", fr: "Le programme d'aujourd'hui diffère en {count} de trefonds {program} pour les mêmes déclarations ; d'abord : {first}." }
    /// Nothing differs.
    fn diff_same() { en: "The same: nothing is declared differently.", fr: "Identiques : rien n'est déclaré autrement." }
    /// Section of declarations.
    fn diff_changes() { en: "Declared differently", fr: "Déclaré autrement" }
    /// Section of consequences.
    fn diff_consequences() { en: "What that did", fr: "Ce que cela a fait" }
    /// Section of guessed renames.
    fn diff_renames() { en: "Guessed renames (--no-renames to do without)", fr: "Renommages supposés (--no-renames pour s'en passer)" }
    /// A guessed rename.
    fn diff_rename(old: &str, new: &str) { en: "{old} is now called {new}", fr: "{old} s'appelle maintenant {new}" }
    /// Sub-heading: controllers.
    fn diff_controllers() { en: "Single points: ultimate controllers", fr: "Points uniques : contrôleurs ultimes" }
    /// Sub-heading: jurisdictions.
    fn diff_jurisdictions() { en: "Single points: jurisdictions", fr: "Points uniques : juridictions" }
    /// Sub-heading: other levels.
    fn diff_single_points() { en: "Single points", fr: "Points uniques" }
    /// Sub-heading: services that are down.
    fn diff_ended() { en: "Services down from what has ended", fr: "Services à l'arrêt, faute de ce qui a pris fin" }
    /// Sub-heading: one hand, controllers.
    fn diff_one_hand_controllers() { en: "Possible in one hand: ultimate controllers", fr: "Possible dans une seule main : contrôleurs ultimes" }
    /// Sub-heading: one hand, jurisdictions.
    fn diff_one_hand_jurisdictions() { en: "Possible in one hand: jurisdictions", fr: "Possible dans une seule main : juridictions" }
    /// A service that is down.
    fn diff_is_down(service: &str) { en: "{service} is down", fr: "{service} est à l'arrêt" }
    /// Somebody who is named, and what is not known.
    fn diff_in_one_hand(event: &str, service: &str) { en: "{event}, if also behind what is not known, stops {service}", fr: "{event}, en étant aussi derrière ce qui n'est pas connu, arrête {service}" }
    /// What is not known alone.
    fn diff_unknowns_in_one_hand(service: &str) { en: "what is not known, if it is one hand, stops {service}", fr: "ce qui n'est pas connu, si c'est une seule main, arrête {service}" }
    /// Not all pairs were looked for.
    fn diff_one_hand_not_all() { en: "There are too many unknown facts to look for every pair that may be one hand: what is possible in one hand is not compared.", fr: "Il y a trop de faits inconnus pour chercher toutes les paires qui seraient une seule main : ce qui est possible dans une seule main n'est pas comparé." }
    /// A snapshot of an earlier program.
    fn diff_one_hand_not_kept(program: &str) { en: "The results that trefonds {program} kept say nothing of what is possible in one hand, nor of what has ended: neither is compared.", fr: "Les résultats que trefonds {program} a conservés ne disent rien de ce qui est possible dans une seule main, ni de ce qui a pris fin : ni l'un ni l'autre n'est comparé." }
    /// Sub-heading: exposures.
    fn diff_exposures() { en: "Exposures of data", fr: "Expositions de données" }
    /// Sub-heading: blind spots.
    fn diff_blind_spots() { en: "Blind spots", fr: "Angles morts" }
    /// Gained.
    fn turn_gained() { en: "new", fr: "nouveau" }
    /// Lost.
    fn turn_lost() { en: "gone", fr: "disparu" }
    /// Changed.
    fn turn_changed() { en: "changed", fr: "changé" }
    /// Column: turn.
    fn column_turn() { en: "Change", fr: "Changement" }
    /// Column: number.
    fn column_number() { en: "No", fr: "N°" }
    /// Column: declaration.
    fn column_declaration() { en: "Declaration", fr: "Déclaration" }
    /// Column: before.
    fn column_before() { en: "Before", fr: "Avant" }
    /// Column: after.
    fn column_after() { en: "After", fr: "Après" }
    /// Column: causes.
    fn column_because() { en: "Because of", fr: "À cause de" }
    /// Each alone is a cause.
    fn cause_alone(numbers: &str) { en: "{numbers}", fr: "{numbers}" }
    /// Each of several alone is a cause.
    fn cause_each(numbers: &str) { en: "each of {numbers} alone", fr: "chacun de {numbers} seul" }
    /// Several together.
    fn cause_together(numbers: &str) { en: "{numbers} together", fr: "{numbers} ensemble" }
    /// The program.
    fn cause_program() { en: "the program", fr: "le programme" }
    /// The day.
    fn cause_day() { en: "the day", fr: "la date" }
    /// The home.
    fn cause_home() { en: "the home that was asked for", fr: "la confiance demandée" }
    /// The day and the home.
    fn cause_day_and_home() { en: "the day and the home together", fr: "la date et la confiance ensemble" }
    /// The sides are of different days.
    fn diff_other_day(old: &str, new: &str) { en: "The sides speak of different days: {old} and {new}.", fr: "Les deux côtés valent à des dates différentes : {old} et {new}." }
    /// A side without a day.
    fn diff_no_day() { en: "undated", fr: "sans date" }
    /// The sides are of different homes.
    fn diff_other_home(old: &str, new: &str) { en: "The sides trust different jurisdictions: {old} and {new}.", fr: "Les deux côtés n'ont pas la même confiance : {old} et {new}." }
    /// Not searched.
    fn cause_not_searched() { en: "not searched", fr: "non recherché" }
    /// A whole subject with its declarations.
    counted declarations { en: "{n} declaration" | "{n} declarations", fr: "{n} déclaration" | "{n} déclarations" }
    /// A component.
    fn subject_component(name: &str) { en: "component {name}", fr: "composant {name}" }
    /// An entity.
    fn subject_entity(name: &str) { en: "entity {name}", fr: "entité {name}" }
    /// A site.
    fn subject_site(name: &str) { en: "site {name}", fr: "site {name}" }
    /// A law.
    fn subject_source(name: &str) { en: "source {name}", fr: "source {name}" }
    /// A law.
    fn subject_law(name: &str) { en: "law {name}", fr: "loi {name}" }
    /// The inventory.
    fn subject_inventory() { en: "the inventory", fr: "l'inventaire" }
    /// A field of a subject.
    fn said_of(field: &str, subject: &str) { en: "{subject}: {field}", fr: "{subject} : {field}" }
    /// A field with its item.
    fn said_item(field: &str, item: &str) { en: "{field} {item}", fr: "{field} {item}" }
    /// Field: dates and source of the whole.
    fn said_exists() { en: "dates and source", fr: "dates et source" }
    /// Field: who published a source.
    fn said_publisher() { en: "publisher", fr: "éditeur" }
    /// Field: when a source was published.
    fn said_published() { en: "date", fr: "date" }
    /// Field: where a source is found.
    fn said_link() { en: "link", fr: "lien" }
    /// Field: title.
    fn said_title() { en: "title", fr: "titre" }
    /// Field: home.
    fn said_home() { en: "home", fr: "confiance" }
    /// Field: day.
    fn said_as_of() { en: "day", fr: "date" }
    /// Field: name.
    fn said_name() { en: "name", fr: "nom" }
    /// Field: layer.
    fn said_layer() { en: "layer", fr: "couche" }
    /// Field: criticality.
    fn said_criticality() { en: "criticality", fr: "criticité" }
    /// Field: currency.
    fn said_currency() { en: "currency", fr: "monnaie" }
    /// Field: whom to ask.
    fn said_ask() { en: "whom to ask", fr: "à qui demander" }
    /// Field: only planned.
    fn said_planned() { en: "planned, not there yet", fr: "prévu, pas encore là" }
    /// Field: an option for change.
    fn said_alternative() { en: "option for change", fr: "option de changement" }
    /// Field: owner.
    fn said_owner() { en: "owner", fr: "responsable" }
    /// Field: tag.
    fn said_same_as() { en: "identifier", fr: "identifiant" }
    /// Field.
    fn said_tag() { en: "tag", fr: "étiquette" }
    /// Field: requirement.
    fn said_requirement() { en: "needs", fr: "besoin" }
    /// Field: operator.
    fn said_operator() { en: "operator", fr: "exploitant" }
    /// Field: supplier.
    fn said_supplier() { en: "supplier", fr: "fournisseur" }
    /// Field: who can change it from afar.
    fn said_changed_by() { en: "changed from afar by", fr: "modifiable à distance par" }
    /// A declaration of the catalogue.
    fn said_by_the_catalogue(declaration: &str) { en: "the catalogue: {declaration}", fr: "le catalogue : {declaration}" }
    /// Field: the offer that it is.
    fn said_is() { en: "what it is", fr: "ce qu'il est" }
    /// Field: the edition of the catalogue.
    fn said_catalogue() { en: "edition of the catalogue", fr: "édition du catalogue" }
    /// Field: how many of its places it needs.
    fn said_needs_places() { en: "places needed", fr: "lieux nécessaires" }
    /// Field: how long it takes to be up again.
    fn said_restarts_in() { en: "restarts in", fr: "redémarre en" }
    /// Field: what its repair needs.
    fn said_recovers_with() { en: "recovers with", fr: "remise en route avec" }
    /// Field: the site around a site.
    fn said_within() { en: "within", fr: "dans" }
    /// Field: whose components a law denies.
    fn said_targets() { en: "targets", fr: "vise" }
    /// Field: whose components a law spares.
    fn said_spares() { en: "spares", fr: "épargne" }
    /// Field: site.
    fn said_site() { en: "site", fr: "site" }
    /// Field: data.
    fn said_data() { en: "data", fr: "données" }
    /// Field: country.
    fn said_country() { en: "country", fr: "pays" }
    /// Field: LEI.
    fn said_lei() { en: "LEI", fr: "LEI" }
    /// Field: owned by.
    fn said_owned_by() { en: "owned by", fr: "détenue par" }
    /// Field: controlled by.
    fn said_controlled_by() { en: "controlled by", fr: "contrôlée par" }
    /// Field: jurisdiction.
    fn said_jurisdiction() { en: "jurisdiction", fr: "juridiction" }
    /// Field: effect.
    fn said_effect() { en: "effect", fr: "effet" }
    /// Field: reach.
    fn said_reaches() { en: "reaches", fr: "atteint" }
    /// Value: complete list or declared none.
    fn value_nothing_else() { en: "nothing else", fr: "rien d'autre" }
    /// Value: undisclosed, with what is said of it.
    fn value_undisclosed_of(words: &str) { en: "undisclosed ({words})", fr: "non divulgué ({words})" }
    /// Whom something undisclosed is not.
    fn value_hidden_not(names: &str) { en: "not {names}", fr: "ni {names}" }
    /// Whom something undisclosed is one of.
    fn value_hidden_among(names: &str) { en: "one of {names}", fr: "parmi {names}" }
    /// Mark of a fact that a pattern found.
    fn candidate() { en: "candidate: not confirmed", fr: "candidat : non confirmé" }
    /// The entities that the inventory speaks for.
    fn said_organisation() { en: "organisation", fr: "organisation" }
    /// Value: undisclosed.
    fn value_undisclosed() { en: "undisclosed", fr: "non divulgué" }
    /// Value: there.
    fn value_there() { en: "there", fr: "présent" }
    /// Value: stops at once.
    fn value_stops() { en: "stops at once", fr: "arrêt immédiat" }
    /// Value: stops after.
    fn value_stops_after(time: &str) { en: "stops after {time}", fr: "arrêt après {time}" }
    /// Value: survives.
    fn value_survives() { en: "survives", fr: "survit" }
    /// Value: effect not said.
    fn value_effect_not_said() { en: "effect of withdrawal not said", fr: "effet du retrait non dit" }
    /// Value: the cost of an option.
    fn value_cost(cost: u64) { en: "cost {cost}", fr: "coût {cost}" }
    /// Value: how long an option takes.
    fn value_lead_time(time: &str) { en: "lead time {time}", fr: "délai {time}" }
    /// Value: between alternatives.
    fn value_or() { en: "or", fr: "ou" }
    /// Value: so many of a group.
    fn value_at_least(k: u32, of: &str) { en: "{k} of ({of})", fr: "{k} parmi ({of})" }
    /// Value: a soft requirement.
    fn value_softly(need: &str) { en: "{need} (soft)", fr: "{need} (souple)" }
    /// Value: terms with suppliers that stay.
    fn value_terms(list: &str) { en: "terms: {list}", fr: "conditions : {list}" }
    /// Value: who stands in.
    fn value_stand_in(id: &str) { en: "{id} stands in", fr: "{id} supplée" }
    /// Value: clear data.
    fn value_clear() { en: "clear", fr: "en clair" }
    /// Value: encrypted data.
    fn value_encrypted(keys: &str) { en: "encrypted, keys: {keys}", fr: "chiffrées, clés : {keys}" }
    /// Value: access.
    fn value_access() { en: "access", fr: "accès" }
    /// Value: denial.
    fn value_denial() { en: "denial", fr: "refus" }
    /// Value: tolerates.
    fn value_tolerates(time: &str) { en: "bears the loss for {time}", fr: "supporte la perte pendant {time}" }
    /// Value: how long a member needs to take over.
    fn value_starts_in(time: &str) { en: "takes over in {time}", fr: "prend le relais en {time}" }
    /// Value: how long after the order what is denied stops.
    fn value_after(time: &str) { en: "after {time}", fr: "après {time}" }
    /// Value: the organisation as the target of a law.
    fn value_organisation() { en: "the organisation", fr: "l'organisation" }
    /// Value: how somebody changes a component: updates.
    fn automatic_updates() { en: "automatic updates", fr: "mises à jour automatiques" }
    /// Value: how somebody changes a component: logging in.
    fn remote_maintenance() { en: "remote maintenance", fr: "télémaintenance" }
    /// Value: how somebody changes a component: steering.
    fn control_plane() { en: "control plane", fr: "plan de contrôle" }
    /// Value: how somebody changes a component: rules and lists.
    fn change_of_configuration() { en: "configuration", fr: "configuration" }
    /// Value: every place is needed.
    fn all_places() { en: "all of them", fr: "tous" }
    /// Value: from a day.
    fn value_from(day: &str) { en: "from {day}", fr: "du {day}" }
    /// Value: until a day.
    fn value_until(day: &str) { en: "until {day}", fr: "jusqu'au {day}" }
    /// How a service and an event stand together.
    fn stops_service(event: &str, service: &str) { en: "{event} stops {service}", fr: "{event} arrête {service}" }
    /// An unknown fact and a service.
    fn unknown_stops(what: &str, service: &str) { en: "not known, and may stop {service}: {what}", fr: "inconnu, et pourrait arrêter {service} : {what}" }
    /// An unknown fact that hides who reaches data.
    fn unknown_reaches(what: &str, service: &str) { en: "not known, and may expose {service}: {what}", fr: "inconnu, et pourrait exposer {service} : {what}" }
    /// How a jurisdiction and a service stand together.
    fn reaches_service(jurisdiction: &str, law: &str, service: &str) { en: "{jurisdiction} ({law}) reaches {service}", fr: "{jurisdiction} ({law}) atteint {service}" }
}
