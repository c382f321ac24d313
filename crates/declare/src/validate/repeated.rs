use rustc_hash::FxHashMap;

use crate::forms::{Name, Need, Requirement};

/// The components that several of these requirements name by themselves: the repeated name, and
/// the first one. Groups within are other requirements, and so are those that hold between dates.
pub(crate) fn repeated<'r, 'a>(
    requirements: &'r [Requirement<'a>],
) -> Vec<(&'r Name<'a>, &'r Name<'a>)> {
    let mut first: FxHashMap<&str, &Name<'a>> = FxHashMap::default();
    let mut again = Vec::new();
    if requirements.len() < 2 {
        return again;
    }
    for requirement in requirements {
        if let Need::Component(name) = &requirement.need
            && !dated(requirement)
        {
            match first.get(&*name.text) {
                Some(before) => again.push((name, *before)),
                None => {
                    first.insert(&name.text, name);
                }
            }
        }
    }
    again
}

fn dated(requirement: &Requirement<'_>) -> bool {
    let note = requirement.note.as_deref();
    note.is_some_and(|note| note.from.is_some() || note.until.is_some())
}
