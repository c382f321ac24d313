/// The JSON Schema (2020-12) of an inventory file, for editors.
///
/// It cannot say all that the reader checks: that references lead somewhere, that check digits and
/// calendar days are right, that the shares of a day come to 100 % at most.
#[must_use]
pub const fn schema() -> &'static str {
    include_str!("../../../docs/trefonds.schema.json")
}
