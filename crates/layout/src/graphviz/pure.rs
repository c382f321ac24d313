use super::{ask, plain};
use crate::{Drawing, Engine, LayoutError, Placement};

/// Graphviz's `dot` algorithm by a port to Rust: nothing to install, the same answer everywhere.
#[derive(Clone, Copy, Debug, Default)]
pub struct GraphvizPure;

const NAME: &str = "graphviz";

impl Engine for GraphvizPure {
    fn place(&self, drawing: &Drawing) -> Result<Placement, LayoutError> {
        drawing.check()?;
        let answer = graphviz_pure::render_dot(&ask::question(drawing), "dot", "plain");
        let answer = answer
            .map_err(|error| LayoutError::Unusable { engine: NAME, message: error.to_string() })?;
        plain::placement(drawing, answer.output(), NAME)
    }
}
