//! What is kept of a component and of a requirement while time goes on.

use super::Outage;
use crate::cause::Cause;

/// Not now, or never.
pub(super) const OPEN: u32 = u32::MAX;

/// A component.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Since when it is down; open when it is up.
    pub down_since: u32,
    /// Since when its cause is over and all that its repair needs is up; 0 is for ever, open is not.
    pub good_since: u32,
    /// Whether it could run, were its circle to restart: its own cause is over, and what it needs outside
    /// its circle is up.
    pub could: bool,
    /// Whether it may be up, while its circle is settled.
    pub up: bool,
    /// Its place among those that went down; 0 when it never did.
    pub turn: u32,
    /// Why it went down first.
    pub cause: Cause,
    /// Outages that are over.
    pub past: Vec<Outage>,
    pub touched: bool,
}

impl Default for Part {
    fn default() -> Self {
        Self {
            down_since: OPEN,
            good_since: 0,
            could: true,
            up: true,
            turn: 0,
            cause: Cause::Itself,
            past: Vec::new(),
            touched: false,
        }
    }
}

impl Part {
    pub(super) fn clear(&mut self) {
        let mut past = std::mem::take(&mut self.past);
        past.clear();
        *self = Self { past, ..Self::default() };
    }
}

/// A requirement.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    /// Since when what it looks at is down; open when it is not.
    pub raw_since: u32,
    /// Of a cold member: since when the hot ones have been too few, and it has been up; open when not so.
    pub ready_since: u32,
    /// When what it looks at was down first.
    pub first_raw: u32,
    /// When that was no longer borne first.
    pub first_borne: u32,
    pub touched: bool,
}

impl Default for Link {
    fn default() -> Self {
        Self {
            raw_since: OPEN,
            ready_since: OPEN,
            first_raw: OPEN,
            first_borne: OPEN,
            touched: false,
        }
    }
}
