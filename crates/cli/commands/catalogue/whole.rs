//! All of the catalogue, and of those that go before it.

use trefonds_ask::Catalogue;
use trefonds_catalogue::{Everything, Fault, Licence, Patterns, Rules, catalogue_file, licences};
use trefonds_declare::Shelf;
use trefonds_findings::{CatalogueHead, VERSION};
use trefonds_inventory::{LoadOptions, load_texts};
use trefonds_lang::Lang;
use trefonds_model::{Date, Inventory};

use super::super::session::{self, Telling, Warnings};
use crate::World;
use crate::args::Look;
use crate::failure::Failure;

/// All that there is to look at.
pub(super) struct Whole {
    inventory: Inventory,
    head: CatalogueHead,
    day: Date,
    pub patterns: Patterns,
    pub rules: Rules,
    pub licences: Vec<Licence>,
}

impl Whole {
    /// Lets all of it in, as if an inventory referred to everything: what is wrong is told as of an inventory.
    pub(super) fn load(look: &Look, world: &mut World<'_>) -> Result<Self, Failure> {
        let lang: Lang = look.lang.into();
        let edition = Everything.edition();
        let month = Date::new(edition.year.cast_signed(), edition.month.cast_signed(), 1);
        let day = look.as_of.or_else(|| month.ok().map(Date::last_of_month)).unwrap_or_default();
        let root = format!(
            "trefonds: 1\nhome: [EU]\nas_of: {day}\ncatalogue: {{edition: {edition}, laws: all}}\n"
        );
        let telling = Telling {
            lang,
            color: look.color,
            warnings: Warnings::InShort,
            as_of: Some(day),
            catalogues: &look.catalogue,
        };
        let options =
            LoadOptions { shelf: Some(&Everything), everything: true, ..telling.options() };
        let mut loaded = load_texts(vec![("catalogue".to_owned(), root.into_bytes())], &options);
        let mut beside = std::mem::take(&mut loaded.beside_catalogues);
        let inventory = session::accepted(loaded, "", telling, world)?;
        let own = trefonds_catalogue::files();
        beside.extend(own.map(|(path, text)| (catalogue_file(path), text.to_owned())));
        let files = || beside.iter().map(|(name, text)| (name.as_str(), text.as_str()));
        let told = |fault: Fault| Failure::Unknown(lang.catalogue_fault(&fault.to_string()));
        Ok(Self {
            patterns: Patterns::read(files()).map_err(told)?,
            rules: Rules::read(files()).map_err(told)?,
            licences: licences(files()).map_err(told)?,
            inventory,
            head: CatalogueHead {
                version: VERSION,
                edition: edition.to_string(),
                folders: look.catalogue.iter().map(|it| it.display().to_string()).collect(),
                as_of: day.to_string(),
            },
            day,
        })
    }

    /// What it says.
    pub(super) fn shown(&self) -> Catalogue<'_> {
        Catalogue::new(&self.inventory, self.head.clone(), self.day)
    }

    /// Of which catalogue, and of which day, results speak.
    pub(super) fn head(&self) -> CatalogueHead {
        self.head.clone()
    }
}
