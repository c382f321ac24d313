//! A town's information system, drawn by hand: every mark of the map occurs.

use trefonds_findings::{Certainty, MapEdgeKind, MapGraph};
use trefonds_findings::{Criticality, Layer};

use super::build::{Build, blind_spots, possible, present, stops, verdict};

/// The town.
pub(super) fn town() -> MapGraph {
    let mut b = Build::new("Ville de Rochebrune: information system");
    let own = "Rochebrune";
    let site = b.component(Layer::Service, "site", "Site de la ville", "");
    let school = b.component(Layer::Service, "school", "Inscriptions scolaires", "");
    let civil = b.component(Layer::Service, "civil", "État civil", "");
    let pay = b.component(Layer::Service, "pay", "Paie du personnel", "");
    let alert = b.component(Layer::Service, "alert", "Astreinte et alerte de la population", "");
    let cms = b.component(Layer::Application, "cms", "Site CMS", own);
    let portal = b.component(Layer::Application, "portal", "Portail famille", own);
    let payment = b.component(Layer::Application, "payment", "Paiement en ligne PayFiP", "DGFiP");
    let connect = b.component(Layer::Application, "franceconnect", "FranceConnect", "DINUM");
    let registry = b.component(Layer::Application, "registry", "Logiciel d'état civil", own);
    let mail =
        b.component(Layer::Application, "mail", "Messagerie Exchange Online", "Microsoft Ireland");
    let payroll = b.component(Layer::Application, "payroll", "SaaS de paie", "Paie SAS");
    let sms = b.component(Layer::Application, "sms", "Passerelle SMS", "Twilio Ireland");
    let gis = b.component(Layer::Application, "gis", "SIG", "Esri France");
    let data = b.component(Layer::Data, "registers", "Registres numérisés", own);
    let pg = b.component(Layer::Software, "pg", "PostgreSQL", "");
    let sso = b.component(Layer::Middleware, "sso", "Keycloak", own);
    let local = b.component(Layer::Middleware, "local", "Comptes locaux", own);
    let entra = b.component(Layer::Middleware, "entra", "Entra ID", "Microsoft Ireland");
    let dns = b.component(Layer::Middleware, "dns", "Zone DNS", own);
    let farm = b.component(Layer::Infrastructure, "farm", "Ferme de machines virtuelles", own);
    let san = b.component(Layer::Infrastructure, "san", "Baie SAN", own);
    let cdn = b.component(Layer::Infrastructure, "cdn", "CDN", "Cloudflare");
    let tls = b.component(Layer::Infrastructure, "tls", "Certificat TLS", own);
    let radio = b.component(Layer::Infrastructure, "radio", "Radio", own);
    let phone = b.component(Layer::Infrastructure, "phone", "Opérateur téléphonique", "Orange");
    let ovh = b.component(Layer::Hosting, "ovh", "OVH Gravelines", "OVH");
    let scaleway = b.component(Layer::Hosting, "scaleway", "Scaleway Paris", "Scaleway");
    let aws = b.component(Layer::Hosting, "aws", "AWS Paris", "Amazon Web Services EMEA SARL");
    let room = b.component(Layer::Hosting, "room", "Salle de la mairie", own);

    b.hard(site, &[cms, dns, tls, cdn]);
    b.hard(school, &[portal, payment]);
    b.edge(school, cdn, MapEdgeKind::Soft);
    b.hard(portal, &[connect, ovh]);
    b.at_least(1, cms, &[ovh, scaleway]);
    b.hard(civil, &[registry]);
    b.edge(civil, mail, MapEdgeKind::Hard).tolerates = 48 * 60;
    b.at_least(1, civil, &[sso, local]);
    b.hard(registry, &[data, pg, farm]);
    b.hard(data, &[farm]);
    b.hard(pg, &[farm]);
    b.hard(mail, &[entra]);
    b.hard(pay, &[sso, payroll]);
    b.hard(payroll, &[aws]);
    b.hard(sso, &[farm]);
    b.hard(local, &[farm]);
    b.hard(farm, &[san, room]);
    b.at_least(2, alert, &[sms, radio, phone]);
    b.edge(alert, gis, MapEdgeKind::Soft);
    b.hard(sms, &[aws]);
    b.edge(sso, entra, MapEdgeKind::Soft).possible = true;

    b.edit(cms, |c| c.chips = vec![present("US")]);
    b.edit(gis, |c| c.chips = vec![present("US")]);
    b.edit(mail, |c| c.chips = vec![stops("US", 0), present("IE")]);
    b.edit(entra, |c| c.chips = vec![stops("US", 0)]);
    b.edit(sms, |c| c.chips = vec![stops("US", 0), possible(Some("CN"))]);
    b.edit(cdn, |c| c.chips = vec![stops("US", 0)]);
    b.edit(aws, |c| c.chips = vec![stops("US", 0), stops("LU", 0)]);
    b.edit(tls, |c| c.chips = vec![stops("US", 24 * 90)]);
    b.edit(san, |c| c.chips = vec![stops("US", 24 * 730)]);
    b.edit(radio, |c| c.chips = vec![stops("US", 24 * 1095)]);
    b.edit(payment, |c| c.chips = vec![stops("GB", 24 * 30), stops("US", 24 * 30)]);
    b.edit(payroll, |c| {
        c.chips = vec![possible(None)];
        c.blind_spots = blind_spots(&c.component, 3);
    });
    b.edit(phone, |c| c.blind_spots = blind_spots(&c.component, 1));
    for node in [farm, san, room] {
        b.edit(node, |c| c.single_point_of = 2);
    }
    b.edit(cdn, |c| c.single_point_of = 1);
    let (certain, maybe) = (Certainty::Certain, Certainty::Possible);
    b.edit(site, |c| c.verdict = Some(verdict(&[(Some("US"), certain, 0)], 87)));
    b.edit(school, |c| {
        let lines = [(Some("US"), certain, 720), (Some("GB"), certain, 720)];
        c.verdict = Some(verdict(&lines, 92));
        c.criticality = Some(Criticality::Important);
    });
    b.edit(civil, |c| {
        let lines = [(Some("US"), certain, 48), (None, maybe, 48)];
        c.verdict = Some(verdict(&lines, 71));
        c.criticality = Some(Criticality::Vital);
    });
    b.edit(pay, |c| {
        let lines = [
            (Some("US"), certain, 0),
            (Some("LU"), certain, 0),
            (Some("CN"), certain, 720),
            (None, maybe, 0),
        ];
        c.verdict = Some(verdict(&lines, 54));
    });
    b.edit(alert, |c| {
        c.verdict = Some(verdict(&[], 96));
        c.criticality = Some(Criticality::Vital);
    });
    b.map
}

/// The town with the paths of one controller drawn strong.
pub(super) fn town_highlighted() -> MapGraph {
    let mut map = town();
    let strong = |index: u32| [3, 10, 11, 28].contains(&index);
    map.header.highlight = Some(super::build::named("US", "US"));
    for (index, node) in map.nodes.iter_mut().enumerate() {
        if let trefonds_findings::MapNode::Component(component) = node {
            component.strong = strong(index as u32);
        } else if let trefonds_findings::MapNode::Joint(joint) = node {
            joint.strong = false;
        }
    }
    for edge in &mut map.edges {
        edge.strong = strong(edge.from.0) && strong(edge.to.0);
    }
    map
}
