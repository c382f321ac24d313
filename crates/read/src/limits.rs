/// What a file may ask of its reader. The defaults are far above honest inventories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Levels of mappings and lists, aliases expanded.
    pub depth: usize,
    /// What the aliases of one file may stand for: bytes of text, plus sixteen for each value.
    pub alias_bytes: usize,
    /// Bytes of all files together; offsets are 32 bits wide, so never more than 4 GiB.
    pub bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { depth: 128, alias_bytes: 16 << 20, bytes: u64::from(u32::MAX) - 1 }
    }
}
