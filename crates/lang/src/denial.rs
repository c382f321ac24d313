//! Sentences of what laws on denial could stop.

messages! {
    /// Title.
    fn denial_title() { en: "What laws that deny could stop", fr: "Ce que les lois de refus pourraient arrêter" }
    /// Which question it answers.
    fn denial_question() {
        en: "Question: if a law on denial is applied to all that it reaches, alone, which services stop, when, and through whom? Certain: from what is declared. Arguable: only if a rule reaches that is contested. Possible: once the unknowns are taken against us. What is declared decides; the legal verdict is for people.",
        fr: "Question : si une loi de refus s'applique à tout ce qu'elle atteint, seule, quels services s'arrêtent, quand, et par qui ? Certain : d'après ce qui est déclaré. Discutable : seulement si une règle contestée porte jusque-là. Possible : si les inconnues jouent contre nous. Ce qui est déclaré décide ; le verdict juridique revient aux personnes."
    }
    /// There is none.
    fn denial_no_law() { en: "This inventory declares no law on denial.", fr: "Cet inventaire ne déclare aucune loi de refus." }
    /// A law, and whether it is in force.
    fn denial_law(law: &str, days: &str) { en: "{law}: {days}", fr: "{law} : {days}" }
    /// In force.
    fn denial_in_force() { en: "in force", fr: "en vigueur" }
    /// In force since a day.
    fn denial_since(day: &str) { en: "in force since {day}", fr: "en vigueur depuis le {day}" }
    /// In force until a day.
    fn denial_until(day: &str) { en: "in force until {day}", fr: "en vigueur jusqu'au {day}" }
    /// In force between two days.
    fn denial_between(from: &str, until: &str) { en: "in force from {from} to {until}", fr: "en vigueur du {from} au {until}" }
    /// Not yet.
    fn denial_not_yet(day: &str) { en: "NOT YET IN FORCE, from {day} on; played all the same", fr: "PAS ENCORE EN VIGUEUR, à partir du {day} ; jouée tout de même" }
    /// No more.
    fn denial_no_more(day: &str) { en: "NO LONGER IN FORCE, until {day}; played all the same", fr: "PLUS EN VIGUEUR, jusqu'au {day} ; jouée tout de même" }
    /// No rule holds on the day.
    fn denial_no_rule() { en: "NO RULE IN FORCE on this day; played all the same", fr: "AUCUNE RÈGLE EN VIGUEUR à cette date ; jouée tout de même" }
    /// Whose components it denies, and spares.
    fn denial_targets(who: &str) { en: "denies only: {who}", fr: "ne refuse qu'à : {who}" }
    /// Whose components it spares.
    fn denial_spares(who: &str) { en: "spares: {who}", fr: "épargne : {who}" }
    /// All of this inventory.
    fn denial_organisation() { en: "all of this inventory", fr: "tout cet inventaire" }
    /// What an entity runs.
    fn denial_entity(name: &str) { en: "what {name} runs", fr: "ce qu'exploite {name}" }
    /// Counts in one line.
    fn denial_sum(certain: usize, arguable: usize, possible: usize, degraded: u32, held: usize, untouched: u32) {
        en: "stop for certain: {certain}, arguably: {arguable}, possibly: {possible}; degraded: {degraded}; reached, and hold: {held}; not reached: {untouched}",
        fr: "s'arrêtent à coup sûr : {certain}, de façon discutable : {arguable}, peut-être : {possible} ; dégradés : {degraded} ; atteints, et tiennent : {held} ; non atteints : {untouched}"
    }
    /// It stops nothing.
    fn denial_stops_nothing() { en: "It stops nothing.", fr: "Elle n'arrête rien." }
    /// It stops nothing by the horizon.
    fn denial_stops_nothing_by(when: &str) { en: "It stops nothing by {when}.", fr: "Elle n'arrête rien d'ici {when}." }
    /// What it denies by itself.
    fn denial_reaches(what: &str) { en: "denies by their own channels: {what}", fr: "refuse par leurs propres canaux : {what}" }
    /// Stops for certain.
    fn denial_certain() { en: "Stops, certain", fr: "S'arrête, certain" }
    /// Stops arguably.
    fn denial_arguable() { en: "Stops, arguable: only if a contested rule reaches", fr: "S'arrête, discutable : seulement si une règle contestée porte jusque-là" }
    /// Stops possibly.
    fn denial_possible() { en: "Stops, possible: once the unknowns are taken against us", fr: "S'arrête, possible : si les inconnues jouent contre nous" }
    /// Who must obey, by which channel.
    fn denial_through(who: &str, channel: &str, component: &str) { en: "{who} ({channel} of {component})", fr: "{who} ({channel} de {component})" }
    /// What is reached and holds.
    fn denial_held(services: &str) { en: "reached, and hold in both readings: {services}", fr: "atteints, et tiennent dans les deux lectures : {services}" }
    /// Step: what a component rests on, by which a law reaches who runs it.
    fn step_rests_on(from: &str, to: &str) { en: "{from} rests on {to}", fr: "{from} repose sur {to}" }
    /// Step: from whom technology comes.
    fn step_technology(from: &str, to: &str) { en: "the technology of {from} comes from {to}", fr: "la technologie de {from} vient de {to}" }
    /// A law on access.
    fn denial_of_access(name: &str) { en: "{name} is a law on access, which stops nothing; `trefonds exposure` tells what it reaches", fr: "{name} est une loi d'accès, qui n'arrête rien ; `trefonds exposure` dit ce qu'elle atteint" }
}
