//! Components and their channels, as sheets of a workbook.

use trefonds_findings::{EquationChannel, EquationComponent, Equations, Target};
use trefonds_lang::Lang;

use super::cell::Cell;
use super::table::{Column, Rows, Sheet};
use super::{phrases, proof_of};

type Of = Column<EquationComponent>;

const COMPONENT: [Of; 11] = [
    Of::new(Lang::column_component, 40, |it, _| (&it.component.name).into()),
    Of::new(Lang::sheet_id, 26, |it, _| (&it.component.id).into()),
    Of::new(Lang::column_layer, 16, |it, _| it.layer.into()),
    Of::new(Lang::column_criticality, 12, |it, _| it.criticality.into()),
    Of::new(Lang::sheet_owner, 30, |it, _| it.owner.as_ref().into()),
    Of::new(Lang::sheet_tags, 20, |it, _| it.tags.join(", ").into()),
    Of::new(Lang::column_data, 20, |it, _| it.data.join(", ").into()),
    Of::new(Lang::blind_spots, 12, |it, _| it.blind_spots.len().into()),
    Of::new(Lang::sheet_source, 50, |it, _| it.provenance.source.as_ref().into()),
    Of::new(Lang::sheet_verified, 12, |it, _| {
        it.provenance.verified_on.clone().map(Cell::Day).into()
    }),
    Of::new(Lang::column_where, 48, |it, _| (&it.provenance.at).into()),
];

/// Every component.
#[must_use]
pub fn components(equations: &Equations, lang: Lang) -> Sheet {
    Rows::of(&equations.components).columns(lang, &COMPONENT).sheet(lang.column_components())
}

/// Every channel of every component.
#[must_use]
pub fn channels(equations: &Equations, lang: Lang) -> Sheet {
    type Line<'a> = (&'a EquationComponent, &'a EquationChannel);
    let target = |(_, it): Line<'_>| {
        let at = usize::try_from(it.target).ok();
        at.and_then(|at| equations.targets.get(at))
    };
    let stops = |(_, it): Line<'_>| match it.stops.careful {
        None => Cell::Duration(None),
        Some(_) => it.stops.into(),
    };
    let all = equations.components.iter();
    Rows::of(all.flat_map(|of| of.channels.iter().map(move |channel| (of, channel))))
        .column(lang.column_component(), |(of, _)| &of.component.name)
        .wide(40)
        .column(lang.column_channel(), |(_, it)| phrases::channel(lang, it.channel, None))
        .wide(14)
        .column(lang.sheet_who(), |line| target(line).map(|target| who(lang, target)))
        .wide(40)
        .column(lang.column_country(), |line| target(line).and_then(country))
        .wide(10)
        .column(lang.sheet_site(), |(_, it)| it.site.as_ref().map(|site| &site.name))
        .wide(24)
        .column(lang.column_stops(), stops)
        .wide(20)
        .column(lang.sheet_minutes_settled(), |(_, it)| it.stops.settled)
        .wide(14)
        .column(lang.sheet_minutes_careful(), |(_, it)| it.stops.careful)
        .wide(14)
        .column(lang.sheet_source(), |(_, it)| it.provenance.source.as_ref())
        .wide(50)
        .column(lang.sheet_verified(), |(_, it)| it.provenance.verified_on.clone().map(Cell::Day))
        .wide(12)
        .column(lang.column_where(), |(_, it)| proof_of(lang, &it.provenance))
        .wide(60)
        .sheet(lang.sheet_channels())
}

fn who(lang: Lang, target: &Target) -> String {
    match target {
        Target::Party { entity, .. } => entity.name.clone(),
        Target::Country(code) => code.clone(),
        Target::Site(site) => site.name.clone(),
        Target::Unknown(fact) => phrases::unknown(lang, fact),
    }
}

fn country(target: &Target) -> Option<Cell> {
    match target {
        Target::Party { country, .. } => country.clone().map(Cell::Country),
        Target::Country(code) => Some(Cell::Country(code.clone())),
        Target::Site(_) => None,
        Target::Unknown(_) => Some("?".into()),
    }
}
