//! One path through a proof: from a service, or a component, to the event.
//!
//! A proof is a graph. Where several alternatives fail together, or holders control only together, it
//! has branches; a path follows the first of them, and says how many more there are.

use std::collections::{HashMap, HashSet, VecDeque};

use trefonds_findings::{FactKind, Named, Step, StepKind, UnknownFact};
use trefonds_lang::Lang;

use super::phrases;

/// Longer paths are told by their ends.
const LONGEST: usize = 6;

/// What an id names: a component and a legal entity may share theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum NodeKind {
    Component,
    Place,
    Entity,
    Unknown,
}

/// A thing that a proof speaks of.
type Node<'a> = (NodeKind, &'a str);

/// A thing that a path leads through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop<'a> {
    /// What it is called.
    pub named: &'a Named,
    /// The fact that is not known, when it is one.
    pub unknown: Option<&'a UnknownFact>,
}

/// A path through a proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path<'a> {
    /// What it leads through, the start left out, the event last; with the fact, where it is one
    /// that is not known.
    pub through: Vec<Stop<'a>>,
    /// How many more branches the proof has.
    pub branches: usize,
}

impl Path<'_> {
    /// "mail > host > US, and 2 more branches", by ids; of a long path its ends.
    #[must_use]
    pub fn by_ids(&self, lang: Lang) -> String {
        self.text(lang, LONGEST, |stop| stop.named.id.clone())
    }

    /// The same, by names and in full.
    #[must_use]
    pub fn by_names(&self, lang: Lang) -> String {
        self.text(lang, usize::MAX, |stop| match stop.unknown {
            Some(fact) => phrases::unknown(lang, fact),
            None => stop.named.name.clone(),
        })
    }

    fn text(&self, lang: Lang, longest: usize, word: impl Fn(&Stop<'_>) -> String) -> String {
        let words: Vec<String> = self.through.iter().map(word).collect();
        let path = if words.len() > longest {
            let (first, last) = (&words[..3], &words[words.len() - 2..]);
            format!("{} > ({}) > {}", first.join(" > "), words.len() - 5, last.join(" > "))
        } else {
            words.join(" > ")
        };
        if self.branches == 0 {
            path
        } else {
            format!("{path}, {}", lang.more_branches(self.branches))
        }
    }
}

/// The first path of a proof from a component on. O(steps) time.
#[must_use]
pub fn path<'a>(steps: &'a [Step], from: &str) -> Path<'a> {
    let graph = Graph::new(steps);
    let Some(start) = graph.starts.iter().find(|node| node.1 == from).copied() else {
        return Path { through: Vec::new(), branches: 0 };
    };
    let mut seen = HashSet::from([start]);
    let mut through = Vec::new();
    let mut at = start;
    while let Some(next) = graph.onward(at, &seen) {
        for (node, named) in next {
            seen.insert(node);
            through.push(named);
            at = node;
        }
    }
    Path { through, branches: graph.branches(start) }
}

/// The steps of a proof as a graph.
struct Graph<'a> {
    /// The near ends of steps from components, in the order of the proof.
    starts: Vec<Node<'a>>,
    ahead: HashMap<Node<'a>, Vec<(Node<'a>, Stop<'a>)>>,
    /// From a holder down to what it holds.
    below: HashMap<Node<'a>, Vec<(Node<'a>, Stop<'a>)>>,
}

impl<'a> Graph<'a> {
    fn new(steps: &'a [Step]) -> Self {
        let mut graph = Self { starts: Vec::new(), ahead: HashMap::new(), below: HashMap::new() };
        // A site is told in two steps, the second from the site on.
        let mut site: Option<&str> = None;
        for step in steps {
            let (from, to) = ends(step, site);
            site = matches!(step.kind, StepKind::Location).then_some(step.to.id.as_str());
            if from.0 == NodeKind::Component {
                graph.starts.push(from);
            }
            let leads_nowhere = matches!(
                step.kind,
                StepKind::Itself
                    | StepKind::Ended { .. }
                    | StepKind::Starts { .. }
                    | StepKind::RestsOn
                    | StepKind::Technology
            );
            if leads_nowhere {
                continue;
            }
            let next = graph.ahead.entry(from).or_default();
            if next.iter().all(|(node, _)| *node != to) {
                let unknown = step.assumes.as_ref().filter(|_| to.0 == NodeKind::Unknown);
                next.push((to, Stop { named: &step.to, unknown }));
            }
            if matches!(step.kind, StepKind::Votes { .. } | StepKind::ControlByOtherMeans) {
                graph
                    .below
                    .entry(to)
                    .or_default()
                    .push((from, Stop { named: &step.from, unknown: None }));
            }
        }
        graph
    }

    /// What comes next: the first thing ahead; from the top of a group, the way down to a member
    /// that is incorporated where the event is.
    fn onward(&self, at: Node<'a>, seen: &HashSet<Node<'a>>) -> Option<Vec<(Node<'a>, Stop<'a>)>> {
        if let Some(next) = self.ahead.get(&at) {
            let next = next.iter().find(|(node, _)| !seen.contains(node))?;
            return Some(vec![*next]);
        }
        let mut ways = VecDeque::from([(at, Vec::new())]);
        let mut met = HashSet::from([at]);
        while let Some((top, way)) = ways.pop_front() {
            for (member, named) in self.below.get(&top).into_iter().flatten() {
                if seen.contains(member) || !met.insert(*member) {
                    continue;
                }
                let mut way = way.clone();
                way.push((*member, *named));
                let ahead = self.ahead.get(member).into_iter().flatten();
                if ahead.clone().any(|(node, _)| node.0 == NodeKind::Place) {
                    return Some(way);
                }
                ways.push_back((*member, way));
            }
        }
        None
    }

    /// How many branches there are besides the first.
    fn branches(&self, start: Node<'a>) -> usize {
        let (mut more, mut seen, mut stack) = (0, HashSet::from([start]), vec![start]);
        while let Some(at) = stack.pop() {
            let next = self.ahead.get(&at).map_or(&[][..], Vec::as_slice);
            more += next.len().saturating_sub(1);
            stack.extend(next.iter().map(|(node, _)| *node).filter(|node| seen.insert(*node)));
        }
        more
    }
}

/// The two ends of a step.
fn ends<'a>(step: &'a Step, site: Option<&str>) -> (Node<'a>, Node<'a>) {
    let (from, to) = (step.from.id.as_str(), step.to.id.as_str());
    let or_site = |kind| if site == Some(from) { NodeKind::Place } else { kind };
    let (near, far) = match &step.kind {
        StepKind::Requires { .. }
        | StepKind::Starts { .. }
        | StepKind::RestsOn
        | StepKind::Itself
        | StepKind::Ended { .. } => (NodeKind::Component, NodeKind::Component),
        StepKind::Location => (NodeKind::Component, NodeKind::Place),
        StepKind::Operation
        | StepKind::Supply { .. }
        | StepKind::Technology
        | StepKind::Change { .. } => (or_site(NodeKind::Component), NodeKind::Entity),
        StepKind::Votes { .. } | StepKind::ControlByOtherMeans => {
            (NodeKind::Entity, NodeKind::Entity)
        }
        StepKind::Country => (or_site(NodeKind::Entity), NodeKind::Place),
        StepKind::Unknown => {
            let of_entity = step.assumes.as_ref().is_some_and(|unknown| {
                matches!(unknown.fact, FactKind::Parents | FactKind::Country | FactKind::Votes)
            });
            let near = if of_entity { NodeKind::Entity } else { or_site(NodeKind::Component) };
            (near, NodeKind::Unknown)
        }
    };
    ((near, from), (far, to))
}
