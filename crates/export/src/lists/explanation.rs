use trefonds_findings::{EventKind, Explanation, HiddenStop, Provenance, Step, StepKind, Witness};
use trefonds_lang::Lang;

use super::document::{Document, Item, Section};
use super::table::{Rows, Table};
use super::{Listed, ended, keys, outages, phrases};

impl Listed for Explanation {
    fn document(&self, lang: Lang) -> Document {
        // An event that is an unknown fact is told in words, not by its id.
        let unknown = self.unknown.as_ref();
        let event = unknown.map_or_else(
            || phrases::subject(lang, &self.event),
            |fact| phrases::unknown(lang, fact),
        );
        let (event, service) = (event.as_str(), self.service.name.as_str());
        let who = match self.event_kind {
            EventKind::Entity => lang.why_alone(event),
            _ => event.to_owned(),
        };
        let mut facts = vec![phrases::day_and_home(
            lang,
            (self.head.as_of.as_deref(), self.head.day_from),
            &self.head.home,
        )];
        // Two and more unknown facts that would all have to be one hand are a remark, not a finding.
        let one_hand = self.one_hand.iter().any(|it| it.with.is_empty());
        match self.certainty {
            None if one_hand => {
                facts.push(lang.why_not_alone(event, service));
                facts.push(lang.why_one_hand(&sets(lang, &self.one_hand)));
            }
            None => {
                facts.push(lang.why_cannot(event, service));
                let sets = (!self.one_hand.is_empty()).then(|| sets(lang, &self.one_hand));
                facts.extend(sets.map(|sets| lang.why_several_hands(&sets)));
            }
            Some(verdict) => {
                let channel = phrases::channel(lang, self.channel, self.through);
                let times = outages::down(lang, self.survival_minutes, &self.outages);
                let back = ended::is_back(self.ended.as_ref(), self.survival_minutes);
                let times = ended::if_back(lang, times, back);
                let (colon, semicolon) = (phrases::colon(lang), phrases::semicolon(lang));
                let verdict = phrases::certainty(lang, verdict);
                facts.push(format!("{verdict}{colon}{times}{semicolon}{channel}"));
            }
        }
        if !self.denial_laws.is_empty() {
            let laws = self.denial_laws.iter().map(|reach| {
                let grade = phrases::grade(lang, reach.grade);
                lang.law_reach(&reach.law.name, &lang.country(&reach.jurisdiction), &grade)
            });
            facts.push(lang.denial_laws(&laws.collect::<Vec<_>>().join(", ")));
        }
        if !self.hangs_on.is_empty() {
            facts.push(lang.hangs_on(&phrases::unknowns(lang, &self.hangs_on)));
        }
        let settled = self.settled.as_ref().map(|witness| {
            proof(lang, lang.proof_settled(&lang.after(Some(witness.fails_at))), witness)
        });
        let careful = self.careful.as_ref().map(|witness| {
            proof(lang, lang.proof_careful(&lang.after(Some(witness.fails_at))), witness)
        });
        let ended = ended::section(lang, self.ended.as_slice());
        Document {
            lang,
            title: match self.certainty {
                Some(_) => lang.why_title(&who, service),
                None if one_hand => lang.why_one_hand_title(&who, service),
                None => lang.why_cannot_title(&who, service),
            },
            facts,
            sections: ended.into_iter().chain(settled).chain(careful).collect(),
        }
    }

    fn records(&self, _: Lang) -> Table {
        let witnesses = self.settled.iter().chain(&self.careful);
        let steps = witnesses.flat_map(|witness| {
            witness.steps.iter().enumerate().map(move |(at, step)| (witness.reading, at + 1, step))
        });
        Rows::of(steps)
            .column("reading", |(reading, ..)| keys::word(&reading))
            .column("step", |(_, at, _)| at)
            .column("kind", |(.., step)| keys::tag(&step.kind))
            .column("from", |(.., step)| &step.from.id)
            .column("to", |(.., step)| &step.to.id)
            .column("fails_at", |(.., step)| step.fails_at)
            .column("file", |(.., step)| keys::file(&step.provenance.at))
            .column("line", |(.., step)| keys::line(&step.provenance.at))
            .column("column", |(.., step)| keys::column(&step.provenance.at))
            .column("source", |(.., step)| step.provenance.source.as_ref())
            .column("unverified", |(.., step)| step.provenance.unverified)
            .column("assumes", |(.., step)| step.assumes.as_ref().map(|fact| &fact.id))
            .table()
    }
}

/// "who is above o (undisclosed; f.yaml:3:4); or a + b": each set is enough.
fn sets(lang: Lang, sets: &[HiddenStop]) -> String {
    let set = |it: &HiddenStop| {
        it.facts().map(|fact| phrases::unknown_at(lang, fact)).collect::<Vec<_>>().join(" + ")
    };
    let gap = format!(" {} ", lang.value_or());
    sets.iter().map(set).collect::<Vec<_>>().join(&gap)
}

fn proof(lang: Lang, heading: String, witness: &Witness) -> Section {
    let mut items = steps(lang, witness);
    items.push(Item::Line(lang.proof_note()));
    Section { heading, items }
}

/// The steps of a proof, numbered, each with its place and source.
pub(super) fn steps(lang: Lang, witness: &Witness) -> Vec<Item> {
    let mut items = Vec::new();
    for (at, step) in witness.steps.iter().enumerate() {
        items.push(Item::Line(format!("{:>2}. {}", at + 1, sentence(lang, step))));
        items.push(Item::Line(format!("      {}", proof_of(lang, &step.provenance))));
    }
    items
}

/// Where a step is written, its source, and whether it was checked.
#[must_use]
pub fn proof_of(lang: Lang, provenance: &Provenance) -> String {
    let mut text = provenance.at.told(lang);
    if let Some(source) = &provenance.source {
        text.push_str(&format!("  {}", lang.source_of(source)));
    }
    if provenance.unverified {
        text.push_str(&format!("  [{}]", lang.unverified()));
    }
    if let Some(day) = &provenance.verified_on {
        text.push_str(&format!("  [{}]", lang.verified_on(&lang.day(day))));
    }
    text
}

/// What a step of a proof says.
#[must_use]
pub fn sentence(lang: Lang, step: &Step) -> String {
    let (from, to) = (phrases::named(lang, &step.from), phrases::named(lang, &step.to));
    let (from, to) = (from.as_str(), to.as_str());
    let mut text = match &step.kind {
        StepKind::Requires { group, tolerates, soft } => {
            let mut text =
                if *soft { lang.step_soft(from, to) } else { lang.step_requires(from, to) };
            if let Some((fails, n)) = group {
                text.push_str(&format!(" ({})", lang.step_group(*fails, *n)));
            }
            if *tolerates > 0 {
                let time = lang.duration(Some(*tolerates));
                text.push_str(phrases::semicolon(lang));
                text.push_str(&lang.step_tolerates(&time));
            }
            text
        }
        StepKind::Starts { after } => {
            return lang.step_starts(to, from, &lang.duration(Some(*after)));
        }
        StepKind::Location => lang.step_location(from, to),
        StepKind::Operation => lang.step_operation(from, to),
        StepKind::Supply { after } => lang.step_supply(from, to, &lang.duration(Some(*after))),
        StepKind::RestsOn => return lang.step_rests_on(from, to),
        StepKind::Technology => return lang.step_technology(from, to),
        StepKind::Change { how } => lang.step_change(from, to, &phrases::way(lang, *how)),
        StepKind::Votes { at_least, at_most } => {
            lang.step_votes(from, to, &phrases::share(lang, *at_least, *at_most))
        }
        StepKind::ControlByOtherMeans => lang.step_control(from, to),
        StepKind::Country => lang.step_country(from, to),
        StepKind::Unknown => {
            let what = step.assumes.as_ref().map(|fact| phrases::unknown(lang, fact));
            return lang.step_unknown(&what.unwrap_or_else(|| to.to_owned()));
        }
        StepKind::Itself => lang.step_itself(from),
        StepKind::Ended { until: Some(day) } => return lang.step_ended(from, day),
        StepKind::Ended { until: None } => return lang.step_not_yet(from),
    };
    if let Some(fact) = &step.assumes {
        text.push_str(&format!(" [{}]", lang.step_unknown(&phrases::unknown(lang, fact))));
    }
    if let Some(time) = step.fails_at {
        text.push_str(&format!(". {from} {}", lang.step_fails(&lang.duration(Some(time)))));
    }
    text
}
