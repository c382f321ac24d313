//! A map small enough to read its bytes.

use trefonds_findings::Layer;
use trefonds_findings::{Certainty, MapEdgeKind, MapGraph};

use super::build::{Build, blind_spots, stops, verdict};

/// A service, an application, a pair of alternatives.
pub(super) fn small() -> MapGraph {
    let mut b = Build::new("Small");
    let service = b.component(Layer::Service, "civil", "État civil", "");
    let mail = b.component(Layer::Application, "mail", "Messagerie", "Microsoft Ireland");
    let one = b.component(Layer::Hosting, "one", "Salle 1", "Ville");
    let two = b.component(Layer::Hosting, "two", "Salle 2", "Ville");
    b.hard(service, &[mail]);
    b.at_least(1, mail, &[one, two]);
    b.edge(service, two, MapEdgeKind::Soft).tolerates = 240;
    let lines = [(Some("US"), Certainty::Certain, 0)];
    b.edit(service, |c| c.verdict = Some(verdict(&lines, 71)));
    b.edit(mail, |c| c.chips = vec![stops("US", 0)]);
    b.edit(two, |c| {
        c.blind_spots = blind_spots(&c.component, 1);
        c.single_point_of = 1;
    });
    b.map
}
