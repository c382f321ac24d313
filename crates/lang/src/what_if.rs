//! Sentences of what-if and of scenarios.

messages! {
    /// Faults and withdrawals in one scenario.
    fn scen_mixed() { en: "faults and withdrawals are two questions, never asked in one: write two scenarios", fr: "défaillances et retraits sont deux questions, jamais posées ensemble : écrivez deux scénarios" }
    /// Section: what breaks.
    fn whatif_breaks() { en: "What breaks, all at hour 0", fr: "Ce qui casse, tout à l'heure 0" }
    /// Services that would not come back.
    fn hidden_for_good(names: &str) { en: "{names} (would not come back)", fr: "{names} (ne reviendrait pas)" }
    /// A fault, short.
    fn whatif_short_fault(name: &str) { en: "a fault of {name}", fr: "une défaillance de {name}" }
    /// A fault of an entity.
    fn whatif_fault_entity(name: &str) { en: "{name}, alone, fails, or a change of its goes wrong", fr: "{name}, seule, défaille, ou une de ses modifications tourne mal" }
    /// A fault of a controller.
    fn whatif_fault_controller(name: &str) { en: "{name}, and all that it controls, fails, or a change of theirs goes wrong (an upper bound)", fr: "{name}, et tout ce qu'elle contrôle, défaille, ou une de leurs modifications tourne mal (borne haute)" }
    /// How long the withdrawals last.
    fn whatif_lasts(time: &str) { en: "All of it is over after {time}: then what can be up again is.", fr: "Tout cela prend fin après {time} : ce qui peut revenir revient alors." }
    /// Title of a scenario that has none.
    fn whatif_title(what: &str) { en: "What if: {what}", fr: "Et si : {what}" }
    /// Nothing is withdrawn.
    fn whatif_nothing() { en: "nothing is withdrawn", fr: "rien n'est retiré" }
    /// Which question it answers.
    fn whatif_question() {
        en: "Question: with all of this at once, which services stop or are degraded, when, and why does the rest hold? (Continuity; what a law on access reaches stands apart.) What is declared decides; the legal verdict is for people.",
        fr: "Question : si tout cela arrive ensemble, quels services s'arrêtent ou sont dégradés, quand, et pourquoi le reste tient-il ? (Continuité ; ce qu'atteint une loi d'accès figure à part.) Ce qui est déclaré décide ; le verdict juridique revient aux personnes."
    }
    /// Only laws on access.
    fn whatif_access_only() { en: "Nothing withdraws here: a law on access stops nothing. Which data it reaches is below; whether services hold was not asked.", fr: "Rien ne se retire ici : une loi d'accès n'arrête rien. Les données qu'elle atteint suivent ; si les services tiennent n'a pas été demandé." }
    /// Counts in one line.
    fn whatif_sum(certain: usize, possible: usize, degraded: usize, held: usize, untouched: usize) {
        en: "stop for certain: {certain}, possibly: {possible}; degraded: {degraded}; hit, and hold: {held}; not hit: {untouched}",
        fr: "s'arrêtent à coup sûr : {certain}, peut-être : {possible} ; dégradés : {degraded} ; touchés, et tiennent : {held} ; non touchés : {untouched}"
    }
    /// Section: what is withdrawn.
    fn whatif_withdrawn() { en: "What is withdrawn, all at hour 0", fr: "Ce qui est retiré, tout à l'heure 0" }
    /// Section: stops for certain.
    fn whatif_stops_certain() { en: "Stops, certain: from what is declared", fr: "S'arrête, certain : d'après ce qui est déclaré" }
    /// Section: stops possibly.
    fn whatif_stops_possible() { en: "Stops, possible: once the unknowns are taken against us", fr: "S'arrête, possible : si les inconnues jouent contre nous" }
    /// Section: degraded.
    fn whatif_degraded() { en: "Degraded before a stop, or without one", fr: "Dégradés avant un arrêt, ou sans arrêt" }
    /// Section: holds.
    fn whatif_held() { en: "Hit, and holds in both readings: why", fr: "Touchés, et tiennent dans les deux lectures : pourquoi" }
    /// Section: not hit.
    fn whatif_untouched() { en: "Not hit: rests on nothing that withdraws here, as far as is known", fr: "Non touchés : ne reposent sur rien de ce qui se retire ici, pour autant qu'on sache" }
    /// Section: hidden stops.
    fn whatif_hidden() { en: "What could make it worse: unknown facts that may hide one of the withdrawn", fr: "Ce qui pourrait aggraver : faits inconnus qui peuvent cacher l'un de ceux qui se retirent" }
    /// Hidden stops not worked out.
    fn whatif_hidden_not_sought() { en: "not worked out at this size: `trefonds questions` ranks the unknown facts", fr: "non calculé à cette taille : `trefonds questions` classe les faits inconnus" }
    /// Section: what a denial law reaches.
    fn whatif_law_touches() { en: "What the laws on denial reach", fr: "Ce qu'atteignent les lois de refus" }
    /// Section: what an access law reaches.
    fn whatif_access() { en: "Another question: the data that the laws on access reach (this stops nothing)", fr: "Autre question : les données qu'atteignent les lois d'accès (cela n'arrête rien)" }
    /// Section: one proof.
    fn whatif_proof(service: &str) { en: "Proof: {service}", fr: "Preuve : {service}" }
    /// Section: the proof of a degradation.
    fn whatif_proof_degraded(service: &str) { en: "Proof, degraded: {service}", fr: "Preuve, dégradé : {service}" }
    /// Column: as written.
    fn whatif_column_written() { en: "Written", fr: "Écrit" }
    /// Column: taken for.
    fn whatif_column_taken() { en: "Taken for", fr: "Pris pour" }
    /// Column: what it touches.
    fn whatif_column_touches() { en: "Touches", fr: "Touche" }
    /// Column: by which withdrawal.
    fn whatif_column_by() { en: "By", fr: "Par" }
    /// Column: why.
    fn whatif_column_why() { en: "Why it holds", fr: "Pourquoi il tient" }
    /// Column: until.
    fn whatif_column_until() { en: "Stops later", fr: "Arrêt plus tard" }
    /// Column: through.
    fn whatif_column_through() { en: "Through", fr: "Par l'intermédiaire de" }
    /// Column: by itself.
    fn whatif_column_own() { en: "Stops by itself", fr: "S'arrête par lui-même" }
    /// A component fails.
    fn whatif_a_component(name: &str) { en: "{name} fails", fr: "{name} tombe" }
    /// An entity alone.
    fn whatif_an_entity(name: &str) { en: "{name} withdraws, alone", fr: "{name} se retire, seule" }
    /// A controller.
    fn whatif_a_controller(name: &str) { en: "{name} withdraws, with all that it controls", fr: "{name} se retire, avec tout ce qu'elle contrôle" }
    /// A country.
    fn whatif_a_country(name: &str) { en: "{name} withdraws: all that stands there, or that is run, supplied or controlled from there", fr: "{name} se retire : tout ce qui s'y trouve, ou qui est exploité, fourni ou contrôlé de là" }
    /// A union.
    fn whatif_a_union(name: &str, countries: &str) { en: "{name}: its countries met in this inventory withdraw ({countries})", fr: "{name} : ses pays présents dans cet inventaire se retirent ({countries})" }
    /// No country of a union.
    fn whatif_no_country() { en: "none", fr: "aucun" }
    /// An unknown.
    fn whatif_an_unknown(name: &str) { en: "whoever it is withdraws ({name}: not known)", fr: "celui-là se retire, qui qu'il soit ({name} : inconnu)" }
    /// A site.
    fn whatif_a_site(name: &str) { en: "the site {name} closes", fr: "le site {name} ferme" }
    /// A law on denial.
    fn whatif_a_denial(name: &str) { en: "{name} is applied to all that it reaches (denial)", fr: "{name} s'applique à tout ce qu'elle atteint (refus)" }
    /// A law on access.
    fn whatif_an_access(name: &str) { en: "{name} is applied to all that it reaches (access: stops nothing)", fr: "{name} s'applique à tout ce qu'elle atteint (accès : n'arrête rien)" }
    /// Short: a component.
    fn whatif_short_component(name: &str) { en: "{name} fails", fr: "{name} tombe" }
    /// Short: somebody.
    fn whatif_short_withdraws(name: &str) { en: "{name} withdraws", fr: "{name} se retire" }
    /// Short: a site.
    fn whatif_short_site(name: &str) { en: "{name} closes", fr: "{name} ferme" }
    /// Short: a law.
    fn whatif_short_law(name: &str) { en: "{name} applies", fr: "{name} s'applique" }
    /// And possibly more.
    fn whatif_touches_more(certain: &str, more: u32) { en: "{certain}, possibly {more} more", fr: "{certain}, peut-être {more} de plus" }
    /// Touches nothing.
    fn whatif_touches_nothing() { en: "nothing in this inventory", fr: "rien dans cet inventaire" }
    /// Nothing for certain, something possibly.
    fn whatif_touches_possibly(more: &str) { en: "possibly {more}", fr: "peut-être {more}" }
    /// Carrier: redundancy of any-of.
    fn whatif_stands_in(standing: &str, lost: &str) { en: "{standing} stands in for {lost}", fr: "{standing} prend le relais de {lost}" }
    /// Carrier: k of n.
    fn whatif_enough(k: u32, n: u32, standing: &str, lost: &str) { en: "{k} of {n} suffice: {standing} without {lost}", fr: "{k} sur {n} suffisent : {standing} sans {lost}" }
    /// Carrier: a loss that is borne.
    fn whatif_borne(lost: &str, time: &str, until: &str) { en: "the loss of {lost} is borne for {time}, until {until}", fr: "la perte de {lost} est supportée {time}, jusqu'à {until}" }
    /// Carrier: soft.
    fn whatif_soft(lost: &str) { en: "does without {lost} (soft)", fr: "se passe de {lost} (souple)" }
    /// Carrier: a delay.
    fn whatif_delay(party: &str, until: &str) { en: "goes on until {until} without {party}", fr: "continue jusqu'à {until} sans {party}" }
    /// Carrier: goes on.
    fn whatif_survives(party: &str) { en: "goes on without {party}", fr: "continue sans {party}" }
    /// Carriers: so many components go on.
    counted whatif_go_on { en: "{n} component goes on without its supplier" | "{n} components go on without their suppliers", fr: "{n} composant continue sans son fournisseur" | "{n} composants continuent sans leurs fournisseurs" }
    /// Where the carrier is.
    fn whatif_at(component: &str, what: &str) { en: "{component}: {what}", fr: "{component} : {what}" }
    /// A component elsewhere.
    fn whatif_elsewhere(component: &str, places: &str) { en: "whether these go on from their other places ({places}): {component}", fr: "si ceux-ci continuent depuis leurs autres lieux ({places}) : {component}" }
    /// What a grade says.
    fn whatif_graded() { en: "Grade: how firmly the law must reach for the service to stop so early; arguable is contested, and for people to decide.", fr: "Degré : avec quelle force la loi doit atteindre pour que le service s'arrête si tôt ; discutable est contesté, et revient aux personnes." }
    /// Without a law.
    fn whatif_no_grade() { en: "without a law", fr: "sans loi" }
    /// And.
    fn whatif_and(first: &str, last: &str) { en: "{first} and {last}", fr: "{first} et {last}" }
    /// A name with a count of others.
    counted whatif_more { en: "+{n} more" | "+{n} more", fr: "+{n} autre" | "+{n} autres" }
}

messages! {
    /// Why the arguments of whatif are refused.
    fn whatif_refused(errors: &str) { en: "{errors}; nothing was worked out", fr: "{errors} ; rien n'a été calculé" }
    /// Where a name stands, on the command line.
    fn whatif_argument(option: &str, what: &str) { en: "error: {option}: {what}", fr: "erreur : {option} : {what}" }
    /// Nothing is called so.
    fn whatif_names_nothing(name: &str) { en: "{name}: nothing in this inventory is called so; write a component, an entity (with all that it controls; entity:NAME for it alone), a country, EU or EEA, or an unknown fact as spof names it", fr: "{name} : rien dans cet inventaire ne porte ce nom ; écrivez un composant, une entité (avec tout ce qu'elle contrôle ; entity:NOM pour elle seule), un pays, EU ou EEA, ou un fait inconnu comme spof le nomme" }
    /// Nothing is called so, with the nearest.
    fn whatif_names_nothing_but(name: &str, near: &str) { en: "{name}: nothing in this inventory is called so; did you mean {near}?", fr: "{name} : rien dans cet inventaire ne porte ce nom ; vouliez-vous dire {near} ?" }
    /// No site is called so.
    fn whatif_no_site(name: &str, near: &str) { en: "{name}: no site of this inventory is called so; there are {near}", fr: "{name} : aucun site de cet inventaire ne porte ce nom ; il y a {near}" }
    /// No law is called so.
    fn whatif_no_law(name: &str, near: &str) { en: "{name}: no law of this inventory is called so; there are {near}", fr: "{name} : aucune loi de cet inventaire ne porte ce nom ; il y a {near}" }
    /// More than one thing is called so.
    fn whatif_ambiguous(name: &str, readings: &str) { en: "{name} is the name of more than one thing; write {readings}", fr: "{name} est le nom de plusieurs choses ; écrivez {readings}" }
    /// A site does not withdraw.
    fn whatif_a_site_closes(name: &str) { en: "{name} is a site: it closes, with --close-site {name} (close_sites: in a scenario)", fr: "{name} est un site : il ferme, avec --close-site {name} (close_sites: dans un scénario)" }
    /// A law that does not hold.
    fn whatif_lapsed_law(name: &str) { en: "{name} does not hold on that day; choose another with --as-of", fr: "{name} n'est pas en vigueur à cette date ; choisissez-en une autre avec --as-of" }
    /// An unknown fact behind which nobody stands.
    fn whatif_nobody_behind(name: &str) { en: "{name} is an unknown fact that hides nobody who could withdraw; it counts in the careful reading of whoever withdraws", fr: "{name} est un fait inconnu qui ne cache personne qui puisse se retirer ; il compte dans la lecture prudente de celui qui se retire" }
    /// No map of a law on access.
    fn whatif_no_map() { en: "error: a law on access stops nothing, so there is no map of what stops; the list tells what it reaches, and so does `trefonds exposure`", fr: "erreur : une loi d'accès n'arrête rien, il n'y a donc pas de carte de ce qui s'arrête ; la liste dit ce qu'elle atteint, de même que `trefonds exposure`" }
    /// Nothing to withdraw.
    fn whatif_asks_nothing() { en: "error: nothing is withdrawn; add --withdraw NAME, --close-site SITE, --law LAW or --scenario FILE", fr: "erreur : rien n'est retiré ; ajoutez --withdraw NOM, --close-site SITE, --law LOI ou --scenario FICHIER" }
}

messages! {
    /// Files of scenarios in the folder of an inventory.
    fn scen_left_alone() { en: "Scenarios in this folder, no part of the inventory (`trefonds test` plays them)", fr: "Scénarios de ce dossier, hors de l'inventaire (`trefonds test` les joue)" }
    /// Title of a report.
    fn scen_title() { en: "Scenarios", fr: "Scénarios" }
    /// Question of a report.
    fn scen_question() { en: "Question: does each scenario do what it expects?", fr: "Question : chaque scénario fait-il ce qu'il attend ?" }
    /// How many passed.
    fn scen_sum(passed: usize, all: usize, checks: usize) { en: "{passed} of {all} scenarios as expected ({checks} expectations)", fr: "{passed} scénarios sur {all} comme attendu ({checks} attentes)" }
    /// Heading of a scenario that passed.
    fn scen_passed(name: &str) { en: "as expected: {name}", fr: "comme attendu : {name}" }
    /// Heading of a scenario that did not.
    fn scen_failed(name: &str) { en: "DIFFERENT: {name}", fr: "DIFFÉRENT : {name}" }
    /// Heading of a scenario without expectations.
    fn scen_nothing_expected(name: &str) { en: "nothing expected: {name}", fr: "rien d'attendu : {name}" }
    /// Column: expected.
    fn scen_column_expected() { en: "Expected", fr: "Attendu" }
    /// Column: found.
    fn scen_column_found() { en: "Found", fr: "Constaté" }
    /// Column: difference.
    fn scen_column_difference() { en: "Difference", fr: "Écart" }
    /// Outcome: holds.
    fn scen_holds() { en: "holds", fr: "tient" }
    /// Outcome: holds until later.
    fn scen_holds_until(when: &str) { en: "holds (stops later: {when})", fr: "tient (arrêt plus tard : {when})" }
    /// Outcome: stops.
    fn scen_stops() { en: "stops", fr: "s'arrête" }
    /// Outcome: degraded.
    fn scen_degrades() { en: "degraded", fr: "dégradé" }
    /// An outcome with its certainty.
    fn scen_outcome(what: &str, certainty: &str) { en: "{what}, {certainty}", fr: "{what}, {certainty}" }
    /// Not before.
    fn scen_at_least(time: &str) { en: "not before {time}", fr: "pas avant {time}" }
    /// Expected: up again for good by a time.
    fn scen_back(time: &str) { en: "back by {time}", fr: "revenu en {time} au plus" }
    /// Expected: down for good.
    fn scen_for_good() { en: "for good", fr: "pour de bon" }
    /// Not up again for good by a time.
    fn scen_not_back(time: &str) { en: "not back by {time}", fr: "pas revenu en {time}" }
    /// Not down for good.
    fn scen_not_for_good() { en: "it comes back", fr: "il revient" }
    /// By.
    fn scen_at_most(time: &str) { en: "by {time}", fr: "en {time} au plus" }
    /// At that time, neither before nor after.
    fn scen_exactly(time: &str) { en: "after exactly {time}", fr: "après {time} exactement" }
    /// Not before some time, by some other.
    fn scen_between(least: &str, most: &str) { en: "between {least} and {most}", fr: "entre {least} et {most}" }
    /// Difference: as expected.
    fn scen_none() { en: "as expected", fr: "comme attendu" }
    /// Difference: another outcome.
    fn scen_other() { en: "another outcome", fr: "autre issue" }
    /// Difference: too early.
    fn scen_too_early(least: &str) { en: "before {least}, in one reading at least", fr: "avant {least}, dans une lecture au moins" }
    /// Difference: too late.
    fn scen_too_late(most: &str) { en: "after {most}", fr: "après {most}" }
    /// Difference: later than at once.
    fn scen_not_at_once() { en: "not at once", fr: "pas immédiatement" }
    /// Services of which nothing is expected.
    fn scen_unspoken(what: &str) { en: "nothing is expected of these, and they stop or are degraded: {what}", fr: "rien n'est attendu de ceux-ci, et ils s'arrêtent ou sont dégradés : {what}" }
    /// What is withdrawn, in one line.
    fn scen_withdrawn(what: &str) { en: "withdrawn: {what}", fr: "retiré : {what}" }
    /// The horizon, in one line.
    fn scen_by(when: &str) { en: "horizon {when}", fr: "horizon {when}" }
    /// The sentence of a failure.
    fn scen_failure(service: &str, expected: &str, found: &str) { en: "{service}: expected {expected}; found {found}", fr: "{service} : attendu {expected} ; constaté {found}" }
    /// Where a failure is.
    fn scen_failure_at(at: &str, sentence: &str) { en: "{at}: {sentence}", fr: "{at} : {sentence}" }
}

messages! {
    /// Scenarios were refused.
    fn scen_refused(errors: &str) { en: "{errors} in scenarios; nothing was played. docs/whatif.md says how to write one.", fr: "{errors} dans les scénarios ; rien n'a été joué. docs/whatif.md dit comment en écrire un." }
    /// There is no scenario.
    fn scen_no_scenario(folder: &str) { en: "error: {folder} holds no scenario: write one beside the inventory (a YAML file with `trefonds-scenario: 1`), or name one with --scenario FILE", fr: "erreur : {folder} ne contient aucun scénario : écrivez-en un à côté de l'inventaire (un fichier YAML avec `trefonds-scenario: 1`), ou nommez-en un avec --scenario FICHIER" }
    /// Another version.
    fn scen_fault_version(version: u32) { en: "version {version} of scenarios is not known; write `trefonds-scenario: 1`", fr: "la version {version} des scénarios n'est pas connue ; écrivez `trefonds-scenario: 1`" }
    /// Nothing is withdrawn.
    fn scen_fault_nothing() { en: "nothing is withdrawn; write `withdraw:`, `close_sites:` or `laws:`", fr: "rien n'est retiré ; écrivez `withdraw:`, `close_sites:` ou `laws:`" }
    /// Not one outcome.
    fn scen_fault_outcome() { en: "expects nothing, or two things; write `holds`, or one of `stops` and `degrades` with `certain` or `possible`", fr: "n'attend rien, ou deux choses ; écrivez `holds`, ou l'un de `stops` et `degrades` avec `certain` ou `possible`" }
    /// No time between.
    fn scen_fault_times() { en: "at_least is later than at_most; no time lies between", fr: "at_least est plus tard que at_most ; aucun temps n'est entre les deux" }
    /// A country that nothing leads to.
    fn scen_fault_no_country(name: &str, known: &str) { en: "{name}: nothing stands there, nor is run, supplied or controlled from there, so that the scenario can stop nothing; there are {known}", fr: "{name} : rien ne s'y trouve, ni n'en est exploité, fourni ou contrôlé : le scénario ne peut rien arrêter ; il y a {known}" }
    /// No such service.
    fn scen_fault_service(id: &str, known: &str) { en: "{id} is no service of this inventory on that day; there are {known}", fr: "{id} n'est pas un service de cet inventaire à cette date ; il y a {known}" }
    /// No such service, with the nearest.
    fn scen_fault_service_near(id: &str, near: &str) { en: "{id} is no service of this inventory on that day; did you mean {near}?", fr: "{id} n'est pas un service de cet inventaire à cette date ; vouliez-vous dire {near} ?" }
}
