//! What a value is, and what was wanted, in the words of a message.

messages! {
    /// A text.
    fn a_text() { en: "text", fr: "un texte" }
    /// A text that was read.
    fn the_text(text: &str) { en: "the text `{text}`", fr: "le texte `{text}`" }
    /// A mapping.
    fn a_mapping() { en: "a mapping (`key: value`)", fr: "un dictionnaire (`clé: valeur`)" }
    /// A list.
    fn a_list() { en: "a list", fr: "une liste" }
    /// A whole number.
    fn a_number() { en: "a whole number", fr: "un nombre entier" }
    /// An id.
    fn an_id() { en: "an id", fr: "un identifiant" }
    /// An edition of the catalogue.
    fn an_edition() { en: "an edition (such as 2026.11), `none`, or a mapping (`edition: 2026.11, laws: all`)", fr: "une édition (par exemple 2026.11), `none`, ou un dictionnaire (`edition: 2026.11, laws: all`)" }
    /// A day.
    fn a_day() { en: "a day (YYYY-MM-DD)", fr: "un jour (AAAA-MM-JJ)" }
    /// What others call a thing.
    fn identifiers() { en: "a mapping of identifiers (`sys_id: 12ab`)", fr: "un dictionnaire d'identifiants (`sys_id: 12ab`)" }
    /// A duration.
    fn a_duration() { en: "a duration (such as 4h)", fr: "une durée (par exemple 4h)" }
    /// A share.
    fn a_share() { en: "a share (such as 51%)", fr: "une part (par exemple 51%)" }
    /// A country code.
    fn a_country() { en: "a country code", fr: "un code de pays" }
    /// A requirement.
    fn a_requirement() { en: "an id or a group (`any_of: [a, b]`)", fr: "un identifiant ou un groupe (`any_of: [a, b]`)" }
    /// An entity, short or long.
    fn an_entity_fact() { en: "an entity id or a mapping (`entity: id`)", fr: "l'identifiant d'une entité ou un dictionnaire (`entity: id`)" }
    /// Somebody who can change a component, short or long.
    fn a_change() { en: "an entity id or a mapping (`entity: id, how: automatic updates`)", fr: "l'identifiant d'une entité ou un dictionnaire (`entity: id, how: automatic updates`)" }
    /// What a repair needs, short or long.
    fn a_recovery() { en: "`none`, an id or a mapping (`needs: id, because: text`)", fr: "`none`, un identifiant ou un dictionnaire (`needs: id, because: texte`)" }
    /// What stands in, short or long.
    fn a_stand_in() { en: "an id or a mapping (`needs: id, starts_in: 4h`)", fr: "un identifiant ou un dictionnaire (`needs: id, starts_in: 4h`)" }
    /// How many places are needed.
    fn a_number_of_places() { en: "`all` or a whole number from 1", fr: "`all` ou un nombre entier à partir de 1" }
    /// Whose components a law denies, short or long.
    fn a_target() { en: "`organisation`, an entity id or a mapping (`entity: id`)", fr: "`organisation`, l'identifiant d'une entité ou un dictionnaire (`entity: id`)" }
    /// New terms with a supplier.
    fn new_terms() { en: "a mapping (`entity: id, on_withdrawal: survives`)", fr: "un dictionnaire (`entity: id, on_withdrawal: survives`)" }
    /// A place, short or long.
    fn a_place() { en: "a site, a country code or a mapping (`site: id`)", fr: "un site, un code de pays ou un dictionnaire (`site: id`)" }
    /// A data holding.
    fn a_data_holding() { en: "a mapping (`class: health, form: clear`)", fr: "un dictionnaire (`class: health, form: clear`)" }
    /// What is said of something undisclosed.
    fn a_hidden() { en: "a name, or a mapping (`name: hoster-x, not: [US], among: [a, b]`)", fr: "un nom, ou un dictionnaire (`name: hebergeur-x, not: [US], among: [a, b]`)" }
    /// A verification.
    fn a_verification() { en: "true, false or a day (YYYY-MM-DD)", fr: "true, false ou un jour (AAAA-MM-JJ)" }
    /// A boolean.
    fn a_yes_or_no() { en: "true or false", fr: "true ou false" }
    /// A name or several.
    fn names() { en: "a name or a list of names", fr: "un nom ou une liste de noms" }
    /// What is expected of a service.
    fn an_expectation() { en: "holds, stops, degrades or a mapping (`stops: certain, at_least: 4h`)", fr: "holds, stops, degrades ou un dictionnaire (`stops: certain, at_least: 4h`)" }
    /// Something else.
    fn another_value() { en: "another value", fr: "une autre valeur" }
    /// What kind a misplaced id is of.
    fn kind_component() { en: "a component", fr: "un composant" }
    /// What kind a misplaced id is of.
    fn kind_entity() { en: "an entity", fr: "une entité" }
    /// What kind a misplaced id is of.
    fn kind_site() { en: "a site", fr: "un site" }
    /// What kind a misplaced id is of.
    fn kind_country() { en: "a country", fr: "un pays" }
    /// What kind a misplaced id is of.
    fn kind_alternative() { en: "an option for change", fr: "une option de changement" }
    /// The name of an error in front of its message.
    fn severity_error() { en: "error", fr: "erreur" }
    /// The name of a warning in front of its message.
    fn severity_warning() { en: "warning", fr: "avertissement" }
    /// The name of a piece of advice in front of its sentence.
    fn advice() { en: "help", fr: "aide" }
}
