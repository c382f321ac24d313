//! The colours: greys, and one warm accent for what can stop something.

/// Which colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark on white.
    #[default]
    Light,
    /// Light on black.
    Dark,
}

/// The colours of a theme.
#[derive(Clone, Copy, Debug)]
pub struct Colours {
    /// Behind everything.
    pub ground: &'static str,
    /// Behind a column.
    pub band: &'static str,
    /// Inside a box.
    pub card: &'static str,
    /// Inside a box that can be stopped at once.
    pub warm_card: &'static str,
    /// Names.
    pub text: &'static str,
    /// What is less important.
    pub quiet: &'static str,
    /// The borders of bars.
    pub faint: &'static str,
    /// The borders of boxes.
    pub border: &'static str,
    /// Arrows.
    pub arrow: &'static str,
    /// What can stop something.
    pub accent: &'static str,
    /// Text on it.
    pub on_accent: &'static str,
    /// Of what came, went or changed, on the map of a diff.
    pub change: &'static str,
    /// Text on it.
    pub on_change: &'static str,
}

impl Theme {
    /// Its colours, as CSS writes them.
    #[must_use]
    pub const fn colours(self) -> Colours {
        match self {
            Self::Light => Colours {
                ground: "#ffffff",
                band: "#f5f5f2",
                card: "#ffffff",
                warm_card: "#fff6f0",
                text: "#1c1f24",
                quiet: "#666c75",
                faint: "#b9bdc4",
                border: "#c3c7cd",
                arrow: "#8a9099",
                accent: "#b5380d",
                on_accent: "#ffffff",
                change: "#1f5f99",
                on_change: "#ffffff",
            },
            Self::Dark => Colours {
                ground: "#14161a",
                band: "#1b1e23",
                card: "#22262c",
                warm_card: "#33241d",
                text: "#e8e9eb",
                quiet: "#a2a8b1",
                faint: "#565c66",
                border: "#474d57",
                arrow: "#7c838e",
                accent: "#ff9166",
                on_accent: "#1a0d07",
                change: "#7db8ee",
                on_change: "#0a1722",
            },
        }
    }
}
