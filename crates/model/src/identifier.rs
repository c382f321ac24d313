use trefonds_source::Span;

use crate::Text;

/// What others call a thing: a scheme, such as `lei` or `sys_id`, and the value that it has there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// Who calls it so.
    pub scheme: Text,
    /// What.
    pub value: Text,
    /// Where it is said.
    pub at: Span,
}
