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
    pub fn after(self, hours: Option<u32>) -> String {
        match (self, hours) {
            (_, None | Some(0)) => self.duration(hours),
            (Self::En, _) => format!("after {}", self.duration(hours)),
            (Self::Fr, _) => format!("après {}", self.duration(hours)),
        }
    }

    /// A duration: hours under two days, else days and what is left in hours.
    /// `0` is "at once"; `None` is "never".
    #[must_use]
    pub fn duration(self, hours: Option<u32>) -> String {
        let day = match self {
            Self::En => "d",
            Self::Fr => "j",
        };
        match hours {
            None => self.never(),
            Some(0) => self.at_once(),
            Some(hours) if hours < 48 => format!("{hours} h"),
            Some(hours) if hours.is_multiple_of(24) => format!("{} {day}", hours / 24),
            Some(hours) => format!("{} {day} {} h", hours / 24, hours % 24),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Lang;

    #[test]
    fn warnings_are_counted() {
        assert_eq!(Lang::En.warnings(1), "1 warning");
        assert_eq!(Lang::En.warnings(2_997), "2,997 warnings");
    }

    #[test]
    fn durations_read_naturally() {
        assert_eq!(Lang::En.duration(Some(0)), "at once");
        assert_eq!(Lang::En.duration(Some(36)), "36 h");
        assert_eq!(Lang::Fr.duration(Some(48)), "2 j");
        assert_eq!(Lang::En.duration(Some(49)), "2 d 1 h");
        assert_eq!(Lang::Fr.duration(None), "jamais");
    }
}
