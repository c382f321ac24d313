use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use rayon::prelude::*;
use trefonds_ask::{Analysis, Detail, Options, SinglePointOptions};
use trefonds_export::chart;
use trefonds_findings::{
    Certainty, Exposure, History, HistoryCommit, HistoryMeasures, Level, SinglePoints, VERSION,
};
use trefonds_inventory::{LoadOptions, Loaded, load_texts};
use trefonds_lang::Lang;
use trefonds_source::Severity;

use super::session;
use crate::args;
use crate::failure::Failure;
use crate::git::{Commit, Kept, Reader, Since, State};
use crate::output::{self, Listed, ends_in};
use crate::{FINE, World};

/// What a state of the inventory says, or why it does not load.
type Measured = Result<HistoryMeasures, String>;

pub(super) fn run(args: &args::History, world: &mut World<'_>) -> Result<u8, Failure> {
    let lang = Lang::from(args.common.lang);
    let progress = session::analysing(&args.common, world);
    let history = history(args, lang)?;
    drop(progress);
    match args.output.as_deref() {
        Some(path) if ends_in(path, "svg") => {
            let mut bytes = Vec::new();
            chart::svg(&history, lang, &mut bytes)?;
            output::write_bytes(Some(path), &bytes, lang, world)?;
        }
        output => {
            let color = args.common.color;
            let wanted = Listed { format: args.format.into(), lang, color, output };
            output::write(&history, &wanted, world)?;
        }
    }
    Ok(FINE)
}

fn history(args: &args::History, lang: Lang) -> Result<History, Failure> {
    let told = |error: crate::git::GitError| Failure::Unknown(error.told(lang));
    let kept = Kept::find(&args.common.inventory).map_err(told)?;
    let commits = kept.commits(args.since.as_deref().map(Since::of).as_ref()).map_err(told)?;
    let states = distinct(&commits);
    let options =
        Options { as_of: args.common.as_of, home: args.common.home.clone(), ..Options::default() };
    // Neighbours in time go to one reader, which keeps what did not change between them.
    let measured = states.par_iter().map_init(
        || kept.reader(),
        |reader, state| (*state, measure(reader, *state, (&options, &args.common.catalogue), lang)),
    );
    let measured: BTreeMap<State, Measured> = measured.collect();
    let commits = commits.into_iter().map(|commit| row(commit, &measured, lang)).collect();
    let inventory = kept.inside().to_owned();
    Ok(History { version: VERSION, inventory, since: args.since.clone(), commits })
}

/// Each state once, in the order of the commits.
fn distinct(commits: &[Commit]) -> Vec<State> {
    let mut seen = BTreeSet::new();
    let states = commits.iter().filter_map(|commit| commit.state);
    states.filter(|state| seen.insert(*state)).collect()
}

fn row(commit: Commit, measured: &BTreeMap<State, Measured>, lang: Lang) -> HistoryCommit {
    let found = commit.state.and_then(|state| measured.get(&state)).cloned();
    let found = found.unwrap_or_else(|| Err(lang.history_taken_away()));
    let (measures, problem) = match found {
        Ok(measures) => (Some(measures), None),
        Err(problem) => (None, Some(problem)),
    };
    let Commit { id, day, author, subject, .. } = commit;
    HistoryCommit { commit: id, date: day, author, subject, measures, problem }
}

fn measure(
    reader: &mut Reader<'_>,
    state: State,
    (options, also): (&Options, &[PathBuf]),
    lang: Lang,
) -> Measured {
    let texts = reader.texts(state).map_err(|error| error.told(lang))?;
    if texts.is_empty() {
        return Err(lang.history_taken_away());
    }
    let loaded = load_texts(
        texts,
        &LoadOptions {
            lang,
            as_of: options.as_of,
            shelf: Some(&trefonds_catalogue::Embedded),
            also,
            ..LoadOptions::default()
        },
    );
    let Some(inventory) = &loaded.inventory else { return Err(first_problem(&loaded)) };
    let analysis = Analysis::new(inventory, options);
    let wanted =
        SinglePointOptions { detail: Detail::Summary, ..SinglePointOptions::at(Level::Controller) };
    let points = analysis.single_points(&wanted);
    let mut measures = HistoryMeasures {
        components: inventory.components.len() as u32,
        services: points.services.len() as u32,
        stoppable: 0,
        for_good: analysis.circuit().any_cold().then_some(0),
        possibly_stoppable: 0,
        in_one_hand: 0,
        down: points.ended.iter().filter(|it| it.minutes <= 0).count() as u32,
        exposed: 0,
        possibly_exposed: 0,
        coverage: points.coverage,
    };
    count_points(&points, &mut measures);
    count_exposures(&analysis.exposure(false), &mut measures);
    Ok(measures)
}

fn count_points(points: &SinglePoints, measures: &mut HistoryMeasures) {
    for verdict in &points.services {
        if verdict.certain > 0 {
            measures.stoppable += 1;
            if verdict.certain > verdict.interrupting {
                measures.for_good = measures.for_good.map(|services| services + 1);
            }
        } else if verdict.possible + verdict.unknown > 0 {
            measures.possibly_stoppable += 1;
        } else if verdict.one_hand > 0 {
            measures.in_one_hand += 1;
        }
    }
}

fn count_exposures(exposure: &Exposure, measures: &mut HistoryMeasures) {
    let foreign = || exposure.findings.iter().filter(|finding| finding.foreign);
    let services = |certainty: Certainty| -> BTreeSet<&str> {
        let found = foreign().filter(|finding| finding.certainty == certainty);
        found.map(|finding| finding.service.id.as_str()).collect()
    };
    let (certain, possible) = (services(Certainty::Certain), services(Certainty::Possible));
    measures.exposed = certain.len() as u32;
    measures.possibly_exposed = possible.difference(&certain).count() as u32;
}

/// The first error, in one line.
fn first_problem(loaded: &Loaded) -> String {
    let mut errors = loaded.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    let Some(first) = errors.next() else { return String::new() };
    let at = first.labels.first().map(|label| loaded.sources().locate(label.span));
    match (at, &first.path) {
        (Some(at), _) if at.spot.is_some() => format!("{at}: {}", first.message),
        (Some(at), _) => format!("{}:{}: {}", at.file, at.line, first.message),
        (None, Some(path)) => format!("{path}: {}", first.message),
        (None, None) => first.message.clone(),
    }
}
