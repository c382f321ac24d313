//! Requirements flattened: one array of nodes, children side by side, and who looks at whom.

use trefonds_model::{ComponentIx, Hours, Inventory, Need, Requirement};

use crate::unknowns::Calendar;

/// A node of [`Circuit`]: a requirement, or a group of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NodeIx(pub u32);

impl NodeIx {
    pub(crate) const fn at(self) -> usize {
        self.0 as usize
    }
}

/// What a node looks at.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Gate {
    /// A component.
    Component(ComponentIx),
    /// Fails when `must_fail` of the nodes `start..end` have failed: 1 for all-of, all for any-of,
    /// n - k + 1 for k-of-n.
    Group { must_fail: u32, start: u32, end: u32 },
}

/// Who a node belongs to.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Parent {
    Component(ComponentIx),
    Group(NodeIx),
}

/// One node.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    pub gate: Gate,
    pub tolerates: Hours,
    pub soft: bool,
    pub parent: Parent,
}

/// The requirements of all components on one day.
pub(crate) struct Circuit<'m> {
    pub nodes: Vec<Node>,
    /// The requirement behind each node.
    pub requirements: Vec<&'m Requirement>,
    /// The top-level nodes of component c are `first[c]..last[c]`.
    tops: Vec<(u32, u32)>,
    /// The leaves that look at component c are `watchers[watch_start[c]..watch_start[c + 1]]`.
    watch_start: Vec<u32>,
    watchers: Vec<NodeIx>,
    /// Components that lost a requirement because what it named is not there on the day.
    pub broken: Vec<ComponentIx>,
}

impl<'m> Circuit<'m> {
    /// Flattens the requirements that hold on the day. O(requirements) time and space.
    pub(crate) fn new(model: &'m Inventory, calendar: Calendar<'_>, present: &[bool]) -> Self {
        let mut circuit = Self {
            nodes: Vec::new(),
            requirements: Vec::new(),
            tops: Vec::with_capacity(model.components.len()),
            watch_start: Vec::new(),
            watchers: Vec::new(),
            broken: Vec::new(),
        };
        let keep = Keep { calendar, present };
        for (at, component) in model.components.iter().enumerate() {
            let owner = ComponentIx(at as u32);
            let start = circuit.nodes.len() as u32;
            let tops = if present[at] {
                circuit.add_component(owner, &component.requirements.items, keep)
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
    ) -> u32 {
        let kept: Vec<&Requirement> =
            items.iter().filter(|item| keep.holds(item) && keep.stands(item)).collect();
        if items.iter().any(|item| keep.holds(item) && !item.soft && keep.is_broken(item)) {
            self.broken.push(owner);
        }
        self.add_list(&kept, Parent::Component(owner), keep);
        kept.len() as u32
    }

    /// Adds requirements side by side, then, behind them, what their groups hold.
    fn add_list(&mut self, list: &[&'m Requirement], parent: Parent, keep: Keep<'_>) {
        let start = self.nodes.len();
        for requirement in list {
            let gate = match requirement.need {
                Need::Component(component) => Gate::Component(component),
                _ => Gate::Group { must_fail: 0, start: 0, end: 0 },
            };
            let (tolerates, soft) = (requirement.tolerates, requirement.soft);
            self.nodes.push(Node { gate, tolerates, soft, parent });
            self.requirements.push(requirement);
        }
        for (offset, requirement) in list.iter().enumerate() {
            if let Some(k) = must_hold(requirement) {
                self.add_group(NodeIx((start + offset) as u32), requirement, k, keep);
            }
        }
    }

    fn add_group(&mut self, group: NodeIx, requirement: &'m Requirement, k: u32, keep: Keep<'_>) {
        let members: Vec<&Requirement> = (requirement.members().iter())
            .filter(|member| keep.holds(member) && !member.soft && keep.stands(member))
            .collect();
        let start = self.nodes.len() as u32;
        let count = members.len() as u32;
        self.add_list(&members, Parent::Group(group), keep);
        // With fewer members than must hold, the loss of any one is the loss of the group.
        let must_fail = count.saturating_sub(k) + 1;
        let must_fail = must_fail.min(count);
        self.nodes[group.at()].gate = Gate::Group { must_fail, start, end: start + count };
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

    pub(crate) fn node(&self, node: NodeIx) -> &Node {
        &self.nodes[node.at()]
    }

    /// The top-level nodes of a component, in file order.
    pub(crate) fn tops(&self, component: ComponentIx) -> impl Iterator<Item = NodeIx> + use<> {
        let (start, end) = self.tops[component.at()];
        (start..end).map(NodeIx)
    }

    /// The same, as a slice.
    pub(crate) fn top_nodes(&self, component: ComponentIx) -> &[Node] {
        let (start, end) = self.tops[component.at()];
        &self.nodes[start as usize..end as usize]
    }

    /// Every component that one needs, as [`Circuit::needs`] has them, in no particular order and
    /// without an allocation: the nodes of a component, those within groups too, stand side by side.
    pub(crate) fn leaves(
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
    pub(crate) fn watchers(&self, component: ComponentIx) -> &[NodeIx] {
        let (start, end) = (self.watch_start[component.at()], self.watch_start[component.at() + 1]);
        &self.watchers[start as usize..end as usize]
    }

    /// The component that a node belongs to, through however many groups.
    pub(crate) fn owner(&self, node: NodeIx) -> ComponentIx {
        let mut parent = self.node(node).parent;
        loop {
            match parent {
                Parent::Component(component) => return component,
                Parent::Group(group) => parent = self.node(group).parent,
            }
        }
    }

    /// Whether a node, or a group above it, is soft.
    pub(crate) fn is_soft(&self, node: NodeIx) -> bool {
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
    pub(crate) fn needs(&self, component: ComponentIx) -> Vec<(NodeIx, ComponentIx)> {
        let mut found = Vec::new();
        let mut stack: Vec<NodeIx> = self.tops(component).collect();
        stack.reverse();
        while let Some(node) = stack.pop() {
            match self.node(node).gate {
                Gate::Component(needed) => found.push((node, needed)),
                Gate::Group { start, end, .. } => stack.extend((start..end).rev().map(NodeIx)),
            }
        }
        found
    }
}

/// How many members must hold; `None` for a single component.
fn must_hold(requirement: &Requirement) -> Option<u32> {
    match &requirement.need {
        Need::Component(_) => None,
        Need::AllOf(of) => Some(of.len() as u32),
        Need::AnyOf(_) => Some(1),
        Need::AtLeast { k, .. } => Some(*k),
    }
}

/// Which requirements are kept on the day.
#[derive(Clone, Copy)]
struct Keep<'a> {
    calendar: Calendar<'a>,
    present: &'a [bool],
}

impl Keep<'_> {
    fn holds(&self, requirement: &Requirement) -> bool {
        self.calendar.holds(requirement.note)
    }

    /// Whether anything that it names is there on the day.
    fn stands(&self, requirement: &Requirement) -> bool {
        match &requirement.need {
            Need::Component(component) => self.present[component.at()],
            _ => requirement
                .members()
                .iter()
                .any(|member| self.holds(member) && !member.soft && self.stands(member)),
        }
    }

    /// Whether a hard need of it names something that is not there: an alternative that is gone is
    /// one member less, but a plain need, a whole group, or too many members gone leave a hole.
    fn is_broken(&self, requirement: &Requirement) -> bool {
        let standing = || {
            let members = requirement.members().iter();
            members.filter(|member| self.holds(member) && self.stands(member)).count() as u32
        };
        match &requirement.need {
            Need::AllOf(of) => of.iter().any(|member| self.holds(member) && self.is_broken(member)),
            Need::AtLeast { k, .. } => standing() < *k,
            Need::Component(_) | Need::AnyOf(_) => !self.stands(requirement),
        }
    }
}
