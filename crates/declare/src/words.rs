//! The words of the format for closed lists, as they are read and written.

use trefonds_model::{Channel, Criticality, Effect, Grade, Layer, Link};

use crate::forms::Form;

/// Words with what they stand for.
pub type Words<T> = [(&'static str, T)];

/// Layers.
pub const LAYERS: &Words<Layer> = &[
    ("service", Layer::Service),
    ("application", Layer::Application),
    ("data", Layer::Data),
    ("software", Layer::Software),
    ("middleware", Layer::Middleware),
    ("infrastructure", Layer::Infrastructure),
    ("hosting", Layer::Hosting),
];
/// How much a component matters.
pub const CRITICALITIES: &Words<Criticality> = &[
    ("vital", Criticality::Vital),
    ("important", Criticality::Important),
    ("standard", Criticality::Standard),
    ("minor", Criticality::Minor),
];
/// In which form data is held.
pub const FORMS: &Words<Form> = &[("clear", Form::Clear), ("encrypted", Form::Encrypted)];
/// What laws do.
pub const EFFECTS: &Words<Effect> = &[("access", Effect::Access), ("denial", Effect::Denial)];
/// The channels of rules.
pub const CHANNELS: &Words<Channel> = &[
    ("location", Channel::Location),
    ("operation", Channel::Operation),
    ("supply", Channel::Supply),
    ("change", Channel::Change),
];
/// The links of rules.
pub const LINKS: &Words<Link> = &[
    ("direct", Link::Direct),
    ("via control", Link::ViaControl),
    ("via group", Link::ViaGroup),
    ("technology", Link::Technology),
];
/// How firmly rules reach.
pub const GRADES: &Words<Grade> = &[
    ("direct", Grade::Direct),
    ("via control", Grade::ViaControl),
    ("via group", Grade::ViaGroup),
    ("technology", Grade::Technology),
    ("arguable", Grade::Arguable),
    ("none", Grade::None),
    ("undetermined", Grade::Undetermined),
];

/// The word of a value; `None` where the format has none.
pub(crate) fn word_of<T: PartialEq>(words: &Words<T>, value: &T) -> Option<&'static str> {
    words.iter().find(|(_, own)| own == value).map(|(word, _)| *word)
}
