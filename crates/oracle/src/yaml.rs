//! A world in the inventory's own format: one file, or several, in the order of its lists or in another.

use crate::day::{Dates, written};
use crate::seed::Seed;
use crate::tree::{Tree, map};
use crate::world::*;

/// The files of a world, names and texts: one file, everything in the order of its lists.
#[must_use]
pub fn one_file(world: &World) -> Vec<(String, String)> {
    let (root, things) = trees(world);
    vec![("trefonds.yaml".to_owned(), root_text(&root) + &sections_text(&things))]
}

/// The same said in another order: of files, of things, of keys, of lists.
#[must_use]
pub fn shuffled(world: &World, seed: &mut Seed) -> Vec<(String, String)> {
    let (mut root, mut things) = trees(world);
    root.iter_mut().for_each(|(_, value)| value.shuffle(seed));
    things.iter_mut().for_each(|(_, _, value)| value.shuffle(seed));
    seed.shuffle(&mut things);
    let mut files: Vec<(String, Vec<Thing>)> =
        (0..3).map(|at| (format!("{at}.yaml"), Vec::new())).collect();
    for thing in things {
        let at = seed.below(files.len());
        files[at].1.push(thing);
    }
    let rooted = seed.below(files.len());
    let texts = files.into_iter().enumerate().map(|(at, (name, things))| {
        let root = if at == rooted { root_text(&root) } else { String::new() };
        (name, root + &sections_text(&things))
    });
    texts.filter(|(_, text)| !text.is_empty()).collect()
}

/// A section, an id, what stands under it.
pub(crate) type Thing = (&'static str, Id, Tree);

pub(crate) fn trees(world: &World) -> (Vec<(String, Tree)>, Vec<Thing>) {
    let mut root =
        vec![("trefonds".to_owned(), Tree::text("1")), ("home".to_owned(), texts(&world.home))];
    if let Some(day) = world.as_of {
        root.push(("as_of".to_owned(), Tree::text(written(day))));
    }
    if !world.organisation.is_empty() {
        root.push(("organisation".to_owned(), texts(&world.organisation)));
    }
    let mut things = Vec::new();
    for it in &world.components {
        things.push(("components", it.id.clone(), component(it)));
    }
    for it in &world.entities {
        things.push(("entities", it.id.clone(), entity(it)));
    }
    for it in &world.sites {
        things.push(("sites", it.id.clone(), site(it)));
    }
    for it in &world.laws {
        things.push(("laws", it.id.clone(), law(it)));
    }
    (root, things)
}

fn root_text(root: &[(String, Tree)]) -> String {
    root.iter().map(|(key, value)| line("", key, value)).collect()
}

fn line(indent: &str, key: &str, value: &Tree) -> String {
    let mut text = format!("{indent}{key}: ");
    value.write(&mut text);
    text.push('\n');
    text
}

fn sections_text(things: &[Thing]) -> String {
    let mut text = String::new();
    for section in ["components", "entities", "sites", "laws"] {
        let mut own = things.iter().filter(|(of, _, _)| *of == section).peekable();
        if own.peek().is_some() {
            text += &format!("{section}:\n");
        }
        own.for_each(|(_, id, value)| text += &line("  ", id, value));
    }
    text
}

fn texts(of: &[String]) -> Tree {
    Tree::List(of.iter().map(Tree::text).collect())
}

fn component(it: &Component) -> Tree {
    let layer = match it.layer {
        Layer::Service => "service",
        Layer::Application => "application",
        Layer::Data => "data",
        Layer::Software => "software",
        Layer::Middleware => "middleware",
        Layer::Infrastructure => "infrastructure",
        Layer::Hosting => "hosting",
    };
    let mut fields = vec![
        ("layer", Some(Tree::text(layer))),
        ("name", it.name.as_ref().map(Tree::text)),
        ("planned", it.planned.then(|| Tree::text("true"))),
        ("depends_on", stated(&it.needs, |need| need_fields(need, "needs"))),
        ("operator", stated(&it.operators, |id| vec![("entity", Some(Tree::text(id)))])),
        ("suppliers", stated(&it.suppliers, supplier)),
        ("site", stated(&it.places, place)),
        ("needs_places", needs_places(it.needs_places)),
        ("data", stated(&it.data, data)),
        ("changed_by", stated(&it.changed_by, |id| vec![("entity", Some(Tree::text(id)))])),
        ("restarts_in", (it.restarts_in > 0).then(|| Tree::text(minutes(it.restarts_in)))),
        ("recovers_with", (!it.recovers_with.is_empty()).then(|| texts(&it.recovers_with))),
    ];
    fields.extend(dates(&it.dates));
    map(fields)
}

/// `None` where nothing is said.
fn stated<T>(it: &Stated<T>, fields: impl Fn(&T) -> Vec<(&str, Option<Tree>)>) -> Option<Tree> {
    let mut items: Vec<Tree> = it.items.iter().map(|item| fact(item, &fields)).collect();
    match &it.rest {
        Rest::NotSaid => return None,
        Rest::Nothing => {}
        Rest::Undisclosed(hidden) => items.push(undisclosed(hidden)),
    }
    Some(Tree::List(items))
}

fn fact<T>(item: &Fact<T>, fields: impl Fn(&T) -> Vec<(&str, Option<Tree>)>) -> Tree {
    let mut fields = fields(&item.what);
    // A word that is no mapping.
    if let [("", Some(word))] = fields.as_slice() {
        return word.clone();
    }
    fields.extend(dates(&item.dates));
    fields.push(("candidate", item.candidate.then(|| Tree::text("true"))));
    fields.push(("verified", item.unverified.then(|| Tree::text("false"))));
    map(fields)
}

fn dates(dates: &Dates) -> [(&'static str, Option<Tree>); 2] {
    let day = |day: Option<i64>| day.map(|day| Tree::text(written(day)));
    [("from", day(dates.from)), ("until", day(dates.until))]
}

fn undisclosed(hidden: &Hidden) -> Tree {
    if *hidden == Hidden::default() {
        return Tree::text("undisclosed");
    }
    let bounds = map(vec![
        ("name", hidden.name.as_ref().map(Tree::text)),
        ("not", (!hidden.not.is_empty()).then(|| texts(&hidden.not))),
        ("among", hidden.among.as_ref().map(|among| texts(among))),
    ]);
    map(vec![("undisclosed", Some(bounds))])
}

fn minutes(minutes: i64) -> String {
    match minutes {
        days if days % 1440 == 0 => format!("{}d", days / 1440),
        hours if hours % 60 == 0 => format!("{}h", hours / 60),
        _ => format!("{minutes}min"),
    }
}

/// A requirement; `key` is `needs` for a hard one.
fn need_fields<'k>(need: &Need, key: &'k str) -> Vec<(&'k str, Option<Tree>)> {
    let members = |of: &[Fact<Need>]| {
        Tree::List(of.iter().map(|it| fact(it, |need| need_fields(need, "needs"))).collect())
    };
    let mut fields: Vec<(&str, Option<Tree>)> = match &need.gate {
        Gate::One(id) => vec![(key, Some(Tree::text(id)))],
        Gate::All(of) => vec![("all_of", Some(members(of)))],
        Gate::Any(of) => vec![("any_of", Some(members(of)))],
        Gate::Least(least, of) => {
            vec![("at_least", Some(Tree::text(least.to_string()))), ("of", Some(members(of)))]
        }
    };
    if need.soft {
        let what = match &need.gate {
            Gate::One(id) => Tree::text(id),
            _ => map(fields),
        };
        fields = vec![("soft", Some(what))];
    }
    fields.push(("starts_in", (need.starts_in > 0).then(|| Tree::text(minutes(need.starts_in)))));
    fields.push(("tolerates", (need.tolerates > 0).then(|| Tree::text(minutes(need.tolerates)))));
    fields
}

fn supplier(it: &Supplier) -> Vec<(&str, Option<Tree>)> {
    let on_withdrawal = match it.on_withdrawal {
        OnWithdrawal::NotSaid => None,
        OnWithdrawal::Stops(0) => Some("stops".to_owned()),
        OnWithdrawal::Stops(after) => Some(format!("stops after {}", minutes(after))),
        OnWithdrawal::Survives => Some("survives".to_owned()),
    };
    vec![("entity", Some(Tree::text(&it.entity))), ("on_withdrawal", on_withdrawal.map(Tree::text))]
}

fn place(it: &Place) -> Vec<(&str, Option<Tree>)> {
    match it {
        Place::Site(id) => vec![("site", Some(Tree::text(id)))],
        Place::Country(code) => vec![("country", Some(Tree::text(code)))],
    }
}

fn needs_places(it: Needed) -> Option<Tree> {
    match it {
        Needed::NotSaid => None,
        Needed::All => Some(Tree::text("all")),
        Needed::Least(places) => Some(Tree::text(places.to_string())),
    }
}

fn data(it: &Data) -> Vec<(&str, Option<Tree>)> {
    let (form, keys) = match &it.form {
        Form::NotSaid => (None, None),
        Form::Clear => (Some("clear"), None),
        Form::Encrypted(keys) => {
            (Some("encrypted"), stated(keys, |id| vec![("", Some(Tree::text(id)))]))
        }
    };
    let class = it.class.as_ref().map(Tree::text);
    vec![("class", class), ("form", form.map(Tree::text)), ("keys", keys)]
}

fn countries(it: &Stated<String>) -> Option<Tree> {
    stated(it, |code| vec![("code", Some(Tree::text(code)))])
}

fn entity(it: &Entity) -> Tree {
    map(vec![
        ("name", it.name.as_ref().map(Tree::text)),
        ("country", countries(&it.countries)),
        ("owned_by", stated(&it.owned_by, holding)),
        ("controlled_by", stated(&it.controlled_by, |id| vec![("entity", Some(Tree::text(id)))])),
    ])
}

fn holding(it: &Holding) -> Vec<(&str, Option<Tree>)> {
    let percent = |votes: i64| format!("{}.{:04}%", votes / 10_000, votes % 10_000);
    match it {
        Holding::RestDispersed => vec![("", Some(Tree::text("dispersed")))],
        Holding::Dispersed(votes) => vec![("dispersed", Some(Tree::text(percent(*votes))))],
        Holding::Entity(id, votes) => {
            let votes = votes.map(|(least, most)| {
                let share = if least == most {
                    percent(least)
                } else {
                    format!("{}..{}", percent(least), percent(most))
                };
                Tree::text(share)
            });
            vec![("entity", Some(Tree::text(id))), ("votes", votes)]
        }
    }
}

fn site(it: &Site) -> Tree {
    map(vec![
        ("name", it.name.as_ref().map(Tree::text)),
        ("country", countries(&it.countries)),
        ("operator", stated(&it.operators, |id| vec![("entity", Some(Tree::text(id)))])),
        ("within", it.within.as_ref().map(Tree::text)),
    ])
}

fn law(it: &Law) -> Tree {
    let rules = it.reaches.iter().map(|rule| {
        let (channel, link) = (channel(rule.channel), link(rule.link));
        let mut fields = vec![
            ("channel", Some(Tree::text(channel))),
            ("link", Some(Tree::text(link))),
            ("grade", rule.grade.map(|it| Tree::text(grade(it)))),
            ("after", (rule.after > 0).then(|| Tree::text(minutes(rule.after)))),
        ];
        fields.extend(dates(&rule.dates));
        map(fields)
    });
    let mut fields = vec![
        ("jurisdiction", Some(Tree::text(&it.jurisdiction))),
        ("effect", Some(Tree::text(if it.access { "access" } else { "denial" }))),
        ("reaches", Some(Tree::List(rules.collect()))),
    ];
    fields.extend(dates(&it.dates));
    map(fields)
}

const fn channel(it: Channel) -> &'static str {
    match it {
        Channel::Location => "location",
        Channel::Operation => "operation",
        Channel::Supply => "supply",
    }
}

const fn link(it: Link) -> &'static str {
    match it {
        Link::Direct => "direct",
        Link::ViaControl => "via control",
        Link::ViaGroup => "via group",
        Link::Technology => "technology",
    }
}

const fn grade(it: Grade) -> &'static str {
    match it {
        Grade::Direct => "direct",
        Grade::ViaControl => "via control",
        Grade::ViaGroup => "via group",
        Grade::Technology => "technology",
        Grade::Arguable => "arguable",
        Grade::Undetermined => "undetermined",
        Grade::None => "none",
    }
}
