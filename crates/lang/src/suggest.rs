//! What an inventory could say besides.

messages! {
    /// Title.
    fn suggest_title() { en: "What the inventory could say besides", fr: "Ce que l'inventaire pourrait dire de plus" }
    /// What these are.
    fn suggest_intro(edition: &str) { en: "Questions with a ready answer, from the catalogue {edition}: they count in no analysis.", fr: "Des questions avec une réponse prête, du catalogue {edition} : elles ne comptent dans aucune analyse." }
    /// How they are taken.
    fn suggest_how() { en: "Write the line yourself, or take it: --take COMPONENT=OFFER (what it is), --take COMPONENT+OFFER (what it rests on), with --write FILE.", fr: "Écrivez la ligne vous-même, ou prenez-la : --take COMPOSANT=OFFRE (ce qu'il est), --take COMPOSANT+OFFRE (ce sur quoi il repose), avec --write FICHIER." }
    /// Heading.
    fn suggest_looks_like() { en: "Components that look like an offer of the catalogue", fr: "Composants qui ressemblent à une offre du catalogue" }
    /// Heading.
    fn suggest_layers() { en: "Layers that nobody declared", fr: "Couches que personne n'a déclarées" }
    /// Sub-heading.
    fn suggest_of(name: &str, id: &str) { en: "{name} ({id})", fr: "{name} ({id})" }
    /// Column: the line to write.
    fn suggest_write() { en: "Line to write", fr: "Ligne à écrire" }
    /// Column: the question.
    fn suggest_question() { en: "Question", fr: "Question" }
    /// Column: offers that could be the answer.
    fn suggest_answers() { en: "For instance", fr: "Par exemple" }
    /// Why: its name.
    fn suggest_by_name(pattern: &str) { en: "its name has \"{pattern}\"", fr: "son nom contient « {pattern} »" }
    /// Why: who runs it.
    fn suggest_by_party(party: &str) { en: "{party} runs or supplies it", fr: "{party} l'exploite ou le fournit" }
    /// Others match as well.
    fn suggest_tie(why: &str, others: u32) { en: "{why}; as good as {others} more: choose", fr: "{why} ; ni plus ni moins que {others} autres : à choisir" }
    /// Any offer of a kind.
    fn suggest_any_of(kind: &str) { en: "any {kind}", fr: "un {kind}" }
    /// A soft requirement.
    fn suggest_soft(offer: &str) { en: "{offer} (degrades only)", fr: "{offer} (dégrade seulement)" }
    /// The source of what is taken.
    fn suggest_source(edition: &str) { en: "taken from a suggestion of the catalogue {edition}", fr: "repris d'une suggestion du catalogue {edition}" }
    /// Neither form.
    fn suggest_bad(text: &str) { en: "`{text}` is no suggestion: write COMPONENT=OFFER or COMPONENT+OFFER", fr: "`{text}` n'est pas une suggestion : écrivez COMPOSANT=OFFRE ou COMPOSANT+OFFRE" }
    /// Two offers for one component.
    fn suggest_twice(component: &str) { en: "`{component}` cannot be two offers", fr: "`{component}` ne peut être deux offres" }
    /// The file is there.
    fn suggest_is_there(file: &str) { en: "{file} is there already; nothing was written", fr: "{file} existe déjà ; rien n'a été écrit" }
    /// Done.
    fn suggest_written(components: &str, file: &str) { en: "{components} amended in {file}: put it beside the inventory's files, and look at what `check` says", fr: "{components} amendé(s) dans {file} : posez-le à côté des fichiers de l'inventaire, et regardez ce que dit `check`" }
}
