//! Sentences of what-if and of scenarios.

messages! {
    /// Title of a scenario that has none.
    fn whatif_title(what: &str) { en: "What if: {what}", fr: "Et si : {what}" }
    /// Nothing is withdrawn.
    fn whatif_nothing() { en: "nothing is withdrawn", fr: "rien n'est retiré" }
    /// Which question it answers.
    fn whatif_question() {
        en: "Question: with all of this at once, which services stop or are degraded, when, and why does the rest hold? (Continuity; what a law on access reaches stands apart.) What is declared decides; the legal verdict is for people.",
        fr: "Question : si tout cela arrive ensemble, quels services s'arrêtent ou sont dégradés, quand, et pourquoi le reste tient-il ? (Continuité ; ce qu'atteint une loi d'accès figure à part.) Ce qui est déclaré décide ; le verdict juridique revient aux personnes."
    }
    /// Counts in one line.
    fn whatif_sum(certain: usize, possible: usize, degraded: usize, held: usize, untouched: usize) {
        en: "{certain} stop for certain, {possible} possibly; {degraded} degraded; {held} hit and hold; {untouched} not hit",
        fr: "{certain} s'arrêtent à coup sûr, {possible} peut-être ; {degraded} dégradés ; {held} touchés et tiennent ; {untouched} non touchés"
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
    fn whatif_untouched() { en: "Not hit: rests on nothing of this, as far as is known", fr: "Non touchés : ne reposent sur rien de cela, pour autant qu'on sache" }
    /// Section: hidden stops.
    fn whatif_hidden() { en: "What could make it worse: unknown facts that may hide one of the withdrawn", fr: "Ce qui pourrait aggraver : faits inconnus qui peuvent cacher l'un de ceux qui se retirent" }
    /// Hidden stops not worked out.
    fn whatif_hidden_not_sought() { en: "large inventory: not worked out here; --format json has them", fr: "grand inventaire : non calculé ici ; --format json les donne" }
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
    fn whatif_an_unknown(name: &str) { en: "whoever is hidden by the unknown fact {name} withdraws", fr: "celui que cache le fait inconnu {name} se retire" }
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
    /// How many components are touched.
    fn whatif_touches(certain: &str) { en: "{certain}", fr: "{certain}" }
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
    fn whatif_elsewhere(component: &str, places: &str) { en: "whether {component} goes on with its other places ({places})", fr: "si {component} continue avec ses autres lieux ({places})" }
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
    /// Nothing to withdraw.
    fn whatif_asks_nothing() { en: "error: nothing is withdrawn; add --withdraw NAME, --close-site SITE, --law LAW or --scenario FILE", fr: "erreur : rien n'est retiré ; ajoutez --withdraw NOM, --close-site SITE, --law LOI ou --scenario FICHIER" }
}
