//! What brings a component back once the cause of an outage is over: how long that takes, and what it
//! needs.

use rustc_hash::FxHashMap;
use trefonds_model::{ComponentIx, Inventory, Minutes, Reading};

use crate::unknowns::Calendar;

/// The repairs of an inventory on one day.
#[derive(Debug, Default)]
pub struct Repairs {
    /// What the repair of a component needs, and whether nobody has confirmed it.
    needs: FxHashMap<ComponentIx, Vec<(ComponentIx, bool)>>,
    /// Whose repair needs a component.
    serves: FxHashMap<ComponentIx, Vec<ComponentIx>>,
    /// How long a restart takes, where it takes any time.
    restarts: FxHashMap<ComponentIx, Minutes>,
}

impl Repairs {
    /// O(components).
    pub(crate) fn new(model: &Inventory, calendar: Calendar<'_>) -> Self {
        let mut repairs = Self::default();
        for (at, component) in model.components.iter().enumerate() {
            let owner = ComponentIx(at as u32);
            if component.restarts_in > Minutes::ZERO {
                repairs.restarts.insert(owner, component.restarts_in);
            }
            for recovery in component.recovers_with.iter().filter(|it| calendar.holds(it.note)) {
                let supposed = calendar.candidate(recovery.note);
                repairs.needs.entry(owner).or_default().push((recovery.component, supposed));
                repairs.serves.entry(recovery.component).or_default().push(owner);
            }
        }
        repairs
    }

    /// Whether anything is said of repairs.
    #[must_use]
    pub fn any(&self) -> bool {
        !(self.needs.is_empty() && self.restarts.is_empty())
    }

    /// What the repair of a component needs in a reading.
    pub fn needs(
        &self,
        component: ComponentIx,
        reading: Reading,
    ) -> impl Iterator<Item = ComponentIx> + '_ {
        let all = self.needs.get(&component).into_iter().flatten();
        all.filter(move |(_, supposed)| !supposed || reading == Reading::Careful)
            .map(|(needed, _)| *needed)
    }

    /// The components whose repair needs anything, in file order.
    #[must_use]
    pub fn repaired(&self) -> Vec<ComponentIx> {
        let mut all: Vec<ComponentIx> = self.needs.keys().copied().collect();
        all.sort_unstable();
        all
    }

    /// The components whose repair needs a component.
    pub(crate) fn serves(&self, component: ComponentIx) -> &[ComponentIx] {
        self.serves.get(&component).map_or(&[], Vec::as_slice)
    }

    /// For how long the cause of an outage must be over, and what the repair needs be up, before a
    /// component is up again: with something that it needs, a minute at least.
    pub(crate) fn takes(&self, component: ComponentIx, reading: Reading) -> u32 {
        let restart = self.restarts.get(&component).map_or(0, |restart| restart.0);
        if restart == 0 && self.needs(component, reading).next().is_some() { 1 } else { restart }
    }
}
