//! Random inventories that say who can change what, what brings it back, where, and whom a law denies:
//! in files of their own, and by amendments.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::comes_back;

/// How many there are of each kind of thing.
const MANY: usize = 4;

/// Choices, one after the other; the first ones once all are used up.
struct Dice {
    rolls: Vec<u8>,
    next: usize,
}

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        let roll = self.rolls.get(self.next).copied().unwrap_or(0);
        self.next += 1;
        usize::from(roll) % sides
    }

    fn pick(&mut self, of: &[&str]) -> String {
        of[self.below(of.len())].to_owned()
    }

    /// One to three things, without brackets where there is one.
    fn list(&mut self, mut item: impl FnMut(&mut Self) -> String) -> String {
        let items: Vec<String> = (0..=self.below(3)).map(|_| item(self)).collect();
        if items.len() == 1 { items.concat() } else { format!("[{}]", items.join(", ")) }
    }

    fn time(&mut self) -> String {
        self.pick(&["0h", "15min", "4h", "90min", "2d", "3w", "6mo", "1y"])
    }

    fn note(&mut self) -> String {
        self.pick(&[
            "",
            ", from: 2026-01-01",
            ", until: 2030-01-01, verified: 2026-02-01",
            ", source: a contract, candidate: true",
            ", verified: false",
        ])
    }

    fn because(&mut self) -> String {
        self.pick(&["", ", because: so", ", because: \"it is: far #1\""])
    }

    fn entity(&mut self) -> String {
        format!("e{}", self.below(MANY))
    }

    fn changed_by(&mut self) -> String {
        match self.below(6) {
            0 => "none".to_owned(),
            1 => "undisclosed".to_owned(),
            2 => "{undisclosed: {name: x, not: [e0, US]}}".to_owned(),
            _ => self.list(|dice| {
                let (entity, because, note) = (dice.entity(), dice.because(), dice.note());
                let how = dice.pick(&[
                    "",
                    ", how: automatic updates",
                    ", how: remote maintenance",
                    ", how: control plane",
                    ", how: configuration",
                ]);
                format!("{{entity: {entity}{how}{because}{note}}}")
            }),
        }
    }

    /// What the repair of a component needs: never the component.
    fn recovers_with(&mut self, own: usize) -> String {
        if self.below(4) == 0 {
            return "none".to_owned();
        }
        self.list(|dice| {
            let needed = (own + 1 + dice.below(MANY - 1)) % MANY;
            let (because, note) = (dice.because(), dice.note());
            format!("{{needs: c{needed}{because}{note}}}")
        })
    }

    /// A group with cold members.
    fn group(&mut self, own: usize) -> String {
        let cold = |dice: &mut Self, need: &str| {
            let (time, because) = (dice.time(), dice.because());
            format!("{{{need}, starts_in: {time}{because}}}")
        };
        let other = |at: usize| format!("c{}", (own + at) % MANY);
        let members = [
            other(1),
            cold(self, &format!("needs: {}", other(2))),
            cold(self, &format!("all_of: [{}, {}]", other(3), other(2))),
        ]
        .join(", ");
        match self.below(3) {
            0 => format!("{{any_of: [{members}]}}"),
            1 => format!("{{soft: {{any_of: [{members}]}}, tolerates: 15min}}"),
            _ => format!("{{at_least: 1, of: [{members}]}}"),
        }
    }

    /// Keys of a component or of an option: some of those that are new there.
    fn keys(&mut self, own: usize) -> String {
        let mut said = String::new();
        for key in 0..4 {
            if self.below(2) == 0 {
                continue;
            }
            let _ = match key {
                0 => write!(said, ", changed_by: {}", self.changed_by()),
                1 => write!(said, ", needs_places: {}", self.pick(&["all", "1", "2"])),
                2 => write!(said, ", restarts_in: {}", self.time()),
                _ => write!(said, ", recovers_with: {}", self.recovers_with(own)),
            };
        }
        said
    }

    fn denied(&mut self) -> String {
        self.list(|dice| match dice.below(3) {
            0 => "organisation".to_owned(),
            1 => "{entity: organisation}".to_owned(),
            _ => dice.entity(),
        })
    }
}

/// Things, and what is said of each of them besides.
fn declared(dice: &mut Dice) -> String {
    let mut text =
        "trefonds: 1\nhome: [FR]\nas_of: 2026-06-01\norganisation: e0\ncomponents:\n".to_owned();
    for own in 0..MANY {
        let (group, keys, option) = (dice.group(own), dice.keys(own), dice.keys(own));
        let stand_in = (own + 1 + dice.below(MANY - 1)) % MANY;
        let time = dice.time();
        let _ = write!(
            text,
            "  c{own}:\n    {{layer: data, site: [FR, s0], depends_on: {group}{keys}, alternatives: {{o{own}: {{cost: 1, data: none{option}}}, t{own}: {{cost: 2, stand_in: {{needs: c{stand_in}, starts_in: {time}}}}}}}}}\n",
        );
    }
    text += "entities:\n  organisation: {country: FR}\n";
    (0..MANY).for_each(|at| text += &format!("  e{at}: {{country: US}}\n"));
    text += "sites:\n  s0: {}\n";
    for at in 1..MANY {
        let around = dice.below(at);
        text += &format!("  s{at}: {{within: s{around}}}\n");
    }
    let (targets, spares, after) = (dice.denied(), dice.denied(), dice.time());
    text += &format!(
        "laws:\n  l:\n    jurisdiction: US\n    effect: denial\n    reaches: {{channel: supply, link: technology, after: {after}}}\n    targets: {targets}\n    spares: {spares}\n"
    );
    text
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_comes_down_and_back_comes_back(rolls in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut dice = Dice { rolls, next: 0 };
        let one = declared(&mut dice);
        let mut amends = String::from("amend:\n  components:\n");
        for own in 0..MANY {
            let keys = dice.keys(own);
            amends += &format!("    c{own}: {{name: C{own}{keys}}}\n");
        }
        amends += "  sites:\n    s3: {within: s0}\n";
        let files = [("a.yaml", one), ("b.yaml", amends)];
        comes_back(&files.map(|(name, text)| (name.to_owned(), text)), "random");
    }
}
