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
pub(super) struct Colours {
    pub(super) ground: &'static str,
    pub(super) band: &'static str,
    pub(super) card: &'static str,
    pub(super) warm_card: &'static str,
    pub(super) text: &'static str,
    pub(super) quiet: &'static str,
    pub(super) faint: &'static str,
    pub(super) border: &'static str,
    pub(super) arrow: &'static str,
    pub(super) accent: &'static str,
    pub(super) on_accent: &'static str,
    /// Of what came, went or changed, on the map of a diff.
    pub(super) turn: &'static str,
    pub(super) on_turn: &'static str,
}

impl Theme {
    pub(super) const fn colours(self) -> Colours {
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
                turn: "#1f5f99",
                on_turn: "#ffffff",
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
                turn: "#7db8ee",
                on_turn: "#0a1722",
            },
        }
    }
}
