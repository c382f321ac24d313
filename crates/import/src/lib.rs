//! What other tools already hold, such as the tables of a CMDB, to declarations, with an account of every
//! row.
//!
//! A [`Mapping`] says how tables are written and what their columns mean. [`Reading`] takes the rows of one
//! table after the other into one model of what was read; [`Reading::end`] joins them by their keys and gives
//! an [`Import`]: the texts of the files of a folder that belongs to the import, and the [`Account`], in which
//! every row is a fact or is left out for a reason. Nothing here reads or writes a file.
//!
//! ```text
//! rows --mapping--> things, edges --join--> declarations --write--> files of the folder, account
//! ```

mod account;
mod book;
mod cells;
mod declared;
mod ids;
mod join;
mod manifest;
mod mapping;
mod reading;
mod told;

pub use account::{
    Account, ByHand, IgnoredEdges, LeftOut, Place, Placeholder, Reason, Stub, TableAccount,
    Unnamed, Written, WrongWay,
};
pub use declared::{Import, Unwritten};
pub use manifest::{MANIFEST, Manifest, hash_of};
pub use mapping::{Mapping, MappingFault};
pub use reading::{Problem, ReadFault, Reading};
pub use told::{problem_told, told};
