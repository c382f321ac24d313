//! Sentences of cut sets and of fault tree models.

messages! {
    /// Title.
    fn cuts_title(of: &str) { en: "Minimal cut sets of {of}", fr: "Coupes minimales de {of}" }
    /// Cold members are taken statically.
    fn upper_bound() { en: "Members of groups that take over after a time are taken as there where that is borne, else as down: this is an upper bound. `spof` and `whatif` say what is only interrupted.", fr: "Les membres de groupes qui prennent le relais après un délai comptent comme présents si ce délai est supporté, sinon comme arrêtés : c'est une borne haute. `spof` et `whatif` disent ce qui n'est qu'interrompu." }
    /// Which question cut sets answer.
    fn cuts_question() {
        en: "Question: which withdrawals together stop the service, none of them superfluous? (Continuity.) Order 1 is the list of single points. The proof of a set in full: trefonds whatif INVENTORY --withdraw A --withdraw B.",
        fr: "Question : quels retraits arrêtent ensemble le service, aucun n'étant de trop ? (Continuité.) L'ordre 1 est la liste des points uniques. La preuve entière d'une coupe : trefonds whatif INVENTAIRE --withdraw A --withdraw B."
    }
    /// The level: components.
    fn cuts_of_components() { en: "withdrawals: components", fr: "retraits : composants" }
    /// The level: legal entities.
    fn cuts_of_entities() { en: "withdrawals: legal entities", fr: "retraits : entités juridiques" }
    /// The level: ultimate controllers.
    fn cuts_of_controllers() { en: "withdrawals: ultimate controllers", fr: "retraits : contrôleurs ultimes" }
    /// The level: jurisdictions.
    fn cuts_of_jurisdictions() { en: "withdrawals: jurisdictions", fr: "retraits : juridictions" }
    /// Home left out.
    fn cuts_foreign_only() { en: "foreign withdrawals only; those at home are taken not to happen", fr: "retraits étrangers seulement ; ceux de confiance sont réputés ne pas se produire" }
    /// The bound on the order.
    fn cuts_up_to(order: u32) { en: "up to order {order}", fr: "jusqu'à l'ordre {order}" }
    /// What the careful column counts.
    fn cuts_careful_note() {
        en: "The careful reading takes every unknown against us. A certain set counts there too, unless a part of it is then enough.",
        fr: "La lecture prudente retient chaque inconnue contre nous. Une coupe certaine y compte aussi, sauf si une partie d'elle suffit alors."
    }
    /// Memory ended the computation.
    fn cuts_incomplete(what: &str, order: u32) {
        en: "{what}: the memory allowed did not suffice. Complete up to order {order}; higher orders are not known. Allow more with --memory, or ask for fewer with --order.",
        fr: "{what} : la mémoire permise n'a pas suffi. Complet jusqu'à l'ordre {order} ; les ordres supérieurs ne sont pas connus. Permettez-en plus avec --memory, ou demandez-en moins avec --order."
    }
    /// Sets left out of the list.
    fn cuts_unlisted(listed: u128, total: u128) {
        en: "{listed} of {total} sets are listed, the lowest orders first; --limit lists more.",
        fr: "{listed} coupes listées sur {total}, les ordres les plus bas d'abord ; --limit en liste plus."
    }
    /// Sets of the careful reading left out.
    fn cuts_unlisted_careful(listed: u128, total: u128) {
        en: "{listed} of the {total} sets of the careful reading were gone through, the lowest orders first; --limit goes through more.",
        fr: "{listed} des {total} coupes de la lecture prudente ont été parcourues, les ordres les plus bas d'abord ; --limit en parcourt plus."
    }
    /// Sub-heading of an order.
    fn cuts_of_order(order: usize, sets: usize) { en: "Order {order}: {sets}", fr: "Ordre {order} : {sets}" }
    /// Section of counts.
    fn section_how_many() { en: "How many", fr: "Combien" }
    /// Column: order.
    fn column_order() { en: "Order", fr: "Ordre" }
    /// Column: sets.
    fn column_sets() { en: "Minimal cut sets", fr: "Coupes minimales" }
    /// Column: the careful reading.
    fn column_careful_reading() { en: "Careful reading", fr: "Lecture prudente" }
    /// Column: what is withdrawn together.
    fn column_together() { en: "Together", fr: "Ensemble" }
    /// Column: unknown facts.
    fn column_hangs_on() { en: "Hangs on", fr: "Dépend de" }
    /// Row of sums.
    fn total() { en: "All", fr: "Total" }
    /// A number that was not worked out.
    fn not_known() { en: "not known", fr: "inconnu" }
    /// A sum of what is known.
    fn at_least_so_many(count: u128) { en: "{count} or more", fr: "{count} ou plus" }
    /// The size of a model.
    fn fault_tree_size(gates: u64, events: u64) { en: "{gates} gates, {events} basic events", fr: "{gates} portes, {events} événements de base" }
    /// Events without a definition.
    fn fault_tree_undefined(events: &str) { en: "named by gates, defined in no file: {events}", fr: "nommés par des portes, définis dans aucun fichier : {events}" }
    /// Elements that were not applied.
    fn fault_tree_passed_over(element: &str, count: u32) { en: "not applied: {count} of <{element}>", fr: "non appliqué : {count} <{element}>" }
    /// Several tops.
    fn psa_choose_top(tops: &str) { en: "the model has several top gates; choose one with --top: {tops}", fr: "le modèle a plusieurs portes de tête ; choisissez-en une avec --top : {tops}" }
    /// No such gate.
    fn psa_no_such_gate(name: &str) { en: "no gate is called '{name}'", fr: "aucune porte ne s'appelle « {name} »" }
    /// No such gate, but a near one.
    fn psa_no_such_gate_but(name: &str, near: &str) { en: "no gate is called '{name}'; did you mean '{near}'?", fr: "aucune porte ne s'appelle « {name} » ; vouliez-vous dire « {near} » ?" }
    /// A file that cannot be read.
    fn psa_unreadable(path: &str, error: &str) { en: "{path}: cannot be read: {error}", fr: "{path} : illisible : {error}" }
    /// A model with faults: the last line.
    fn psa_refused(errors: &str) { en: "the model cannot be used: {errors}", fr: "le modèle est inutilisable : {errors}" }
    /// Not well-formed.
    fn psa_syntax(reason: &str) { en: "not well-formed XML: {reason}", fr: "XML mal formé : {reason}" }
    /// Another document.
    fn psa_not_open_psa(element: &str) { en: "<{element}> is not a model in the Open-PSA format; its document element is <opsa-mef>", fr: "<{element}> n'est pas un modèle au format Open-PSA ; son élément racine est <opsa-mef>" }
    /// A misplaced element.
    fn psa_unexpected(element: &str) { en: "<{element}> cannot stand here, or not with these arguments", fr: "<{element}> n'a pas sa place ici, ou pas avec ces arguments" }
    /// A missing attribute.
    fn psa_missing_attribute(element: &str, attribute: &str) { en: "<{element}> lacks its attribute {attribute}", fr: "il manque à <{element}> son attribut {attribute}" }
    /// A bad attribute.
    fn psa_bad_value(attribute: &str, value: &str) { en: "{attribute}=\"{value}\" is not a value that it can have", fr: "{attribute}=« {value} » n'est pas une valeur possible" }
    /// No formula.
    fn psa_empty_gate(name: &str) { en: "gate '{name}' has no formula", fr: "la porte « {name} » n'a pas de formule" }
    /// No argument.
    fn psa_empty_operator() { en: "an operator without arguments", fr: "un opérateur sans argument" }
    /// Two formulas.
    fn psa_second_formula(name: &str) { en: "gate '{name}' has a second formula; put both under <and> or <or>", fr: "la porte « {name} » a une deuxième formule ; mettez les deux sous <and> ou <or>" }
    /// A non-monotone operator.
    fn psa_not_monotone(operator: &str) { en: "<{operator}> is not monotone, and minimal cut sets do not describe it; write it with <and>, <or>, <atleast>, and <not> with --allow-not", fr: "<{operator}> n'est pas monotone, et des coupes minimales ne le décrivent pas ; écrivez-le avec <and>, <or>, <atleast>, et <not> avec --allow-not" }
    /// A negation.
    fn psa_negation(gate: &str) { en: "gate '{gate}' negates something that may happen: the model is not coherent", fr: "la porte « {gate} » nie quelque chose qui peut se produire : le modèle n'est pas cohérent" }
    /// What to do about negations.
    fn psa_allow_not() { en: "--allow-not takes models that are not coherent: a cut set is then a minimal set of events with which the top holds while no other event has happened", fr: "--allow-not accepte les modèles qui ne sont pas cohérents : une coupe est alors un ensemble minimal d'événements avec lequel le sommet tient quand aucun autre ne s'est produit" }
    /// Defined twice.
    fn psa_twice(name: &str, first: &str) { en: "'{name}' is defined a second time; the first is at {first}", fr: "« {name} » est défini une deuxième fois ; la première est en {first}" }
    /// An undefined name.
    fn psa_undefined(name: &str) { en: "'{name}' is defined in none of the files", fr: "« {name} » n'est défini dans aucun des fichiers" }
    /// A circle.
    fn psa_circle(gates: &str) { en: "these gates look at one another in a circle: {gates}", fr: "ces portes se regardent en cercle : {gates}" }
    /// No gate.
    fn psa_no_gate() { en: "the files define no gate", fr: "les fichiers ne définissent aucune porte" }
    /// Not a service.
    fn cuts_out_of_memory() { en: "not even the cut sets of order 1 fit into the memory allowed; allow more with --memory", fr: "même les coupes d'ordre 1 ne tiennent pas dans la mémoire permise ; permettez-en plus avec --memory" }
    /// Too many to count.
    fn cuts_uncountable() { en: "there are more than 2^128 cut sets; ask for fewer with --order", fr: "il y a plus de 2^128 coupes ; demandez-en moins avec --order" }
    /// Standard error when the count is not complete.
    fn cuts_not_complete() { en: "the memory allowed did not suffice: the result says up to which order it is complete", fr: "la mémoire permise n'a pas suffi : le résultat dit jusqu'à quel ordre il est complet" }
}
