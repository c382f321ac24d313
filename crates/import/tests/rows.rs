//! Rows in are facts and account, whatever the tables; twice is once.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its mapping has failed")]

use proptest::prelude::*;
use trefonds_import::{Mapping, Reading};
use trefonds_lang::Lang;

const MAPPING: &str = "\
trefonds-mapping: 1
name: t
source: T
tables:
  - file: ci.csv
    component: {id: id, name: name, layer: {column: layer, values: {s: service, h: hosting}}, depends_on: {column: needs, match: name}}
  - file: rel.csv
    edges: {from: a, to: b, match: name, by: t, values: {n: needs, r: needed_by, i: ignore}}
";

proptest! {
    #[test]
    fn nothing_is_lost(
        things in prop::collection::vec(("[a-e]{0,1}", "[a-d]{0,1}", "[shx]", "[a-f]{0,1}"), 0..12),
        edges in prop::collection::vec(("[a-f]{0,1}", "[a-f]{0,1}", "[nrix]"), 0..12),
    ) {
        let (mapping, _) = trefonds_inventory::small::read::<Mapping>("m", MAPPING, Lang::En).unwrap();
        let ci: String = things.iter().map(|(a, b, c, d)| format!("{a},{b},{c},{d}\n")).collect();
        let rel: String = edges.iter().map(|(a, b, t)| format!("{a},{b},{t}\n")).collect();
        let (ci, rel) = (format!("id,name,layer,needs\n{ci}"), format!("a,b,t\n{rel}"));
        let import = || {
            let mut reading = Reading::new(&mapping);
            reading.file("ci.csv", || Ok(ci.as_bytes())).unwrap();
            reading.file("rel.csv", || Ok(rel.as_bytes())).unwrap();
            reading.end(None, Lang::En).unwrap()
        };
        let (once, twice) = (import(), import());
        prop_assert_eq!(&once.files, &twice.files);
        let account = &once.account;
        let counts = [things.len(), edges.len()];
        for (table, rows) in account.tables.iter().zip(counts) {
            prop_assert_eq!(table.rows as usize, rows);
            prop_assert_eq!(table.rows, table.things + table.edges + table.left_out);
        }
        let left: u32 = account.left_out.iter().filter(|it| it.rows).map(|it| it.count).sum();
        prop_assert_eq!(left, account.tables.iter().map(|it| it.left_out).sum::<u32>());
        let edges: u32 = account.tables.iter().map(|it| it.edges).sum();
        prop_assert!(account.written.requirements >= edges);
    }
}
