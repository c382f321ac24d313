//! What the program itself says: progress, errors of arguments.

messages! {
    /// Reading is going on.
    fn progress_reading(what: &str) { en: "reading {what}", fr: "lecture de {what}" }
    /// An analysis is going on.
    fn progress_analysing() { en: "analysing", fr: "analyse" }
    /// How many errors were found.
    counted errors_found { en: "{n} error" | "{n} errors", fr: "{n} erreur" | "{n} erreurs" }
    /// The inventory was refused.
    fn load_failed(errors: &str) { en: "{errors}; nothing was written. `trefonds explain CODE` tells more of each.", fr: "{errors} ; rien n'a été écrit. `trefonds explain CODE` en dit plus sur chacune." }
    /// An id that names nothing.
    fn names_nothing(id: &str) { en: "{id}: no component, entity, site or country of this inventory is called so; `trefonds resolve INVENTORY` lists them", fr: "{id} : aucun composant, entité, site ou pays de cet inventaire ne porte ce nom ; `trefonds resolve INVENTAIRE` les liste" }
    /// An id that names nothing, with the nearest.
    fn names_nothing_but(id: &str, near: &str) { en: "{id}: nothing in this inventory is called so; did you mean {near}?", fr: "{id} : rien dans cet inventaire ne porte ce nom ; vouliez-vous dire {near} ?" }
    /// A component that is not there on the day.
    fn not_there_on_the_day(id: &str) { en: "{id} is not there on that day: its dates do not hold; choose another with --as-of", fr: "{id} n'existe pas à cette date : ses dates ne tiennent pas ; choisissez-en une autre avec --as-of" }
    /// A union is several.
    fn not_one_controller(id: &str) { en: "{id} is a union of countries, each of which withdraws alone; name one of them, or play them together with `trefonds whatif INVENTORY --withdraw {id}`", fr: "{id} est une union de pays, dont chacun se retire seul ; nommez l'un d'eux, ou jouez-les ensemble avec `trefonds whatif INVENTAIRE --withdraw {id}`" }
    /// Layers without a component.
    fn map_no_layer(missing: &str, known: &str) { en: "--layers {missing}: no component of this inventory is of that layer; there are {known}", fr: "--layers {missing} : aucun composant de cet inventaire n'est de cette couche ; il y a {known}" }
    /// No service is so critical.
    fn plan_nothing_so_critical(wanted: &str, known: &str) { en: "--criticality {wanted}: no service of this inventory matters so much; there are {known}", fr: "--criticality {wanted} : aucun service de cet inventaire n'est aussi critique ; il y a {known}" }
    /// A site is no controller.
    fn not_a_controller(id: &str) { en: "{id} is a site; name a legal entity, a country, a component or an unknown fact", fr: "{id} est un site ; nommez une entité juridique, un pays, un composant ou un fait inconnu" }
    /// A code that is none.
    fn no_such_code(code: &str) { en: "{code}: no diagnostic has this code; `trefonds explain` lists them all", fr: "{code} : aucun diagnostic ne porte ce code ; `trefonds explain` les liste tous" }
    /// A file ending that says nothing.
    fn unknown_ending(path: &str) { en: "{path}: the ending says what to write; use .svg, .dot or .json", fr: "{path} : la fin du nom dit quoi écrire ; utilisez .svg, .dot ou .json" }
    /// The starter was written.
    fn init_done(folder: &str) { en: "{folder} is ready: read its comments, then run `trefonds check {folder}`", fr: "{folder} est prêt : lisez ses commentaires, puis lancez `trefonds check {folder}`" }
}
