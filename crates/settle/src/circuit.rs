//! Requirements flattened: one array of nodes, children side by side, and who looks at whom.

mod keep;

use rustc_hash::FxHashMap;
use trefonds_model::{ComponentIx, Inventory, Minutes, Need, Requirement};

use crate::circles::Circles;
use crate::standing::Standing;
use crate::unknowns::{Calendar, Subject, Unknown, UnknownIx, Unknowns};
use keep::{Keep, Members};
use trefonds_model::{FactKind, Reading, Why};

/// A node of [`Circuit`]: a requirement, or a group of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeIx(pub u32);

impl NodeIx {
    /// Its position.
    pub const fn at(self) -> usize {
        self.0 as usize
    }
}

/// What fails: whether soft requirements count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The component stops: hard requirements only.
    Stops,
    /// The component is degraded or stops: soft requirements count as hard ones.
    Degrades,
}

/// What a node looks at.
#[derive(Clone, Copy, Debug)]
pub enum Gate {
    /// A component.
    Component(ComponentIx),
    /// Fails when `must_fail` of the nodes `start..end` have failed: 1 for all-of, all for any-of,
    /// n - k + 1 for k-of-n.
    Group {
        /// How many must fail.
        must_fail: u32,
        /// The first member.
        start: u32,
        /// The node after the last member.
        end: u32,
    },
}

/// Who a node belongs to.
#[derive(Clone, Copy, Debug)]
pub enum Parent {
    /// A component, as one of its requirements.
    Component(ComponentIx),
    /// A group, as a member of it.
    Group(NodeIx),
}

/// One node.
#[derive(Clone, Copy, Debug)]
pub struct Node {
    /// What it looks at.
    pub gate: Gate,
    /// For how long the loss is borne.
    pub tolerates: Minutes,
    /// Degrades only.
    pub soft: bool,
    /// Who it belongs to.
    pub parent: Parent,
    /// Set for a candidate, which counts in the careful reading only.
    pub candidate: Option<UnknownIx>,
    /// A candidate of a group: it stands beside the group, as nobody may count on it, and its failure
    /// does nothing. Or a cold member that the static reading takes for down: so many fewer must fail.
    pub silent: bool,
    /// How long it needs to take over, as a member of a group; zero when it is hot.
    pub starts_in: Minutes,
    /// Cold, and in the circle of its owner: it counts as down.
    pub frozen: bool,
    /// The careful reading of the requirement before it, of which a group needs candidates: told with
    /// it, never by itself.
    pub(crate) twin: bool,
}

impl Node {
    /// Whether its failure fails its owner.
    pub const fn counts(&self, reading: Reading, failure: Failure) -> bool {
        let hard = !self.soft || matches!(failure, Failure::Degrades);
        let firm = self.candidate.is_none() || matches!(reading, Reading::Careful);
        hard && firm && !self.silent
    }
}

/// A group with cold members, as it is in time; its gate is what it is statically.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cold {
    /// How many members must run.
    pub needed: u32,
    /// The first member; cold ones that are taken for down statically come last.
    pub start: u32,
    /// The node after the last member.
    pub end: u32,
    /// Whether the hot members are fewer than must run, so that the cold ones run all the time.
    pub always: bool,
}

/// The requirements of all components on one day.
pub struct Circuit<'m> {
    /// Requirements and groups; the members of a group stand side by side.
    pub nodes: Vec<Node>,
    /// Groups with cold members.
    cold: FxHashMap<NodeIx, Cold>,
    /// The requirement behind each node.
    pub requirements: Vec<&'m Requirement>,
    /// The top-level nodes of component c are `first[c]..last[c]`.
    tops: Vec<(u32, u32)>,
    /// The leaves that look at component c are `watchers[watch_start[c]..watch_start[c + 1]]`.
    watch_start: Vec<u32>,
    watchers: Vec<NodeIx>,
}

impl<'m> Circuit<'m> {
    /// Flattens the requirements that hold on the day. O(requirements) time and space.
    pub(crate) fn new(
        model: &'m Inventory,
        calendar: Calendar<'_>,
        standing: &Standing,
        unknowns: &mut Unknowns,
    ) -> Self {
        let circles = Circles::of(model, calendar);
        let mut circuit = Self {
            nodes: Vec::new(),
            cold: FxHashMap::default(),
            requirements: Vec::new(),
            tops: Vec::with_capacity(model.components.len()),
            watch_start: Vec::new(),
            watchers: Vec::new(),
        };
        let keep = Keep::new(calendar, model, &circles);
        for (at, component) in model.components.iter().enumerate() {
            let owner = ComponentIx(at as u32);
            let start = circuit.nodes.len() as u32;
            let tops = if standing.counts(owner) {
                circuit.add_component(owner, &component.requirements.items, keep, unknowns)
            } else {
                0
            };
            circuit.tops.push((start, start + tops));
        }
        circuit.watch(model.components.len());
        circuit
    }

    /// Adds the requirements of one component and says how many stand at its top.
    fn add_component(
        &mut self,
        owner: ComponentIx,
        items: &'m [Requirement],
        keep: Keep<'_>,
        unknowns: &mut Unknowns,
    ) -> u32 {
        let kept: Vec<&Requirement> =
            items.iter().filter(|item| keep.holds(item) && keep.stands(item)).collect();
        let aside = kept.iter().flat_map(|item| keep.left_out(item, keep.reading_of(item)));
        let aside: Vec<&Requirement> = aside.collect();
        // Where no group leaves anything out, none needs a candidate.
        let twins = kept.iter().copied().filter(|item| !aside.is_empty() && keep.has_twin(item));
        let twins: Vec<&Requirement> = twins.collect();
        let all: Vec<&Requirement> = kept.iter().chain(&aside).chain(&twins).copied().collect();
        let (asides, firsts) = (kept.len() + aside.len(), kept.len());
        let how = |at: usize| match all.get(at) {
            Some(item) if at < firsts => keep.reading_of(item),
            _ if at < asides => Members::All,
            _ => Members::Careful,
        };
        let start = self.nodes.len();
        self.add_list(&all, Parent::Component(owner), keep, &how);
        for (at, requirement) in all.iter().enumerate() {
            let node = &mut self.nodes[start + at];
            node.twin = at >= asides;
            node.silent = at >= firsts && !node.twin;
            let supposed = match node.twin {
                true => keep.left_out(requirement, Members::Settled).first().copied(),
                false => Some(*requirement).filter(|it| keep.is_candidate(it)),
            };
            node.candidate = supposed.map(|supposed| {
                let (fact, subject) = (FactKind::Requirements, Subject::Component(owner));
                let unknown = Unknown::new(fact, subject, Why::Candidate, supposed.at);
                let about = match supposed.need {
                    Need::Component(needed) => Some(Subject::Component(needed)),
                    _ => None,
                };
                unknowns.add(Unknown { about, ..unknown })
            });
        }
        all.len() as u32
    }

    /// Adds requirements side by side, then, behind them, what their groups hold: which members, `how`
    /// says by position.
    fn add_list(
        &mut self,
        list: &[&'m Requirement],
        parent: Parent,
        keep: Keep<'_>,
        how: &dyn Fn(usize) -> Members,
    ) {
        let start = self.nodes.len();
        for requirement in list {
            let gate = match requirement.need {
                Need::Component(component) => Gate::Component(component),
                _ => Gate::Group { must_fail: 0, start: 0, end: 0 },
            };
            let (tolerates, soft) = (requirement.tolerates, requirement.soft);
            let (candidate, silent, twin) = (None, false, false);
            let (starts_in, frozen) = match parent {
                Parent::Group(_) => (requirement.starts_in, false),
                Parent::Component(_) => (Minutes::ZERO, false),
            };
            self.nodes.push(Node {
                gate,
                tolerates,
                soft,
                parent,
                candidate,
                silent,
                starts_in,
                frozen,
                twin,
            });
            self.requirements.push(requirement);
        }
        for (offset, requirement) in list.iter().enumerate() {
            if !matches!(requirement.need, Need::Component(_)) {
                let group = NodeIx((start + offset) as u32);
                self.add_group(group, requirement, keep, how(offset));
            }
        }
    }

    fn add_group(
        &mut self,
        group: NodeIx,
        requirement: &'m Requirement,
        keep: Keep<'_>,
        how: Members,
    ) {
        let (members, must_fail) = keep.members(requirement, how);
        let start = self.nodes.len() as u32;
        let count = members.len() as u32;
        if members.iter().all(|member| member.starts_in == Minutes::ZERO) {
            self.add_list(&members, Parent::Group(group), keep, &|_| how);
            self.nodes[group.at()].gate = Gate::Group { must_fail, start, end: start + count };
            return;
        }
        let owner = self.owner(group);
        let needed = (count + 1).saturating_sub(must_fail);
        let hot = members.iter().filter(|member| member.starts_in == Minutes::ZERO).count() as u32;
        let always = hot < needed;
        let frozen = |member: &Requirement| {
            member.starts_in > Minutes::ZERO && !always && keep.circles.has(owner, member)
        };
        // Statically, whoever starts while the loss is borne is hot, and whoever does not is down.
        let is_down = |member: &Requirement| {
            frozen(member) || (!always && member.starts_in > requirement.tolerates)
        };
        let (down, standing): (Vec<&Requirement>, Vec<&Requirement>) =
            members.into_iter().partition(|member| is_down(member));
        let stay = standing.len() as u32;
        let all: Vec<&Requirement> = standing.into_iter().chain(down).collect();
        self.add_list(&all, Parent::Group(group), keep, &|_| how);
        for (at, member) in all.iter().enumerate() {
            let node = &mut self.nodes[start as usize + at];
            node.silent = at as u32 >= stay;
            node.frozen = frozen(member);
        }
        let must_fail = must_fail.saturating_sub(count - stay);
        self.nodes[group.at()].gate = Gate::Group { must_fail, start, end: start + stay };
        self.cold.insert(group, Cold { needed, start, end: start + count, always });
    }

    /// Whether any group has cold members.
    pub fn any_cold(&self) -> bool {
        !self.cold.is_empty()
    }

    /// A group with cold members, as it is in time.
    pub(crate) fn cold(&self, group: NodeIx) -> Option<Cold> {
        if self.cold.is_empty() { None } else { self.cold.get(&group).copied() }
    }

    /// How many members of a group with cold members must run; `None` of any other.
    pub fn must_run(&self, group: NodeIx) -> Option<u32> {
        self.cold(group).map(|cold| cold.needed)
    }

    /// The group that a node is a member of.
    pub(crate) fn group_of(&self, node: NodeIx) -> Option<NodeIx> {
        match self.node(node).parent {
            Parent::Component(_) => None,
            Parent::Group(group) => Some(group),
        }
    }

    /// Of a group: how many of how many members must fail, cold ones too; `None` for a single component.
    pub fn choice(&self, group: NodeIx) -> Option<(u32, u32)> {
        match (self.cold(group), self.node(group).gate) {
            (Some(cold), _) => {
                let count = cold.end - cold.start;
                Some(((count + 1).saturating_sub(cold.needed), count))
            }
            (None, Gate::Group { must_fail, start, end }) => Some((must_fail, end - start)),
            (None, Gate::Component(_)) => None,
        }
    }

    /// All members of a group, cold ones too.
    pub fn members(&self, group: NodeIx) -> impl Iterator<Item = NodeIx> + use<> {
        let (start, end) = match (self.cold(group), self.node(group).gate) {
            (Some(cold), _) => (cold.start, cold.end),
            (None, Gate::Group { start, end, .. }) => (start, end),
            (None, Gate::Component(_)) => (0, 0),
        };
        (start..end).map(NodeIx)
    }

    fn watch(&mut self, components: usize) {
        let mut counts = vec![0_u32; components + 1];
        for node in &self.nodes {
            if let Gate::Component(component) = node.gate {
                counts[component.at() + 1] += 1;
            }
        }
        for at in 0..components {
            counts[at + 1] += counts[at];
        }
        let mut next = counts.clone();
        self.watchers = vec![NodeIx(0); counts[components] as usize];
        for (at, node) in self.nodes.iter().enumerate() {
            if let Gate::Component(component) = node.gate {
                self.watchers[next[component.at()] as usize] = NodeIx(at as u32);
                next[component.at()] += 1;
            }
        }
        self.watch_start = counts;
    }

    /// One of them.
    pub fn node(&self, node: NodeIx) -> &Node {
        &self.nodes[node.at()]
    }

    /// The top-level nodes of a component, in file order.
    pub fn tops(&self, component: ComponentIx) -> impl Iterator<Item = NodeIx> + use<> {
        let (start, end) = self.tops[component.at()];
        (start..end).map(NodeIx)
    }

    /// Those of them that are told by themselves.
    pub fn told(&self, component: ComponentIx) -> impl Iterator<Item = NodeIx> + '_ {
        self.tops(component).filter(|node| !self.node(*node).twin)
    }

    /// The top-level nodes of a component, as a slice.
    pub(crate) fn top_nodes(&self, component: ComponentIx) -> &[Node] {
        let (start, end) = self.tops[component.at()];
        &self.nodes[start as usize..end as usize]
    }

    /// Every component that one needs, as [`Circuit::needs`] has them, in no particular order and
    /// without an allocation: the nodes of a component, those within groups too, stand side by side.
    pub fn leaves(
        &self,
        component: ComponentIx,
    ) -> impl Iterator<Item = (NodeIx, ComponentIx)> + '_ {
        let (start, _) = self.tops[component.at()];
        let next = self.tops.get(component.at() + 1);
        let end = next.map_or(self.nodes.len() as u32, |(start, _)| *start);
        let own = (start..end).zip(&self.nodes[start as usize..end as usize]);
        own.filter_map(|(at, node)| match node.gate {
            Gate::Component(needed) => Some((NodeIx(at), needed)),
            Gate::Group { .. } => None,
        })
    }

    /// The leaves that look at a component.
    pub fn watchers(&self, component: ComponentIx) -> &[NodeIx] {
        let (start, end) = (self.watch_start[component.at()], self.watch_start[component.at() + 1]);
        &self.watchers[start as usize..end as usize]
    }

    /// The component that a node belongs to, through however many groups.
    pub fn owner(&self, node: NodeIx) -> ComponentIx {
        let mut parent = self.node(node).parent;
        loop {
            match parent {
                Parent::Component(component) => return component,
                Parent::Group(group) => parent = self.node(group).parent,
            }
        }
    }

    /// The unknown that stands for a requirement that nobody has confirmed, of which a node is part.
    pub fn candidate(&self, node: NodeIx) -> Option<UnknownIx> {
        let mut at = node;
        while let Parent::Group(group) = self.node(at).parent {
            at = group;
        }
        self.node(at).candidate
    }

    /// Whether a node, or a group above it, is soft.
    pub fn is_soft(&self, node: NodeIx) -> bool {
        let mut at = node;
        loop {
            let node = self.node(at);
            match node.parent {
                _ if node.soft => return true,
                Parent::Component(_) => return false,
                Parent::Group(group) => at = group,
            }
        }
    }

    /// Every component that one needs, directly, soft requirements and alternatives included, with
    /// the leaf that says so; in file order.
    pub fn needs(&self, component: ComponentIx) -> Vec<(NodeIx, ComponentIx)> {
        let mut found = Vec::new();
        let mut stack: Vec<NodeIx> = self.told(component).collect();
        stack.reverse();
        while let Some(node) = stack.pop() {
            match self.node(node).gate {
                Gate::Component(needed) => found.push((node, needed)),
                Gate::Group { .. } => {
                    let first = stack.len();
                    stack.extend(self.members(node));
                    stack[first..].reverse();
                }
            }
        }
        found
    }
}
