//! Files that somebody broke: every reader says what is wrong, or gives the same twice. It never panics, and
//! never takes long.
//!
//! Real files of the repository are mutated by numbers that look random and are the same everywhere. A reader
//! gets so many of them; with `TREFONDS_FUZZ_SECONDS=3600`, as many as there is time for, and others with
//! `TREFONDS_FUZZ_FROM=1000000`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a reader that does not hold has failed")]
#![allow(
    clippy::disallowed_methods,
    reason = "a test may ask how long to look, and count the time"
)]

mod corpus;
mod mutate;
mod readers;
mod written;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use corpus::Case;
use trefonds_oracle::seed::Seed;

/// No file of these sizes may take longer, on whatever machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a reader made of a case: whether it accepted it.
type Reader = fn(&Case) -> Result<bool, String>;

/// Tries a reader on mutations of a corpus, by number.
fn fuzz(name: &'static str, count: u64, corpus: Vec<Case>, reader: Reader) {
    let asked = |name: &str| std::env::var(name).ok().and_then(|it| it.parse::<u64>().ok());
    let seconds = asked("TREFONDS_FUZZ_SECONDS").map(Duration::from_secs);
    let first = asked("TREFONDS_FUZZ_FROM").unwrap_or(0);
    let (send, receive) = channel();
    let worker = std::thread::Builder::new().stack_size(2 << 20).spawn(move || {
        let start = Instant::now();
        let mut accepted = 0;
        let more = |at: u64| seconds.map_or(at < count, |most| start.elapsed() < most);
        for number in (first..).take_while(|number| more(number - first)) {
            if send.send(number).is_err() {
                break;
            }
            let case = mutate::case(&corpus, &mut Seed::new(number));
            let read = catch_unwind(AssertUnwindSafe(|| reader(&case)));
            let read = read.unwrap_or_else(|_| Err("it panics".to_owned()));
            match read {
                Ok(yes) => accepted += u64::from(yes),
                Err(why) => panic!("{name}, case {number}: {why}\n{case:?}"),
            }
        }
        accepted
    });
    let worker = worker.unwrap();
    let mut last = None;
    let waiting = loop {
        match receive.recv_timeout(PATIENCE) {
            Ok(number) => last = Some(number),
            Err(RecvTimeoutError::Disconnected) => break None,
            Err(RecvTimeoutError::Timeout) => break last,
        }
    };
    assert!(waiting.is_none(), "{name}, case {waiting:?} takes longer than {PATIENCE:?}");
    let accepted = worker.join().unwrap_or_else(|_| panic!("{name}: see above"));
    // Where nothing is accepted, nothing behind the first error is seen.
    assert!(accepted > 0, "{name} accepts nothing of {last:?}");
}

#[test]
fn inventories_in_yaml() {
    fuzz("inventory", 1_500, corpus::inventories(), readers::inventory);
}

#[test]
fn inventories_in_json() {
    fuzz("inventory in JSON", 2_500, corpus::inventories_in_json(), readers::inventory);
}

#[test]
fn snapshots() {
    fuzz("snapshot", 800, corpus::snapshots(), readers::snapshot);
}

#[test]
fn policies() {
    fuzz("policy", 2_500, corpus::policies(), readers::policy);
}

#[test]
fn scenarios() {
    fuzz("scenario", 2_500, corpus::scenarios(), readers::scenario);
}

#[test]
fn fault_trees() {
    fuzz("fault tree", 2_500, corpus::fault_trees(), readers::fault_tree);
}
