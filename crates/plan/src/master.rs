//! The 0-1 program that chooses options under the conditions known so far.
//!
//! Solved by branch and bound over linear relaxations (`microlp`), with a bound on nodes. Costs are
//! divided by what they have in common, and whatever the solver proposes is checked again in whole
//! numbers: it may fail to find or to prove, it cannot smuggle in a set that breaks a condition.

use std::collections::{BTreeMap, BTreeSet};

use microlp::{
    ComparisonOp, Error, LinearExpr, OptimizationDirection, Problem, SolveOptions, SolveOutcome,
    Variable,
};

use crate::touch::{Clause, OptionIx};

/// Options, and which of them go together.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    /// What each costs.
    pub costs: Vec<u64>,
    /// Those that can be taken at all.
    pub available: Vec<bool>,
    /// Pairs that exclude one another.
    pub odds: Vec<(OptionIx, OptionIx)>,
    /// The first needs the second.
    pub needs: Vec<(OptionIx, OptionIx)>,
}

impl Rules {
    pub(crate) fn cost(&self, taken: &[OptionIx]) -> u64 {
        taken.iter().map(|option| self.costs[*option as usize]).sum()
    }

    /// Whether a sorted set of options may be taken.
    pub(crate) fn allow(&self, taken: &[OptionIx]) -> bool {
        let has = |option: OptionIx| taken.binary_search(&option).is_ok();
        taken.iter().all(|option| self.available[*option as usize])
            && !self.odds.iter().any(|(a, b)| has(*a) && has(*b))
            && self.needs.iter().all(|(a, b)| !has(*a) || has(*b))
    }
}

/// A single point and every condition known of it: it is gone only if all are met.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    pub weight: u64,
    pub clauses: BTreeSet<Clause>,
}

/// How many sets may fit the budget by a rounding only before nothing is claimed.
const ROUNDED: usize = 64;

/// What all costs together weigh beside single points.
const SLIGHT: f64 = 0.49;

/// What is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Goal {
    /// The least cost at which no more than so much weight is left.
    Cheapest { most_left: u64 },
    /// The least weight within the budget.
    FewestLeft { budget: Option<u64> },
}

/// What the master says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// No set of options reaches the goal.
    None,
    /// This sorted set is as good as the conditions let it be, if `proven`; nothing is better than
    /// `bound` in any case.
    Set { taken: Vec<OptionIx>, bound: u64, proven: bool },
    /// Nothing was found before the limit.
    Limit { bound: u64 },
}

/// An answer and the nodes that it took.
pub(crate) struct Solved {
    pub answer: Answer,
    pub nodes: u64,
}

/// Solves the master for some points. `limit` is the number of nodes.
pub(crate) fn solve<'k>(
    rules: &Rules,
    points: impl Iterator<Item = &'k Known>,
    goal: Goal,
    limit: u64,
) -> Solved {
    // Points of the same conditions stand and fall together.
    let mut groups: BTreeMap<&BTreeSet<Clause>, u64> = BTreeMap::new();
    let mut always = 0;
    for point in points {
        if point.clauses.iter().any(|clause| clause.take.is_empty() && clause.drop.is_empty()) {
            always += point.weight;
        } else if !point.clauses.is_empty() {
            *groups.entry(&point.clauses).or_default() += point.weight;
        }
    }
    if let Goal::Cheapest { most_left } = goal
        && always > most_left
    {
        return Solved { answer: Answer::None, nodes: 0 };
    }
    let program = Program::new(rules, &groups, always, goal);
    program.solve(rules, limit)
}

/// The program as the solver has it.
struct Program<'k> {
    problem: Problem,
    options: Vec<Option<Variable>>,
    groups: Vec<(&'k BTreeSet<Clause>, u64)>,
    always: u64,
    unit: u64,
    goal: Goal,
}

impl<'k> Program<'k> {
    fn new(
        rules: &Rules,
        groups: &BTreeMap<&'k BTreeSet<Clause>, u64>,
        always: u64,
        goal: Goal,
    ) -> Self {
        let unit = rules.costs.iter().copied().fold(0, gcd).max(1);
        let mut program = Self {
            problem: Problem::new(OptimizationDirection::Minimize),
            options: Vec::with_capacity(rules.costs.len()),
            groups: groups.iter().map(|(clauses, weight)| (*clauses, *weight)).collect(),
            always,
            unit,
            goal,
        };
        program.variables(rules);
        program.conditions();
        program
    }

    fn variables(&mut self, rules: &Rules) {
        // Where weight is what matters, all costs together weigh less than half of the least point:
        // of sets that leave the same, the cheaper one is proposed.
        let all: u64 = rules.costs.iter().map(|cost| cost / self.unit).sum();
        let price = match self.goal {
            Goal::Cheapest { .. } => 1.0,
            Goal::FewestLeft { .. } => SLIGHT / (all.max(1) as f64),
        };
        for (cost, available) in rules.costs.iter().zip(&rules.available) {
            let coefficient = (cost / self.unit) as f64 * price;
            self.options.push(available.then(|| self.problem.add_binary_var(coefficient)));
        }
        for (a, b) in &rules.odds {
            if let (Some(a), Some(b)) = (self.option(*a), self.option(*b)) {
                self.problem.add_constraint([(a, 1.0), (b, 1.0)], ComparisonOp::Le, 1.0);
            }
        }
        for (a, b) in &rules.needs {
            let Some(a) = self.option(*a) else { continue };
            let terms = [Some((a, 1.0)), self.option(*b).map(|b| (b, -1.0))];
            let terms: Vec<_> = terms.into_iter().flatten().collect();
            self.problem.add_constraint(terms, ComparisonOp::Le, 0.0);
        }
        if let Goal::FewestLeft { budget: Some(budget) } = self.goal {
            let mut spent = LinearExpr::empty();
            for (option, cost) in self.options.iter().zip(&rules.costs) {
                option.iter().for_each(|option| spent.add(*option, (cost / self.unit) as f64));
            }
            let most = (budget / self.unit) as f64;
            self.problem.add_constraint(spent, ComparisonOp::Le, most);
        }
    }

    fn option(&self, option: OptionIx) -> Option<Variable> {
        self.options.get(option as usize).copied().flatten()
    }

    fn conditions(&mut self) {
        let most_left = match self.goal {
            Goal::Cheapest { most_left } => Some(most_left - self.always),
            Goal::FewestLeft { .. } => None,
        };
        let hard = most_left == Some(0);
        let mut stated: BTreeSet<&Clause> = BTreeSet::new();
        let mut left = LinearExpr::empty();
        for (clauses, weight) in self.groups.clone() {
            let weight = weight as f64;
            // One if the points of the group are left: between, nothing is gained.
            let standing = (!hard).then(|| {
                let price = if most_left.is_none() { weight } else { 0.0 };
                self.problem.add_var(price, (0.0, 1.0))
            });
            standing.iter().for_each(|standing| left.add(*standing, weight));
            for clause in clauses {
                if !hard || stated.insert(clause) {
                    self.condition(clause, standing);
                }
            }
        }
        if let (Some(most_left), false) = (most_left, hard) {
            self.problem.add_constraint(left, ComparisonOp::Le, most_left as f64);
        }
    }

    fn condition(&mut self, clause: &Clause, standing: Option<Variable>) {
        let mut terms: Vec<(Variable, f64)> = Vec::new();
        terms.extend(clause.take.iter().filter_map(|it| Some((self.option(*it)?, 1.0))));
        terms.extend(clause.drop.iter().filter_map(|it| Some((self.option(*it)?, -1.0))));
        terms.extend(standing.map(|standing| (standing, 1.0)));
        let least = 1.0 - clause.drop.len() as f64;
        self.problem.add_constraint(terms, ComparisonOp::Ge, least);
    }

    /// Solves, and solves again without each set that fits the budget by a rounding only.
    fn solve(mut self, rules: &Rules, limit: u64) -> Solved {
        let mut nodes = 0;
        for _ in 0..ROUNDED {
            let mut options = SolveOptions::default();
            options.node_limit = Some(limit.saturating_sub(nodes));
            let outcome = match self.problem.solve_with(options) {
                Ok(outcome) => outcome,
                Err(Error::Infeasible) => return Solved { answer: Answer::None, nodes: nodes + 1 },
                // The solver gave up for want of precision: nothing is claimed.
                Err(_) => break,
            };
            nodes += outcome.stats().nodes_solved.max(1);
            let Some(taken) = self.taken(&outcome) else {
                return Solved { answer: Answer::Limit { bound: self.bound(&outcome) }, nodes };
            };
            if let Some(value) = self.value(rules, &taken) {
                let bound = self.bound(&outcome);
                let proven = outcome.is_optimal() && value <= bound;
                let answer = Answer::Set { taken, bound: bound.min(value), proven };
                return Solved { answer, nodes };
            }
            if !self.is_too_dear(rules, &taken) {
                break;
            }
            // Costs only add up: no set that holds all of these fits.
            let all = taken.iter().filter_map(|option| Some((self.option(*option)?, 1.0)));
            let all: Vec<(Variable, f64)> = all.collect();
            let most = all.len() as f64 - 1.0;
            self.problem.add_constraint(all, ComparisonOp::Le, most);
        }
        Solved { answer: Answer::Limit { bound: self.floor() }, nodes: nodes.max(1) }
    }

    /// The options of a solution, sorted; `None` when the limit came first.
    fn taken(&self, outcome: &SolveOutcome) -> Option<Vec<OptionIx>> {
        let solution = outcome.solution()?;
        let chosen = self.options.iter().enumerate().filter(|(_, variable)| {
            variable.is_some_and(|variable| solution.var_value(variable) > 0.5)
        });
        Some(chosen.map(|(at, _)| at as OptionIx).collect())
    }

    fn bound(&self, outcome: &SolveOutcome) -> u64 {
        outcome.stats().best_bound.map_or(self.floor(), |bound| self.units(bound))
    }

    fn is_too_dear(&self, rules: &Rules, taken: &[OptionIx]) -> bool {
        match self.goal {
            Goal::FewestLeft { budget: Some(budget) } => rules.cost(taken) > budget,
            _ => false,
        }
    }

    /// The least that the goal can come to at all.
    fn floor(&self) -> u64 {
        match self.goal {
            Goal::Cheapest { .. } => 0,
            Goal::FewestLeft { .. } => self.always,
        }
    }

    /// A bound of the solver in whole units, rounded up past its tolerance.
    fn units(&self, bound: f64) -> u64 {
        // What is left of sixteen digits after a simplex, and no less than its own tolerance.
        let bound = bound - 1e-6 - 1e-12 * bound.abs();
        let whole = |bound: f64| bound.ceil().max(0.0) as u64;
        match self.goal {
            Goal::Cheapest { .. } => whole(bound).saturating_mul(self.unit),
            Goal::FewestLeft { .. } => whole(bound - SLIGHT).saturating_add(self.always),
        }
    }

    /// What a set comes to, counted in whole numbers; `None` if it breaks a rule.
    fn value(&self, rules: &Rules, taken: &[OptionIx]) -> Option<u64> {
        if !rules.allow(taken) {
            return None;
        }
        let met = |clauses: &BTreeSet<Clause>| clauses.iter().all(|clause| clause.is_met(taken));
        let standing = self.groups.iter().filter(|(clauses, _)| !met(clauses));
        let left = self.always + standing.map(|(_, weight)| weight).sum::<u64>();
        let cost = rules.cost(taken);
        match self.goal {
            Goal::Cheapest { most_left } => (left <= most_left).then_some(cost),
            Goal::FewestLeft { budget } => {
                budget.is_none_or(|budget| cost <= budget).then_some(left)
            }
        }
    }
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}
