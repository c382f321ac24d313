use std::path::PathBuf;

use clap::{Args, ValueEnum};
use trefonds_ask::Collapse;
use trefonds_export::map::Theme;
use trefonds_model::Layer;

use super::Common;

/// A layer of the map.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum LayerName {
    Service,
    Application,
    Data,
    Software,
    Middleware,
    Infrastructure,
    Hosting,
}

impl From<LayerName> for Layer {
    fn from(name: LayerName) -> Self {
        match name {
            LayerName::Service => Self::Service,
            LayerName::Application => Self::Application,
            LayerName::Data => Self::Data,
            LayerName::Software => Self::Software,
            LayerName::Middleware => Self::Middleware,
            LayerName::Infrastructure => Self::Infrastructure,
            LayerName::Hosting => Self::Hosting,
        }
    }
}

/// What components are drawn together by.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum CollapseBy {
    /// Who runs them
    Entity,
    /// Where they stand
    Site,
    /// The campus where they stand: the site around all others
    Campus,
    /// In which country they stand
    Jurisdiction,
    /// Their layer
    Layer,
}

impl From<CollapseBy> for Collapse {
    fn from(by: CollapseBy) -> Self {
        match by {
            CollapseBy::Entity => Self::Entity,
            CollapseBy::Site => Self::Site,
            CollapseBy::Campus => Self::Campus,
            CollapseBy::Jurisdiction => Self::Jurisdiction,
            CollapseBy::Layer => Self::Layer,
        }
    }
}

/// What is drawn as nodes of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Expand {
    /// Legal entities, who is above them, and countries
    Entities,
}

/// Who finds the positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum EngineName {
    /// Columns by layer, made for these maps
    Bands,
    /// Graphviz's algorithm, built in
    Graphviz,
    /// The installed `dot` program
    Dot,
}

/// The colours of the picture.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ThemeName {
    /// Dark on light
    Light,
    /// Light on dark
    Dark,
}

impl From<ThemeName> for Theme {
    fn from(name: ThemeName) -> Self {
        match name {
            ThemeName::Light => Self::Light,
            ThemeName::Dark => Self::Dark,
        }
    }
}

/// Draw the map as SVG, or write it as DOT or JSON, by the ending of the file.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  trefonds map inventories/hospital -o hospital.svg
  trefonds map inventories/hospital --focus messaging --expand entities --highlight US -o why.svg
  trefonds map inventories/hospital --collapse entity -o owners.svg
  trefonds map inventories/hospital -o hospital.dot && dot -Tpdf hospital.dot -o hospital.pdf

Past some 300 components the whole map draws components together and says so.")]
pub(crate) struct Map {
    #[command(flatten)]
    pub common: Common,
    /// Ask whose fault breaks what: failures, and changes that go wrong or are hostile; not who withdraws
    #[arg(long)]
    pub fault: bool,
    /// Write to this file: .svg, .dot or .json; - is SVG on standard output [default: -]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Only what stands around this component
    #[arg(long, value_name = "ID")]
    pub focus: Option<String>,
    /// How many steps around the focus
    #[arg(long, value_name = "N", requires = "focus")]
    pub depth: Option<u32>,
    /// Only these layers
    #[arg(long, value_enum, value_delimiter = ',')]
    pub layers: Option<Vec<LayerName>>,
    /// Draw components together
    #[arg(long, value_enum, value_name = "BY")]
    pub collapse: Option<CollapseBy>,
    /// Draw these as nodes of their own
    #[arg(long, value_enum, value_name = "WHAT")]
    pub expand: Option<Expand>,
    /// Draw what proves that this controller stops services strong, the rest faint; named as for `why`
    #[arg(long, value_name = "CONTROLLER")]
    pub highlight: Option<String>,
    /// Who finds the positions
    #[arg(long, value_enum, default_value = "bands")]
    pub engine: EngineName,
    /// The colours
    #[arg(long, value_enum, default_value = "light")]
    pub theme: ThemeName,
}
