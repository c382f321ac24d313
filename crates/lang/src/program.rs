//! What the program itself says: progress, errors of arguments.

messages! {
    /// Reading is going on.
    fn progress_reading(what: &str) { en: "reading {what}", fr: "lecture de {what}" }
    /// An analysis is going on.
    fn progress_analysing() { en: "analysing", fr: "analyse" }
    /// How many errors were found.
    counted errors_found { en: "{n} error" | "{n} errors", fr: "{n} erreur" | "{n} erreurs" }
    /// How many warnings there are.
    fn warnings_counted(number: &str) { en: "{number} warnings", fr: "{number} avertissements" }
    /// One warning.
    fn one_warning() { en: "1 warning", fr: "1 avertissement" }
    /// More warnings of one code.
    fn warnings_more(code: &str, number: &str) { en: "warning[{code}]: and {number} more: `trefonds check --all` shows them all", fr: "avertissement[{code}]: et {number} de plus : `trefonds check --all` les montre tous" }
    /// That there are warnings, where something else was asked.
    fn warnings_elsewhere(warnings: &str, inventory: &str) { en: "{warnings}: `trefonds check {inventory}` shows them", fr: "{warnings} : `trefonds check {inventory}` les montre" }
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
    /// A level that only withdrawals have.
    fn level_of_withdrawals() { en: "a country does not break: with --fault the levels are component, entity, site and controller", fr: "un pays ne casse pas : avec --fault, les niveaux sont component, entity, site et controller" }
    /// A level that only faults have.
    fn level_of_faults() { en: "a site does not withdraw: --level site goes with --fault; `whatif --close-site` closes one", fr: "un site ne se retire pas : --level site va avec --fault ; `whatif --close-site` en ferme un" }
    /// A country or a union where it is asked what breaks.
    fn does_not_break(name: &str) { en: "{name}: a country does not break; name a legal entity, a site, a component or an unknown fact", fr: "{name} : un pays ne casse pas ; nommez une entité juridique, un site, un composant ou un fait inconnu" }
    /// A site is no controller.
    fn not_a_controller(id: &str) { en: "{id} is a site; name a legal entity, a country, a component or an unknown fact", fr: "{id} est un site ; nommez une entité juridique, un pays, un composant ou un fait inconnu" }
    /// A code that is none.
    fn no_such_code(code: &str) { en: "{code}: no diagnostic has this code; `trefonds explain` lists them all", fr: "{code} : aucun diagnostic ne porte ce code ; `trefonds explain` les liste tous" }
    /// A file ending that says nothing.
    fn unknown_ending(path: &str) { en: "{path}: the ending says what to write; use .svg, .dot or .json", fr: "{path} : la fin du nom dit quoi écrire ; utilisez .svg, .dot ou .json" }
    /// Bulk on a terminal.
    fn not_on_a_terminal(example: &str) { en: "this is no text for a terminal: write it to a file with {example}, or send it to standard output all the same with -o -", fr: "ce n'est pas du texte pour un terminal : écrivez-le dans un fichier avec {example}, ou envoyez-le quand même sur la sortie standard avec -o -" }
    /// A file of the starter is there.
    fn init_is_there(path: &str) { en: "{path} is there already, and nothing is overwritten; choose another folder", fr: "{path} existe déjà, et rien n'est écrasé ; choisissez un autre dossier" }
    /// Another file would be read with the starter.
    fn init_would_be_read(path: &str) { en: "{path} is there already, and would be read as a part of the inventory; choose a folder of its own, such as `trefonds init si`", fr: "{path} existe déjà, et serait lu comme une partie de l'inventaire ; choisissez un dossier à part, par exemple `trefonds init si`" }
    /// The starter was written.
    fn init_done(folder: &str) { en: "{folder} is ready: read its comments, then run `trefonds check {folder}`", fr: "{folder} est prêt : lisez ses commentaires, puis lancez `trefonds check {folder}`" }
    /// Several things of one name.
    fn name_of_several(name: &str, ids: &str) { en: "{name} is the name of several things: write one of {ids}", fr: "{name} est le nom de plusieurs choses : écrivez l'un de {ids}" }
    /// A place and what is wrong there.
    fn fault_place(place: &str, what: &str) { en: "{place}: {what}", fr: "{place} : {what}" }
    /// Advice behind errors.
    fn advice_line(what: &str) { en: "help: {what}", fr: "aide : {what}" }
    /// A file that cannot be written.
    fn cannot_write(path: &str, why: &str) { en: "cannot write {path}: {why}; nothing was written", fr: "impossible d'écrire {path} : {why} ; rien n'a été écrit" }
    /// Output that cannot be written.
    fn cannot_write_output(why: &str) { en: "cannot write the output: {why}", fr: "impossible d'écrire la sortie : {why}" }
    /// `init` on a folder with something in it.
    fn init_not_empty(path: &str) { en: "{path} is there already and is not empty; choose another folder", fr: "{path} existe déjà et n'est pas vide ; choisissez un autre dossier" }
    /// The installed program is not there.
    fn no_graphviz(why: &str) { en: "cannot run `dot` (is Graphviz installed?): {why}", fr: "impossible de lancer `dot` (Graphviz est-il installé ?) : {why}" }
    /// No positions.
    fn no_layout(why: &str) { en: "the map cannot be laid out: {why}", fr: "la carte ne peut être disposée : {why}" }
}
