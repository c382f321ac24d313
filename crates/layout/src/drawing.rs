use crate::LayoutError;

/// What is to be placed.
#[derive(Clone, Debug, Default)]
pub struct Drawing {
    /// The boxes, by index.
    pub boxes: Vec<BoxSpec>,
    /// The arrows between them.
    pub arrows: Vec<ArrowSpec>,
    /// The distances to keep.
    pub spacing: Spacing,
}

/// A box before it has a position.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BoxSpec {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Its column, from the left. Empty columns take no room.
    pub column: usize,
    /// It stands in the gap right after this other box's sub-column, outside the column's extent.
    pub follows: Option<usize>,
}

impl BoxSpec {
    /// A box of a column.
    #[must_use]
    pub const fn new(width: f64, height: f64, column: usize) -> Self {
        Self { width, height, column, follows: None }
    }
}

/// An arrow before it has a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArrowSpec {
    /// The box it leaves.
    pub from: usize,
    /// The box it enters.
    pub to: usize,
    /// Arrows of one lane into the same box may share their way; those of different lanes leave
    /// and enter side by side.
    pub lane: u32,
}

/// The distances to keep.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spacing {
    /// Between two boxes of a column.
    pub row: f64,
    /// Between an arrow that passes through a column and what stands there.
    pub arrow: f64,
    /// Between columns, at least.
    pub column: f64,
    /// Between sub-columns of a column, at least.
    pub sub_column: f64,
    /// Between a box and one that follows it.
    pub follower: f64,
    /// Between two arrows that leave or enter a box side by side.
    pub port: f64,
    /// Above this width divided by height, sub-columns are folded together,
    pub widest: f64,
    /// but never on a page narrower than this.
    pub narrow: f64,
    /// Above this height divided by width, full columns are split into sub-columns.
    pub tallest: f64,
}

impl Default for Spacing {
    fn default() -> Self {
        Self {
            row: 16.0,
            arrow: 10.0,
            column: 64.0,
            sub_column: 48.0,
            follower: 22.0,
            port: 8.0,
            widest: 1.35,
            narrow: 1250.0,
            tallest: 1.3,
        }
    }
}

impl Drawing {
    /// Says what is wrong with the drawing, if anything.
    ///
    /// # Errors
    /// The first fault, by index.
    pub(crate) fn check(&self) -> Result<(), LayoutError> {
        for (index, spec) in self.boxes.iter().enumerate() {
            let sound = |size: f64| size.is_finite() && size >= 0.0;
            if !sound(spec.width) || !sound(spec.height) {
                return Err(LayoutError::BadSize { index });
            }
            self.check_follows(index)?;
        }
        self.arrows.iter().try_for_each(|arrow| self.exists(arrow.from).and(self.exists(arrow.to)))
    }

    fn exists(&self, index: usize) -> Result<(), LayoutError> {
        if index < self.boxes.len() {
            return Ok(());
        }
        let boxes = self.boxes.len();
        Err(LayoutError::NoSuchBox { index, boxes })
    }

    fn check_follows(&self, index: usize) -> Result<(), LayoutError> {
        let mut at = index;
        for _ in 0..self.boxes.len() {
            let Some(next) = self.boxes[at].follows else {
                return Ok(());
            };
            self.exists(next)?;
            at = next;
        }
        Err(LayoutError::FollowsItself { index })
    }
}
