//! What the catalogue knows that the inventory does not say.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::Path;

use trefonds_ask::{Analysis, Sketch};
use trefonds_catalogue::{
    Embedded, Fault, Kinds, PatternKind, Patterns, Rule, Rules, Subject, Suggested, files, run_by,
};
use trefonds_declare::forms::{
    Amendment, Catalogue, Component, Declarations, Name, Need, Note, Requirement,
};
use trefonds_declare::{Field, Remarks, Shelf, closest, words};
use trefonds_findings::{HiddenLayer, LooksLike, Named, Suggestion, Suggestions};
use trefonds_lang::Lang;
use trefonds_model::{ComponentIx, Minutes, Verification};
use trefonds_source::Span;

use super::session;
use crate::args;
use crate::failure::Failure;
use crate::output::{self, write_bytes};
use crate::{FINE, World};

/// So many offers of a kind are named; the catalogue has the rest.
const MOST_OFFERS: usize = 3;

/// So many offers that somebody runs are worth a question.
const FEW: usize = 3;

pub(super) fn run(args: &args::Suggest, world: &mut World<'_>) -> Result<u8, Failure> {
    let common = &args.listing.common;
    let lang: Lang = common.lang.into();
    let inventory = session::load(common, world)?;
    let progress = session::analysing(common, world);
    let analysis = session::analyse(&inventory, common);
    let suggestions =
        suggestions(&analysis, lang).map_err(|fault| Failure::Unknown(fault.to_string()))?;
    drop(progress);
    if let Some(file) = &args.write {
        write(&args.take, &analysis, &suggestions, file, lang, world)?;
        return Ok(FINE);
    }
    output::list(&suggestions, &args.listing, world)
}

/// What a catalogue is asked.
struct Known {
    patterns: Patterns,
    rules: Rules,
    kinds: Kinds,
    /// How many patterns lead to each offer.
    names: BTreeMap<String, usize>,
}

fn suggestions(analysis: &Analysis<'_>, lang: Lang) -> Result<Suggestions, Fault> {
    let patterns = Patterns::read(files())?;
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    for pattern in patterns.all() {
        *names.entry(pattern.offer.clone()).or_default() += 1;
    }
    let known = Known { patterns, rules: Rules::read(files())?, kinds: Kinds::embedded(), names };
    let (head, coverage) = analysis.about();
    let present = analysis.present();
    let sketches: Vec<(ComponentIx, Sketch)> =
        present.iter().map(|it| (*it, analysis.sketch(*it))).collect();
    let own = sketches.iter().filter(|(_, sketch)| !sketch.of_catalogue);
    let looks_like = own.clone().flat_map(|(_, sketch)| looks_like(sketch, &known)).collect();
    let layers =
        own.flat_map(|(at, sketch)| hidden(analysis, (*at, sketch), &known, lang)).collect();
    let edition = Embedded.edition().to_string();
    Ok(Suggestions { head, coverage, edition, looks_like, layers })
}

fn looks_like(sketch: &Sketch, known: &Known) -> Vec<LooksLike> {
    if sketch.is.is_some() || sketch.layer == trefonds_findings::Layer::Service {
        return Vec::new();
    }
    let found = |offer: &str, kind: &str, pattern: &str, ties: usize| LooksLike {
        id: format!("{}={offer}", sketch.component.id),
        component: sketch.component.clone(),
        offer: Named { id: offer.to_owned(), name: known.kinds.name(offer).to_owned() },
        pattern_kind: kind.to_owned(),
        pattern: pattern.to_owned(),
        ties: ties as u32,
        at: sketch.at.clone(),
    };
    let name = format!(
        "{} {}",
        sketch.component.id.replace(['-', '_', '/', '.'], " "),
        sketch.component.name
    );
    let hits = known.patterns.identify(&name, Some(PatternKind::Name), None);
    let mut winners: Vec<_> = hits.iter().filter(|hit| hit.wins).map(|hit| hit.pattern).collect();
    winners.dedup_by(|one, other| one.offer == other.offer);
    if !winners.is_empty() {
        let ties = winners.len();
        let all = winners.iter().map(|it| found(&it.offer, it.kind.key(), &it.value, ties));
        return all.collect();
    }
    for party in &sketch.parties {
        let offers = run_by(party);
        if (1..=FEW).contains(&offers.len()) {
            let ties = offers.len();
            return offers.iter().map(|offer| found(offer, "party", party, ties)).collect();
        }
    }
    Vec::new()
}

fn subject(sketch: &Sketch, kinds: &Kinds) -> Subject {
    Subject {
        id: sketch.component.id.clone(),
        name: sketch.component.name.clone(),
        layer: words::LAYERS
            .iter()
            .find(|(_, layer)| *layer == sketch.layer)
            .map_or("", |(word, _)| word)
            .to_owned(),
        tags: sketch.tags.clone(),
        offer: sketch.is.clone(),
        kind: sketch.is.as_deref().and_then(|offer| kinds.of(offer)).map(str::to_owned),
    }
}

fn hidden(
    analysis: &Analysis<'_>,
    (at, sketch): (ComponentIx, &Sketch),
    known: &Known,
    lang: Lang,
) -> Vec<HiddenLayer> {
    let own = subject(sketch, &known.kinds);
    let rules = known.rules.all().iter();
    let speaking: Vec<&Rule> =
        rules.filter(|rule| rule.speaks_of(&own) && !rule.is_met_by_itself(&own)).collect();
    if speaking.is_empty() {
        return Vec::new();
    }
    let beneath = analysis.beneath(at);
    let beneath: Vec<Subject> =
        beneath.iter().map(|it| subject(&analysis.sketch(*it), &known.kinds)).collect();
    let missing = speaking.into_iter().filter(|rule| !beneath.iter().any(|it| rule.is_met_by(it)));
    missing
        .map(|rule| {
            let say = |(english, french): &(String, String)| match lang {
                Lang::En => english.clone(),
                Lang::Fr => french.clone(),
            };
            HiddenLayer {
                id: format!("{}+", sketch.component.id),
                rule: rule.id.clone(),
                component: sketch.component.clone(),
                layer: sketch.layer,
                text: say(&rule.text),
                why: say(&rule.why),
                offers: rule.suggest.iter().flat_map(|it| offers(it, &own, known)).collect(),
                at: sketch.at.clone(),
            }
        })
        .collect()
}

/// Whose offer it is: what stands before the name.
fn house_of(offer: &str) -> Option<&str> {
    offer.split_once('/').map(|(house, _)| house)
}

/// The offers that a rule has in mind: the one that it names, or a few of a kind: first those of the house
/// whose offer the component is, then those that are met under most names.
fn offers(suggested: &Suggested, own: &Subject, known: &Known) -> Vec<Suggestion> {
    let kinds = &known.kinds;
    let house = own.offer.as_deref().and_then(house_of);
    let of = |offer: Option<&str>, kind: &str| Suggestion {
        offer: offer.map(str::to_owned),
        kind: kind.to_owned(),
        soft: suggested.soft,
    };
    match (&suggested.offer, &suggested.kind) {
        (Some(offer), _) => vec![of(Some(offer), kinds.of(offer).unwrap_or_default())],
        (None, Some(kind)) => {
            let mut all = kinds.offers(kind);
            all.retain(|offer| own.offer.as_deref() != Some(offer));
            let names = |offer: &str| known.names.get(offer).copied().unwrap_or_default();
            all.sort_by_key(|offer| (house_of(offer) != house, Reverse(names(offer))));
            match all.is_empty() {
                true => vec![of(None, kind)],
                false => all.iter().take(MOST_OFFERS).map(|offer| of(Some(offer), kind)).collect(),
            }
        }
        (None, None) => Vec::new(),
    }
}

/// What is taken, by component: what it is, and what it rests on besides.
#[derive(Default)]
struct Taken<'t> {
    is: Option<&'t str>,
    rests_on: Vec<(&'t str, bool)>,
}

fn write(
    take: &[String],
    analysis: &Analysis<'_>,
    suggestions: &Suggestions,
    file: &Path,
    lang: Lang,
    world: &mut World<'_>,
) -> Result<(), Failure> {
    if file.symlink_metadata().is_ok() {
        return Err(Failure::Unknown(lang.suggest_is_there(&file.display().to_string())));
    }
    let known = Embedded.offers();
    let mut taken: BTreeMap<&str, Taken<'_>> = BTreeMap::new();
    let mut faults = Vec::new();
    for suggestion in take {
        let (component, offer, is) = match (suggestion.split_once('='), suggestion.split_once('+'))
        {
            (Some((component, offer)), _) => (component, offer, true),
            (None, Some((component, offer))) => (component, offer, false),
            (None, None) => {
                faults.push(lang.suggest_bad(suggestion));
                continue;
            }
        };
        if analysis.find_component(component).is_none() {
            faults.push(match closest(component, analysis.ids()) {
                Some(near) => lang.names_nothing_but(component, near),
                None => lang.names_nothing(component),
            });
            continue;
        }
        if !known.contains(&offer) {
            let near = closest(offer, known.iter().copied());
            let near = near.map(|near| lang.did_you_mean(near)).unwrap_or_default();
            faults.push(format!("{} {near}", lang.no_such_offer(offer)).trim().to_owned());
            continue;
        }
        let entry = taken.entry(component).or_default();
        if is {
            if entry.is.replace(offer).is_some_and(|before| before != offer) {
                faults.push(lang.suggest_twice(component));
            }
        } else {
            let soft = suggestions.layers.iter().filter(|it| it.component.id == component);
            let soft = soft.flat_map(|it| &it.offers);
            let soft = soft.clone().any(|it| it.offer.as_deref() == Some(offer) && it.soft);
            entry.rests_on.push((offer, soft));
        }
    }
    if !faults.is_empty() {
        return Err(Failure::Unknown(faults.join("\n")));
    }
    let source = lang.suggest_source(&suggestions.edition);
    let mut declared = Declarations::default();
    if analysis.model().root.catalogue == Span::default() {
        // The inventory names no edition yet, and what is taken is the catalogue's.
        let edition = Some((Embedded.edition(), Span::default()));
        declared.catalogue = Some((Catalogue { edition, ..Catalogue::default() }, Span::default()));
    }
    let amendments = taken.iter().map(|(component, taken)| amendment(component, taken, &source));
    declared.amendments.components = amendments.collect();
    let text = trefonds_declare::write(&declared, &Remarks::default())
        .map_err(|fault| Failure::Unknown(fault.to_string()))?;
    write_bytes(Some(file), text.as_bytes(), lang, world)?;
    writeln!(
        world.out,
        "{}",
        lang.suggest_written(&lang.components(taken.len()), &file.display().to_string())
    )?;
    Ok(())
}

fn amendment<'t>(
    component: &'t str,
    taken: &Taken<'t>,
    source: &'t str,
) -> Amendment<'t, Component<'t>> {
    let at = Span::default();
    let name = |text: &'t str| Name { text: Cow::Borrowed(text), at };
    let mut thing = Component::unsaid(name(component));
    thing.is = taken.is.map(name);
    let mut amendment = Amendment::of(thing);
    if taken.is.is_some() {
        amendment.said.push((Field::Is, at));
    }
    amendment.added = (taken.rests_on.iter())
        .map(|(offer, soft)| Requirement {
            need: Need::Component(name(offer)),
            soft: *soft,
            tolerates: Minutes::ZERO,
            starts_in: None,
            because: None,
            note: Some(Box::new(Note {
                source: Some(name(source)),
                verification: Verification::Unverified,
                ..Note::default()
            })),
            at,
        })
        .collect();
    amendment
}
