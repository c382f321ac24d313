//! The findings that rules are judged on, and how rules look things up in them.

use trefonds_findings::{
    Criticality, Cuts, EndedService, Ends, Exposure, Fact, FactKey, FactValue, Facts, Field, Level,
    OneHand, Overview, ServiceOverview, SinglePoint, SinglePoints, SourceAt, SubjectKind as Whose,
};

use crate::policy::Day;

/// The results of the analyses of one inventory on one day.
#[derive(Clone, Copy, Debug)]
pub struct Evidence<'e> {
    /// What the inventory holds.
    pub overview: &'e Overview,
    /// Single points, in full, controllers at home included, at the levels that
    /// [`Policy::levels`](crate::policy::Policy::levels) names.
    pub single_points: &'e [SinglePoints],
    /// Minimal cut sets, as [`Policy::cut_sets`](crate::policy::Policy::cut_sets) wants them, of every service.
    pub cut_sets: &'e [Cuts],
    /// Exposure, jurisdictions at home included.
    pub exposure: &'e Exposure,
    /// What ends until the day that [`Policy::ends_within`](crate::policy::Policy::ends_within) names, if it
    /// does.
    pub ends: Option<&'e Ends>,
    /// The declarations.
    pub facts: &'e Facts,
}

impl<'e> Evidence<'e> {
    pub(crate) fn day(&self) -> Option<Day> {
        self.overview.head.as_of.as_deref().and_then(Day::parse)
    }

    /// The services that matter at least so much.
    pub(crate) fn services(
        &self,
        at_least: Criticality,
    ) -> impl Iterator<Item = &'e ServiceOverview> {
        let all = self.overview.services.iter();
        // The greatest comes first in the order.
        all.filter(move |service| service.criticality <= at_least)
    }

    /// The single points of a level over services that matter at least so much.
    pub(crate) fn points(
        &self,
        level: Level,
        at_least: Criticality,
    ) -> impl Iterator<Item = &'e SinglePoint> {
        let lists = self.single_points.iter().filter(move |list| list.level == level);
        let findings = lists.flat_map(|list| list.findings.iter());
        findings.filter(move |point| point.criticality <= at_least)
    }

    /// What is possible in one hand of a service.
    pub(crate) fn one_hand(
        &self,
        level: Level,
        service: &str,
    ) -> impl Iterator<Item = &'e OneHand> {
        let lists = self.single_points.iter().filter(move |list| list.level == level);
        let all = lists.flat_map(|list| list.one_hand.iter());
        let service = service.to_owned();
        all.filter(move |it| it.service.id == service)
    }

    /// Whether all that is possible in one hand was looked for.
    pub(crate) fn one_hand_complete(&self, level: Level) -> bool {
        let mut lists = self.single_points.iter().filter(|list| list.level == level);
        lists.all(|list| list.one_hand_complete)
    }

    /// Since when a service is down from what has ended.
    pub(crate) fn ended(&self, level: Level, service: &str) -> Option<&'e EndedService> {
        let lists = self.single_points.iter().filter(|list| list.level == level);
        lists.flat_map(|list| list.ended.iter()).find(|it| it.service.id == service)
    }

    /// Where a thing is declared.
    pub(crate) fn declared_at(&self, subject: Whose, id: &str) -> Option<SourceAt> {
        self.fact(subject, id, Field::Exists).map(|fact| fact.at.clone())
    }

    /// The fact of a field that has one value.
    pub(crate) fn fact(&self, subject: Whose, id: &str, field: Field) -> Option<&'e Fact> {
        let key = FactKey { subject, id: id.to_owned(), field, item: String::new() };
        let found = self.facts.facts.binary_search_by(|fact| fact.key.cmp(&key)).ok()?;
        self.facts.facts.get(found)
    }

    /// The name of a thing; the id when it has none.
    pub(crate) fn name(&self, subject: Whose, id: &str) -> String {
        match self.fact(subject, id, Field::Name).map(|fact| &fact.value) {
            Some(FactValue::Text(name)) => name.clone(),
            _ => id.to_owned(),
        }
    }

    /// The facts that hold on the day.
    pub(crate) fn holding(&self) -> impl Iterator<Item = &'e Fact> {
        let day = self.overview.head.as_of.as_deref();
        self.facts.facts.iter().filter(move |fact| holds(fact, day))
    }
}

/// Whether a fact holds on a day; days as text compare as days do.
fn holds(fact: &Fact, day: Option<&str>) -> bool {
    let Some(day) = day else { return true };
    fact.note.from.as_deref().is_none_or(|from| from <= day)
        && fact.note.until.as_deref().is_none_or(|until| day <= until)
}
