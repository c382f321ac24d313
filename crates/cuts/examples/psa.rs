use std::time::Instant;
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let order: u16 = args[0].parse().unwrap();
    let mut sources = trefonds_source::SourceMap::default();
    for f in &args[1..] { sources.add(f.clone(), std::fs::read_to_string(f).unwrap()); }
    let m = trefonds_cuts::open_psa::read(&sources, trefonds_cuts::open_psa::Negations::Allowed).unwrap_or_else(|e| panic!("{e:?}"));
    for (name, top) in &m.tops {
        let t = Instant::now();
        let c = trefonds_cuts::cut_sets(&m.formula, *top, trefonds_cuts::Bounds { order: (order > 0).then_some(order), ..Default::default() }).unwrap();
        let solved = t.elapsed();
        let by = c.by_order().unwrap();
        println!("{name} {:?} total {} solve {:?} count {:?} peak {}", by, by.iter().sum::<u128>(), solved, t.elapsed() - solved, c.peak_nodes());
    }
}
