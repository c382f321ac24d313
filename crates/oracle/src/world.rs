//! An inventory as plain data, in the words of the method: names are text, and nothing is worked out.

use crate::day::{Dates, Day};

/// The id of a component, a legal entity, a site or a law.
pub type Id = String;

/// All votes, in ten-thousandths of a percent.
pub const WHOLE: i64 = 1_000_000;

/// A fact of a list: what it says, from when until when, and whether anybody has confirmed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact<T> {
    /// What is said.
    pub what: T,
    /// When it holds.
    pub dates: Dates,
    /// Nobody has confirmed it.
    pub candidate: bool,
    /// Said, and marked as not verified.
    pub unverified: bool,
}

impl<T> Fact<T> {
    /// A fact that always holds, and that somebody has confirmed.
    #[must_use]
    pub fn plain(what: T) -> Self {
        Self { what, dates: Dates::default(), candidate: false, unverified: false }
    }
}

/// What is said of the rest of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rest {
    /// The key is left out.
    NotSaid,
    /// The list is complete.
    Nothing,
    /// There is something else, and it is not known which.
    Undisclosed(Hidden),
}

/// What is known of what is undisclosed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Hidden {
    /// All of one name are the same.
    pub name: Option<String>,
    /// Whom it is not: ids of entities, or countries.
    pub not: Vec<String>,
    /// Whom it is one of.
    pub among: Option<Vec<String>>,
}

/// A list of facts, and what is said of the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated<T> {
    /// What is listed.
    pub items: Vec<Fact<T>>,
    /// What is said of all else.
    pub rest: Rest,
}

impl<T> Stated<T> {
    /// The key is left out.
    #[must_use]
    pub const fn not_said() -> Self {
        Self { items: Vec::new(), rest: Rest::NotSaid }
    }

    /// A complete list.
    #[must_use]
    pub const fn complete(items: Vec<Fact<T>>) -> Self {
        Self { items, rest: Rest::Nothing }
    }

    /// Whether there is something else that is not known.
    #[must_use]
    pub const fn is_undisclosed(&self) -> bool {
        matches!(self.rest, Rest::Undisclosed(_))
    }

    /// Whether nothing at all is said.
    #[must_use]
    pub const fn is_not_said(&self) -> bool {
        matches!(self.rest, Rest::NotSaid)
    }
}

/// The layer of a component.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the words of the format")]
pub enum Layer {
    Service,
    Application,
    Data,
    Software,
    Middleware,
    Infrastructure,
    Hosting,
}

/// A requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// Its loss degrades its owner, and does not stop it.
    pub soft: bool,
    /// For how many minutes its loss is borne.
    pub tolerates: i64,
    /// Of a member of a group: how many minutes it needs to take over; none, and it is hot.
    pub starts_in: i64,
    /// What is needed.
    pub gate: Gate,
}

/// What is needed: one component, or a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gate {
    /// A component.
    One(Id),
    /// Every member.
    All(Vec<Fact<Need>>),
    /// At least one member.
    Any(Vec<Fact<Need>>),
    /// At least so many members.
    Least(usize, Vec<Fact<Need>>),
}

/// What a supplier's withdrawal does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnWithdrawal {
    /// Nobody has said.
    NotSaid,
    /// It stops after so many minutes; 0 is at once.
    Stops(i64),
    /// It goes on.
    Survives,
}

/// Who makes, licenses, supports or updates a component.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supplier {
    /// Who.
    pub entity: Id,
    /// What its withdrawal does.
    pub on_withdrawal: OnWithdrawal,
}

/// Where a component stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A site.
    Site(Id),
    /// Somewhere in a country.
    Country(String),
}

/// How many of its places a component needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    /// Nobody has said.
    NotSaid,
    /// All of them.
    All,
    /// So many.
    Least(usize),
}

/// Data that a component holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Data {
    /// Which class; `None` is not said.
    pub class: Option<String>,
    /// In which form.
    pub form: Form,
}

/// In what form data is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// Nobody has said.
    NotSaid,
    /// Whoever holds it reads it.
    Clear,
    /// Who holds the keys.
    Encrypted(Stated<Id>),
}

/// A component.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the keys of the format")]
pub struct Component {
    pub id: Id,
    pub name: Option<String>,
    pub layer: Layer,
    pub planned: bool,
    pub dates: Dates,
    pub needs: Stated<Need>,
    pub operators: Stated<Id>,
    pub suppliers: Stated<Supplier>,
    pub places: Stated<Place>,
    pub needs_places: Needed,
    pub data: Stated<Data>,
    pub changed_by: Stated<Id>,
    pub restarts_in: i64,
    pub recovers_with: Vec<Id>,
}

impl Component {
    /// Of which nothing is said.
    #[must_use]
    pub const fn blank(id: Id, layer: Layer) -> Self {
        Self {
            id,
            name: None,
            layer,
            planned: false,
            dates: Dates { from: None, until: None },
            needs: Stated::not_said(),
            operators: Stated::not_said(),
            suppliers: Stated::not_said(),
            places: Stated::not_said(),
            needs_places: Needed::NotSaid,
            data: Stated::not_said(),
            changed_by: Stated::not_said(),
            restarts_in: 0,
            recovers_with: Vec::new(),
        }
    }

    /// That needs nothing and nobody.
    #[must_use]
    pub fn bare(id: Id, layer: Layer) -> Self {
        Self {
            needs: Stated::complete(Vec::new()),
            operators: Stated::complete(Vec::new()),
            suppliers: Stated::complete(Vec::new()),
            places: Stated::complete(Vec::new()),
            data: Stated::complete(Vec::new()),
            ..Self::blank(id, layer)
        }
    }
}

impl Need {
    /// A component, needed at once and at any time.
    #[must_use]
    pub const fn of(id: Id) -> Self {
        Self { soft: false, tolerates: 0, starts_in: 0, gate: Gate::One(id) }
    }
}

/// Who holds votes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holding {
    /// A legal entity: at least and at most so much; `None`: the share is not said.
    Entity(Id, Option<(i64, i64)>),
    /// So much in hands that could not control.
    Dispersed(i64),
    /// The rest is in such hands.
    RestDispersed,
}

/// A legal entity.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the keys of the format")]
pub struct Entity {
    pub id: Id,
    pub name: Option<String>,
    pub countries: Stated<String>,
    pub owned_by: Stated<Holding>,
    pub controlled_by: Stated<Id>,
}

/// A place with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the keys of the format")]
pub struct Site {
    pub id: Id,
    pub name: Option<String>,
    pub countries: Stated<String>,
    pub operators: Stated<Id>,
    pub within: Option<Id>,
}

/// The channel of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the words of the format")]
pub enum Channel {
    Location,
    Operation,
    Supply,
}

/// The link of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the words of the format")]
pub enum Link {
    Direct,
    ViaControl,
    ViaGroup,
    Technology,
}

/// How firmly a law reaches, the firmest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the words of the format")]
pub enum Grade {
    Direct,
    ViaControl,
    ViaGroup,
    Technology,
    Arguable,
    Undetermined,
    None,
}

/// A rule of a law.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the keys of the format")]
pub struct Rule {
    pub channel: Channel,
    pub link: Link,
    pub grade: Option<Grade>,
    pub after: i64,
    pub dates: Dates,
}

/// A law.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the keys of the format")]
pub struct Law {
    pub id: Id,
    pub jurisdiction: String,
    pub access: bool,
    pub reaches: Vec<Rule>,
    pub dates: Dates,
}

/// What is asked of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Question {
    /// Can they stop it? Somebody withdraws.
    #[default]
    Withdrawal,
    /// Can they break it? Somebody fails, or a change of theirs goes wrong.
    Fault,
}

/// An inventory, and what is asked of it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the keys of the format")]
pub struct World {
    pub home: Vec<String>,
    pub as_of: Option<Day>,
    pub organisation: Vec<Id>,
    pub components: Vec<Component>,
    pub entities: Vec<Entity>,
    pub sites: Vec<Site>,
    pub laws: Vec<Law>,
    pub question: Question,
}

impl World {
    /// The same, asked who can break what.
    #[must_use]
    pub fn asked_of_faults(&self) -> Self {
        Self { question: Question::Fault, ..self.clone() }
    }
}
