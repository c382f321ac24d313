//! Laws of further sets: those of the jurisdictions that the inventory asks for.

use rustc_hash::FxHashSet;

use super::Joiner;
use crate::forms::{Declarations, Law, LawsOf};
use crate::walk::{self, Part};

impl<'f> Joiner<'_, 'f> {
    pub(super) fn enter_laws(&mut self, files: &[Declarations<'f>]) {
        let asked = files.iter().find_map(|file| file.catalogue.as_ref());
        let Some((asked, _)) = asked.filter(|(it, _)| it.laws != LawsOf::Nobody) else { return };
        let own = files.iter().flat_map(|file| &file.laws).map(|law| law.id.text.clone());
        let mut known: FxHashSet<_> = own.collect();
        for (number, origin) in self.further.iter().enumerate() {
            for law in &origin.declared.laws {
                let meant = law.jurisdiction.is_some_and(|it| asked.laws.has(it));
                if meant && known.insert(law.id.text.clone()) {
                    self.enter_law(law.clone(), number);
                }
            }
        }
    }

    fn enter_law(&mut self, mut law: Law<'f>, number: usize) {
        let mut dated = None;
        walk::law(&mut law, &mut |part| match part {
            Part::Dated(at) => drop(dated.get_or_insert(at)),
            part => self.see(Some(number), part),
        });
        self.entered.dated = self.entered.dated.take().or(dated);
        self.entered.laws.push(law);
    }
}
