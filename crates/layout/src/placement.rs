/// A point, `y` downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

impl Point {
    /// The point at `x`, `y`.
    #[must_use]
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

/// A box with a position.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Its left side.
    pub left: f64,
    /// Its top.
    pub top: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

impl Rect {
    /// Its right side.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.left + self.width
    }

    /// Its lower side.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.top + self.height
    }

    /// The height of its middle.
    #[must_use]
    pub fn middle(&self) -> f64 {
        self.top + self.height / 2.0
    }
}

/// A part of a [`Path`], from where the part before it ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segment {
    /// Straight to a point.
    Line(Point),
    /// A cubic Bézier curve: two control points and the end.
    Curve(Point, Point, Point),
}

impl Segment {
    /// Where it ends.
    #[must_use]
    pub const fn end(&self) -> Point {
        match self {
            Self::Line(end) | Self::Curve(_, _, end) => *end,
        }
    }
}

/// The way of an arrow, from the box it leaves to the box it enters.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    /// Where it leaves.
    pub start: Point,
    /// The parts.
    pub segments: Vec<Segment>,
}

impl Path {
    /// Where it enters.
    #[must_use]
    pub fn end(&self) -> Point {
        self.segments.last().map_or(self.start, Segment::end)
    }

    /// The same way from its end to its start.
    #[must_use]
    pub fn reversed(&self) -> Self {
        let mut segments = Vec::with_capacity(self.segments.len());
        let mut at = self.start;
        for segment in &self.segments {
            segments.push(match *segment {
                Segment::Line(_) => Segment::Line(at),
                Segment::Curve(a, b, _) => Segment::Curve(b, a, at),
            });
            at = segment.end();
        }
        segments.reverse();
        Self { start: at, segments }
    }

    /// The path as points close enough to draw it, `steps` a curve.
    #[must_use]
    pub fn flattened(&self, steps: u32) -> Vec<Point> {
        let mut points = vec![self.start];
        for segment in &self.segments {
            let from = points.last().copied().unwrap_or(self.start);
            match *segment {
                Segment::Line(end) => points.push(end),
                Segment::Curve(a, b, end) => points.extend((1..=steps).map(|step| {
                    let t = f64::from(step) / f64::from(steps);
                    on_curve([from, a, b, end], t)
                })),
            }
        }
        points
    }
}

fn on_curve(p: [Point; 4], t: f64) -> Point {
    let u = 1.0 - t;
    let weights = [u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t];
    let sum = |of: fn(&Point) -> f64| p.iter().zip(weights).map(|(p, w)| of(p) * w).sum();
    Point::new(sum(|p| p.x), sum(|p| p.y))
}

/// How far a column reaches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// Which column.
    pub column: usize,
    /// Its left side.
    pub left: f64,
    /// Its right side.
    pub right: f64,
}

/// Where everything stands. The drawing begins at 0, 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placement {
    /// The boxes, in the order of the drawing.
    pub boxes: Vec<Rect>,
    /// The arrows, in the order of the drawing.
    pub arrows: Vec<Path>,
    /// The columns that hold a box, from the left.
    pub columns: Vec<Extent>,
    /// The whole width.
    pub width: f64,
    /// The whole height.
    pub height: f64,
}
