//! What a policy says, for machines that show it to people: SARIF for code hosts, JUnit for the
//! test pages of CI. Text, Markdown, CSV and JSON are lists.

mod junit;
mod sarif;

pub use junit::junit;
pub use sarif::sarif;
