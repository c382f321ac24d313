//! Headings of the workbook. Names of sheets are short: the format allows 31 characters.

messages! {
    /// Sheet: what has ended.
    fn sheet_ended() { en: "Ended", fr: "Pris fin" }
    /// Column: how many findings are possible in one hand.
    fn sheet_one_hand() { en: "Stopped in one hand, possible", fr: "Arrêté dans une seule main, possibles" }
    /// Sheet: summary.
    fn sheet_summary() { en: "Summary", fr: "Synthèse" }
    /// Sheet: who can break services, by legal entity.
    fn sheet_break_entities() { en: "Breaks, legal entities", fr: "Casse, entités juridiques" }
    /// Sheet: who can break services, by ultimate controller.
    fn sheet_break_controllers() { en: "Breaks, ultimate controllers", fr: "Casse, contrôleurs ultimes" }
    /// Sheet: exposure.
    fn sheet_exposure() { en: "Exposure", fr: "Exposition" }
    /// Sheet: channels.
    fn sheet_channels() { en: "Channels", fr: "Canaux" }
    /// Column: what.
    fn sheet_what() { en: "What", fr: "Quoi" }
    /// Column: value.
    fn sheet_value() { en: "Value", fr: "Valeur" }
    /// Row: title.
    fn sheet_title() { en: "Inventory", fr: "Inventaire" }
    /// Row: day.
    fn sheet_day() { en: "As of", fr: "Au" }
    /// Row: home.
    fn sheet_home() { en: "Trusted jurisdictions", fr: "Juridictions de confiance" }
    /// Row: facts known.
    fn sheet_facts_known() { en: "Facts", fr: "Faits" }
    /// Row: services.
    fn sheet_services() { en: "Services in all", fr: "Services en tout" }
    /// Row and column: unverified.
    fn sheet_unverified() { en: "Unverified", fr: "Non vérifié" }
    /// Column: id.
    fn sheet_id() { en: "Id", fr: "Id" }
    /// Column: stops, certain.
    fn sheet_stop_certain() { en: "Stopped by, certain", fr: "Arrêté par, certains" }
    /// Column: stops, possible.
    fn sheet_stop_possible() { en: "Stopped by, possible", fr: "Arrêté par, possibles" }
    /// Column: stops, unknown.
    fn sheet_stop_unknown() { en: "Stopped by, unknown", fr: "Arrêté par, inconnus" }
    /// Column: data, certain.
    fn sheet_data_certain() { en: "Data reached by, certain", fr: "Données atteintes par, certains" }
    /// Column: data, possible.
    fn sheet_data_possible() { en: "Data reached by, possible", fr: "Données atteintes par, possibles" }
    /// Column: settled minutes.
    fn sheet_minutes_settled() { en: "Minutes, settled reading", fr: "Minutes, lecture établie" }
    /// Column: careful minutes.
    fn sheet_minutes_careful() { en: "Minutes, careful reading", fr: "Minutes, lecture prudente" }
    /// Column: what it hangs on.
    fn sheet_hangs_on() { en: "Hangs on", fr: "Dépend de" }
    /// Column: further components.
    fn sheet_others() { en: "Further components reached", fr: "Autres composants atteints" }
    /// Column: owner.
    fn sheet_owner() { en: "Owner", fr: "Responsable" }
    /// Column: tags.
    fn sheet_tags() { en: "Tags", fr: "Étiquettes" }
    /// Column: source.
    fn sheet_source() { en: "Source", fr: "Source" }
    /// Column: verified.
    fn sheet_verified() { en: "Verified", fr: "Vérifié" }
    /// Column: who.
    fn sheet_who() { en: "Who", fr: "Qui" }
    /// Column: site.
    fn sheet_site() { en: "Site", fr: "Site" }
}
