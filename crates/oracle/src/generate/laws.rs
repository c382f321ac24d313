//! Laws on access and on denial.

use super::Maker;
use crate::world::*;

const CHANNELS: [Channel; 4] =
    [Channel::Location, Channel::Operation, Channel::Operation, Channel::Supply];
const LINKS: [Link; 4] = [Link::Direct, Link::ViaControl, Link::ViaGroup, Link::Technology];
const GRADES: [Grade; 5] =
    [Grade::Direct, Grade::ViaControl, Grade::Arguable, Grade::None, Grade::Undetermined];
const WHOSE: [&str; 8] = ["US", "US", "CN", "EU", "FR", "EEA", "DE", "NO"];

impl Maker {
    pub(super) fn all_laws(&mut self) -> Vec<Law> {
        let count = self.seed.below(4);
        (0..count).map(|at| self.law(format!("law{at}"))).collect()
    }

    fn law(&mut self, id: Id) -> Law {
        let jurisdiction = (*self.seed.one(&WHOSE)).to_owned();
        let rules = 1 + self.seed.below(3);
        let mut law = Law {
            id,
            jurisdiction,
            access: self.seed.percent(75),
            reaches: (0..rules).map(|_| self.rule()).collect(),
            dates: self.some_dates(),
        };
        for rule in law.reaches.iter_mut().filter(|_| !law.access) {
            rule.after = if self.seed.percent(40) { 1 + self.seed.below(200) as i64 } else { 0 };
        }
        law
    }

    fn rule(&mut self) -> Rule {
        let channel = *self.seed.one(&CHANNELS);
        let link = if channel == Channel::Location { Link::Direct } else { *self.seed.one(&LINKS) };
        let grade = self.seed.percent(30).then(|| *self.seed.one(&GRADES));
        Rule { channel, link, grade, after: 0, dates: self.some_dates() }
    }
}
