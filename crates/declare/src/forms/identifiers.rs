use super::Name;

/// What others call a thing: a scheme, such as `lei` or `sys_id`, and the value that it has there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier<'a> {
    /// Who calls it so.
    pub scheme: Name<'a>,
    /// What.
    pub value: Name<'a>,
}

impl Identifier<'_> {
    /// Whether it says the same, wherever it stands.
    #[must_use]
    pub fn is(&self, other: &Identifier<'_>) -> bool {
        (&self.scheme.text, &self.value.text) == (&other.scheme.text, &other.value.text)
    }
}

/// Adds identifiers to those that a thing has, each one once.
pub fn add_up<'a>(own: &mut Vec<Identifier<'a>>, more: impl IntoIterator<Item = Identifier<'a>>) {
    for identifier in more {
        if !own.iter().any(|known| known.is(&identifier)) {
            own.push(identifier);
        }
    }
}
