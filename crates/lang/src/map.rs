//! The words of the map.

messages! {
    /// What has ended and is still needed.
    fn map_ended(day: &str) { en: "ended on {day}", fr: "a pris fin le {day}" }
    /// What is needed and not there yet.
    fn map_not_there_yet() { en: "not there yet", fr: "pas encore là" }
    /// How many members of a group have ended, or are not there yet.
    counted map_group_ended { en: "{n} ended, and still needed" | "{n} ended, and still needed", fr: "{n} a pris fin, toujours nécessaire" | "{n} ont pris fin, toujours nécessaires" }
    /// Legend: what has ended.
    fn map_legend_ended() { en: "ended, or not there yet, and still needed", fr: "a pris fin, ou pas encore là, et toujours nécessaire" }
    /// What cannot be mended, and what its repair needs.
    fn map_unmendable(needs: &str) { en: "cannot be mended: needs {needs}", fr: "non réparable : exige {needs}" }
    /// With which component a service is down for good.
    fn map_not_mended(names: &str) { en: "down for good with {names}", fr: "à terre pour de bon avec {names}" }
    /// How many members of a group cannot be mended.
    counted map_group_unmendable { en: "{n} cannot be mended" | "{n} cannot be mended", fr: "{n} non réparable" | "{n} non réparables" }
    /// Legend: what cannot be mended.
    fn map_legend_unmendable() { en: "cannot be mended once down", fr: "non réparable une fois à terre" }
    /// Legend of the DOT output: what cannot be mended.
    fn map_dot_legend_unmendable() { en: "⊘ cannot be mended once down.", fr: "⊘ non réparable une fois à terre." }
    /// The map's title when the inventory has none.
    fn map_untitled() { en: "Dependency map", fr: "Carte des dépendances" }
    /// What the picture is, for those who cannot see it.
    fn map_description(nodes: usize, edges: usize) {
        en: "Map of an information system: {nodes} boxes and {edges} arrows, services at the left, hosting at the right.",
        fr: "Carte d'un système d'information : {nodes} boîtes et {edges} flèches, services à gauche, hébergement à droite."
    }
    /// The trusted jurisdictions.
    fn map_home(home: &str) { en: "home {home}", fr: "confiance {home}" }
    /// When there is no trusted jurisdiction.
    fn map_no_home() { en: "no home jurisdiction", fr: "aucune juridiction de confiance" }
    /// The day of the result.
    fn map_as_of(day: &str) { en: "as of {day}", fr: "au {day}" }
    /// Of a component that nobody declared.
    fn map_of_catalogue() { en: "from the catalogue", fr: "du catalogue" }
    /// Facts known, as a percentage.
    fn map_coverage(percent: u32) { en: "coverage {percent} %", fr: "couverture {percent} %" }
    /// Facts known, with both counts.
    fn map_coverage_facts(percent: u32, declared: u64, called_for: u64) {
        en: "coverage {percent} % ({declared} of {called_for} facts)",
        fr: "couverture {percent} % ({declared} faits sur {called_for})"
    }
    /// The component in focus.
    fn map_focus(name: &str) { en: "around {name}", fr: "autour de {name}" }
    /// The component in focus and how far the map reaches.
    fn map_focus_depth(name: &str, depth: u32) { en: "around {name}, {depth} deep", fr: "autour de {name}, profondeur {depth}" }
    /// The controller whose paths are drawn strong.
    fn map_highlight(name: &str) { en: "drawn strong: what {name} stops", fr: "en trait fort : ce que {name} arrête" }
    /// Components drawn together as asked.
    fn map_grouped(components: u32, by: &str) { en: "{components} components drawn together by {by}", fr: "{components} composants regroupés par {by}" }
    /// Components drawn together because there are too many.
    fn map_grouped_automatically(components: u32, by: &str) {
        en: "{components} components, too many to draw one by one: drawn together by {by}",
        fr: "{components} composants, trop pour les dessiner un à un : regroupés par {by}"
    }
    /// By legal entity.
    fn map_by_entity() { en: "operator", fr: "exploitant" }
    /// Drawn together by campus.
    fn map_by_campus() { en: "campus", fr: "campus" }
    /// By site.
    fn map_by_site() { en: "site", fr: "site" }
    /// By jurisdiction.
    fn map_by_jurisdiction() { en: "jurisdiction", fr: "juridiction" }
    /// By layer.
    fn map_by_layer() { en: "layer", fr: "couche" }
    /// Components that the map does not show.
    counted map_left_out { en: "{n} component not shown" | "{n} components not shown", fr: "{n} composant non montré" | "{n} composants non montrés" }
    /// The column of legal entities.
    fn map_entities() { en: "Legal entities", fr: "Entités juridiques" }
    /// The column of countries.
    fn map_countries() { en: "Countries", fr: "Pays" }
    /// A service and who stops it for certain.
    fn map_stoppable(who: &str) { en: "stoppable by {who}", fr: "arrêtable par {who}" }
    /// A service and whose fault breaks it for certain.
    fn map_breakable(who: &str) { en: "broken by {who}", fr: "cassé par {who}" }
    /// Which question the map of faults answers.
    fn map_asks_faults() { en: "who can break it, by a fault or a change", fr: "qui peut le casser, par une défaillance ou une modification" }
    /// Legend: a filled chip on the map of faults.
    fn map_legend_breaks() { en: "can break it at once", fr: "peut le casser aussitôt" }
    /// A service and who may stop it.
    fn map_possibly(who: &str) { en: "possibly by {who}", fr: "peut-être par {who}" }
    /// A country and when it stops a service.
    fn map_who_when(who: &str, when: &str) { en: "{who} {when}", fr: "{who} {when}" }
    /// Vital.
    fn map_criticality_vital() { en: "vital", fr: "vital" }
    /// Important.
    fn map_criticality_important() { en: "important", fr: "important" }
    /// Standard.
    fn map_criticality_standard() { en: "standard", fr: "standard" }
    /// Minor.
    fn map_criticality_minor() { en: "minor", fr: "mineur" }
    /// Services of a group that a foreign country stops.
    fn map_group_services(stoppable: u32, services: u32) { en: "{stoppable} of {services} services stoppable", fr: "{stoppable} services sur {services} arrêtables" }
    /// Services of a group that somebody's fault breaks.
    fn map_group_breakable(broken: u32, services: u32) { en: "{broken} of {services} services broken by somebody", fr: "{broken} services sur {services} cassés par quelqu'un" }
    /// Tooltip: who runs it.
    fn map_tip_operators(names: &str) { en: "Operated by {names}", fr: "Opéré par {names}" }
    /// Tooltip: a country and how it reaches a component.
    fn map_tip_chip(country: &str, when: &str, channels: &str, through: &str) { en: "{country}: {when} ({channels}) through {through}", fr: "{country} : {when} ({channels}) par {through}" }
    /// Tooltip: a country and how it reaches a component, no party named.
    fn map_tip_chip_alone(country: &str, when: &str, channels: &str) { en: "{country}: {when} ({channels})", fr: "{country} : {when} ({channels})" }
    /// Tooltip: when, for certain.
    fn map_tip_stops(when: &str) { en: "stops it {when}", fr: "l'arrête : {when}" }
    /// Tooltip: when, if the unknown facts turn out badly.
    fn map_tip_may_stop(when: &str) { en: "may stop it {when}", fr: "pourrait l'arrêter : {when}" }
    /// Tooltip: both.
    fn map_tip_stops_or_sooner(when: &str, sooner: &str) { en: "stops it {when}, possibly {sooner}", fr: "l'arrête : {when}, peut-être {sooner}" }
    /// Tooltip: present without the power to stop.
    fn map_tip_present() { en: "present, cannot stop it", fr: "présent, ne peut pas l'arrêter" }
    /// Tooltip: an unknown country.
    fn map_unknown_country() { en: "country not known", fr: "pays inconnu" }
    /// Legal entity: an unknown country.
    fn map_unknown_country_of_entity() { en: "country not known", fr: "pays inconnu" }
    /// Legal entity: a country outside home.
    fn map_foreign(country: &str) { en: "{country}, foreign", fr: "{country}, étranger" }
    /// A single point, and over how many services.
    counted map_tip_single_point { en: "Single point: {n} service stops with it" | "Single point: {n} services stop with it", fr: "Point unique : {n} service s'arrête avec lui" | "Point unique : {n} services s'arrêtent avec lui" }
    /// How many unknown facts.
    counted map_tip_blind_spots { en: "{n} blind spot" | "{n} blind spots", fr: "{n} angle mort" | "{n} angles morts" }
    /// A reason that the inventory gives.
    fn map_tip_because(reason: &str) { en: "Because: {reason}", fr: "Raison : {reason}" }
    /// A cold member: a label beside its arrow.
    fn map_starts_in(time: &str) { en: "starts in {time}", fr: "démarre en {time}" }
    /// A cold member takes over after a time.
    fn map_tip_starts(time: &str) { en: "Takes {time} to take over", fr: "Met {time} à prendre le relais" }
    /// How long the loss is borne.
    fn map_tip_tolerates(time: &str) { en: "The loss is borne for {time}", fr: "La perte est supportée {time}" }
    /// Tooltip: an arrow that leads through components that are not shown.
    fn map_tip_through(names: &str) { en: "Through what is not shown: {names}", fr: "Par ce qui n'est pas montré : {names}" }
    /// Tooltip: possible.
    fn map_tip_possible() { en: "Possible only: a fact is missing", fr: "Possible seulement : un fait manque" }
    /// How many requirements an arrow stands for.
    counted map_tip_count { en: "{n} requirement" | "{n} requirements", fr: "{n} besoin" | "{n} besoins" }
    /// All of the group.
    fn map_joint_all(n: u32) { en: "all {n}", fr: "les {n}" }
    /// Any one of the group.
    fn map_tip_any_of(n: u32) { en: "One of these {n} is enough", fr: "Un seul de ces {n} suffit" }
    /// At least some of the group.
    fn map_tip_at_least(k: u32, n: u32) { en: "At least {k} of these {n} are needed", fr: "Il en faut au moins {k} sur ces {n}" }
    /// All of the group.
    fn map_tip_all_of(n: u32) { en: "All of these {n} are needed", fr: "Il faut les {n}" }
    /// An arrow between two things.
    fn map_tip_edge(from: &str, to: &str) { en: "{from} → {to}", fr: "{from} → {to}" }
    /// Hard.
    fn map_edge_hard() { en: "needs", fr: "exige" }
    /// One of several.
    fn map_edge_alternative() { en: "alternatives", fr: "alternatives" }
    /// Soft.
    fn map_edge_soft() { en: "degraded without", fr: "dégradé sans" }
    /// Who runs it.
    fn map_edge_operation() { en: "operated by", fr: "opéré par" }
    /// Who can change it from afar.
    fn map_edge_change() { en: "changed by", fr: "modifiable par" }
    /// Who supplies it.
    fn map_edge_supply() { en: "supplied by", fr: "fourni par" }
    /// Where it stands.
    fn map_edge_location() { en: "located in", fr: "situé en" }
    /// Who is above.
    fn map_edge_ownership() { en: "owned by", fr: "détenu par" }
    /// Who controls.
    fn map_edge_control() { en: "controlled by", fr: "contrôlé par" }
    /// The channel by place.
    fn map_channel_location() { en: "location", fr: "localisation" }
    /// The channel by operation.
    fn map_channel_operation() { en: "operation", fr: "exploitation" }
    /// The channel by supply.
    fn map_channel_supply() { en: "supply", fr: "fourniture" }
    /// The channel by ownership.
    fn map_channel_ownership() { en: "ownership", fr: "détention" }
    /// How to read the lines and chips of the DOT output.
    fn map_dot_legend() {
        en: "Lines: solid needs, dashed alternatives, dotted degraded without. Chips: filled can stop it at once, outlined with a time later, dashed possible only, grey present. ● single point, ? unknown facts.",
        fr: "Traits : plein, besoin ; tirets, alternatives ; pointillés, dégradé sans. Étiquettes : pleine peut l'arrêter aussitôt, contour et délai plus tard, tirets possible seulement, grise présent. ● point unique, ? faits inconnus."
    }
    /// Legend: filled chip.
    fn map_legend_at_once() { en: "can stop it at once", fr: "peut l'arrêter aussitôt" }
    /// Legend: outlined chip.
    fn map_legend_later() { en: "can stop it later", fr: "peut l'arrêter plus tard" }
    /// Legend: pale chip.
    fn map_legend_present() { en: "present, cannot stop it", fr: "présent, ne peut pas l'arrêter" }
    /// Legend: dashed chip.
    fn map_legend_possible() { en: "possible, a fact is missing", fr: "possible, un fait manque" }
    /// Legend: single point.
    fn map_legend_single_point() { en: "single point of failure", fr: "point unique de défaillance" }
    /// Legend: blind spots.
    fn map_legend_blind_spots() { en: "unknown facts", fr: "faits inconnus" }
    /// Legend: joint.
    fn map_legend_joint() { en: "so many of these are needed", fr: "il en faut tant" }
    /// Legend: group.
    fn map_legend_group() { en: "several components", fr: "plusieurs composants" }
    /// Legend: a time on an arrow.
    fn map_legend_tolerates() { en: "the loss is borne so long", fr: "perte supportée d'autant" }
    /// Legend: an indirect arrow.
    fn map_legend_indirect() { en: "through so many components that are not shown", fr: "par autant de composants non montrés" }
    /// Legend: several arrows as one.
    fn map_legend_count() { en: "so many requirements", fr: "autant de besoins" }
    /// Fate: stops.
    fn map_fate_stops() { en: "stops", fr: "s'arrête" }
    /// Fate: stops possibly.
    fn map_fate_may_stop() { en: "may stop: a fact is missing", fr: "peut s'arrêter : un fait manque" }
    /// Fate: degraded.
    fn map_fate_degrades() { en: "degraded", fr: "dégradé" }
    /// Fate: holds.
    fn map_fate_holds() { en: "hit, and holds", fr: "touché, et tient" }
    /// Fate: none.
    fn map_fate_none() { en: "faint: not hit", fr: "pâle : non touché" }
    /// It stops then.
    fn map_said_stops(when: &str) { en: "stops: {when}", fr: "s'arrête : {when}" }
    /// It stops then, or sooner.
    fn map_said_stops_or_sooner(when: &str, sooner: &str) { en: "stops: {when}, possibly {sooner}", fr: "s'arrête : {when}, peut-être {sooner}" }
    /// It may stop then.
    fn map_said_may_stop(when: &str) { en: "may stop: {when}", fr: "peut s'arrêter : {when}" }
    /// It is degraded from then.
    fn map_said_degraded(when: &str) { en: "degraded: {when}", fr: "dégradé : {when}" }
    /// It may be degraded from then.
    fn map_said_may_degrade(when: &str) { en: "may degrade: {when}", fr: "peut être dégradé : {when}" }
    /// It holds.
    fn map_said_holds() { en: "holds", fr: "tient" }
    /// It holds until then.
    fn map_said_holds_until(when: &str) { en: "holds, stops later: {when}", fr: "tient, s'arrête plus tard : {when}" }
    /// The members of a group.
    fn map_said_group(stop: u32, possibly: u32, degrade: u32, hold: u32) { en: "{stop} stop, {possibly} may stop, {degrade} degraded, {hold} hold", fr: "{stop} s'arrêtent, {possibly} peut-être, {degrade} dégradés, {hold} tiennent" }


}
