//! What is said of hidden things stands in a table of its file; here it moves with a list.

use trefonds_model::{HiddenIx, Stated};

use crate::forms::{Alternative, Data, Hidden, Noted};

/// Moves what a list says of something hidden out of the table of its file into another one.
pub(crate) fn move_hidden<'a, T>(
    stated: &mut Stated<T>,
    hidden: &[Hidden<'a>],
    moved: &mut Vec<Hidden<'a>>,
) {
    let said = stated.hidden.and_then(|at| hidden.get(at.at()));
    if let Some(said) = said {
        moved.push(said.clone());
        stated.hidden = HiddenIx::new(moved.len() - 1);
    }
}

/// The same, of the holders of keys.
pub(crate) fn move_keys<'a>(
    data: &mut Stated<Noted<'a, Data<'a>>>,
    hidden: &[Hidden<'a>],
    moved: &mut Vec<Hidden<'a>>,
) {
    for item in &mut data.items {
        move_hidden(&mut item.value.keys, hidden, moved);
    }
}

/// The same, of all lists of an option for change.
pub(crate) fn move_of_option<'a>(
    option: &mut Alternative<'a>,
    hidden: &[Hidden<'a>],
    moved: &mut Vec<Hidden<'a>>,
) {
    option.requirements.iter_mut().for_each(|list| move_hidden(list, hidden, moved));
    option.operators.iter_mut().for_each(|list| move_hidden(list, hidden, moved));
    option.suppliers.iter_mut().for_each(|list| move_hidden(list, hidden, moved));
    option.changed_by.iter_mut().for_each(|list| move_hidden(list, hidden, moved));
    option.locations.iter_mut().for_each(|list| move_hidden(list, hidden, moved));
    if let Some(data) = &mut option.data {
        move_keys(data, hidden, moved);
        move_hidden(data, hidden, moved);
    }
}
