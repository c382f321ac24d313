//! Sentences of policies: verdicts, violations, exceptions, faults of a policy file.

messages! {
    /// Heading of a report.
    fn policy_title(policy: &str) { en: "Policy: {policy}", fr: "Politique : {policy}" }
    /// Heading of a report on a policy without a title.
    fn policy_untitled() { en: "Policy", fr: "Politique" }
    /// The check passes.
    fn policy_passes() { en: "Passes", fr: "Conforme" }
    /// The check fails.
    fn policy_fails() { en: "Fails", fr: "Non conforme" }
    /// Errors, counted.
    counted policy_errors { en: "{n} error" | "{n} errors", fr: "{n} erreur" | "{n} erreurs" }
    /// Warnings, counted.
    counted policy_warnings { en: "{n} warning" | "{n} warnings", fr: "{n} avertissement" | "{n} avertissements" }
    /// Notes, counted.
    counted policy_notes { en: "{n} note" | "{n} notes", fr: "{n} remarque" | "{n} remarques" }
    /// Excepted violations, counted.
    counted policy_excepted { en: "{n} accepted by an exception" | "{n} accepted by exceptions", fr: "{n} acceptée par dérogation" | "{n} acceptées par dérogation" }
    /// Known violations, counted.
    counted policy_known { en: "{n} known by the baseline" | "{n} known by the baseline", fr: "{n} connue de la référence" | "{n} connues de la référence" }
    /// Entries of the baseline that are gone, counted.
    counted policy_gone { en: "{n} violation of the baseline is gone: write it again with --write-baseline" | "{n} violations of the baseline are gone: write it again with --write-baseline", fr: "{n} écart de la référence a disparu : récrivez-la avec --write-baseline" | "{n} écarts de la référence ont disparu : récrivez-la avec --write-baseline" }
    /// Section of errors.
    fn section_errors() { en: "Errors", fr: "Erreurs" }
    /// Section of warnings.
    fn section_warnings() { en: "Warnings", fr: "Avertissements" }
    /// Section of notes.
    fn section_notes() { en: "Notes", fr: "Remarques" }
    /// Section of what exceptions accept.
    fn section_excepted() { en: "Accepted by exceptions", fr: "Accepté par dérogation" }
    /// Section of what the baseline knows.
    fn section_known() { en: "Known by the baseline", fr: "Connu de la référence" }
    /// Section of rules that hold.
    fn section_kept() { en: "Rules that hold", fr: "Règles respectées" }
    /// A rule that holds, and on how many things it was judged.
    fn rule_kept(id: &str, text: &str, n: usize) { en: "{id}: {text} ({n} checked)", fr: "{id} : {text} ({n} examinés)" }
    /// Section of rules that what is not known leaves open.
    fn section_open() { en: "Not known to hold: nothing certain breaks them, something possible does", fr: "Pas établies : rien de certain ne les enfreint, quelque chose de possible si" }
    /// A rule that is open, and how many possible violations it does not count.
    fn rule_open(id: &str, text: &str, n: usize) { en: "{id}: {text} (possible violations, which the rule does not count: {n})", fr: "{id} : {text} (écarts possibles, que la règle ne compte pas : {n})" }
    /// A rule and its text.
    fn rule_heading(id: &str, text: &str) { en: "{id}: {text}", fr: "{id} : {text}" }
    /// Heading of what is wrong with exceptions.
    fn exceptions_heading() { en: "exceptions of the policy", fr: "dérogations de la politique" }
    /// Column: subject.
    fn column_subject() { en: "Subject", fr: "Sujet" }
    /// Column: violation.
    fn column_violation() { en: "Violation", fr: "Écart" }
    /// Column: rule.
    fn column_rule() { en: "Rule", fr: "Règle" }
    /// Column: exception.
    fn column_exception() { en: "Exception", fr: "Dérogation" }
    /// An exception in one cell.
    fn exception_cell(owner: &str, until: &str, reason: &str) { en: "{owner}, until {until}: {reason}", fr: "{owner}, jusqu'au {until} : {reason}" }
    /// The whole inventory as a subject.
    fn the_inventory() { en: "the inventory", fr: "l'inventaire" }
    /// Put before a violation that is only possible.
    fn possibly_so(sentence: &str) { en: "possibly: {sentence}", fr: "peut-être : {sentence}" }
    /// Violation: a single point.
    fn policy_single_point(event: &str, channel: &str, when: &str) { en: "{event} can stop it alone ({channel}; stops {when})", fr: "{event} peut l'arrêter seul ({channel} ; arrêt {when})" }
    /// Violation: a single point before a horizon.
    fn policy_single_point_by(event: &str, channel: &str, when: &str, by: &str) { en: "{event} can stop it alone within {by} ({channel}; stops {when})", fr: "{event} peut l'arrêter seul en {by} ({channel} ; arrêt {when})" }
    /// Violation: too early a stop.
    fn policy_too_early(event: &str, when: &str, least: &str) { en: "if {event} withdraws it stops {when}; it must hold for {least}", fr: "si {event} se retire : arrêt {when} ; il doit tenir {least}" }
    /// Violation: unknown controllers.
    counted policy_unknown { en: "{n} unknown fact could hide a foreign controller that stops it" | "{n} unknown facts could each hide a foreign controller that stops it", fr: "{n} fait inconnu pourrait cacher un contrôleur étranger qui l'arrête" | "{n} faits inconnus pourraient cacher chacun un contrôleur étranger qui l'arrête" }
    /// Violation: it is down from what has ended.
    fn policy_ended(when: &str, what: &str) { en: "it is down {when}: {what} has ended, or is not there yet, and is needed", fr: "à l'arrêt {when} : {what} a pris fin, ou n'est pas encore là, et on en a besoin" }
    /// Violation: something that it needs ends.
    fn policy_ends(what: &str, day: &str, left: &str, when: &str, time: &str) { en: "{what}: ends on {day} ({left}), and stops it ({when}) if nothing takes its place; nothing may end within {time}", fr: "{what} : prend fin le {day} ({left}), et l'arrête ({when}) si rien ne prend la suite ; rien ne doit prendre fin sous {time}" }
    /// Violation: somebody who may be an unknown hand.
    fn policy_one_hand(event: &str, facts: &str, when: &str) { en: "if {event} withdraws and is also behind what is not known ({facts}), it stops: {when}", fr: "si {event} se retire et se trouve aussi derrière ce qui n'est pas connu ({facts}) : arrêt {when}" }
    /// Violation: unknown facts that may be one hand.
    fn policy_hands(facts: &str, when: &str) { en: "if the same hand is behind two of these, it stops: {when} ({facts})", fr: "si la même main se trouve derrière deux de ces faits : arrêt {when} ({facts})" }
    /// Violation: not looked for.
    fn policy_one_hand_not_looked_for() { en: "there are too many unknown facts to look for those that may be one hand", fr: "il y a trop de faits inconnus pour chercher ceux qui seraient une seule main" }
    /// Violation: an exposure.
    fn policy_exposed(jurisdiction: &str, law: &str, grade: &str, data: &str, component: &str) { en: "{jurisdiction} can reach data ({data}) of {component}: {law}, {grade}", fr: "{jurisdiction} peut atteindre des données ({data}) de {component} : {law}, {grade}" }
    /// A jurisdiction that is not known.
    fn unknown_jurisdiction() { en: "a jurisdiction that is not known", fr: "une juridiction inconnue" }
    /// No law is declared.
    fn no_declared_law() { en: "no law declared", fr: "aucune loi déclarée" }
    /// Violation: too little is known.
    fn policy_uncovered(percent: u32, declared: u64, called_for: u64, least: u32) { en: "coverage {percent} % ({declared} of {called_for} facts); at least {least} % is asked for", fr: "couverture {percent} % ({declared} faits sur {called_for}) ; il faut au moins {least} %" }
    /// Within a time.
    fn within_time(time: &str) { en: "within {time}", fr: "en {time}" }
    /// Violation: too many services in one hand.
    fn policy_concentrated(certain: u32, of: u32, most: u32, by: &str) { en: "can stop {certain} of {of} services alone{by}; at most {most} % is accepted", fr: "peut arrêter seul {certain} des {of} services{by} ; au plus {most} % est accepté" }
    /// Violation: too many services in one hand, possible ones included.
    fn policy_concentrated_possibly(certain: u32, possible: u32, of: u32, most: u32, by: &str) { en: "can stop {certain} of {of} services alone{by}, and perhaps {possible} more; at most {most} % is accepted", fr: "peut arrêter seul {certain} des {of} services{by}, et peut-être {possible} de plus ; au plus {most} % est accepté" }
    /// Violation: no owner.
    fn policy_no_owner() { en: "nobody answers for it: write its `owner`", fr: "personne n'en répond : écrivez son `owner`" }
    /// Violation: a fact verified too long ago.
    fn policy_stale(fact: &str, day: &str, age: u32, most: u32) { en: "{fact}: last verified on {day}, {age} days ago; at most {most} days are accepted", fr: "{fact} : vérifié le {day}, il y a {age} jours ; au plus {most} jours sont acceptés" }
    /// Violation: facts of unknown age.
    fn policy_never_dated(field: &str, n: u32) { en: "{field}: facts that bear no day of verification ({n})", fr: "{field} : faits sans jour de vérification ({n})" }
    /// A rule that cannot be judged.
    fn policy_not_judged() { en: "cannot be judged: the results have no day; write `as_of` in the inventory or use --as-of", fr: "ne peut être jugée : les résultats n'ont pas de date ; écrivez `as_of` dans l'inventaire ou utilisez --as-of" }
    /// An exception that is over.
    fn exception_expired(rule: &str, until: &str, owner: &str) { en: "the exception to {rule} expired on {until}; {owner} renews or removes it", fr: "la dérogation à {rule} a expiré le {until} ; à {owner} de la renouveler ou de la retirer" }
    /// An exception that excepts nothing.
    fn exception_useless(rule: &str, owner: &str) { en: "the exception to {rule} excepts nothing any more; {owner} removes it", fr: "la dérogation à {rule} ne couvre plus rien ; à {owner} de la retirer" }
    /// An exception without a day to compare with.
    fn exception_undated(rule: &str, until: &str) { en: "the exception to {rule} until {until} cannot be applied: the results have no day; write `as_of` in the inventory or use --as-of", fr: "la dérogation à {rule} jusqu'au {until} ne peut être appliquée : les résultats n'ont pas de date ; écrivez `as_of` dans l'inventaire ou utilisez --as-of" }
    /// How to be done with a violation.
    fn policy_help(rule: &str) { en: "Mend the inventory or the information system; or accept it for a while: an entry under `exceptions` of the policy with `rule: {rule}`, a reason, an owner and a last day.", fr: "Corrigez l'inventaire ou le système d'information ; ou acceptez-le pour un temps : une entrée sous `exceptions` de la politique avec `rule: {rule}`, une raison, un responsable et un dernier jour." }
    /// What the expired rule is about.
    fn about_expired() { en: "An exception whose last day is over no longer excepts anything.", fr: "Une dérogation dont le dernier jour est passé ne couvre plus rien." }
    /// What the useless rule is about.
    fn about_useless() { en: "An exception that excepts nothing hides the next violation that it would cover.", fr: "Une dérogation qui ne couvre rien cacherait le prochain écart qu'elle couvrirait." }
    /// What the undated rule is about.
    fn about_undated() { en: "The last day of an exception is compared with the day of the results.", fr: "Le dernier jour d'une dérogation est comparé à la date des résultats." }
    /// Field: exists.
    fn field_exists() { en: "existence", fr: "existence" }
    /// Field: requirement.
    fn field_requirement() { en: "requirement", fr: "besoin" }
    /// Field: operator.
    fn field_operator() { en: "operator", fr: "exploitant" }
    /// Field: supplier.
    fn field_supplier() { en: "supplier", fr: "fournisseur" }
    /// Field: who can change it from afar.
    fn field_changed_by() { en: "changed_by", fr: "changed_by" }
    /// Field: what its repair needs.
    fn field_recovers_with() { en: "recovers_with", fr: "recovers_with" }
    /// Field: site.
    fn field_site() { en: "site", fr: "site" }
    /// Field: data.
    fn field_data() { en: "data", fr: "données" }
    /// Field: country.
    fn field_country() { en: "country", fr: "pays" }
    /// Field: owned by.
    fn field_owned_by() { en: "owned_by", fr: "owned_by" }
    /// Field: controlled by.
    fn field_controlled_by() { en: "controlled_by", fr: "controlled_by" }
    /// Field: reaches.
    fn field_reaches() { en: "reaches", fr: "reaches" }
}

messages! {
    /// The policy was refused.
    fn policy_refused(errors: &str) { en: "{errors} in the policy; nothing was judged. docs/policy.md says how to write one.", fr: "{errors} dans la politique ; rien n'a été jugé. docs/policy.md dit comment en écrire une." }
    /// A file that cannot be read.
    fn cannot_read(path: &str, error: &str) { en: "error: cannot read {path}: {error}", fr: "erreur : impossible de lire {path} : {error}" }
    /// A file that is not text.
    fn not_utf8_text(path: &str) { en: "error: {path}: not UTF-8", fr: "erreur : {path} : pas de l'UTF-8" }
    /// A format that needs a policy.
    fn format_needs_policy(format: &str) { en: "error: --format {format} shows what a policy says; add --policy FILE", fr: "erreur : --format {format} montre ce que dit une politique ; ajoutez --policy FICHIER" }
    /// A baseline that is none.
    fn not_a_baseline(path: &str, error: &str) { en: "error: {path} is no baseline ({error}); write one with --write-baseline", fr: "erreur : {path} n'est pas une référence ({error}) ; écrivez-en une avec --write-baseline" }
    /// A baseline of another version.
    fn baseline_version(path: &str, version: u32) { en: "error: {path}: version {version} of baselines is not known; write it again with --write-baseline", fr: "erreur : {path} : la version {version} des références n'est pas connue ; récrivez-la avec --write-baseline" }
    /// An alias.
    fn small_alias() { en: "aliases are not read here", fr: "les alias ne sont pas lus ici" }
    /// Another version.
    fn fault_version(version: u32) { en: "version {version} of policies is not known; write `trefonds-policy: 1`", fr: "la version {version} des politiques n'est pas connue ; écrivez `trefonds-policy: 1`" }
    /// No rule.
    fn fault_no_rule() { en: "a policy without a rule passes whatever happens; write one", fr: "une politique sans règle passe quoi qu'il arrive ; écrivez-en une" }
    /// A bad id.
    fn fault_bad_id(id: &str) { en: "{id}: an id has small letters, digits and -, a letter first, and is none of those kept for exceptions (exception-expired, exception-useless, exception-undated)", fr: "{id} : un identifiant a des minuscules, des chiffres et -, une lettre d'abord, et n'est pas l'un de ceux réservés aux dérogations (exception-expired, exception-useless, exception-undated)" }
    /// An id twice.
    fn fault_duplicate_id(id: &str) { en: "{id}: a rule above has this id; choose another", fr: "{id} : une règle plus haut porte cet identifiant ; choisissez-en un autre" }
    /// An empty text.
    fn fault_empty(key: &str) { en: "{key} says nothing; write what a colleague should read", fr: "{key} ne dit rien ; écrivez ce qu'un collègue doit lire" }
    /// No kind.
    fn fault_no_kind(known: &str) { en: "the rule asks for nothing; add one of {known}", fr: "la règle ne demande rien ; ajoutez l'une de {known}" }
    /// Several kinds.
    fn fault_several_kinds(id: &str) { en: "{id} asks for several things; make a rule of each", fr: "{id} demande plusieurs choses ; faites-en une règle chacune" }
    /// A percentage over 100.
    fn fault_percent(percent: u32) { en: "{percent} is no percentage; write 0 to 100", fr: "{percent} n'est pas un pourcentage ; écrivez de 0 à 100" }
    /// An order that says nothing.
    fn fault_order_says_nothing(order: u32) { en: "every service has cut sets of order {order} at least; write `order: 2`", fr: "tout service a des coupes d'ordre {order} au moins ; écrivez `order: 2`" }
    /// The component level.
    fn fault_component_level() { en: "components are neither home nor foreign; write `level: controller`, `entity` or `jurisdiction`", fr: "les composants ne sont ni de confiance ni étrangers ; écrivez `level: controller`, `entity` ou `jurisdiction`" }
    /// Several events stop a service together.
    fn policy_cut_set(events: &str, count: usize, when: &str, order: u32) { en: "{events} can stop it together ({count} withdrawals, {order} asked for; stops {when})", fr: "{events} peuvent l'arrêter ensemble ({count} retraits, {order} demandés ; arrêt {when})" }
    /// More cut sets than are listed.
    fn policy_more_cut_sets(listed: u32, total: &str) { en: "{listed} of {total} sets of withdrawals that stop it are listed", fr: "{listed} ensembles de retraits qui l'arrêtent sont listés sur {total}" }
    /// Cut sets that memory did not allow to work out.
    fn policy_cut_sets_not_known(up_to: u32) { en: "the sets of withdrawals that stop it are known up to {up_to} withdrawals only: the memory allowed did not suffice", fr: "les ensembles de retraits qui l'arrêtent ne sont connus que jusqu'à {up_to} retraits : la mémoire permise n'a pas suffi" }
    /// An exception to no rule.
    fn fault_no_such_rule(rule: &str, known: &str) { en: "no rule is called {rule}; there are {known}", fr: "aucune règle ne s'appelle {rule} ; il y a {known}" }
    /// No such jurisdiction.
    fn fault_no_jurisdiction(written: &str, known: &str) { en: "{written} is no country of ISO 3166-1 (two capital letters), nor EU or EEA, so that the rule can match nothing; the inventory has {known}", fr: "{written} n'est ni un pays d'ISO 3166-1 (deux capitales), ni EU ou EEA : la règle ne peut rien trouver ; l'inventaire a {known}" }
    /// The same, with the nearest.
    fn fault_no_jurisdiction_near(written: &str, near: &str) { en: "{written} is no country of ISO 3166-1 (two capital letters), nor EU or EEA, so that the rule can match nothing; did you mean {near}?", fr: "{written} n'est ni un pays d'ISO 3166-1 (deux capitales), ni EU ou EEA : la règle ne peut rien trouver ; vouliez-vous dire {near} ?" }
    /// A territory is its state's.
    fn fault_territory(written: &str, state: &str) { en: "{written} is a territory of {state}, and no law of its own is declared, so that the rule can match nothing; write {state}", fr: "{written} est un territoire de {state}, et aucune loi propre n'est déclarée : la règle ne peut rien trouver ; écrivez {state}" }
    /// No such class of data.
    fn fault_no_class(written: &str, known: &str) { en: "no component holds data of class {written}, so that the rule can match nothing; the inventory has {known}", fr: "aucun composant ne détient de données de classe {written} : la règle ne peut rien trouver ; l'inventaire a {known}" }
    /// The same, with the nearest.
    fn fault_no_class_near(written: &str, near: &str) { en: "no component holds data of class {written}, so that the rule can match nothing; did you mean {near}?", fr: "aucun composant ne détient de données de classe {written} : la règle ne peut rien trouver ; vouliez-vous dire {near} ?" }
    /// No service matters so much.
    fn fault_nothing_so_critical(known: &str) { en: "no service matters so much, so that the rule can match nothing; the inventory has {known}", fr: "aucun service n'est aussi critique : la règle ne peut rien trouver ; l'inventaire a {known}" }
    /// No component of these layers.
    fn fault_no_layer(known: &str) { en: "no component is of these layers, so that the rule can match nothing; the inventory has {known}", fr: "aucun composant n'est de ces couches : la règle ne peut rien trouver ; l'inventaire a {known}" }
    /// No fact of these fields.
    fn fault_no_field() { en: "no fact of these fields bears the day of a check, so that the rule can match nothing; write fields such as operator, supplier, owned-by", fr: "aucun fait de ces champs ne porte de date de vérification : la règle ne peut rien trouver ; écrivez des champs comme operator, supplier, owned-by" }
    /// An exception that silences a whole rule.
    fn fault_excepts_everything(rule: &str) { en: "this would silence the whole rule {rule}; say of which `subject` or `about` what, or remove the rule", fr: "ceci ferait taire toute la règle {rule} ; dites pour quel `subject` ou `about`, ou retirez la règle" }
}
