//! Small inventories with options of every kind, good and bad ones.

use std::fmt::Write;

/// A fixed sequence for a seed (Steele, Lea and Flood, *Fast splittable pseudorandom number
/// generators*, 2014).
pub struct Dice(u64);

impl Dice {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

const ENTITIES: &str = "entities:
  home: {country: FR, owned_by: none}
  home2: {country: FR, owned_by: none}
  us: {country: US, owned_by: none}
  us-fr: {country: FR, owned_by: [{entity: us, votes: 100%}]}
  cn: {country: CN, owned_by: none}
  range: {country: FR, owned_by: [{entity: cn, votes: 40%..60%}]}
  silent: {country: FR}
sites:
  room: {country: FR, operator: home}
  cloud: {country: US, operator: us}
";
const PARTIES: [&str; 7] = ["home", "home2", "us", "us-fr", "cn", "range", "silent"];
const PLACES: [&str; 4] = ["FR", "US", "room", "cloud"];
const TERMS: [&str; 4] = ["stops", "stops after 30d", "survives", "survives"];

/// How many of what.
pub struct Shape {
    pub services: usize,
    pub components: usize,
    pub options: usize,
}

/// The text of an inventory.
pub fn text(seed: u64, shape: &Shape) -> String {
    let mut dice = Dice::new(seed);
    let mut text = String::from("trefonds: 1\nhome: [FR]\ncomponents:\n");
    let parts = shape.components;
    for at in 0..shape.services {
        let criticality = dice.pick(&["vital", "important", "standard", "minor"]);
        let needs = needs(&mut dice, parts, None);
        writeln!(text, "  s{at}:\n    layer: service\n    criticality: {criticality}").unwrap();
        writeln!(text, "    depends_on: {needs}").unwrap();
    }
    let owners: Vec<usize> = (0..shape.options).map(|_| dice.below(parts)).collect();
    for at in 0..parts {
        component(&mut dice, &mut text, at, parts);
        let own: Vec<usize> = (0..shape.options).filter(|option| owners[*option] == at).collect();
        if own.is_empty() {
            continue;
        }
        text.push_str("    alternatives:\n");
        for option in own {
            let said = alternative(&mut dice, at, option, shape, &suppliers_of(&text));
            writeln!(text, "      o{option}: {said}").unwrap();
        }
    }
    // What stands in, and is not there yet.
    for spare in 0..2 {
        let planned = dice.one_in(2);
        writeln!(text, "  x{spare}:\n    layer: application\n    planned: {planned}").unwrap();
        facts(&mut dice, &mut text);
        let needs =
            if dice.one_in(2) { format!("[c{}]", dice.below(parts)) } else { "none".into() };
        writeln!(text, "    depends_on: {needs}").unwrap();
    }
    text + ENTITIES
}

fn component(dice: &mut Dice, text: &mut String, at: usize, parts: usize) {
    let layer = dice.pick(&["application", "software", "middleware", "infrastructure"]);
    writeln!(text, "  c{at}:\n    layer: {layer}").unwrap();
    facts(dice, text);
    let needs = if dice.one_in(3) { "none".to_owned() } else { needs(dice, parts, Some(at)) };
    writeln!(text, "    depends_on: {needs}").unwrap();
}

fn facts(dice: &mut Dice, text: &mut String) {
    if !dice.one_in(6) {
        let operator = if dice.one_in(3) { dice.pick(&PARTIES) } else { "home" };
        writeln!(text, "    operator: {operator}").unwrap();
    }
    if !dice.one_in(6) {
        writeln!(text, "    suppliers: {}", suppliers(dice)).unwrap();
    }
    if !dice.one_in(3) {
        let place = if dice.one_in(3) { dice.pick(&PLACES) } else { "FR" };
        writeln!(text, "    site: {place}").unwrap();
    }
}

fn suppliers(dice: &mut Dice) -> String {
    let count = dice.below(3);
    let mut all: Vec<&str> = Vec::new();
    for _ in 0..count {
        let party = dice.pick(&PARTIES);
        if !all.contains(&party) {
            all.push(party);
        }
    }
    let all = all.into_iter().map(|party| {
        if dice.one_in(5) {
            party.to_owned()
        } else {
            format!("{{entity: {party}, on_withdrawal: {}}}", dice.pick(&TERMS))
        }
    });
    format!("[{}]", all.collect::<Vec<_>>().join(", "))
}

/// Who supplies the last component of a text.
fn suppliers_of(text: &str) -> Vec<String> {
    let own = text.rfind("\n  c").map_or("", |at| &text[at..]);
    let line = own.lines().find_map(|line| line.strip_prefix("    suppliers: ["));
    let names = line.unwrap_or_default().split(['{', '}', '[', ']', ',', ' ', ':']);
    let names = names.filter(|word| PARTIES.contains(word));
    names.map(str::to_owned).collect()
}

/// Requirements among later components (and now and then any, for circles), plain or in a group.
fn needs(dice: &mut Dice, parts: usize, own: Option<usize>) -> String {
    let mut all: Vec<usize> = Vec::new();
    for _ in 0..=dice.below(3) {
        let from = if dice.one_in(6) { 0 } else { own.map_or(0, |own| own + 1).min(parts - 1) };
        let at = from + dice.below(parts - from);
        if Some(at) != own && !all.contains(&at) {
            all.push(at);
        }
    }
    let names: Vec<String> = all.iter().map(|at| format!("c{at}")).collect();
    match (names.len(), dice.below(4)) {
        (0, _) => "none".to_owned(),
        (2.., 0) => format!("[{{any_of: [{}]}}]", names.join(", ")),
        (3.., 1) => format!("[{{at_least: 2, of: [{}]}}]", names.join(", ")),
        (2.., 2) => format!("[{{needs: {}, tolerates: 40d}}, {}]", names[0], names[1..].join(", ")),
        _ => format!("[{}]", names.join(", ")),
    }
}

fn alternative(
    dice: &mut Dice,
    owner: usize,
    option: usize,
    shape: &Shape,
    suppliers_now: &[String],
) -> String {
    let mut said = vec![format!("cost: {}", dice.below(6) * 10)];
    match dice.below(8) {
        0 => said.push(format!("operator: {}", dice.pick(&PARTIES))),
        1 => said.push(format!("suppliers: {}", suppliers(dice))),
        2 => said.push(format!("site: {}", dice.pick(&PLACES))),
        3 => said.push(format!("depends_on: {}", needs(dice, shape.components, Some(owner)))),
        4 => said.push("depends_on: [{any_of: [x0, x1]}]".to_owned()),
        5 if !suppliers_now.is_empty() => {
            let entity = &suppliers_now[dice.below(suppliers_now.len())];
            let terms = dice.pick(&TERMS);
            said.push(format!("terms: {{entity: {entity}, on_withdrawal: {terms}}}"));
        }
        6 => {
            said.push(format!("operator: {}", dice.pick(&PARTIES)));
            said.push(format!("suppliers: {}", suppliers(dice)));
        }
        _ => {
            let other = (owner + 1) % shape.components;
            let stand_in = dice.pick(&["x0", "x1", "other"]).to_owned();
            let stand_in = if stand_in == "other" { format!("c{other}") } else { stand_in };
            said.push(format!("stand_in: {stand_in}"));
        }
    }
    let others = shape.options;
    if dice.one_in(5) {
        said.push(format!("excludes: o{}", dice.below(others)));
    }
    if dice.one_in(6) {
        said.push(format!("requires: o{}", (option + 1) % others));
    }
    format!("{{{}}}", said.join(", "))
}
