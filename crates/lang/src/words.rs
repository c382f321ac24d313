//! Words shared by every output.

messages! {
    /// How many services.
    counted services { en: "{n} service" | "{n} services", fr: "{n} service" | "{n} services" }
    /// How many components.
    counted components { en: "{n} component" | "{n} components", fr: "{n} composant" | "{n} composants" }
    /// The layer of business services.
    fn layer_service() { en: "Services", fr: "Services" }
    /// The layer of applications.
    fn layer_application() { en: "Applications", fr: "Applications" }
    /// The layer of data.
    fn layer_data() { en: "Data", fr: "Données" }
    /// The layer of software.
    fn layer_software() { en: "Software", fr: "Logiciels" }
    /// The layer of middleware.
    fn layer_middleware() { en: "Middleware", fr: "Intergiciels" }
    /// The layer of infrastructure.
    fn layer_infrastructure() { en: "Infrastructure", fr: "Infrastructure" }
    /// The layer of hosting.
    fn layer_hosting() { en: "Hosting", fr: "Hébergement" }
    /// A country as the subject of a sentence.
    fn the_country(name: &str) { en: "{name}", fr: "le pays {name}" }
    /// A percentage.
    fn percent(number: &str) { en: "{number} %", fr: "{number} %" }
    /// At once.
    fn at_once() { en: "at once", fr: "immédiat" }
    /// Never.
    fn never() { en: "never", fr: "jamais" }
    /// Without a home jurisdiction's foreign single point.
    fn no_foreign_single_point() { en: "no foreign single point", fr: "aucun point unique étranger" }
}

impl crate::Lang {
    /// How many warnings.
    #[must_use]
    pub fn warnings(self, n: usize) -> String {
        if n == 1 {
            self.one_warning()
        } else {
            self.warnings_counted(&self.amount(n as u64, None))
        }
    }

    /// When something happens, in a sentence: "at once", "after 4 h", "never".
    #[must_use]
    pub fn after(self, minutes: Option<u32>) -> String {
        match (self, minutes) {
            (_, None | Some(0)) => self.duration(minutes),
            (Self::En, _) => format!("after {}", self.duration(minutes)),
            (Self::Fr, _) => format!("après {}", self.duration(minutes)),
        }
    }

    /// A duration of so many minutes: days from two days on, then hours, then minutes, each left out when 0.
    /// `0` is "at once"; `None` is "never".
    #[must_use]
    pub fn duration(self, minutes: Option<u32>) -> String {
        let day = match self {
            Self::En => "d",
            Self::Fr => "j",
        };
        let minutes = match minutes {
            None => return self.never(),
            Some(0) => return self.at_once(),
            Some(minutes) => minutes,
        };
        let hours = minutes / 60;
        let days = if hours < 48 { 0 } else { hours / 24 };
        [(days, day), (hours - days * 24, "h"), (minutes % 60, "min")]
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, unit)| format!("{count} {unit}"))
            .collect::<Vec<_>>()
            .join(" ")
    }
}

#[cfg(test)]
mod tests {
    use crate::Lang;

    #[test]
    fn durations_are_told_in_the_units_of_people() {
        let told = |lang: Lang, minutes| lang.duration(Some(minutes));
        for (minutes, words) in [
            (0, "at once"),
            (15, "15 min"),
            (60, "1 h"),
            (240, "4 h"),
            (255, "4 h 15 min"),
            (47 * 60 + 59, "47 h 59 min"),
            (48 * 60, "2 d"),
            (51 * 60, "2 d 3 h"),
            (30 * 1440, "30 d"),
            (30 * 1440 + 1, "30 d 1 min"),
        ] {
            assert_eq!(told(Lang::En, minutes), words);
        }
        assert_eq!(told(Lang::Fr, 51 * 60 + 1), "2 j 3 h 1 min");
        assert_eq!(Lang::Fr.duration(None), "jamais");
    }

    #[test]
    fn warnings_are_counted() {
        assert_eq!(Lang::En.warnings(1), "1 warning");
        assert_eq!(Lang::En.warnings(2_997), "2,997 warnings");
    }
}
