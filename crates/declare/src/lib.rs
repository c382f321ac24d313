//! Declarations by name, from any origin, and the one door from them to the model.
//!
//! What an inventory declares has two forms by name. [`forms`] are what a reader makes of its
//! source: things with their fields, each with its place. [`Facts`] are the same as a flat list of
//! keys and values, which does not change when files are reordered or moved: what a snapshot
//! keeps, a diff compares, a policy reads.
//!
//! ```text
//! a reader --> forms --resolve--> Inventory --facts--> Facts --declarations--> forms
//! ```
//!
//! [`resolve`] is the only way to an [`Inventory`](trefonds_model::Inventory): past it, an invalid
//! one cannot be expressed, whatever its origin.

mod amend;
mod compare;
mod diags;
mod facts;
pub mod forms;
mod hidden;
mod join;
mod meant;
mod of_facts;
mod of_model;
mod place;
mod places;
mod prune;
mod resolve;
mod shelf;
mod suggest;
mod validate;
mod walk;
pub mod words;
mod write;
mod yaml;

pub use amend::Amended;
pub use compare::{Pair, aligned, differing};
pub use diags::{bad_cost, bad_date, empty_list, newer_edition, older_edition, shown};
pub use facts::{
    AlternativeFact, FACTS_VERSION, Fact, FactKey, FactNote, FactValue, Facts, Field, FormFact,
    HiddenFact, ItemFact, ListFact, NeedFact, PlacesFact, RequirementFact, RestFact, SubjectKind,
    WithdrawalFact,
};
pub use join::{Joined, Met, Origin, Shelved, join};
pub use meant::meant;
pub use of_facts::{Refused, declarations, model, model_again};
pub use of_model::{facts, requirement_line, who_text};
pub use place::{SourceAt, catalogue_file, told};
pub use prune::prune;
pub use resolve::{Door, Resolved, resolve};
pub use shelf::{Ids, Shelf, Wanted};
pub use suggest::closest;
pub use validate::{ids, lei, share};
pub use write::{Fault, Remarks, Unwritable, Why, write};
