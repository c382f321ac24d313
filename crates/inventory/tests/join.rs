//! Join on demand: what is referred to enters, and nothing else.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files has failed")]

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use trefonds_declare::forms::{Component, Declarations, Entity, Name, Noted};
use trefonds_declare::{
    Door, Field, Joined, Origin, Remarks, Resolved, Shelf, Shelved, facts, join, resolve, write,
};
use trefonds_inventory::{LoadOptions, load, parse_file};
use trefonds_lang::Lang;
use trefonds_model::Stated;
use trefonds_source::{SourceMap, Span};

/// Texts of the inventory, and of further sets.
struct Texts {
    sources: SourceMap,
    own: usize,
}

impl Texts {
    fn of(own: &[&str], further: &[&str]) -> Self {
        let mut sources = SourceMap::default();
        for (at, text) in own.iter().chain(further).enumerate() {
            sources.add(format!("{at}.yaml"), (*text).to_owned());
        }
        Self { sources, own: own.len() }
    }

    fn joined<T>(&self, ask: impl FnOnce(Joined<'_>) -> T) -> T {
        let mut files: Vec<Declarations<'_>> = Vec::new();
        for (id, file) in self.sources.iter() {
            let parsed = parse_file(id, file, &LoadOptions::default());
            assert_eq!(parsed.diagnostics, []);
            files.push(parsed.facts);
        }
        let further = files.split_off(self.own);
        let origins: Vec<Origin<'_>> = further.iter().map(Origin::of).collect();
        ask(join(files, &origins, Shelved::default()))
    }

    /// Each file of the result as text.
    fn written(&self) -> Vec<String> {
        self.joined(|joined| {
            let files = joined.files.iter();
            files.map(|file| write(file, &Remarks::default()).unwrap()).collect()
        })
    }

    fn resolved(&self) -> Resolved {
        let (lang, slip) = (Lang::En, |_, _: &str| None);
        let door = Door { lang, complete: true, first_file: "", as_of: None, further: None, slip };
        self.joined(|joined| resolve(joined.files, &door))
    }

    fn met(&self) -> Vec<String> {
        self.joined(|joined| {
            let place = |span| {
                let at = self.sources.locate(span);
                format!("{}:{}", at.file, at.line)
            };
            let told = joined.met.iter().map(|it| {
                let own = it.own.map_or_else(|| "-".to_owned(), place);
                format!("{} {:?} {own} {}", it.id, it.field, place(it.further))
            });
            told.collect()
        })
    }
}

const CATALOGUE: &str = "\
sources:
  register: {title: Register of companies}
  unused: {title: Nobody speaks of it}
components:
  linux: {layer: software, depends_on: libc, suppliers: {entity: redhat, on_withdrawal: survives}}
  libc: {layer: software, suppliers: none}
  mainframe: {layer: infrastructure, operator: ibm, site: poughkeepsie}
  linux-next: {layer: software, alternatives: {newer: {cost: 0, data: none, excludes: older}, older: {cost: 0, data: none}}}
entities:
  redhat: {country: US, owned_by: {entity: ibm, votes: 100%, source: register}}
  ibm: {country: US, owned_by: dispersed}
  suse: {country: LU}
  landlord: {country: US, owned_by: {undisclosed: {not: [bank, suse-owner, FR]}}}
  suse-owner: {country: SE}
sites:
  poughkeepsie: {country: US, operator: landlord}
";

#[test]
fn what_is_referred_to_enters_and_nothing_else() {
    let own = "components:\n  mail: {layer: service, depends_on: linux}\n";
    let expected = "\
sources:
  register: {title: Register of companies}

components:
  libc: {layer: software, suppliers: none}
  linux:
    layer: software
    depends_on: libc
    suppliers: {entity: redhat, on_withdrawal: survives}

entities:
  ibm: {country: US, owned_by: dispersed}
  redhat:
    country: US
    owned_by: {entity: ibm, votes: 100%, source: register}
";
    assert_eq!(
        Texts::of(&[own], &[CATALOGUE]).written(),
        ["components:\n  mail: {layer: service, depends_on: linux}\n", expected]
    );
    let none =
        "components:\n  mail: {layer: service, operator: me}\n\nentities:\n  me: {country: FR}\n";
    assert_eq!(Texts::of(&[none], &[CATALOGUE]).written(), [none]);
}

#[test]
fn sites_options_bounds_and_amendments_refer_too() {
    let ids = |own: &str| {
        Texts::of(&[own], &[CATALOGUE]).joined(|joined| {
            let Some(entered) = joined.files.get(1) else { return Vec::new() };
            let components = entered.components.iter().map(|it| &it.id);
            let entities = entered.entities.iter().map(|it| &it.id);
            let all = components.chain(entities).chain(entered.sites.iter().map(|it| &it.id));
            all.map(|id| id.text.to_string()).collect()
        })
    };
    let housed = ids("components:\n  mail: {layer: service, site: poughkeepsie}\n");
    assert_eq!(housed, ["landlord", "suse-owner", "poughkeepsie"]);
    let twin = "components:\n  mail:\n    layer: service\n    alternatives:\n      twin: {cost: 1, stand_in: mainframe}\n";
    assert_eq!(ids(twin), ["mainframe", "ibm", "landlord", "suse-owner", "poughkeepsie"]);
    assert_eq!(
        ids("amend:\n  entities:\n    suse: {name: SUSE, owned_by: suse-owner}\n"),
        ["suse", "suse-owner"]
    );
    assert_eq!(ids("organisation: ibm\n"), ["ibm"]);
    let changed = "components:\n  mail: {layer: service, changed_by: suse, recovers_with: libc}\n";
    assert_eq!(ids(changed), ["libc", "suse"]);
    let cold = "components:\n  mail:\n    layer: service\n    alternatives:\n      twin: {cost: 1, changed_by: suse, recovers_with: libc, stand_in: {needs: mainframe, starts_in: 4h}}\n";
    let house = ["landlord", "suse", "suse-owner", "poughkeepsie"];
    assert_eq!(ids(cold), [&["libc", "mainframe", "ibm"], house.as_slice()].concat());
    let room = "sites:\n  room: {within: poughkeepsie}\n";
    assert_eq!(ids(room), ["landlord", "suse-owner", "poughkeepsie"]);
    let law = "laws:\n  l: {jurisdiction: US, effect: denial, targets: suse, spares: [organisation, ibm], reaches: {channel: supply, link: direct}}\n";
    assert_eq!(ids(law), ["ibm", "suse"]);
    let after = "components:\n  mail:\n    layer: service\n    alternatives:\n      twin: {cost: 1, data: none, requires: newer, excludes: twin}\n";
    assert_eq!(ids(after), ["linux-next"]);
    let hidden = "components:\n  mail: {layer: service, operator: {undisclosed: {among: [ibm, 'site:poughkeepsie']}}}\n";
    assert_eq!(ids(hidden), ["ibm", "landlord", "suse-owner", "poughkeepsie"]);
    assert_eq!(
        ids("components:\n  mail: {layer: service, data: {form: encrypted, keys: suse}}\n"),
        ["suse"]
    );
}

#[test]
fn what_the_inventory_says_stands_and_the_rest_is_completed() {
    let own = "\
components:
  mail: {layer: service, operator: redhat}
entities:
  redhat: {name: Red Hat, owned_by: undisclosed}
";
    let texts = Texts::of(&[own], &[CATALOGUE]);
    let expected = "\
components:
  mail: {layer: service, operator: redhat}

entities:
  redhat: {name: Red Hat, country: US, owned_by: undisclosed}
";
    // IBM, which owns it for the catalogue only, does not enter.
    assert_eq!(texts.written(), [expected]);
    assert_eq!(texts.met(), ["redhat Country - 1.yaml:10", "redhat OwnedBy 0.yaml:4 1.yaml:10"]);
    let resolved = texts.resolved();
    let said =
        facts(&trefonds_model::Inventory { sources: texts.sources.clone(), ..resolved.inventory });
    let country = said.facts.iter().find(|it| it.key.field == Field::Country).unwrap();
    assert_eq!(country.at.file, "1.yaml");
}

#[test]
fn what_comes_down_and_back_is_completed_field_by_field() {
    let own = "\
components:
  mail: {layer: service, depends_on: [linux, web]}
  linux: {layer: software, recovers_with: none, needs_places: 1}
  web: {layer: software, changed_by: none, restarts_in: 0h}
sites:
  room: {operator: undisclosed}
";
    let further = "\
components:
  linux: {layer: software, changed_by: maker, needs_places: all, restarts_in: 2h, recovers_with: web}
  web: {layer: software, changed_by: maker, needs_places: all, restarts_in: 2h, recovers_with: linux}
entities:
  maker: {country: US}
sites:
  room: {within: campus, operator: maker}
  campus: {country: FR}
";
    let expected = [
        "\
components:
  mail: {layer: service, depends_on: [linux, web]}
  linux: {layer: software, changed_by: maker, needs_places: 1, restarts_in: 2h, recovers_with: none}
  web: {layer: software, changed_by: none, needs_places: all, restarts_in: 0h, recovers_with: linux}

sites:
  room: {operator: undisclosed, within: campus}
",
        "entities:\n  maker: {country: US}\n\nsites:\n  campus: {country: FR}\n",
    ];
    assert_eq!(Texts::of(&[own], &[further]).written(), expected);
}

const LEI: &str = "HWUPKR0MPOU8FGXBT394";
const OTHER_LEI: &str = "INR2EJN1ERAN0W5ZP974";

#[test]
fn one_lei_is_one_entity_whatever_it_is_called() {
    let own = format!(
        "components:\n  mail: {{layer: service, operator: subsidiary}}\n  web: {{layer: service, operator: apple-inc}}\nentities:\n  apple: {{name: Apple, lei: {LEI}}}\n"
    );
    let import = "entities:\n  subsidiary: {country: IE, owned_by: apple-inc}\n";
    let catalogue = format!(
        "entities:\n  apple-inc: {{country: US, lei: {LEI}, controlled_by: holder}}\n  holder: {{country: US, owned_by: {{undisclosed: {{not: apple-inc}}}}}}\n"
    );
    let expected = [
        format!(
            "components:\n  mail: {{layer: service, operator: subsidiary}}\n  web: {{layer: service, operator: apple}}\n\nentities:\n  apple: {{name: Apple, country: US, lei: {LEI}, controlled_by: holder}}\n"
        ),
        "entities:\n  holder:\n    country: US\n    owned_by: {undisclosed: {not: [entity:apple]}}\n  subsidiary: {country: IE, owned_by: apple}\n"
            .to_owned(),
    ];
    assert_eq!(Texts::of(&[&own], &[import, &catalogue]).written(), expected);
    assert_eq!(Texts::of(&[&own], &[&catalogue, import]).written(), expected);
}

#[test]
fn two_entities_of_one_id_are_reported_where_both_are_meant() {
    let own = |operator: &str| {
        format!(
            "trefonds: 1\nhome: [FR]\ncomponents:\n  mail: {{layer: service, operator: {operator}}}\nentities:\n  ms: {{country: FR, lei: {LEI}}}\n"
        )
    };
    let catalogue = format!(
        "entities:\n  ms: {{country: US, lei: {OTHER_LEI}}}\n  fund: {{country: US, owned_by: ms}}\n"
    );
    let codes = |texts: &Texts| -> Vec<&'static str> {
        texts.resolved().diagnostics.iter().map(|it| it.code).collect()
    };
    let apart = Texts::of(&[&own("ms")], &[&catalogue]);
    assert_eq!(codes(&apart), Vec::<&str>::new());
    assert_eq!(apart.met(), Vec::<String>::new());
    let both = Texts::of(&[&own("fund")], &[&catalogue]);
    let found = both.resolved().diagnostics;
    assert_eq!(codes(&both), ["duplicate-id"]);
    let mut files: Vec<&str> =
        found[0].labels.iter().map(|it| both.sources.locate(it.span).file).collect();
    files.sort_unstable();
    assert_eq!(files, ["0.yaml", "1.yaml"]);
    // The same of sources, which their titles tell apart.
    let own = "trefonds: 1\nhome: [FR]\nsources:\n  register: {title: Ours}\ncomponents:\n  mail: {layer: service, depends_on: linux}\n";
    assert_eq!(codes(&Texts::of(&[own], &[CATALOGUE])), ["duplicate-id"]);
    let same = own.replace("Ours", "Register of companies");
    assert_eq!(codes(&Texts::of(&[&same], &[CATALOGUE])), Vec::<&str>::new());
}

#[test]
fn an_earlier_set_goes_before_a_later_one() {
    let own = "components:\n  mail: {layer: service, operator: acme}\n";
    let first = "entities:\n  acme: {country: FR}\n";
    let second = "entities:\n  acme: {country: US, name: Acme, owned_by: holding}\n  holding: {country: US}\n";
    let texts = Texts::of(&[own], &[first, second]);
    let entered = "entities:\n  acme: {name: Acme, country: FR, owned_by: holding}\n  holding: {country: US}\n";
    assert_eq!(texts.written()[1], entered);
    assert_eq!(
        texts.met(),
        ["acme Name - 2.yaml:2", "acme Country 1.yaml:2 2.yaml:2", "acme OwnedBy - 2.yaml:2"]
    );
}

#[test]
fn one_set_that_declares_an_id_twice_is_reported_as_before() {
    let own = "trefonds: 1\nhome: [FR]\ncomponents:\n  mail: {layer: service, operator: acme}\n";
    let twice = "entities:\n  acme: {country: FR}\n  other: {country: FR}\n  acme: {country: US}\n";
    let found = Texts::of(&[own], &[twice]).resolved().diagnostics;
    assert_eq!(found.iter().map(|it| it.code).collect::<Vec<_>>(), ["duplicate-id"]);
}

#[test]
fn the_order_of_files_and_things_means_nothing() {
    let a = "components:\n  mail: {layer: service, depends_on: [linux, mainframe]}\n";
    let b = "entities:\n  ibm: {name: IBM}\n";
    let expected = Texts::of(&[a, b], &[CATALOGUE]).written();
    let mut turned = Texts::of(&[b, a], &[CATALOGUE]).written();
    turned.swap(0, 1);
    assert_eq!(turned, expected);
    let sections: Vec<&str> = CATALOGUE.split_inclusive("\n").collect();
    let mut reversed = String::new();
    let mut section: Vec<&str> = Vec::new();
    for line in sections.into_iter().rev() {
        section.push(line);
        if !line.starts_with(' ') {
            reversed.push_str(section.pop().unwrap());
            section.drain(..).for_each(|line| reversed.push_str(line));
        }
    }
    assert_ne!(reversed, CATALOGUE);
    assert_eq!(Texts::of(&[a, b], &[&reversed]).written(), expected);
}

/// What enters means what it means where all is declared. Entities that the catalogue has are left aside: here
/// nobody makes candidates of what it has not verified.
#[test]
fn parts_of_the_shipped_inventories_refer_to_what_they_did() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../inventories");
    for name in ["hospital", "health-data-before", "health-data-after", "energy-retailer"] {
        let shelf: Option<&dyn Shelf> = Some(&trefonds_catalogue::Embedded);
        let options = LoadOptions { shelf, ..LoadOptions::default() };
        let model = load(&root.join(name), &options).inventory.unwrap();
        let is_own =
            |file: &str| file.ends_with("services.yaml") || file.ends_with("trefonds.yaml");
        let (mut own, mut further, mut brought) = (Vec::new(), Vec::new(), Vec::new());
        for (_, file) in model.sources.iter() {
            let part = match file.name() {
                name if is_own(name) => &mut own,
                name if name.starts_with("catalogue ") => &mut brought,
                _ => &mut further,
            };
            part.push(file.text());
        }
        further.append(&mut brought);
        let texts = Texts::of(&own, &further);
        let Resolved { inventory, diagnostics, .. } = texts.resolved();
        assert!(diagnostics.iter().all(|it| it.code != "unknown-reference"), "{diagnostics:?}");
        let known = trefonds_catalogue::Embedded.ids(trefonds_declare::SubjectKind::Entity);
        let said = |model: &trefonds_model::Inventory| -> BTreeSet<String> {
            let facts = facts(model).facts.into_iter();
            let ours = facts.filter(|it| !known.contains(&it.key.id.as_str()));
            ours.map(|it| format!("{:?} {:?} {:?}", it.key, it.value, it.note)).collect()
        };
        let (part, all) = (said(&inventory), said(&model));
        assert!(part.is_subset(&all), "{name}: {:?}", part.difference(&all).next());
        assert!(inventory.components.len() > 50 && part.len() < all.len(), "{name}");
    }
}

#[test]
fn of_a_million_only_what_is_meant_is_touched() {
    const ROWS: usize = 1_000_000;
    let at = Span::default();
    let ids: Vec<String> = (0..ROWS).map(|row| format!("company-{row:07}")).collect();
    let entity = |id| Entity::unsaid(Name { text: std::borrow::Cow::Borrowed(id), at });
    let entities: Vec<Entity<'_>> = ids.iter().map(|id| entity(id.as_str())).collect();
    let further = Declarations { entities, ..Declarations::default() };
    let origins = [Origin::of(&further)];
    let started = Instant::now();
    for row in (0..ROWS).step_by(ROWS / 100) {
        let name = |text: &'static str| Name { text: text.into(), at };
        let operator = Name { text: std::borrow::Cow::Borrowed(ids[row].as_str()), at };
        let run_by = Noted { value: operator, note: None, at };
        let mail = Component {
            operators: Stated::complete(vec![run_by], at),
            ..Component::unsaid(name("mail"))
        };
        let own = Declarations { components: vec![mail], ..Declarations::default() };
        let joined = join(vec![own], &origins, Shelved::default());
        assert_eq!(joined.files[1].entities.len(), 1);
        assert_eq!(joined.files[1].entities[0].id.text, ids[row]);
    }
    // A hundred times; copying the million once would take longer.
    assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
}
