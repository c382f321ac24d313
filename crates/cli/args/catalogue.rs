use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use trefonds_catalogue::PatternKind;
use trefonds_model::Date;

use super::{Colour, Language, ListFormat};

/// Look at the facts that the program brings: who owns whom, cloud regions, offers, laws, each with its
/// source.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  trefonds catalogue
  trefonds catalogue search amazon
  trefonds catalogue show amazon-web-services          an entity up to its top
  trefonds catalogue show aws/eu-west-3 --lang fr
  trefonds catalogue identify eu-west-2                no region without its provider
  trefonds catalogue identify mx1.example.com --kind mx
  trefonds catalogue sources --format csv
  trefonds catalogue stale --as-of 2027-06-01          what is to be read again by then
  trefonds catalogue export my-catalogue && trefonds catalogue --catalogue my-catalogue

An inventory takes from it by `catalogue: 2026.11` beside `home` (docs/catalogue.md). What nobody verified is
a candidate, and never makes anything certain.")]
pub(crate) struct Catalogue {
    #[command(subcommand)]
    pub action: Option<CatalogueAction>,
    #[command(flatten)]
    pub look: Look,
}

/// How the catalogue is looked at.
#[derive(Args, Debug)]
pub(crate) struct Look {
    /// The format of the list
    #[arg(long, value_enum, default_value = "text", global = true)]
    pub format: ListFormat,
    /// Write to this file, whole or not at all; - is standard output
    #[arg(short, long, value_name = "FILE", global = true)]
    pub output: Option<PathBuf>,
    /// The language of what is read on screen
    #[arg(long, value_enum, default_value = "en", global = true)]
    pub lang: Language,
    /// The day on which facts are looked at [default: the last of the edition's month]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::common::date, global = true)]
    pub as_of: Option<Date>,
    /// A folder with a catalogue of your own, which goes before that of the program; may be repeated
    #[arg(long, value_name = "DIR", global = true)]
    pub catalogue: Vec<PathBuf>,
    /// When to use colour
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto", global = true)]
    pub color: Colour,
}

/// What to look for.
#[derive(Debug, Subcommand)]
pub(crate) enum CatalogueAction {
    /// Find offers, entities, regions and laws by words of their ids, names and patterns
    Search {
        /// Words, all of which are to be there; case and accents do not matter
        #[arg(required = true, value_name = "WORD")]
        words: Vec<String>,
    },
    /// Tell what the catalogue says of an offer, an entity, a region or a law
    Show {
        /// Its id, or its name
        id: String,
    },
    /// Tell to which offers names lead: hosts, issuers of certificates, products, AS numbers
    Identify {
        /// The names
        #[arg(required = true, value_name = "NAME")]
        names: Vec<String>,
        /// What kind of names they are [default: any]
        #[arg(long, value_enum)]
        kind: Option<NameKind>,
    },
    /// List the sources, their licences, what was taken, and how many facts name each
    Sources,
    /// List what was verified too long before the day of --as-of, which must be given
    Stale,
    /// Write the data into a new folder, for --catalogue
    Export {
        /// The folder: new, or empty
        folder: PathBuf,
    },
}

/// What kind of name a pattern knows.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum NameKind {
    /// A host, by the end of its name
    Domain,
    /// The target of an alias of the DNS
    Cname,
    /// A mail host
    Mx,
    /// A name server
    Ns,
    /// A name in an SPF record
    Spf,
    /// The organisation of a certificate's issuer
    Issuer,
    /// The number of an autonomous system
    As,
    /// A Terraform provider
    Tf,
    /// A package URL
    Purl,
    /// An image and its registry
    Image,
    /// A top-level domain
    Tld,
    /// What people call a product
    Name,
}

impl From<NameKind> for PatternKind {
    fn from(kind: NameKind) -> Self {
        match kind {
            NameKind::Domain => Self::Domain,
            NameKind::Cname => Self::Cname,
            NameKind::Mx => Self::Mx,
            NameKind::Ns => Self::Ns,
            NameKind::Spf => Self::Spf,
            NameKind::Issuer => Self::Issuer,
            NameKind::As => Self::As,
            NameKind::Tf => Self::Terraform,
            NameKind::Purl => Self::Purl,
            NameKind::Image => Self::Image,
            NameKind::Tld => Self::Tld,
            NameKind::Name => Self::Name,
        }
    }
}
