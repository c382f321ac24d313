use graphviz_rust::cmd::{CommandArg, Format, Layout};

use super::{ask, plain};
use crate::{Drawing, Engine, LayoutError, Placement};

/// The `dot` program of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct InstalledDot;

const NAME: &str = "dot";

impl Engine for InstalledDot {
    fn place(&self, drawing: &Drawing) -> Result<Placement, LayoutError> {
        drawing.check()?;
        let arguments = vec![CommandArg::Layout(Layout::Dot), CommandArg::Format(Format::Plain)];
        let answer = graphviz_rust::exec_dot(ask::question(drawing), arguments)
            .map_err(|source| LayoutError::CannotRun { source })?;
        plain::placement(drawing, &String::from_utf8_lossy(&answer), NAME)
    }
}
