use trefonds_model::{Hidden, Jurisdiction, Who};

use super::Resolver;
use crate::diags::Kind;
use crate::forms;

impl Resolver<'_> {
    /// What is said of something undisclosed; a name that leads nowhere is reported.
    pub(super) fn hidden(&mut self, raw: &forms::Hidden<'_>) -> Hidden {
        Hidden {
            name: self.text(raw.name.as_ref()),
            not: self.whos(&raw.not),
            among: raw.among.as_ref().map(|names| self.whos(names)),
            at: raw.at,
        }
    }

    /// A name means all that is called so.
    fn whos(&mut self, names: &[forms::Name<'_>]) -> Box<[Who]> {
        let mut found = Vec::with_capacity(names.len());
        for name in names {
            let before = found.len();
            found.extend(self.names.entity(&name.text).map(Who::Entity));
            found.extend(self.names.site(&name.text).map(Who::Site));
            found.extend(self.names.component(&name.text).map(Who::Component));
            found.extend(Jurisdiction::parse(&name.text).map(Who::Jurisdiction));
            if found.len() == before {
                self.unknown(name, Kind::Anybody);
            }
        }
        found.into()
    }
}
