//! From a list of facts back to declarations, which the door then lets in or not.

mod alternatives;
mod lists;
mod recovery;
mod subjects;
mod values;

use std::collections::BTreeMap;

use thiserror::Error;
use trefonds_lang::{Code, Lang};
use trefonds_model::{Inventory, Minutes};
use trefonds_source::{Diagnostic, FileId, Label, Severity, SourceMap, Span, Spot};

use crate::forms::Declarations;
use crate::{Door, FACTS_VERSION, Fact, Facts, Field, Resolved, SubjectKind, diags, resolve};

/// Facts that make no inventory: every problem, and the places that these speak of.
#[derive(Clone, Debug, Error)]
#[error("{}", self.first())]
pub struct Refused {
    /// Every problem, in the order of the facts.
    pub diagnostics: Vec<Diagnostic>,
    /// Where the facts are said.
    pub sources: SourceMap,
}

impl Refused {
    fn first(&self) -> &str {
        self.diagnostics.first().map_or("", |problem| &problem.message)
    }
}

/// The inventory of some facts, through the one door. `origin` is what people call their list, such
/// as the file of a snapshot: a problem then says which of them it is about. No day need be said: a
/// list of facts is asked of a day of its own. O(F log F) for F facts.
///
/// # Errors
/// Every problem of the facts, as of a file: a name that leads nowhere, a value that cannot be.
pub fn model(facts: &Facts, origin: &str, lang: Lang) -> Result<Inventory, Refused> {
    model_but_for(&[], facts, origin, lang)
}

/// The inventory of some facts, whatever problems of some kinds they have.
fn model_but_for(
    borne: &[Code],
    facts: &Facts,
    origin: &str,
    lang: Lang,
) -> Result<Inventory, Refused> {
    let Maker { sources, made, mut diagnostics, places, .. } =
        made_of(facts, lang, SourceMap::default());
    let door = Door {
        lang,
        complete: true,
        first_file: origin,
        as_of: None,
        further: None,
        slip: |_, _| None,
    };
    let Resolved { mut inventory, diagnostics: found, .. } = resolve(vec![made], &door);
    diagnostics.extend(found);
    diagnostics.retain(|problem| {
        let is_borne = borne.iter().any(|code| code.as_str() == problem.code);
        problem.severity == Severity::Error && !is_borne
    });
    if diagnostics.is_empty() {
        inventory.sources = sources;
        return Ok(inventory);
    }
    let fact = |problem: &Diagnostic| {
        let label = problem.labels.first().filter(|label| label.span.file == FileId::ELSEWHERE);
        label.and_then(|label| places.get(label.span.start as usize)).copied()
    };
    diagnostics.sort_by_key(fact);
    diagnostics.dedup();
    let mut sources = sources;
    for problem in &mut diagnostics {
        if let Some(at) = fact(problem) {
            let span = sources.add_spot(origin, Spot::Fact(at as u32));
            problem.labels.push(Label { span, text: String::new() });
        }
    }
    Err(Refused { diagnostics, sources })
}

/// The declarations that some facts are, as a reader would have made them: what cannot be declared at all
/// is refused, all else is for the door. Their places lead to where the facts were said, by way of `sources`:
/// those of several lists that go through the door together are of one map.
/// O(F log F) for F facts.
///
/// # Errors
/// Every value that cannot be, and every fact of nothing.
pub fn declarations<'f>(
    facts: &'f Facts,
    lang: Lang,
    sources: &mut SourceMap,
) -> Result<Declarations<'f>, Refused> {
    let made = made_of(facts, lang, std::mem::take(sources));
    *sources = made.sources;
    match made.diagnostics.is_empty() {
        true => Ok(made.made),
        false => Err(Refused { diagnostics: made.diagnostics, sources: sources.clone() }),
    }
}

fn made_of(facts: &Facts, lang: Lang, sources: SourceMap) -> Maker<'_> {
    let mut maker = Maker { sources, ..Maker::new(lang, facts.version) };
    for ((kind, id), fields) in &subjects(facts) {
        maker.subject(*kind, id, fields);
    }
    maker
}

/// Contradictions of two facts that each stand on one side of a diff, and harm nothing together.
const OF_TWO_SIDES: [Code; 3] = [Code::TooManyPlaces, Code::OtherCountry, Code::OtherEffect];

/// The inventory of facts that one has said before, perhaps with some of them put back: facts of two times
/// may contradict each other.
///
/// # Errors
/// As [`model`].
pub fn model_again(facts: &Facts) -> Result<Inventory, Refused> {
    model_but_for(&OF_TWO_SIDES, facts, "", Lang::En)
}

/// A fact and its position in the list.
type Said<'f> = (usize, &'f Fact);

/// The facts of one subject, field by field.
type Fields<'f> = BTreeMap<Field, Vec<Said<'f>>>;

/// The facts of every subject, in the order of the ids.
fn subjects(facts: &Facts) -> BTreeMap<(SubjectKind, &str), Fields<'_>> {
    let mut subjects: BTreeMap<(SubjectKind, &str), Fields<'_>> = BTreeMap::new();
    for (at, fact) in facts.facts.iter().enumerate() {
        let fields = subjects.entry((fact.key.subject, fact.key.id.as_str())).or_default();
        fields.entry(fact.key.field).or_default().push((at, fact));
    }
    subjects
}

/// Every fact of a subject, with its field.
fn every<'f>(fields: &Fields<'f>) -> Vec<(Field, Said<'f>)> {
    fields.iter().flat_map(|(field, facts)| facts.iter().map(|fact| (*field, *fact))).collect()
}

/// The fact of a field of one value.
fn one<'f>(fields: &Fields<'f>, field: Field) -> Option<Said<'f>> {
    fields.get(&field)?.first().copied()
}

/// Makes declarations of facts. What cannot be declared so is reported and left out.
struct Maker<'f> {
    sources: SourceMap,
    lang: Lang,
    made: Declarations<'f>,
    diagnostics: Vec<Diagnostic>,
    /// The fact that is being read.
    now: Option<Said<'f>>,
    /// Where it stands.
    at: Span,
    /// The position of the fact behind each place.
    places: Vec<usize>,
    /// The minutes of one unit of a duration.
    unit: u32,
}

impl<'f> Maker<'f> {
    fn new(lang: Lang, version: u32) -> Self {
        Self {
            sources: SourceMap::default(),
            lang,
            made: Declarations { version: Some(Span::default()), ..Declarations::default() },
            diagnostics: Vec::new(),
            now: None,
            at: Span::default(),
            places: Vec::new(),
            unit: if version < FACTS_VERSION { 60 } else { 1 },
        }
    }

    /// Begins to read a fact. Its span leads to where it was said.
    fn enter(&mut self, fact: Said<'f>) -> Span {
        self.now = Some(fact);
        self.at = self.fresh();
        self.at
    }

    /// A span of its own for a part of the fact that is being read, after all before.
    fn fresh(&mut self) -> Span {
        let Some((position, fact)) = self.now else { return Span::default() };
        self.places.push(position);
        fact.at.add_to(&mut self.sources)
    }

    /// A duration as it was said: version 1 of facts counted hours. What has no number of minutes any
    /// more is the longest that has, which is not never.
    fn duration(&self, said: u32) -> Minutes {
        let never = said == Minutes::NEVER.0;
        let longest = || if never { said } else { Minutes::NEVER.0 - 1 };
        Minutes(
            said.checked_mul(self.unit).filter(|it| *it < Minutes::NEVER.0).unwrap_or_else(longest),
        )
    }

    /// Reports that a field cannot hold the value of the fact that is being read.
    fn unfit(&mut self) {
        if let Some((_, fact)) = self.now {
            self.diagnostics.push(diags::unfit_value(self.lang, self.at, &fact.key));
        }
    }

    /// Reports facts of one key.
    fn report_repeated(&mut self, fields: &Fields<'f>) {
        for facts in fields.values() {
            let mut first: BTreeMap<&str, Said<'f>> = BTreeMap::new();
            for fact in facts {
                if let Some(before) = first.insert(&fact.1.key.item, *fact) {
                    let before = self.enter(before);
                    let at = self.enter(*fact);
                    let problem = diags::repeated_fact(self.lang, at, before, &fact.1.key);
                    self.diagnostics.push(problem);
                }
            }
        }
    }
}
