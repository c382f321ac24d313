//! What rows name is found by key, by name or by LEI; what is not there becomes a stub.

use std::collections::{BTreeMap, BTreeSet};

use trefonds_model::Layer;

use crate::account::{Place, Reason, Stub, Tally, WrongWay};
use crate::book::{Kind, Ref, Said, Thing};
use crate::ids::id_of;
use crate::mapping::Match;
use crate::reading::{Reading, named_by};

/// What is joined: for every thing, the positions of what it names.
pub(crate) struct Joined {
    pub(crate) things: Vec<Thing>,
    pub(crate) needs: Vec<Said<usize>>,
    /// What each may need: all that are named so where several are.
    pub(crate) supposed: Vec<BTreeSet<usize>>,
    pub(crate) operators: Vec<Said<usize>>,
    pub(crate) suppliers: Vec<Said<usize>>,
    pub(crate) sites: Vec<Said<usize>>,
    pub(crate) stubs: Vec<Stub>,
    pub(crate) wrong_way: Vec<WrongWay>,
    pub(crate) tables: Vec<crate::account::TableAccount>,
    pub(crate) tally: Tally,
}

/// Finds things by what they are named by.
struct Joiner<'s> {
    source: &'s str,
    things: Vec<Thing>,
    /// Several where several things are named so.
    index: BTreeMap<(Kind, Match, String), Vec<usize>>,
    /// Which kinds have a table: what is named and not there is a broken join.
    tables: BTreeSet<Kind>,
    stubs: Vec<Stub>,
}

/// Why a name does not lead to one thing, and to which it could.
type Lost = (Reason, Vec<usize>);

impl Joiner<'_> {
    fn index(&mut self, at: usize) {
        let Some(thing) = self.things.get(at) else { return };
        for by in [Match::Id, Match::Name, Match::Lei] {
            let Some(word) = named_by(thing, by) else { continue };
            let key = (thing.kind, by, word.to_owned());
            // A key is met once; a name may be that of several.
            self.index.entry(key).or_default().push(at);
        }
    }

    fn find(&mut self, kind: Kind, of: &Ref, stub: Option<Layer>) -> Result<usize, Lost> {
        let key = (kind, of.by, of.text.clone());
        match self.index.get(&key).map(Vec::as_slice) {
            Some([at]) => return Ok(*at),
            Some(several @ [_, ..]) => return Err((Reason::Ambiguous, several.to_vec())),
            _ => {}
        }
        if kind == Kind::Component && stub.is_none() {
            return Err((Reason::Broken, Vec::new()));
        }
        let word = if of.by == Match::Id { "" } else { "named " };
        let id = id_of(self.source, &format!("{word}{}", of.text));
        let mut thing = Thing::of(kind, &of.text, id, of.at.clone());
        thing.layer = stub;
        if of.by != Match::Lei {
            thing.name = Some(of.text.clone());
        } else if trefonds_declare::lei::is_valid(&of.text) {
            thing.lei = Some(of.text.clone());
        }
        thing.stub = self.tables.contains(&kind);
        if thing.stub {
            let (id, value, first) = (thing.id.clone(), of.text.clone(), of.at.clone());
            self.stubs.push(Stub { kind: kind.word().to_owned(), id, value, first });
        }
        self.things.push(thing);
        self.index.insert(key, vec![self.things.len() - 1]);
        Ok(self.things.len() - 1)
    }

    /// What is named, and what may be meant besides.
    fn all(
        &mut self,
        kind: Kind,
        said: &Said<Ref>,
        tally: &mut Tally,
    ) -> (Said<usize>, BTreeSet<usize>) {
        let mut supposed = BTreeSet::new();
        let mut found = Said { items: Vec::new(), none: said.none, undisclosed: said.undisclosed };
        let stub = (kind == Kind::Component).then_some(Layer::Infrastructure);
        for of in &said.items {
            match self.find(kind, of, stub) {
                Ok(at) if found.items.contains(&at) => {}
                Ok(at) => found.items.push(at),
                Err((reason, several)) => {
                    tally.left_out(false, reason, &of.text, &of.at);
                    supposed.extend(several);
                }
            }
        }
        (found, supposed)
    }
}

/// Joins all that was read. O(n log n) for n things and edges.
pub(crate) fn join(reading: Reading<'_>) -> Joined {
    let Reading { mapping, things, edges, mut tables, mut tally, by_key, .. } = reading;
    let kinds = by_key.keys().map(|(kind, _)| *kind).collect();
    let (source, stubs) = (mapping.name.as_str(), Vec::new());
    let mut joiner = Joiner { source, things, index: BTreeMap::new(), tables: kinds, stubs };
    (0..joiner.things.len()).for_each(|at| joiner.index(at));
    // Rows that were merged into another are found by their own keys too.
    for ((kind, key), at) in by_key {
        joiner.index.insert((kind, Match::Id, key), vec![at]);
    }
    let rows = joiner.things.len();
    let (mut needs, mut operators) = (Vec::new(), Vec::new());
    let (mut suppliers, mut sites) = (Vec::new(), Vec::new());
    let mut supposed: Vec<BTreeSet<usize>> = Vec::new();
    for at in 0..rows {
        let Some(thing) = joiner.things.get_mut(at) else { continue };
        let take = std::mem::take::<Said<Ref>>;
        let (own, run, sold) =
            (take(&mut thing.needs), take(&mut thing.operators), take(&mut thing.suppliers));
        let places = take(&mut thing.sites);
        let (mut found, perhaps) = joiner.all(Kind::Component, &own, &mut tally);
        found.items.retain(|needed| *needed != at);
        needs.push(found);
        supposed.push(perhaps);
        for (kind, said, list) in [
            (Kind::Entity, &run, &mut operators),
            (Kind::Entity, &sold, &mut suppliers),
            (Kind::Site, &places, &mut sites),
        ] {
            let (mut found, perhaps) = joiner.all(kind, said, &mut tally);
            // Somebody is there, and which of several is not known.
            found.undisclosed |= !perhaps.is_empty();
            list.push(found);
        }
    }
    let mut ways = BTreeMap::<String, (u32, u32, Option<Place>)>::new();
    let named = needs.iter().enumerate();
    let mut met: BTreeSet<(usize, usize)> =
        named.flat_map(|(from, own)| own.items.iter().map(move |to| (from, *to))).collect();
    for edge in edges {
        let from = joiner.find(Kind::Component, &edge.from, edge.stubs);
        let to = joiner.find(Kind::Component, &edge.to, edge.stubs);
        supposed.resize_with(joiner.things.len().max(supposed.len()), BTreeSet::new);
        let ends = match (from, to) {
            (Ok(from), Ok(to)) => Ok((from, to)),
            (from, to) => {
                let could = |end: &Result<usize, Lost>| match end {
                    Ok(at) => vec![*at],
                    Err((_, several)) => several.clone(),
                };
                for at in could(&from) {
                    if let Some(own) = supposed.get_mut(at) {
                        own.extend(could(&to).into_iter().filter(|to| *to != at));
                    }
                }
                Err(from.and(to).map_or_else(|(reason, _)| reason, |_| Reason::Broken))
            }
        };
        needs.resize_with(joiner.things.len().max(needs.len()), Said::default);
        let reason = match ends {
            Ok((from, to)) if from == to => Reason::Itself,
            Ok((from, to)) => match needs.get_mut(from) {
                Some(own) if met.insert((from, to)) => {
                    own.items.push(to);
                    own.none = false;
                    count(&mut ways, &joiner.things, (from, to), &edge.word, &edge.at);
                    continue;
                }
                _ => Reason::SameEdge,
            },
            Err(reason) => reason,
        };
        tally.left_out(true, reason, &format!("{} -> {}", edge.from.text, edge.to.text), &edge.at);
        if let Some(table) = tables.get_mut(edge.table) {
            table.edges -= 1;
            table.left_out += 1;
        }
    }
    for list in [&mut operators, &mut suppliers, &mut sites] {
        list.resize_with(joiner.things.len(), Said::default);
    }
    needs.resize_with(joiner.things.len(), Said::default);
    supposed.resize_with(joiner.things.len(), BTreeSet::new);
    for (own, needs) in supposed.iter_mut().zip(&needs) {
        own.retain(|at| !needs.items.contains(at));
    }
    let wrong = ways.into_iter().filter(|(_, (upwards, of, _))| *upwards * 2 > *of);
    let wrong = wrong.filter_map(|(edge, (upwards, of, first))| {
        Some(WrongWay { edge, upwards, of, first: first? })
    });
    let wrong_way = wrong.collect();
    let Joiner { things, stubs, .. } = joiner;
    Joined { things, needs, supposed, operators, suppliers, sites, stubs, wrong_way, tables, tally }
}

/// Counts an edge between layers by its type, and whether it runs upwards.
fn count(
    ways: &mut BTreeMap<String, (u32, u32, Option<Place>)>,
    things: &[Thing],
    (from, to): (usize, usize),
    word: &str,
    at: &Place,
) {
    let (Some(from), Some(to)) = (things.get(from), things.get(to)) else { return };
    if from.stub || to.stub || from.layer == to.layer {
        return;
    }
    let way = ways.entry(word.to_owned()).or_default();
    way.1 += 1;
    if from.layer > to.layer {
        way.0 += 1;
        way.2.get_or_insert_with(|| at.clone());
    }
}
