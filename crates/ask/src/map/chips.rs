//! Which foreign countries reach a component by its own channels, and what stops each service.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;
use trefonds_findings::{
    Certainty, Chip, Coverage, Level, MapDown, Named, QuestionKind, Reading, SurvivalTimes,
    Verdict, VerdictLine,
};
use trefonds_model::{Channel, ComponentIx, Country, EntityIx, Minutes};

use crate::Analysis;
use crate::single_points::{Hit, SinglePointOptions};
use trefonds_settle::channels::{Entry, Target};
use trefonds_settle::events::Event;
use trefonds_settle::masks::Masks;

/// A chip while it is being put together; `None` is an unknown country.
#[derive(Default)]
struct Draft {
    careful: Option<Minutes>,
    settled: Option<Minutes>,
    through: Vec<Named>,
    channels: Vec<Channel>,
}

impl Draft {
    fn add(&mut self, entry: &Entry, certain: bool, through: Option<Named>) {
        let earlier = |old: &mut Option<Minutes>, new: Minutes| {
            *old = Some(old.map_or(new, |old| old.min(new)));
        };
        earlier(&mut self.careful, entry.delay(Reading::Careful));
        let settled = if certain { entry.delay(Reading::Settled) } else { Minutes::NEVER };
        earlier(&mut self.settled, settled);
        self.through.extend(through.filter(|new| !self.through.contains(new)));
        self.channels.extend(entry.channel.filter(|new| !self.channels.contains(new)));
    }

    fn chip(self, country: Option<Country>) -> Chip {
        let time = |minutes: Option<Minutes>| minutes.and_then(Minutes::finite);
        Chip {
            country: country.map(|country| country.code().to_owned()),
            own_minutes: SurvivalTimes { careful: time(self.careful), settled: time(self.settled) },
            through: self.through,
            channels: self.channels,
        }
    }
}

impl Analysis<'_> {
    /// The foreign countries that reach a component by its own channels, the most pressing first;
    /// last "?", when somebody unknown may stop it.
    pub(super) fn chips(&self, component: ComponentIx) -> Vec<Chip> {
        let mut drafts: BTreeMap<Option<Country>, Draft> = BTreeMap::new();
        for entry in self.channels().of(component) {
            match entry.target {
                Target::Country(country) if self.is_foreign_country(country) => {
                    drafts.entry(Some(country.state())).or_default().add(entry, true, None);
                }
                Target::Country(_) | Target::Site(_) => {}
                Target::Unknown(_) => drafts.entry(None).or_default().add(entry, false, None),
                Target::Party(party) => self.party_chips(entry, party, &mut drafts),
            }
        }
        self.add_all_places(component, &mut drafts);
        let mut chips: Vec<Chip> = (drafts.into_iter())
            .map(|(country, draft)| draft.chip(country))
            .filter(|chip| chip.country.is_some() || chip.own_minutes.careful.is_some())
            .collect();
        let late = |time: Option<u32>| time.unwrap_or(u32::MAX);
        chips.sort_by_key(|chip| {
            (chip.country.is_none(), late(chip.own_minutes.settled), late(chip.own_minutes.careful))
        });
        chips
    }

    /// What stands in several places stops with a country that takes so many of them as it takes.
    fn add_all_places(
        &self,
        component: ComponentIx,
        drafts: &mut BTreeMap<Option<Country>, Draft>,
    ) {
        if self.channels().places(component).is_none() {
            return;
        }
        let none = FxHashSet::default();
        for (country, draft) in drafts {
            let Some(country) = *country else { continue };
            let stops = |reading| {
                let scope = self.scope(Event::Country(country), reading, &none);
                let masks = Masks::new(&[scope], self.model().entities.len());
                self.lost_places(component, &masks, reading) & 1 != 0
            };
            if stops(Reading::Settled) {
                draft.settled = Some(Minutes::ZERO);
            }
            if draft.settled == Some(Minutes::ZERO) || stops(Reading::Careful) {
                draft.careful = Some(Minutes::ZERO);
            }
        }
    }

    fn party_chips(
        &self,
        entry: &Entry,
        party: EntityIx,
        drafts: &mut BTreeMap<Option<Country>, Draft>,
    ) {
        let settled = &self.control(Reading::Settled).above[party.at()];
        let named = self.entity_named(party);
        for entity in self.control(Reading::Careful).above[party.at()].iter().chain([&party]) {
            let facts = &self.entities()[entity.at()];
            let certain = *entity == party || settled.binary_search(entity).is_ok();
            for country in &facts.countries {
                if self.is_foreign_country(country.value) {
                    let certain = certain && country.candidate.is_none();
                    let draft = drafts.entry(Some(country.value.state())).or_default();
                    draft.add(entry, certain, Some(named.clone()));
                }
            }
            if facts.unknown_country.or(facts.unknown_parent).is_some() {
                drafts.entry(None).or_default().add(entry, false, Some(named.clone()));
            }
        }
    }

    /// What services are judged by: foreign countries, or, as these do not break, whoever does.
    fn map_level(&self) -> SinglePointOptions {
        match self.question() {
            QuestionKind::Withdrawal => SinglePointOptions::at(Level::Jurisdiction),
            QuestionKind::Fault => {
                SinglePointOptions { home_too: true, ..SinglePointOptions::at(Level::Controller) }
            }
        }
    }

    /// By service, the foreign countries that stop it, or whose fault breaks it; unknown controllers taken
    /// together.
    fn verdict_lines(&self, services: &[ComponentIx]) -> BTreeMap<ComponentIx, Vec<VerdictLine>> {
        let hits = self.hits(&self.map_level(), services);
        let mut lines: BTreeMap<ComponentIx, Vec<VerdictLine>> = BTreeMap::new();
        // What has ended is told by itself: nobody withdraws it.
        for hit in hits.iter().filter(|hit| !matches!(hit.event, Event::Ended(_))) {
            let whose = matches!(hit.event, Event::Controller(_));
            let whose = whose.then(|| self.event_named(hit.event));
            add_line(lines.entry(hit.service).or_default(), hit, whose);
        }
        for list in lines.values_mut() {
            let late = |time: Option<u32>| time.unwrap_or(u32::MAX);
            list.sort_by_key(|line| {
                let times = line.survival_minutes;
                (
                    line.certainty,
                    line.country.is_none() && line.whose.is_none(),
                    late(times.settled),
                    late(times.careful),
                )
            });
        }
        lines
    }

    /// What stands under each service; what is possible in one hand only when asked for.
    pub(super) fn map_verdicts(
        &self,
        services: &[ComponentIx],
        coverage: &[Coverage],
        in_one_hand: bool,
    ) -> BTreeMap<ComponentIx, Verdict> {
        let mut lines = self.verdict_lines(services);
        let (mut one_hand, complete) =
            if in_one_hand { self.one_hand_counts(services) } else { (BTreeMap::new(), true) };
        let ended = self.ended_among(services, None).into_iter();
        let mut ended: BTreeMap<ComponentIx, MapDown> = ended
            .map(|(service, it)| {
                (service, MapDown { minutes: it.minutes, since: it.since, things: it.things })
            })
            .collect();
        let mut not_mended = self.down_for_good(services);
        let all = services.iter().zip(coverage);
        all.map(|(service, coverage)| {
            let verdict = Verdict {
                down: ended.remove(service),
                lines: lines.remove(service).unwrap_or_default(),
                not_mended: not_mended.remove(service).unwrap_or_default(),
                one_hand: one_hand.remove(service).unwrap_or_default(),
                one_hand_complete: complete,
                coverage: *coverage,
            };
            (*service, verdict)
        })
        .collect()
    }

    /// How many findings are possible in one hand, by service, and whether all were looked for.
    fn one_hand_counts(&self, services: &[ComponentIx]) -> (BTreeMap<ComponentIx, u32>, bool) {
        let all = self.coincidences(&self.map_level(), services);
        let mut counts = BTreeMap::new();
        for one in all.lines().iter().filter_map(|line| line.first()) {
            *counts.entry(one.service).or_default() += 1;
        }
        (counts, all.complete)
    }
}

fn add_line(lines: &mut Vec<VerdictLine>, hit: &Hit, whose: Option<Named>) {
    let country = match hit.event {
        Event::Country(country) => Some(country.code().to_owned()),
        _ => None,
    };
    let known = lines.iter_mut().find(|line| {
        let nobody = country.is_none() && whose.is_none();
        nobody && line.country.is_none() && line.whose.is_none()
    });
    match known {
        Some(line) => {
            let earlier = [line.survival_minutes.careful, hit.careful.finite()];
            line.survival_minutes.careful = earlier.into_iter().flatten().min();
        }
        None => lines.push(VerdictLine {
            country,
            whose,
            certainty: if hit.certain { Certainty::Certain } else { Certainty::Possible },
            survival_minutes: hit.times(),
        }),
    }
}
