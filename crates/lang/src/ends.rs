//! Sentences of what ends.

messages! {
    /// Heading of what ends; also a section, and a sheet.
    fn ends_title() { en: "What ends", fr: "Ce qui prend fin" }
    /// Which question it answers.
    fn ends_question() {
        en: "Question: what ends, when, and which service does that stop if nothing takes its place? Certain: what has ended is down. Possible: whoever comes next is not written down, and withdraws. Services that are down already are not told again.",
        fr: "Question : qu'est-ce qui prend fin, quand, et quel service cela arrête-t-il si rien ne le remplace ? Certain : ce qui a pris fin est à l'arrêt. Possible : qui prend la suite n'est pas écrit, et se retire. Les services déjà à l'arrêt ne sont pas redits."
    }
    /// The horizon.
    fn ends_horizon(day: &str) { en: "horizon: what ends by {day}", fr: "horizon : ce qui prend fin jusqu'au {day}" }
    /// Services that are not told again.
    fn ends_down(services: &str) { en: "down already, or soon, from what has ended, and not told again: {services}", fr: "à l'arrêt, ou bientôt, par ce qui a pris fin, et non redits : {services}" }
    /// No day to look from.
    fn ends_undated() { en: "no fact has dates: nothing ends", fr: "aucun fait n'a de dates : rien ne prend fin" }
    /// Section: what stops services.
    fn ends_stopping() { en: "Ends that stop a service, if nothing takes their place", fr: "Fins qui arrêtent un service, si rien ne prend la suite" }
    /// Section: what stops nothing.
    fn ends_stopping_nothing() { en: "Ends, stops nothing", fr: "Prend fin, n'arrête rien" }
    /// Heading of one end.
    fn ends_heading(day: &str, left: &str, what: &str) { en: "{day} ({left}): {what}", fr: "{day} ({left}) : {what}" }
    /// How long until then.
    counted ends_in_days { en: "in {n} day" | "in {n} days", fr: "dans {n} jour" | "dans {n} jours" }
    /// Column: the last day.
    fn ends_last_day() { en: "Last day", fr: "Dernier jour" }
    /// Column: how long until then.
    fn ends_left() { en: "Days left", fr: "Jours restants" }
    /// Column: what ends.
    fn ends_what() { en: "What ends", fr: "Ce qui prend fin" }
    /// Column: who comes next.
    fn ends_next() { en: "Followed by", fr: "Suivi de" }
    /// Column: what else is to be said.
    fn ends_note() { en: "Note", fr: "Remarque" }
    /// Whom to ask.
    fn ends_ask(who: &str) { en: "ask: {who}", fr: "demander à : {who}" }
    /// Who comes next.
    fn ends_followed(who: &str, day: &str) { en: "followed by {who} from {day} on", fr: "suivi de {who} à partir du {day}" }
    /// Who comes next, in a column of that name.
    fn ends_from(who: &str, day: &str) { en: "{who} from {day} on", fr: "{who} à partir du {day}" }
    /// When a service has stopped, some time after the end.
    fn ends_after(day: &str, time: &str) { en: "{day}, {time} after the end", fr: "{day}, {time} après la fin" }
    /// When a service has stopped, as soon as it has ended.
    fn ends_at_once(day: &str) { en: "{day}, at once", fr: "{day}, aussitôt" }
    /// How long after the end a service has stopped.
    fn ends_time_after(time: &str) { en: "{time} later", fr: "{time} plus tard" }
    /// A day after all days.
    fn ends_no_day() { en: "after all days", fr: "après tous les jours" }
    /// Something else ends before, and stops the same.
    fn ends_already() { en: "already down by then from an earlier end, and stopped by this one too", fr: "déjà à l'arrêt par une fin antérieure, et arrêté par celle-ci aussi" }
    /// What else has ended by then.
    fn ends_with(what: &str) { en: "together with {what}", fr: "avec {what}" }
    /// What ends: a component.
    fn end_component(of: &str) { en: "component {of}", fr: "composant {of}" }
    /// What ends: a need.
    fn end_need(of: &str, what: &str) { en: "need of {of}: {what}", fr: "besoin de {of} : {what}" }
    /// What ends: an operator.
    fn end_operator(of: &str, who: &str) { en: "operator of {of}: {who}", fr: "exploitant de {of} : {who}" }
    /// What ends: a supplier.
    fn end_supplier(of: &str, who: &str) { en: "supplier of {of}: {who}", fr: "fournisseur de {of} : {who}" }
    /// What ends: who can change a component from afar.
    fn end_change(of: &str, who: &str) { en: "who can change {of}: {who}", fr: "qui peut modifier {of} : {who}" }
    /// What ends: a place.
    fn end_place(of: &str, place: &str) { en: "place of {of}: {place}", fr: "lieu de {of} : {place}" }
    /// What ends: data.
    fn end_data(of: &str, class: &str) { en: "data of {of}: {class}", fr: "données de {of} : {class}" }
    /// What ends: what a repair needs.
    fn end_recovery(of: &str, what: &str) { en: "what the repair of {of} needs: {what}", fr: "ce qu'il faut pour réparer {of} : {what}" }
    /// What ends: a legal entity.
    fn end_entity(of: &str) { en: "legal entity {of}", fr: "entité juridique {of}" }
    /// What ends: a country.
    fn end_country(of: &str, country: &str) { en: "country of {of}: {country}", fr: "pays de {of} : {country}" }
    /// What ends: a holding.
    fn end_holding(of: &str, who: &str) { en: "votes in {of}: {who}", fr: "voix dans {of} : {who}" }
    /// What ends: control by other means.
    fn end_control(of: &str, who: &str) { en: "control of {of} by other means: {who}", fr: "contrôle de {of} par d'autres moyens : {who}" }
    /// What ends: a site.
    fn end_site(of: &str) { en: "site {of}", fr: "site {of}" }
    /// What ends: the country of a site.
    fn end_site_country(of: &str, country: &str) { en: "country of the site {of}: {country}", fr: "pays du site {of} : {country}" }
    /// What ends: the operator of a site.
    fn end_site_operator(of: &str, who: &str) { en: "operator of the site {of}: {who}", fr: "exploitant du site {of} : {who}" }
    /// What ends: a law.
    fn end_law(of: &str) { en: "law {of}", fr: "loi {of}" }
    /// What ends: a rule of a law.
    fn end_rule(of: &str) { en: "rule of the law {of}", fr: "règle de la loi {of}" }
    /// What ends: an option for change.
    fn end_alternative(of: &str, what: &str) { en: "option for change of {of}: {what}", fr: "option de changement pour {of} : {what}" }
    /// Holders of dispersed votes.
    fn end_dispersed() { en: "dispersed votes", fr: "voix dispersées" }
    /// What stands in a calendar.
    fn calendar_summary(what: &str) { en: "Ends: {what}", fr: "Fin : {what}" }
    /// What stands in a calendar, where it stops something.
    fn calendar_summary_stops(what: &str, services: &str) { en: "Ends: {what} (stops {services})", fr: "Fin : {what} (arrête {services})" }
    /// The heading of what it stops.
    fn calendar_stops() { en: "Stops, if nothing takes its place:", fr: "Arrête, si rien ne prend la suite :" }
    /// It stops nothing.
    fn calendar_stops_nothing() { en: "Stops nothing.", fr: "N'arrête rien." }
    /// One service of it.
    fn calendar_stop(service: &str, criticality: &str, certainty: &str, when: &str) { en: "- {service} ({criticality}), {certainty}: {when}", fr: "- {service} ({criticality}), {certainty} : {when}" }
    /// Where it is written.
    fn calendar_written(place: &str) { en: "Written at {place}", fr: "Écrit à {place}" }
}
