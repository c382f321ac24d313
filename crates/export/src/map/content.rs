//! What a node of the map can say: the parts of a box, and the words that several of them share.

use schemars::JsonSchema;
use serde::Serialize;
use trefonds_findings::{ChangeKind, Layer, MapComponent, SurvivalTimes};
use trefonds_lang::Lang;

use super::clean::visible;
use super::fate_mark::FateMark;
use crate::lists::ended;

/// The form of a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// A service.
    Service,
    /// A component below the services.
    Component,
    /// Components drawn together.
    Group,
    /// Alternatives, of which so many are needed.
    Joint,
    /// A legal entity.
    Entity,
    /// A country.
    Country,
}

/// How pressing a mark is, the quietest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Alarm {
    /// Nobody foreign, or present without the power to stop.
    Quiet,
    /// Only if an unknown fact turns out badly.
    Possible,
    /// Later.
    Later,
    /// At once.
    AtOnce,
}

/// A foreign country on a box.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tag {
    pub(super) text: String,
    pub(super) alarm: Alarm,
}

/// A line of text and how loud it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Said {
    pub(super) text: String,
    pub(super) alarm: Alarm,
}

/// What a node says.
#[derive(Clone, Debug)]
pub(super) struct Content {
    pub(super) form: Form,
    pub(super) column: usize,
    /// What its id in the picture is made from.
    pub(super) key: String,
    pub(super) name: String,
    pub(super) second: Option<String>,
    pub(super) tags: Vec<Tag>,
    pub(super) verdict: Vec<Said>,
    /// Coverage, with its percentage for the bar.
    pub(super) coverage: Option<(String, u32)>,
    pub(super) alarm: Alarm,
    pub(super) single_point: bool,
    /// It has ended, or is not there yet, and is needed.
    pub(super) ended: bool,
    /// It cannot be mended once it is down, of itself or by what it rests on.
    pub(super) unmendable: bool,
    pub(super) blind_spots: u32,
    pub(super) strong: bool,
    /// Came, went or changed, on the map of a diff.
    pub(super) turn: Option<ChangeKind>,
    /// What happens to it, on the map of a scenario.
    pub(super) fate: Option<FateMark>,
    pub(super) tip: String,
}

/// The column of legal entities.
pub(super) const ENTITIES: usize = 7;
/// The column of countries.
pub(super) const COUNTRIES: usize = 8;
/// The column of a layer: services at the left.
pub(super) fn column(layer: Layer) -> usize {
    Layer::ALL.iter().position(|of| *of == layer).unwrap_or(0)
}

/// That it has ended, with its last day.
pub(super) fn has_ended(component: &MapComponent, lang: Lang) -> Option<Said> {
    let thing = component.ended.as_ref()?;
    Some(Said { text: visible(&ended::word(lang, thing)), alarm: Alarm::AtOnce })
}

impl Content {
    pub(super) const fn blank() -> Self {
        Self {
            form: Form::Component,
            column: 0,
            key: String::new(),
            name: String::new(),
            second: None,
            tags: Vec::new(),
            verdict: Vec::new(),
            coverage: None,
            alarm: Alarm::Quiet,
            single_point: false,
            ended: false,
            unmendable: false,
            blind_spots: 0,
            strong: true,
            turn: None,
            fate: None,
            tip: String::new(),
        }
    }
}

/// A country code, short whatever it holds.
pub(super) fn code(country: &str) -> String {
    visible(country).chars().take(8).collect()
}

/// How pressing these times are.
pub(super) const fn alarm(times: SurvivalTimes) -> Alarm {
    match (times.settled, times.careful) {
        (Some(0), _) => Alarm::AtOnce,
        (Some(_), _) => Alarm::Later,
        (None, Some(_)) => Alarm::Possible,
        (None, None) => Alarm::Quiet,
    }
}
