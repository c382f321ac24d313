//! The search: the master proposes, the analysis answers with conditions, until nothing new comes.

use std::collections::BTreeMap;
use std::rc::Rc;

use trefonds_model::{AlternativeIx, Inventory};

use crate::PlanOptions;
use crate::master::{Answer, Goal, Known, Rules, solve};
use crate::touch::{Clause, OptionIx};
use crate::trial::{Left, PointKey, Trial, weight};

/// How often the master may propose for one goal.
const ROUNDS: u32 = 400;
/// How many sets a proposal is mended into, for more conditions at once.
const MENDS: usize = 6;

/// What a goal came to.
#[derive(Clone, Debug)]
pub(crate) enum Reached {
    /// This sorted set; nothing comes to less than `bound`.
    Set { taken: Vec<OptionIx>, bound: u64, proven: bool },
    /// No set reaches it: proven.
    Nothing,
    /// None is known; nothing comes to less than `bound`.
    Unknown { bound: u64 },
}

/// The plan that was found.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub taken: Vec<OptionIx>,
    pub cost_at_least: u64,
    pub weight_at_least: u64,
    pub proven: bool,
    /// That no set at all leaves nothing.
    pub infeasible: bool,
}

/// Conditions gathered so far, and what they were gathered with.
pub(crate) struct Search<'m> {
    pub trial: Trial<'m>,
    pub rules: Rules,
    points: BTreeMap<PointKey, Known>,
    pub rounds: u32,
    pub nodes: u64,
}

impl<'m> Search<'m> {
    pub(crate) fn new(model: &'m Inventory, options: &'m PlanOptions) -> Self {
        let rules = rules(model, options);
        let trial = Trial::new(model, options, &rules.available);
        Self { trial, rules, points: BTreeMap::new(), rounds: 0, nodes: 0 }
    }

    /// The least weight within the budget, then the least cost of that.
    pub(crate) fn run(&mut self) -> Found {
        let Some(budget) = self.trial.options.budget else {
            return match self.reach(Goal::Cheapest { most_left: 0 }, None) {
                Reached::Set { taken, bound, proven } => {
                    let taken = self.spared(taken);
                    Found {
                        taken,
                        cost_at_least: bound,
                        weight_at_least: 0,
                        proven,
                        infeasible: false,
                    }
                }
                Reached::Nothing => Found { infeasible: true, ..self.fewest(None) },
                Reached::Unknown { .. } => self.fewest(None),
            };
        };
        self.fewest(Some(budget))
    }

    fn fewest(&mut self, budget: Option<u64>) -> Found {
        let (taken, least, sure) = match self.reach(Goal::FewestLeft { budget }, None) {
            Reached::Set { taken, bound, proven } => (taken, bound, proven),
            Reached::Nothing => (Vec::new(), 0, false),
            Reached::Unknown { bound } => (Vec::new(), bound, false),
        };
        let most_left = weight(&self.trial.left(&taken));
        let infeasible = budget.is_none() && least > 0;
        match self.reach(Goal::Cheapest { most_left }, None) {
            Reached::Set { taken, bound, proven } => {
                let taken = self.spared(taken);
                let proven = proven && sure;
                Found { taken, cost_at_least: bound, weight_at_least: least, proven, infeasible }
            }
            Reached::Nothing | Reached::Unknown { .. } => {
                let taken = self.spared(taken);
                Found { taken, cost_at_least: 0, weight_at_least: least, proven: false, infeasible }
            }
        }
    }

    /// The best set for a goal; with a `focus`, only that single point counts.
    pub(crate) fn reach(&mut self, goal: Goal, focus: Option<&PointKey>) -> Reached {
        let mut best: Option<(u64, Vec<OptionIx>)> = None;
        let mut floor = 0;
        for _ in 0..ROUNDS {
            self.rounds += 1;
            let limit = self.trial.options.effort.saturating_sub(self.nodes);
            let points = self.points.iter().filter(|(key, _)| focus.is_none_or(|it| it == *key));
            let solved = solve(&self.rules, points.map(|(_, known)| known), goal, limit);
            self.nodes += solved.nodes;
            let (taken, bound, proven) = match solved.answer {
                Answer::None => return Reached::Nothing,
                Answer::Limit { bound } => {
                    floor = floor.max(bound);
                    break;
                }
                Answer::Set { taken, bound, proven } => (taken, bound, proven),
            };
            floor = floor.max(bound);
            let fresh = self.learn(&taken, focus);
            self.note_best(&taken, goal, focus, &mut best);
            if !fresh && proven {
                return Reached::Set { taken, bound: floor, proven: true };
            }
            if !fresh || limit == 0 {
                break;
            }
            for set in self.mended(&taken, focus) {
                self.note_best(&set, goal, focus, &mut best);
            }
            if let Some((value, taken)) = &best
                && *value <= floor
            {
                return Reached::Set { taken: taken.clone(), bound: floor, proven: true };
            }
        }
        match best {
            Some((_, taken)) => Reached::Set { taken, bound: floor, proven: false },
            None => Reached::Unknown { bound: floor },
        }
    }

    /// Whether no option touches what a proof of a point rests on.
    pub(crate) fn is_untouched(&self, point: &PointKey) -> bool {
        let clauses = self.points.get(point).into_iter().flat_map(|known| &known.clauses);
        clauses.into_iter().any(|clause| clause.take.is_empty() && clause.drop.is_empty())
    }

    /// How many conditions are known.
    pub(crate) fn conditions(&self) -> u32 {
        self.points.values().map(|known| known.clauses.len() as u32).sum()
    }

    fn counted(&mut self, taken: &[OptionIx], focus: Option<&PointKey>) -> Rc<Vec<Left>> {
        let left = self.trial.left(taken);
        let Some(focus) = focus else { return left };
        Rc::new(left.iter().filter(|left| left.point == *focus).cloned().collect())
    }

    /// Adds the conditions that a set gives; says whether there was a new one.
    fn learn(&mut self, taken: &[OptionIx], focus: Option<&PointKey>) -> bool {
        let mut fresh = false;
        for left in self.trial.left(taken).iter() {
            let known = self.points.entry(left.point.clone()).or_default();
            known.weight = left.weight;
            let new = known.clauses.insert(left.clause.clone());
            fresh |= new && focus.is_none_or(|focus| *focus == left.point);
        }
        fresh
    }

    fn note_best(
        &mut self,
        taken: &[OptionIx],
        goal: Goal,
        focus: Option<&PointKey>,
        best: &mut Option<(u64, Vec<OptionIx>)>,
    ) {
        let left = weight(&self.counted(taken, focus));
        let cost = self.rules.cost(taken);
        let value = match goal {
            Goal::Cheapest { most_left } if left <= most_left => cost,
            Goal::FewestLeft { budget } if budget.is_none_or(|budget| cost <= budget) => left,
            _ => return,
        };
        if best.as_ref().is_none_or(|(least, set)| (value, taken) < (*least, set.as_slice())) {
            *best = Some((value, taken.to_vec()));
        }
    }

    /// Sets near a proposal in which the conditions that it breaks are met one after the other, for
    /// as long as that gives new conditions.
    fn mended(&mut self, taken: &[OptionIx], focus: Option<&PointKey>) -> Vec<Vec<OptionIx>> {
        let mut sets = Vec::new();
        let mut set = taken.to_vec();
        for _ in 0..MENDS {
            let broken = self.counted(&set, focus);
            let before = set.clone();
            for left in broken.iter() {
                self.mend(&mut set, &left.clause);
            }
            if set == before {
                break;
            }
            let fresh = self.learn(&set, focus);
            sets.push(set.clone());
            if !fresh {
                break;
            }
        }
        sets
    }

    /// Takes the cheapest option that meets a condition and is allowed, with what it needs.
    fn mend(&self, set: &mut Vec<OptionIx>, clause: &Clause) {
        if clause.is_met(set) {
            return;
        }
        let candidates = clause.take.iter().filter_map(|option| {
            let with = self.with(set, *option)?;
            Some((self.rules.cost(&with), *option, with))
        });
        if let Some((_, _, with)) = candidates.min() {
            *set = with;
        }
    }

    fn with(&self, set: &[OptionIx], option: OptionIx) -> Option<Vec<OptionIx>> {
        let mut with = set.to_vec();
        let mut wanted = vec![option];
        while let Some(option) = wanted.pop() {
            if let Err(at) = with.binary_search(&option) {
                with.insert(at, option);
                let needs = self.rules.needs.iter().filter(|(own, _)| *own == option);
                wanted.extend(needs.map(|(_, needed)| *needed));
            }
        }
        self.rules.allow(&with).then_some(with)
    }

    /// The set without the options that can be left out with no more left, the dearest first.
    fn spared(&mut self, mut taken: Vec<OptionIx>) -> Vec<OptionIx> {
        let most = weight(&self.trial.left(&taken));
        let mut order = taken.clone();
        order
            .sort_by_key(|option| std::cmp::Reverse((self.rules.costs[*option as usize], *option)));
        // Once one is left out, another may be to spare as well.
        loop {
            let before = taken.len();
            for option in &order {
                let less: Vec<OptionIx> = taken.iter().copied().filter(|it| it != option).collect();
                let fewer = less.len() < taken.len() && self.rules.allow(&less);
                if fewer && weight(&self.trial.left(&less)) <= most {
                    taken = less;
                }
            }
            if taken.len() == before {
                return taken;
            }
        }
    }
}

fn rules(model: &Inventory, options: &PlanOptions) -> Rules {
    let day = options.analysis.as_of.or_else(|| model.day());
    let all = &model.alternatives;
    let mut rules = Rules {
        costs: all.iter().map(|it| it.cost).collect(),
        available: all.iter().map(|it| model.notes.get(it.note).validity.holds_on(day)).collect(),
        ..Rules::default()
    };
    for (own, alternative) in all.iter().enumerate() {
        for (other, later) in all.iter().enumerate().skip(own + 1) {
            let (a, b) = (AlternativeIx(own as u32), AlternativeIx(other as u32));
            if alternative.is_at_odds(a, later, b) {
                rules.odds.push((own as OptionIx, other as OptionIx));
            }
        }
        let needs = alternative.requires.iter().filter(|needed| needed.at() != own);
        rules.needs.extend(needs.map(|needed| (own as OptionIx, needed.0)));
        // One that excludes itself can never be taken.
        if alternative.excludes.iter().any(|excluded| excluded.at() == own) {
            rules.available[own] = false;
        }
    }
    rules
}
