//! Which options touch which declarations, and the condition that a proof gives.

use rustc_hash::FxHashMap;
use trefonds_ask::Reliance;
use trefonds_model::{AlternativeIx, ComponentIx, EntityIx, Inventory};

/// An option as the search counts them: a position among the inventory's alternatives.
pub(crate) type OptionIx = u32;

/// One of `take` must be taken, or one of `drop` dropped. Both sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Clause {
    pub take: Vec<OptionIx>,
    pub drop: Vec<OptionIx>,
}

impl Clause {
    /// Whether a sorted set of options meets the condition.
    pub(crate) fn is_met(&self, taken: &[OptionIx]) -> bool {
        let has = |option: &OptionIx| taken.binary_search(option).is_ok();
        self.take.iter().any(has) || !self.drop.iter().all(has)
    }
}

type Touching<K> = FxHashMap<K, Vec<OptionIx>>;

/// The options that touch each kind of declaration.
pub(crate) struct Touch {
    requirements: Touching<ComponentIx>,
    operators: Touching<ComponentIx>,
    suppliers: Touching<ComponentIx>,
    sites: Touching<ComponentIx>,
    terms: Touching<(ComponentIx, EntityIx)>,
    all_terms: Touching<ComponentIx>,
    /// By what is stood in for: the option, and who stands in.
    stand_ins: FxHashMap<ComponentIx, Vec<(OptionIx, ComponentIx)>>,
    presence: Touching<ComponentIx>,
    /// Options that change what anything rests on or where it stands.
    structure: Vec<OptionIx>,
    /// What each component names in its own requirements, where something stands in for it.
    replaceable: FxHashMap<ComponentIx, Vec<ComponentIx>>,
}

impl Touch {
    /// O(requirements x options that bring planned components).
    pub(crate) fn new(model: &Inventory, available: &[bool]) -> Self {
        let mut touch = Self {
            requirements: FxHashMap::default(),
            operators: FxHashMap::default(),
            suppliers: FxHashMap::default(),
            sites: FxHashMap::default(),
            terms: FxHashMap::default(),
            all_terms: FxHashMap::default(),
            stand_ins: FxHashMap::default(),
            presence: FxHashMap::default(),
            structure: Vec::new(),
            replaceable: FxHashMap::default(),
        };
        let options = 0..model.alternatives.len() as u32;
        for option in options.filter(|option| available[*option as usize]) {
            touch.add(model, option);
        }
        touch.names(model);
        touch
    }

    fn add(&mut self, model: &Inventory, option: OptionIx) {
        let alternative = &model.alternatives[option as usize];
        let (own, changes) = (alternative.component, &alternative.changes);
        let push = |map: &mut Touching<ComponentIx>, wanted: bool| {
            if wanted {
                map.entry(own).or_default().push(option);
            }
        };
        push(&mut self.requirements, changes.requirements.is_some());
        push(&mut self.operators, changes.operators.is_some());
        push(&mut self.suppliers, changes.suppliers.is_some());
        push(&mut self.sites, changes.locations.is_some() || changes.needs_places.is_some());
        push(&mut self.all_terms, !changes.terms.is_empty());
        for terms in &changes.terms {
            self.terms.entry((own, terms.entity)).or_default().push(option);
        }
        if let Some(stand_in) = changes.stand_in {
            self.stand_ins.entry(own).or_default().push((option, stand_in.component));
        }
        let structural = changes.requirements.is_some()
            || changes.locations.is_some()
            || changes.needs_places.is_some()
            || changes.stand_in.is_some();
        if structural {
            self.structure.push(option);
        }
    }

    /// Components that become present change what names them.
    fn names(&mut self, model: &Inventory) {
        for option in self.structure.clone() {
            for brought in model.brought_by(&[AlternativeIx(option)]) {
                self.presence.entry(brought).or_default().push(option);
            }
        }
        let own = model.components.iter().enumerate();
        let own = own.map(|(at, it)| (ComponentIx(at as u32), &it.requirements));
        let others = model.alternatives.iter();
        let others =
            others.filter_map(|it| Some((it.component, it.changes.requirements.as_ref()?)));
        for (owner, requirements) in own.chain(others) {
            for component in requirements.items.iter().flat_map(|it| it.components()) {
                if let Some(options) = self.presence.get(&component) {
                    self.requirements.entry(owner).or_default().extend(options);
                }
                if self.stand_ins.contains_key(&component) {
                    self.replaceable.entry(owner).or_default().push(component);
                }
            }
        }
    }

    /// The condition under which a proof that rests on these, found with these options taken, falls.
    pub(crate) fn clause(&self, relies: &[Reliance], taken: &[OptionIx]) -> Clause {
        let mut touching: Vec<OptionIx> = Vec::new();
        let mut stand_ins: Vec<OptionIx> = Vec::new();
        let all = |map: &Touching<ComponentIx>, of: &ComponentIx, into: &mut Vec<OptionIx>| {
            into.extend(map.get(of).into_iter().flatten());
        };
        for reliance in relies {
            match reliance {
                Reliance::Need { owner, needed } => {
                    all(&self.requirements, owner, &mut touching);
                    let joining = self.stand_ins.get(needed).into_iter().flatten();
                    let joining = joining.filter(|(_, stand_in)| stand_in != owner);
                    stand_ins.extend(joining.map(|(option, _)| *option));
                }
                Reliance::Requirements(owner) => {
                    all(&self.requirements, owner, &mut touching);
                    for named in self.replaceable.get(owner).into_iter().flatten() {
                        let joining = self.stand_ins.get(named).into_iter().flatten();
                        touching.extend(joining.map(|(option, _)| *option));
                    }
                }
                Reliance::Operator(owner) => all(&self.operators, owner, &mut touching),
                Reliance::Supplier(owner, entity) => {
                    all(&self.suppliers, owner, &mut touching);
                    match entity {
                        Some(entity) => {
                            touching
                                .extend(self.terms.get(&(*owner, *entity)).into_iter().flatten());
                        }
                        None => all(&self.all_terms, owner, &mut touching),
                    }
                }
                Reliance::Site(owner) => all(&self.sites, owner, &mut touching),
                Reliance::SiteBelow(owner) => {
                    all(&self.sites, owner, &mut touching);
                    touching.extend(&self.structure);
                }
                Reliance::Presence(component) => all(&self.presence, component, &mut touching),
            }
        }
        let is_taken = |option: &OptionIx| taken.binary_search(option).is_ok();
        // A stand-in that is taken and fails as well is no part of what makes the point stand: without
        // it the component that it stands in for fails by itself.
        stand_ins.retain(|option| !is_taken(option));
        touching.extend(stand_ins);
        touching.sort_unstable();
        touching.dedup();
        let (drop, take) = touching.into_iter().partition(is_taken);
        Clause { take, drop }
    }
}
