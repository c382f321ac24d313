//! Time and memory of reading and analysing generated inventories; `docs/performance.md` records it.
//!
//! ```text
//! cargo bench --bench inventory                            the tables, 1,000 to 1,000,000 components
//! cargo bench --bench inventory -- --sizes 1000,10000      other sizes
//! cargo bench --bench inventory -- --one-file              one file instead of files of 5 MB
//! cargo bench --bench inventory -- --write 100000 DIR      an inventory to keep
//! cargo bench --bench inventory -- --tenth-in-time         one component in ten says what comes down and back
//! cargo bench --bench inventory -- --in-time               all of them do
//! ```
//!
//! Each row of a table is a process of its own ([`child`]), since a peak of memory is that of a
//! process. Times on one thread are processor time, medians of several runs.

mod child;
mod generator;
mod table;

use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};

use child::{Figures, Step};
use generator::{InTime, Layout, generate};

type Fallible<T> = Result<T, Box<dyn Error>>;

/// Sizes that are measured unless others are asked for.
const SIZES: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];
/// Exposure is measured up to this size.
const EXPOSURE_UP_TO: usize = 100_000;

/// What the command line asks for.
struct Asked {
    sizes: Vec<usize>,
    layout: Layout,
    in_time: InTime,
    write: Option<(usize, PathBuf)>,
    child: Option<(Step, PathBuf)>,
}

fn main() -> Fallible<()> {
    let asked = asked(std::env::args().skip(1))?;
    if let Some((step, folder)) = asked.child {
        return child::run(step, &folder);
    }
    if let Some((components, folder)) = asked.write {
        return write(components, (asked.layout, asked.in_time), &folder).map(drop);
    }
    let mut out = std::io::stdout().lock();
    let mut rows = Vec::new();
    for components in asked.sizes {
        rows.push(measure(components, (asked.layout, asked.in_time))?);
        writeln!(std::io::stderr(), "{components} components measured")?;
    }
    table::write(&rows, &mut out)?;
    Ok(())
}

fn asked(mut words: impl Iterator<Item = String>) -> Fallible<Asked> {
    let (sizes, layout) = (SIZES.to_vec(), Layout::Folder);
    let in_time = InTime::Nobody;
    let mut asked = Asked { sizes, layout, in_time, write: None, child: None };
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("{word} needs a value"));
        match word.as_str() {
            "--sizes" => {
                asked.sizes = value()?.split(',').map(str::parse).collect::<Result<_, _>>()?;
            }
            "--tenth-in-time" => asked.in_time = InTime::Tenth,
            "--in-time" => asked.in_time = InTime::Everybody,
            "--one-file" => asked.layout = Layout::OneFile,
            "--write" => asked.write = Some((value()?.parse()?, value()?.into())),
            "--child" => asked.child = Some((Step::parse(&value()?)?, value()?.into())),
            // Cargo's own.
            "--bench" => {}
            other => return Err(format!("unknown argument {other}").into()),
        }
    }
    Ok(asked)
}

/// Writes an inventory into a folder and says how many bytes it has.
fn write(components: usize, (layout, in_time): (Layout, InTime), folder: &Path) -> Fallible<u64> {
    std::fs::create_dir_all(folder)?;
    let mut bytes = 0;
    generate(components, layout, in_time, |name, text| {
        bytes += text.len() as u64;
        std::fs::write(folder.join(name), text)
    })?;
    Ok(bytes)
}

/// Everything that is measured of one size.
struct Row {
    components: usize,
    bytes: u64,
    events: Figures,
    reading: Figures,
    reading_in_parallel: Figures,
    analysis: Figures,
    exposure: Option<Figures>,
}

fn measure(components: usize, layout: (Layout, InTime)) -> Fallible<Row> {
    let folder = tempfile::tempdir()?;
    let bytes = write(components, layout, folder.path())?;
    let run = |step, threads| child::start(step, folder.path(), threads);
    let exposure = (components <= EXPOSURE_UP_TO).then(|| run(Step::Exposure, Some(1)));
    Ok(Row {
        components,
        bytes,
        events: run(Step::Events, Some(1))?,
        reading: run(Step::Reading, Some(1))?,
        reading_in_parallel: run(Step::Reading, None)?,
        analysis: run(Step::Analysis, Some(1))?,
        exposure: exposure.transpose()?,
    })
}
