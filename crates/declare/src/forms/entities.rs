use std::borrow::Cow;

use trefonds_model::{Country, Share, Stated};

use super::{Identifier, Name, NoteBox, Noted};

/// A legal entity.
#[derive(Clone)]
pub struct Entity<'a> {
    /// Its id.
    pub id: Name<'a>,
    /// Its name for people.
    pub name: Option<Cow<'a, str>>,
    /// Where it is incorporated.
    pub country: Stated<Noted<'a, Country>>,
    /// Its Legal Entity Identifier.
    pub lei: Option<Name<'a>>,
    /// What others call it.
    pub same_as: Vec<Identifier<'a>>,
    /// Who holds its votes.
    pub owned_by: Stated<Noted<'a, Holding<'a>>>,
    /// Who controls it by other means.
    pub controlled_by: Stated<Noted<'a, Control<'a>>>,
    /// Its dates and source.
    pub note: NoteBox<'a>,
}

impl<'a> Entity<'a> {
    /// One of which nothing is said yet.
    #[must_use]
    pub fn unsaid(id: Name<'a>) -> Self {
        let at = id.at;
        let (owned_by, controlled_by) = (Stated::not_said(at), Stated::not_said(at));
        let country = Stated::not_said(at);
        let same_as = Vec::new();
        Self { id, name: None, country, lei: None, same_as, owned_by, controlled_by, note: None }
    }
}

/// A holding of votes.
#[derive(Clone)]
pub struct Holding<'a> {
    /// Nobody who could control, when there is none.
    pub holder: Option<Name<'a>>,
    /// How many; unknown when it is not said.
    pub votes: Option<Share>,
}

/// Control by other means.
#[derive(Clone)]
pub struct Control<'a> {
    /// Who.
    pub entity: Name<'a>,
    /// By which means.
    pub by: Option<Cow<'a, str>>,
}

/// A site.
#[derive(Clone)]
pub struct Site<'a> {
    /// Its id.
    pub id: Name<'a>,
    /// Its name for people.
    pub name: Option<Cow<'a, str>>,
    /// Its country.
    pub country: Stated<Noted<'a, Country>>,
    /// Who runs it.
    pub operators: Stated<Noted<'a, Name<'a>>>,
    /// What others call it.
    pub same_as: Vec<Identifier<'a>>,
    /// The site around it.
    pub within: Option<Name<'a>>,
    /// Its dates and source.
    pub note: NoteBox<'a>,
}

impl<'a> Site<'a> {
    /// One of which nothing is said yet.
    #[must_use]
    pub fn unsaid(id: Name<'a>) -> Self {
        let at = id.at;
        let (country, operators) = (Stated::not_said(at), Stated::not_said(at));
        let same_as = Vec::new();
        Self { id, name: None, country, operators, same_as, within: None, note: None }
    }
}
