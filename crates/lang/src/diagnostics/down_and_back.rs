//! What is said of groups with cold members, repairs, places, sites within sites, and laws that deny.

messages! {
    /// A time to take over, where nothing is taken over.
    fn starts_in_no_group() { en: "`starts_in` stands on what is no member of a group", fr: "`starts_in` porte sur ce qui n'est membre d'aucun groupe" }
    /// What to do about it.
    fn starts_in_no_group_help() { en: "put it on a member, `any_of: [a, {{needs: b, starts_in: 4h}}]`; how long a component takes to be up again is its own `restarts_in`, and how long a loss is borne is `tolerates`", fr: "mettez-le sur un membre, `any_of: [a, {{needs: b, starts_in: 4h}}]` ; le temps qu'un composant met à revenir est son propre `restarts_in`, et celui pendant lequel une perte est supportée est `tolerates`" }
    /// A group in which cold members run all the time.
    fn too_few_hot(needed: u64, hot: usize) { en: "needs {needed}, has {hot} hot: members with `starts_in` run all the time here", fr: "besoin de {needed}, {hot} à chaud : des membres avec `starts_in` fonctionnent ici en permanence" }
    /// What to do about it.
    fn too_few_hot_help() { en: "take `starts_in` away from the members that run all the time: it says how long one needs that begins when the others no longer suffice", fr: "ôtez `starts_in` des membres qui fonctionnent en permanence : il dit le temps qu'il faut à un membre qui ne démarre que quand les autres ne suffisent plus" }
    /// A component whose repair needs the component.
    fn own_repair(id: &str) { en: "the repair of `{id}` cannot need `{id}`", fr: "la remise en route de `{id}` ne peut pas avoir besoin de `{id}`" }
    /// What to do about it.
    fn own_repair_help() { en: "remove it from its own `recovers_with`", fr: "ôtez-le de son propre `recovers_with`" }
    /// More places than there are.
    fn too_many_places(needed: u32, listed: usize) { en: "needs {needed} of {listed} places", fr: "lieux nécessaires : {needed} sur {listed}" }
    /// Where the places are.
    fn places_here() { en: "all places are here", fr: "tous les lieux sont ici" }
    /// What to do about it.
    fn too_many_places_help() { en: "list the places that are missing, or add `undisclosed` to them; `needs_places` is `all` or at most the number of places", fr: "ajoutez les lieux qui manquent, ou `undisclosed` à leur liste ; `needs_places` vaut `all` ou au plus le nombre de lieux" }
    /// A site that stands within itself.
    fn own_site(id: &str) { en: "the site `{id}` cannot stand within itself", fr: "le site `{id}` ne peut pas se trouver dans lui-même" }
    /// Sites that stand within one another.
    fn site_circle(ids: &str) { en: "these sites stand within one another: {ids}", fr: "ces sites se trouvent les uns dans les autres : {ids}" }
    /// A further place of it.
    fn and_here() { en: "and here", fr: "et ici" }
    /// What to do about it.
    fn site_circle_help() { en: "`within` names the site around: take it away from the outermost one", fr: "`within` nomme le site qui entoure : ôtez-le du site le plus à l'extérieur" }
    /// A site in another country than the site around it.
    fn other_country(id: &str, code: &str, around: &str, other: &str) { en: "`{id}` is in {code}, and `{around}` around it in {other}", fr: "`{id}` est dans le pays {code}, et `{around}`, qui l'entoure, dans le pays {other}" }
    /// What to do about it.
    fn other_country_help() { en: "correct one of the two; a site that says no country has that of the site around it", fr: "corrigez l'un des deux ; un site qui ne dit pas son pays a celui du site qui l'entoure" }
    /// A key that laws on access do not have.
    fn only_of_denial(key: &str) { en: "`{key}` belongs to laws on denial", fr: "`{key}` est réservé aux lois de refus" }
    /// What to do about it.
    fn only_of_denial_help() { en: "take it away, or write `effect: denial`", fr: "ôtez-le, ou écrivez `effect: denial`" }
    /// A rule on who can change what, in a law on denial.
    fn change_of_denial() { en: "the channel `change` belongs to laws on access", fr: "le canal `change` est réservé aux lois d'accès" }
    /// What to do about it.
    fn change_of_denial_help() { en: "name another channel, or write `effect: access`", fr: "nommez un autre canal, ou écrivez `effect: access`" }
    /// A law on the organisation, which nobody names.
    fn no_organisation() { en: "no file of the inventory says who the organisation is", fr: "aucun fichier de l'inventaire ne dit qui est l'organisation" }
    /// What to do about it.
    fn no_organisation_help() { en: "write `organisation: acme`, with the id of the entity, at the root of one file, usually trefonds.yaml; an entity called `organisation` is `{{entity: organisation}}`", fr: "écrivez `organisation: acme`, avec l'identifiant de l'entité, à la racine d'un fichier, d'ordinaire trefonds.yaml ; une entité appelée `organisation` s'écrit `{{entity: organisation}}`" }
}
