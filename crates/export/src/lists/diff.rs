use std::collections::BTreeSet;

use trefonds_findings::{
    Causes, Change, ChangeKind, Consequence, Diff, DiffSide, Fact, Field, Level, Matter,
    OneHandSaid, ResultsFrom, State,
};
use trefonds_lang::Lang;

use super::cell::Cell;
use super::document::{Document, Item, Section};
use super::table::{Rows, Table};
use super::{Listed, ended, facts, keys, outages, phrases};

impl Listed for Diff {
    fn document(&self, lang: Lang) -> Document {
        let title_of = |side: &DiffSide| side.title.clone().unwrap_or_else(|| lang.untitled());
        let (old, new) = (title_of(&self.old), title_of(&self.new));
        let title =
            if old == new { lang.diff_title_same(&new) } else { lang.diff_title(&old, &new) };
        let mut facts =
            vec![lang.diff_old(&side(lang, &self.old)), lang.diff_new(&side(lang, &self.new))];
        facts.extend(other_question(lang, self));
        facts.extend(answered_otherwise(lang, &self.old));
        facts.extend(answered_otherwise(lang, &self.new));
        facts.extend(not_compared(lang, self));
        let mut sections = Vec::new();
        if self.same {
            facts.push(lang.diff_same());
        } else {
            sections.extend(renames(self, lang));
            sections.push(changes(self, lang));
            sections.push(consequences(self, lang));
        }
        Document { lang, title, facts, sections }
    }

    fn records(&self, _: Lang) -> Table {
        let value = |fact: &Option<Fact>| fact.as_ref().map(|fact| keys::word(&fact.value));
        let mut table = Rows::of(self.changes.iter().enumerate())
            .column("part", |_| "change")
            .column("number", |(at, _)| at + 1)
            .column("turn", |(_, it)| keys::word(&it.turn))
            .column("what", |(_, it)| {
                let (subject, field) = (keys::word(&it.key.subject), keys::word(&it.key.field));
                [&subject, &it.key.id, &field, &it.key.item].map(String::as_str).join("/")
            })
            .column("before", |(_, it)| value(&it.before))
            .column("after", |(_, it)| value(&it.after))
            .column("causes", |_| Cell::Empty)
            .table();
        table.rows.extend(consequence_records(self).rows);
        table
    }
}

fn side(lang: Lang, side: &DiffSide) -> String {
    let day = phrases::day_and_home(lang, (side.as_of.as_deref(), side.day_from), &side.home);
    let coverage = side.coverage;
    let coverage = lang.coverage_line(coverage.percent, coverage.declared, coverage.called_for);
    let mut words = vec![day, coverage];
    words.extend(match side.results {
        ResultsFrom::Inventory => None,
        ResultsFrom::Snapshot => Some(lang.results_kept(&side.program)),
        ResultsFrom::OtherQuestion => Some(lang.results_other_question(&side.program)),
        ResultsFrom::Unreadable => Some(lang.results_unreadable(&side.program)),
    });
    words.join(", ")
}

/// Says that the sides are of different days or homes: what follows differs by that too.
fn other_question(lang: Lang, diff: &Diff) -> Option<String> {
    let day = |side: &DiffSide| side.as_of.clone().unwrap_or_else(|| lang.diff_no_day());
    let sorted = |side: &DiffSide| side.home.iter().cloned().collect::<BTreeSet<_>>();
    let homes = || (diff.old.home.join(", "), diff.new.home.join(", "));
    let days = diff.old.as_of != diff.new.as_of;
    match (days, sorted(&diff.old) != sorted(&diff.new)) {
        (false, false) => None,
        (true, false) => Some(lang.diff_other_day(&day(&diff.old), &day(&diff.new))),
        (false, true) => Some(lang.diff_other_home(&homes().0, &homes().1)),
        (true, true) => Some(format!(
            "{} {}",
            lang.diff_other_day(&day(&diff.old), &day(&diff.new)),
            lang.diff_other_home(&homes().0, &homes().1)
        )),
    }
}

/// Says that the program of today answers otherwise, and where first.
fn answered_otherwise(lang: Lang, side: &DiffSide) -> Option<String> {
    let first = side.answers.first()?;
    let count = lang.answers(side.answers.len());
    Some(lang.answers_differ(&count, &side.program, &matter(lang, &first.matter)))
}

/// Says that what is possible in one hand is not compared, where one side does not say it all.
fn not_compared(lang: Lang, diff: &Diff) -> Option<String> {
    let kept = [&diff.old, &diff.new].into_iter().find(|it| it.one_hand == OneHandSaid::Nothing);
    let whole = diff.old.one_hand.is_all() && diff.new.one_hand.is_all();
    match kept {
        Some(side) => Some(lang.diff_one_hand_not_kept(&side.program)),
        None => (!whole).then(|| lang.diff_one_hand_not_all()),
    }
}

/// What became of a fact or a finding, in a word.
fn change(lang: Lang, turn: ChangeKind) -> String {
    match turn {
        ChangeKind::Gained => lang.turn_gained(),
        ChangeKind::Lost => lang.turn_lost(),
        ChangeKind::Changed => lang.turn_changed(),
    }
}

fn renames(diff: &Diff, lang: Lang) -> Option<Section> {
    let lines = diff.renames.iter().map(|it| lang.diff_rename(&it.old, &it.new));
    let section = Section::of_lines(lang.diff_renames(), lines);
    (!section.items.is_empty()).then_some(section)
}

fn changes(diff: &Diff, lang: Lang) -> Section {
    let words = |change: &Change, fact: Option<&Fact>| match (is_whole(change), fact) {
        (true, Some(_)) => lang.declarations(change.facts as usize),
        _ => facts::value(lang, fact),
    };
    let place = |change: &Change| {
        let fact = change.after.as_ref().or(change.before.as_ref());
        fact.map(|fact| fact.at.clone()).filter(|at| !at.file.is_empty()).map(Cell::Place)
    };
    Rows::of(diff.changes.iter().enumerate())
        .column(lang.column_number(), |(at, _)| format!("[{}]", at + 1))
        .column(lang.column_turn(), |(_, it)| change(lang, it.turn))
        .column(lang.column_declaration(), |(_, it)| {
            let told = facts::declaration(lang, &it.key, &it.name, is_whole(it));
            if is_the_catalogues(it) { lang.said_by_the_catalogue(&told) } else { told }
        })
        .column(lang.column_before(), |(_, it)| words(it, it.before.as_ref()))
        .column(lang.column_after(), |(_, it)| words(it, it.after.as_ref()))
        .column(lang.column_where(), |(_, it)| place(it))
        .section(lang.diff_changes())
}

/// Whether the world moved, and not the inventory: what is said, is said by the catalogue.
fn is_the_catalogues(change: &Change) -> bool {
    let said = change.after.as_ref().or(change.before.as_ref());
    said.is_some_and(|fact| fact.at.edition().is_some())
}

fn is_whole(change: &Change) -> bool {
    change.key.field == Field::Exists && change.turn != ChangeKind::Changed
}

/// The headings of consequences, in their order.
fn heading(lang: Lang, matter: &Matter) -> String {
    match matter {
        Matter::Ended { .. } => lang.diff_ended(),
        Matter::OneHand { level: Level::Controller, .. } => lang.diff_one_hand_controllers(),
        Matter::OneHand { .. } => lang.diff_one_hand_jurisdictions(),
        Matter::SinglePoint { level: Level::Controller, .. } => lang.diff_controllers(),
        Matter::SinglePoint { level: Level::Jurisdiction, .. } => lang.diff_jurisdictions(),
        Matter::SinglePoint { .. } => lang.diff_single_points(),
        Matter::Exposure { .. } => lang.diff_exposures(),
        Matter::BlindSpot { .. } => lang.diff_blind_spots(),
    }
}

fn consequences(diff: &Diff, lang: Lang) -> Section {
    let mut items = Vec::new();
    let heading = |it: &Consequence| heading(lang, &it.matter);
    for group in diff.consequences.chunk_by(|a, b| heading(a) == heading(b)) {
        items.extend(group.first().map(|first| Item::Heading(heading(first))));
        let table = Rows::of(group)
            .column(lang.column_turn(), |it| change(lang, it.turn))
            .column(lang.column_verdict(), |it| matter(lang, &it.matter))
            .column(lang.column_before(), |it| state(lang, it.before.as_ref()))
            .column(lang.column_after(), |it| state(lang, it.after.as_ref()))
            .column(lang.column_because(), |it| causes(lang, &it.causes));
        items.extend(table.items());
    }
    Section { heading: lang.diff_consequences(), items }
}

fn matter(lang: Lang, matter: &Matter) -> String {
    match matter {
        Matter::Ended { service } => lang.diff_is_down(&service.name),
        Matter::OneHand { service, event: Some(event), .. } => {
            lang.diff_in_one_hand(&phrases::subject(lang, event), &service.name)
        }
        Matter::OneHand { service, event: None, .. } => {
            lang.diff_unknowns_in_one_hand(&service.name)
        }
        Matter::SinglePoint { service, unknown: Some(fact), .. } => {
            lang.unknown_stops(&phrases::unknown(lang, fact), &service.name)
        }
        Matter::SinglePoint { service, event, .. } => {
            lang.stops_service(&phrases::subject(lang, event), &service.name)
        }
        Matter::Exposure { service, unknown: Some(fact), .. } => {
            lang.unknown_reaches(&phrases::unknown(lang, fact), &service.name)
        }
        Matter::Exposure { service, jurisdiction, law, .. } => {
            let law = law.as_ref().map_or_else(|| lang.no_law(), |law| law.name.clone());
            lang.reaches_service(&lang.country(jurisdiction), &law, &service.name)
        }
        Matter::BlindSpot { unknown: Some(fact), .. } => phrases::unknown(lang, fact),
        Matter::BlindSpot { fact, subject, .. } => format!("{} ({fact})", subject.name),
    }
}

fn state(lang: Lang, state: Option<&State>) -> String {
    let Some(state) = state else { return String::new() };
    let colon = phrases::colon(lang);
    if let Some(down) = &state.down {
        let things: Vec<String> = down.things.iter().map(|it| ended::named(lang, it)).collect();
        let since = ended::since(lang, down.since.as_deref(), down.already);
        return format!("{since}{colon}{}", things.join(", "));
    }
    let mut words = vec![phrases::certainty(lang, state.certainty)];
    words.extend(state.survival_minutes.map(|times| match times.settled {
        _ if !state.outages.is_empty() => outages::down(lang, times, &state.outages),
        // The word before says that it is possible.
        None => lang.duration(times.careful),
        Some(_) => phrases::times(lang, times),
    }));
    words.extend(state.grade.map(|grade| phrases::grade(lang, grade)));
    let words = words.join(", ");
    if state.hands.is_empty() {
        return words;
    }
    let hands = state.hands.iter().take(SHOWN).map(|fact| phrases::unknown(lang, fact));
    let more = state.hands.len().saturating_sub(SHOWN);
    let hands: Vec<String> = hands.chain((more > 0).then(|| lang.and_more(more))).collect();
    format!("{words}{colon}{}", hands.join(phrases::semicolon(lang)))
}

fn causes(lang: Lang, causes: &Causes) -> String {
    let numbers = |list: &[u32]| {
        let shown = list.iter().take(SHOWN).map(|at| format!("[{}]", at + 1));
        let more = list.len().saturating_sub(SHOWN);
        let more = (more > 0).then(|| lang.and_more(more));
        shown.chain(more).collect::<Vec<_>>().join(" ")
    };
    match causes {
        Causes::EachAlone(list) if list.len() == 1 => lang.cause_alone(&numbers(list)),
        Causes::EachAlone(list) => lang.cause_each(&numbers(list)),
        Causes::Together(list) => lang.cause_together(&numbers(list)),
        Causes::TheProgram => lang.cause_program(),
        Causes::TheDay => lang.cause_day(),
        Causes::TheHome => lang.cause_home(),
        Causes::TheDayAndHome => lang.cause_day_and_home(),
        Causes::NotSearched => lang.cause_not_searched(),
    }
}

/// How many causes, or unknown facts, a line of text names; JSON and CSV hold them all.
const SHOWN: usize = 4;

/// In the columns of changes.
fn consequence_records(diff: &Diff) -> Table {
    let state = |state: &Option<State>| state.as_ref().map(keys::word);
    Rows::of(&diff.consequences)
        .column("part", |_| "consequence")
        .column("number", |_| Cell::Empty)
        .column("turn", |it| keys::word(&it.turn))
        .column("what", |it| keys::word(&it.matter))
        .column("before", |it| state(&it.before))
        .column("after", |it| state(&it.after))
        .column("causes", |it| keys::word(&it.causes))
        .table()
}
