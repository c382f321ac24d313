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

    /// A name means all that is called so; `entity:ID`, `site:ID` and `component:ID` say which.
    fn who(&self, name: &str, found: &mut Vec<Who>) {
        let (kind, id) = name.split_once(':').map_or((None, name), |(kind, id)| (Some(kind), id));
        let is = |own: &str| kind.is_none_or(|kind| kind == own);
        found.extend(self.names.entity(id).filter(|_| is("entity")).map(Who::Entity));
        found.extend(self.names.site(id).filter(|_| is("site")).map(Who::Site));
        found.extend(self.names.component(id).filter(|_| is("component")).map(Who::Component));
        found.extend(Jurisdiction::parse(name).map(Who::Jurisdiction));
    }

    /// What names mean, all together.
    fn whos(&mut self, names: &[forms::Name<'_>]) -> Box<[Who]> {
        let mut found = Vec::with_capacity(names.len());
        for name in names {
            let before = found.len();
            self.who(&name.text, &mut found);
            if found.len() == before {
                self.unknown(name, Kind::Anybody);
            }
        }
        found.into()
    }
}
