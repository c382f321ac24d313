//! What a plan says.

messages! {
    /// The title at entity level.
    fn plan_title_entity() { en: "Plan against single points of foreign control: legal entities", fr: "Plan contre les points uniques de contrôle étranger : entités juridiques" }
    /// The title at controller level.
    fn plan_title_controller() { en: "Plan against single points of foreign control: ultimate controllers", fr: "Plan contre les points uniques de contrôle étranger : contrôleurs ultimes" }
    /// The title at jurisdiction level.
    fn plan_title_jurisdiction() { en: "Plan against single points of foreign control: jurisdictions", fr: "Plan contre les points uniques de contrôle étranger : juridictions" }
    /// Whose single points: everybody's.
    fn plan_for_all() { en: "for all services", fr: "pour tous les services" }
    /// Whose single points: those of vital services.
    fn plan_for_vital() { en: "for vital services", fr: "pour les services vitaux" }
    /// Whose single points: those of services that matter so much.
    fn plan_for(criticality: &str) { en: "for services that are {criticality} or more", fr: "pour les services de criticité « {criticality} » ou plus" }
    /// What counts: certain ones.
    fn plan_counts_certain() { en: "What counts: certain single points, and possible ones that are not there today. What is only possible today is for `questions` first; it is shown, and does not count.", fr: "Ce qui compte : les points uniques certains, et les possibles qui n'existent pas aujourd'hui. Ce qui n'est que possible aujourd'hui relève d'abord de `questions` ; c'est montré, et ne compte pas." }
    /// What counts: all.
    fn plan_counts_possible() { en: "What counts: certain and possible single points, unknown facts included.", fr: "Ce qui compte : les points uniques certains et possibles, faits inconnus compris." }
    /// What is proven where something takes over later.
    fn plan_in_time() { en: "Something takes over later here: what is left is exact; the proof is of sets that gain nothing from something failing sooner.", fr: "Ici, quelque chose prend le relais plus tard : ce qui reste est exact ; la preuve vaut pour les ensembles qui ne gagnent rien à ce que quelque chose tombe plus tôt." }
    /// Coverage once the plan is carried out.
    fn plan_coverage_after(percent: u32) { en: "once carried out: coverage {percent} %", fr: "une fois le plan exécuté : couverture {percent} %" }
    /// Nothing to do.
    fn plan_nothing() { en: "Nothing to do: no single point counts.", fr: "Rien à faire : aucun point unique ne compte." }
    /// All are removed.
    fn plan_complete(options: &str, amount: &str, before: u32) { en: "Complete: {options} for {amount}. Single points that count: {before} before, none after.", fr: "Complet : {options} pour {amount}. Points uniques qui comptent : {before} avant, aucun après." }
    /// The budget leaves some.
    fn plan_within(budget: &str, options: &str, amount: &str, left: usize, before: u32) { en: "Within {budget}: {options} for {amount}. Single points that count: {before} before, {left} after.", fr: "Avec {budget} : {options} pour {amount}. Points uniques qui comptent : {before} avant, {left} après." }
    /// No set removes all.
    fn plan_infeasible(options: &str, amount: &str, left: usize, before: u32) { en: "Infeasible, proven: no set of the declared options removes them all. The one that leaves the least: {options} for {amount}. Single points that count: {before} before, {left} after.", fr: "Irréalisable, c'est prouvé : aucun ensemble des options déclarées ne les retire tous. Celui qui en laisse le moins : {options} pour {amount}. Points uniques qui comptent : {before} avant, {left} après." }
    /// It is not known whether a set removes all.
    fn plan_not_known(options: &str, amount: &str, left: usize, before: u32) { en: "Not settled whether a set of the declared options removes them all. The best one known: {options} for {amount}. Single points that count: {before} before, {left} after.", fr: "Il n'est pas établi si un ensemble des options déclarées les retire tous. Le meilleur connu : {options} pour {amount}. Points uniques qui comptent : {before} avant, {left} après." }
    /// Nothing is better: proven.
    fn plan_proven_cost() { en: "Proven: no set of the declared options does as much for less.", fr: "Prouvé : aucun ensemble des options déclarées n'en fait autant pour moins cher." }
    /// Nothing is better: proven, some being left.
    fn plan_proven_weight() { en: "Proven: no set leaves less, and none that leaves as little costs less.", fr: "Prouvé : aucun ensemble n'en laisse moins, et aucun qui en laisse aussi peu ne coûte moins." }
    /// The gap.
    fn plan_gap(cost: &str, left: u64, least: u64) { en: "NOT proven: the search ended at its limit. A plan that does as much costs at least {cost}; the weight of what is left is {left}, and cannot be under {least}. `--effort` gives the search more.", fr: "NON prouvé : la recherche s'est arrêtée à sa limite. Un plan qui en fait autant coûte au moins {cost} ; le poids de ce qui reste est {left}, et ne peut être sous {least}. `--effort` donne plus à la recherche." }
    /// Possible ones that stay.
    counted plan_possible_stay { en: "Beside these, {n} possible single point stays, unknown facts included." | "Beside these, {n} possible single points stay, unknown facts included.", fr: "Il reste en outre {n} point unique possible, faits inconnus compris." | "Il reste en outre {n} points uniques possibles, faits inconnus compris." }
    /// Coincidences that stay.
    counted plan_one_hand_stay { en: "{n} finding stays that is possible in one hand." | "{n} findings stay that are possible in one hand.", fr: "{n} constat possible dans une seule main reste." | "{n} constats possibles dans une seule main restent." }
    /// What single points weigh.
    fn plan_weights(vital: u32, important: u32, standard: u32, minor: u32, before: u64, left: u64) { en: "A single point weighs {vital} over a vital service, {important} over an important, {standard} over a standard, {minor} over a minor one; that a service can be stopped at all weighs once more: {left} of {before} left.", fr: "Un point unique pèse {vital} sur un service vital, {important} sur un important, {standard} sur un standard, {minor} sur un mineur ; qu'un service puisse être arrêté pèse une fois de plus : il reste {left} sur {before}." }
    /// Lead times.
    fn plan_lead_times(longest: &str, in_turn: &str) { en: "Lead time: {longest} if all begin together, {in_turn} one after the other.", fr: "Délai : {longest} si tout commence ensemble, {in_turn} l'un après l'autre." }
    /// Steps without a lead time.
    counted plan_lead_times_not_said { en: "{n} step does not say how long it takes." | "{n} steps do not say how long they take.", fr: "{n} étape ne dit pas combien de temps elle prend." | "{n} étapes ne disent pas combien de temps elles prennent." }
    /// No option is declared.
    fn plan_no_options() { en: "The inventory declares no option for change: write them under `alternatives` of a component.", fr: "L'inventaire ne déclare aucune option de changement : écrivez-les sous `alternatives` d'un composant." }
    /// How many options.
    counted plan_options { en: "{n} option" | "{n} options", fr: "{n} option" | "{n} options" }
    /// Section: the road map.
    fn section_road_map() { en: "Road map: what removes most comes first", fr: "Feuille de route : ce qui retire le plus vient d'abord" }
    /// Section: each step.
    fn section_steps() { en: "Each step", fr: "Chaque étape" }
    /// Section: what is left.
    fn section_left() { en: "Left: single points that count and stay", fr: "Ce qui reste : points uniques qui comptent et demeurent" }
    /// Section: only possible now.
    fn section_weakened() { en: "Certain today, only possible once the plan is carried out", fr: "Certains aujourd'hui, seulement possibles une fois le plan exécuté" }
    /// What sums up all that stops a service, alone or in one hand.
    fn plan_any_hand() { en: "anybody at all, alone or in one hand", fr: "qui que ce soit, seul ou dans une seule main" }
    /// Section: elsewhere.
    fn section_elsewhere() { en: "New over services for which the plan is not made", fr: "Nouveaux sur des services pour lesquels le plan n'est pas fait" }
    /// Section: services.
    fn section_plan_services() { en: "Services, before and after", fr: "Services, avant et après" }
    /// Section: the other options.
    fn section_not_taken() { en: "Options not taken", fr: "Options non retenues" }
    /// Column: step.
    fn column_step() { en: "Step", fr: "Étape" }
    /// Column: option.
    fn column_option() { en: "Option", fr: "Option" }
    /// Column: cost.
    fn column_cost() { en: "Cost", fr: "Coût" }
    /// Column: cost so far.
    fn column_cost_so_far() { en: "So far", fr: "Cumul" }
    /// Column: lead time.
    fn column_lead_time() { en: "Lead time", fr: "Délai" }
    /// Column: how many it removes.
    fn column_removes() { en: "Removes", fr: "Retire" }
    /// Column: how many are left.
    fn column_left() { en: "Left", fr: "Reste" }
    /// Column: certain before and after.
    fn column_certain_change() { en: "Certain", fr: "Certains" }
    /// Column: possible before and after.
    fn column_possible_change() { en: "Possible", fr: "Possibles" }
    /// What a step removes.
    fn plan_removes(what: &str) { en: "removes: {what}", fr: "retire : {what}" }
    /// What a step brings.
    fn plan_brings(what: &str) { en: "brings, until a later step: {what}", fr: "amène, jusqu'à une étape suivante : {what}" }
    /// What a step brings for good.
    fn plan_brings_for_good(what: &str) { en: "brings: {what}", fr: "amène : {what}" }
    /// What would be there without a step.
    fn plan_holds_off(what: &str) { en: "without it there would be: {what}", fr: "sans elle, il y aurait : {what}" }
    /// What cannot be taken without a step.
    fn plan_needed_by(options: &str) { en: "needed by: {options}", fr: "nécessaire à : {options}" }
    /// What a step changes.
    fn plan_changes(what: &str) { en: "change: {what}", fr: "changement : {what}" }
    /// Where a step is declared.
    fn plan_declared(at: &str) { en: "declared at {at}", fr: "déclarée à {at}" }
    /// An event over some services.
    fn plan_over(event: &str, services: &str) { en: "{event} over {services}", fr: "{event} sur {services}" }
    /// Why it is left: untouched.
    fn plan_left_untouched() { en: "no option touches it", fr: "aucune option n'y touche" }
    /// Why it is left: no set removes it.
    fn plan_left_no_set() { en: "no set of options removes it", fr: "aucun ensemble d'options ne le retire" }
    /// Why it is left: others would come.
    fn plan_left_price() { en: "removing it leaves or brings more elsewhere", fr: "le retirer en laisse ou en amène plus ailleurs" }
    /// Why it is left: the budget.
    fn plan_left_budget() { en: "within the budget, others weigh more", fr: "avec ce budget, d'autres pèsent plus" }
    /// Why it is left: not known.
    fn plan_left_not_known() { en: "not settled whether options remove it", fr: "non établi si des options le retirent" }
    /// The plan brings it.
    fn plan_left_brought() { en: "brought by the plan", fr: "amené par le plan" }
    /// An option that does not hold on the day.
    fn plan_unavailable() { en: "not open on this day", fr: "pas ouverte à cette date" }
    /// A lead time that is not said.
    fn plan_time_not_said() { en: "not said", fr: "non dit" }
}

impl crate::Lang {
    /// An amount in whole units, its digits in groups of three.
    ///
    /// ```
    /// use trefonds_lang::Lang;
    /// assert_eq!(Lang::En.amount(1_250_000, Some("EUR")), "1,250,000 EUR");
    /// assert_eq!(Lang::Fr.amount(1_250_000, None), "1 250 000");
    /// ```
    #[must_use]
    pub fn amount(self, units: u64, currency: Option<&str>) -> String {
        let separator = match self {
            Self::En => ',',
            Self::Fr => ' ',
        };
        let digits = units.to_string();
        let mut amount = String::with_capacity(digits.len() * 4 / 3 + 4);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                amount.push(separator);
            }
            amount.push(digit);
        }
        if let Some(currency) = currency {
            amount.push(' ');
            amount.push_str(currency);
        }
        amount
    }
}
