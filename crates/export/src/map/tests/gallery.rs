//! Writes every picture into a folder for people to look at.

use std::time::Instant;

use trefonds_lang::Lang;
use trefonds_layout::{Bands, Engine, GraphvizPure, InstalledDot};

use super::generated::{aggregated, expanded, generated};
use super::hostile::hostile;
use super::town::{town, town_highlighted};
use super::{dot, svg, svg_with};
use crate::map::Theme;

#[test]
#[ignore = "draws pictures to look at: run it by name"]
fn draws_the_gallery() {
    let folder = std::env::temp_dir().join("trefonds-maps");
    std::fs::create_dir_all(&folder).unwrap();
    let write = |name: &str, text: String| std::fs::write(folder.join(name), text).unwrap();
    let maps = [
        ("town", town()),
        ("highlight", town_highlighted()),
        ("expanded", expanded()),
        ("aggregated", aggregated()),
        ("hostile", hostile()),
        ("c20", generated(20)),
        ("c60", generated(60)),
        ("c200", generated(200)),
        ("c1000", generated(1000)),
    ];
    let mut times = String::new();
    for (name, map) in &maps {
        let start = Instant::now();
        let picture = svg(map);
        times.push_str(&format!("{name}: {:?}\n", start.elapsed()));
        write(&format!("{name}.svg"), picture);
        write(&format!("{name}.dot"), dot(map));
    }
    let engines: [(&str, &dyn Engine); 3] =
        [("bands", &Bands::default()), ("graphviz", &GraphvizPure), ("dot", &InstalledDot)];
    for (name, engine) in engines {
        for size in [60, 200] {
            let map = generated(size);
            let start = Instant::now();
            svg_with(&map, Lang::En, engine, Theme::Light);
            times.push_str(&format!("{name} {size}: {:?}\n", start.elapsed()));
        }
    }
    write("times.txt", times);
    write("town-dark.svg", svg_with(&town(), Lang::Fr, &Bands::default(), Theme::Dark));
    write("town-graphviz.svg", svg_with(&town(), Lang::En, &GraphvizPure, Theme::Light));
    write("town-installed.svg", svg_with(&town(), Lang::En, &InstalledDot, Theme::Light));
}
