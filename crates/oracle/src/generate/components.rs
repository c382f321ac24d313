//! Components, and what they need.

use super::Maker;
use crate::world::*;

const LAYERS: [Layer; 6] = [
    Layer::Application,
    Layer::Data,
    Layer::Software,
    Layer::Middleware,
    Layer::Infrastructure,
    Layer::Hosting,
];

impl Maker {
    pub(super) fn all_components(&mut self) -> Vec<Component> {
        let services = 1 + self.seed.below(3);
        let mut all: Vec<Component> =
            (0..services).map(|at| self.component(format!("svc{at}"), Layer::Service)).collect();
        for at in 0..self.components.len() {
            let layer = *self.seed.one(&LAYERS);
            all.push(self.component(self.components[at].clone(), layer));
        }
        all
    }

    fn component(&mut self, id: Id, layer: Layer) -> Component {
        let service = layer == Layer::Service;
        let needs = self.needs(&id, service);
        let planned = !service && self.seed.percent(self.taste.dates / 4);
        let dated = !service && self.seed.percent(self.taste.dates);
        let dates = if dated { self.dates() } else { Default::default() };
        if service {
            return Component { planned, dates, needs, ..Component::blank(id, layer) };
        }
        let places = self.stated("place", 20, Self::place);
        Component {
            planned,
            dates,
            needs,
            places,
            operators: self.stated("hand", 20, Self::entity),
            suppliers: self.stated("hand", 40, Self::supplier),
            data: self.stated("data", 30, Self::data),
            ..Component::blank(id, layer)
        }
    }

    fn needs(&mut self, owner: &str, service: bool) -> Stated<Need> {
        let gap = if service { self.taste.gaps / 3 } else { self.taste.gaps / 2 };
        if self.seed.percent(gap) {
            let rest = Rest::Undisclosed(self.hidden("need"));
            return if self.seed.percent(50) {
                Stated::not_said()
            } else {
                Stated { items: Vec::new(), rest }
            };
        }
        let most = if service { 3 } else { 2 };
        let least = usize::from(service);
        let count = least + self.seed.below(most);
        let mut items = Vec::new();
        let mut taken = Vec::new();
        for _ in 0..count {
            let soft = self.seed.percent(12);
            if let Some(need) = self.need(owner, 0, soft, &mut taken) {
                items.push(self.fact(need));
            }
        }
        Stated::complete(items)
    }

    /// A requirement of what is not taken yet, so that no list says anything twice.
    fn need(&mut self, owner: &str, depth: usize, soft: bool, taken: &mut Vec<Id>) -> Option<Need> {
        let tolerates = if self.seed.percent(20) { 1 + self.seed.below(60) as i64 } else { 0 };
        let groups = if depth == 0 { self.taste.groups } else { 25 };
        if depth == 3 || !self.seed.percent(groups) {
            let id = self.seed.one(&self.components).clone();
            if id == owner || taken.contains(&id) {
                return None;
            }
            taken.push(id.clone());
            return Some(Need { soft, tolerates, ..Need::of(id) });
        }
        let count = 1
            + self.seed.below(if self.taste.groups > 80 { 2 } else { 3 })
            + usize::from(self.taste.groups > 80);
        let mut within = Vec::new();
        let mut members = Vec::new();
        for _ in 0..count {
            if let Some(need) = self.need(owner, depth + 1, false, &mut within) {
                members.push(self.fact(need));
            }
        }
        if members.is_empty() {
            return None;
        }
        let gate = match self.seed.below(6) {
            0 => Gate::All(members),
            1..=3 => Gate::Any(members),
            _ => {
                let least = 1 + self.seed.below(members.len());
                Gate::Least(least, members)
            }
        };
        Some(Need { soft, tolerates, starts_in: 0, gate })
    }

    fn supplier(&mut self) -> Supplier {
        let on_withdrawal = match self.seed.below(8) {
            0 | 1 => OnWithdrawal::Stops(0),
            2..=4 => OnWithdrawal::Stops(1 + self.seed.below(200) as i64),
            5 | 6 if self.taste.gaps > 0 => OnWithdrawal::NotSaid,
            _ => OnWithdrawal::Survives,
        };
        Supplier { entity: self.entity(), on_withdrawal }
    }

    fn place(&mut self) -> Place {
        if self.seed.percent(50) {
            Place::Site(self.seed.one(&self.sites).clone())
        } else {
            Place::Country(self.country())
        }
    }

    fn data(&mut self) -> Data {
        let class = self.seed.one(&["health", "personal", "payment"]).to_string();
        let class = (!self.seed.percent(self.taste.gaps)).then_some(class);
        let form = match self.seed.below(5) {
            0 if self.taste.gaps > 0 => Form::NotSaid,
            0..=2 => Form::Clear,
            _ => {
                let mut keys = self.stated("keys", 20, Self::entity);
                keys.items.iter_mut().for_each(|key| *key = Fact::plain(key.what.clone()));
                Form::Encrypted(keys)
            }
        };
        Data { class, form }
    }
}
