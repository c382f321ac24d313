//! What ends, and what that stops: what stops a service first, in the order of the days, then the rest
//! in short.

use trefonds_findings::{End, EndKind, EndStop, Ends, Named, SurvivalTimes};
use trefonds_lang::Lang;

use super::cell::Cell;
use super::document::{Document, Item, Section};
use super::explanation::proof_of;
use super::table::{Column, Rows, Sheet, Table};
use super::{Listed, ended, keys, outages, phrases};

impl Listed for Ends {
    fn document(&self, lang: Lang) -> Document {
        let day = (self.head.as_of.as_deref(), self.head.day_from);
        let mut facts =
            phrases::facts(lang, self.head.title.as_deref(), day, &self.head.home, self.coverage);
        facts.push(horizon(lang, self));
        facts.push(lang.ends_question());
        let down: Vec<String> = self.ended.iter().map(|it| it.service.name.clone()).collect();
        if !down.is_empty() {
            facts.push(lang.ends_down(&down.join(", ")));
        }
        let (idle, stopping): (Vec<&End>, Vec<&End>) =
            self.ends.iter().partition(|end| end.stops.is_empty());
        let items = stopping.into_iter().flat_map(|end| items(lang, end)).collect();
        let idle = Rows::of(idle).columns(lang, &[DAY, LEFT, WHAT, NEXT, ASK, PLACE]);
        let sections = vec![
            Section { heading: lang.ends_stopping(), items },
            idle.section(lang.ends_stopping_nothing()),
        ];
        Document { lang, title: lang.ends_title(), facts, sections }
    }

    fn records(&self, _: Lang) -> Table {
        Rows::of(rows(self))
            .column("id", |(end, _)| &end.id)
            .column("kind", |(end, _)| keys::word(&end.kind))
            .column("subject", |(end, _)| &end.subject.id)
            .column("about", |(end, _)| end.about.as_ref().map(|about| &about.id))
            .column("until", |(end, _)| Cell::Day(end.until.clone()))
            .column("days", |(end, _)| end.days)
            .column("followed_by", |(end, _)| {
                end.followed_by.as_ref().and_then(|next| next.who.as_ref().map(|who| &who.id))
            })
            .column("followed_from", |(end, _)| {
                end.followed_by.as_ref().map(|next| Cell::Day(next.from.clone()))
            })
            .column("service", |(_, stop)| stop.map(|stop| &stop.service.id))
            .column("criticality", |(_, stop)| stop.map(|stop| stop.criticality))
            .column("certainty", |(_, stop)| stop.map(|stop| stop.certainty))
            .column("minutes", |(_, stop)| stop.map(|stop| stop.minutes))
            .column_if(self.interrupts(), "outages", |(_, stop)| {
                stop.map(|stop| outages::key(&stop.outages))
            })
            .column("stops_on", |(_, stop)| stop.and_then(|stop| stop.day.clone()).map(Cell::Day))
            .column("already", |(_, stop)| stop.map(|stop| Cell::from(stop.already)))
            .column("with", |(_, stop)| {
                stop.map(|stop| keys::ids(stop.with.iter().map(|thing| &thing.component)))
            })
            .column("hangs_on", |(_, stop)| stop.map(|stop| keys::unknown_ids(&stop.hangs_on)))
            .column("ask", |(end, _)| end.ask.join("; "))
            .column("desk", |(end, _)| keys::word(&end.desk))
            .column("source", |(end, _)| end.provenance.source.as_ref())
            .column("unverified", |(end, _)| end.provenance.unverified)
            .column("file", |(end, _)| keys::file(&end.provenance.at))
            .column("line", |(end, _)| keys::line(&end.provenance.at))
            .column("column", |(end, _)| keys::column(&end.provenance.at))
            .table()
    }
}

/// Each end with each service that it stops; without any, once.
fn rows(ends: &Ends) -> impl Iterator<Item = (&End, Option<&EndStop>)> {
    ends.ends.iter().flat_map(|end| {
        let none = end.stops.is_empty().then_some((end, None));
        end.stops.iter().map(move |stop| (end, Some(stop))).chain(none)
    })
}

type Of = Column<End>;

const DAY: Of = Of::new(Lang::ends_last_day, 14, |it, _| Cell::Day(it.until.clone()));
const LEFT: Of = Of::new(Lang::ends_left, 10, |it, _| it.days.into());
const WHAT: Of = Of::new(Lang::ends_what, 50, |it, lang| what(lang, it).into());
const NEXT: Of = Of::new(Lang::ends_next, 36, |it, lang| next(lang, it).into());
const ASK: Of = Of::new(Lang::column_ask, 36, |it, lang| whom(lang, it).into());
const PLACE: Of = Of::new(Lang::column_where, 60, |it, lang| proof_of(lang, &it.provenance).into());

type Stop = Column<EndStop>;

const SERVICE: Stop = Stop::new(Lang::column_service, 36, |it, _| (&it.service.name).into());
const CRITICALITY: Stop = Stop::new(Lang::column_criticality, 12, |it, _| it.criticality.into());
const CERTAINTY: Stop = Stop::new(Lang::column_certainty, 12, |it, _| it.certainty.into());
const WHEN: Stop = Stop::new(Lang::column_down, 30, |it, lang| when(lang, it).into());
const NOTE: Stop = Stop::new(Lang::ends_note, 60, |it, lang| note(lang, it).into());

/// One end: what, where it is written and whom to ask, and a table of the services.
fn items(lang: Lang, end: &End) -> Vec<Item> {
    let left = lang.ends_in_days(end.days as usize);
    let heading = lang.ends_heading(&lang.day(&end.until), &left, &what(lang, end));
    let mut items = vec![Item::Heading(heading)];
    let followed = end.followed_by.as_ref().map(|next| followed(lang, next));
    items.extend(followed.map(Item::Line));
    items.push(Item::Line(lang.ends_ask(&whom(lang, end))));
    items.push(Item::Line(proof_of(lang, &end.provenance)));
    let noted = end.stops.iter().any(|stop| !note(lang, stop).is_empty());
    let columns = [SERVICE, CRITICALITY, CERTAINTY, WHEN];
    let table = Rows::of(&end.stops).columns(lang, columns.iter().chain(noted.then_some(&NOTE)));
    items.extend(table.items());
    items
}

/// All of it, as a sheet of a workbook: a row for each end and service.
#[must_use]
pub fn sheet(ends: &Ends, lang: Lang) -> Sheet {
    let cell = |stop: Option<&EndStop>, of: fn(&EndStop, Lang) -> Cell| {
        stop.map_or(Cell::Empty, |stop| of(stop, lang))
    };
    Rows::of(rows(ends))
        .column(lang.ends_last_day(), |(end, _)| Cell::Day(end.until.clone()))
        .wide(14)
        .column(lang.ends_left(), |(end, _)| end.days)
        .wide(10)
        .column(lang.ends_what(), |(end, _)| what(lang, end))
        .wide(50)
        .column(lang.ends_next(), |(end, _)| next(lang, end))
        .wide(36)
        .column(lang.column_service(), |(_, stop)| cell(stop, |it, _| (&it.service.name).into()))
        .wide(36)
        .column(lang.column_criticality(), |(_, stop)| cell(stop, |it, _| it.criticality.into()))
        .wide(12)
        .column(lang.column_certainty(), |(_, stop)| cell(stop, |it, _| it.certainty.into()))
        .wide(12)
        .column(lang.column_down(), |(_, stop)| {
            cell(stop, |it, _| it.day.clone().map(Cell::Day).into())
        })
        .wide(14)
        .column(lang.ends_note(), |(_, stop)| cell(stop, |it, lang| note(lang, it).into()))
        .wide(60)
        .column(lang.column_ask(), |(end, _)| whom(lang, end))
        .wide(36)
        .column(lang.column_where(), |(end, _)| proof_of(lang, &end.provenance))
        .wide(60)
        .sheet(lang.ends_title())
}

/// "horizon: what ends by 1 November 2027".
#[must_use]
pub fn horizon(lang: Lang, ends: &Ends) -> String {
    match &ends.last_day {
        Some(day) => lang.ends_horizon(&lang.day(day)),
        None => lang.ends_undated(),
    }
}

/// What ends: "supplier of Mail: Vendor".
#[must_use]
pub fn what(lang: Lang, end: &End) -> String {
    what_of(lang, end.kind, &end.subject, end.about.as_ref())
}

/// The same of a kind, whose it is, and who or what.
#[must_use]
pub fn what_of(lang: Lang, kind: EndKind, subject: &Named, about: Option<&Named>) -> String {
    let of = &phrases::named(lang, subject);
    let about = |absent: String| about.map_or(absent, |it| phrases::named(lang, it));
    let who = || about("?".to_owned());
    match kind {
        EndKind::Component => lang.end_component(of),
        EndKind::Need => lang.end_need(of, &who()),
        EndKind::Operator => lang.end_operator(of, &who()),
        EndKind::Supplier => lang.end_supplier(of, &who()),
        EndKind::Change => lang.end_change(of, &who()),
        EndKind::Place => lang.end_place(of, &who()),
        EndKind::Data => lang.end_data(of, &about(lang.data_not_said())),
        EndKind::Recovery => lang.end_recovery(of, &who()),
        EndKind::Entity => lang.end_entity(of),
        EndKind::Country => lang.end_country(of, &who()),
        EndKind::Holding => lang.end_holding(of, &about(lang.end_dispersed())),
        EndKind::Control => lang.end_control(of, &who()),
        EndKind::Site => lang.end_site(of),
        EndKind::SiteCountry => lang.end_site_country(of, &who()),
        EndKind::SiteOperator => lang.end_site_operator(of, &who()),
        EndKind::Law => lang.end_law(of),
        EndKind::Rule => lang.end_rule(of),
        EndKind::Alternative => lang.end_alternative(of, &who()),
    }
}

/// Whom to ask.
#[must_use]
pub fn whom(lang: Lang, end: &End) -> String {
    phrases::asked(lang, &end.ask, end.desk)
}

/// "followed by NewVendor from 1 April 2027 on".
#[must_use]
pub fn followed(lang: Lang, next: &trefonds_findings::Successor) -> String {
    lang.ends_followed(&successor(lang, next.who.as_ref()), &lang.day(&next.from))
}

fn next(lang: Lang, end: &End) -> String {
    let next = end.followed_by.as_ref();
    next.map_or_else(String::new, |next| {
        lang.ends_from(&successor(lang, next.who.as_ref()), &next.from)
    })
}

fn successor(lang: Lang, who: Option<&Named>) -> String {
    who.map_or_else(|| lang.end_dispersed(), |who| phrases::named(lang, who))
}

/// When it has stopped: "2027-01-17, 24 h after the end".
#[must_use]
pub fn when(lang: Lang, stop: &EndStop) -> String {
    let day = stop.day.clone().unwrap_or_else(|| lang.ends_no_day());
    match stop.minutes {
        0 => lang.ends_at_once(&day),
        minutes => lang.ends_after(&day, &lang.duration(Some(minutes))),
    }
}

/// How long after the end it has stopped.
#[must_use]
pub fn after(lang: Lang, minutes: u32) -> String {
    match minutes {
        0 => lang.duration(Some(0)),
        minutes => lang.ends_time_after(&lang.duration(Some(minutes))),
    }
}

/// What else is to be said of a stop; empty when nothing is.
#[must_use]
pub fn note(lang: Lang, stop: &EndStop) -> String {
    let mut parts = Vec::new();
    if stop.outages.iter().any(|outage| outage.until_minutes.is_some()) {
        let times = SurvivalTimes { careful: Some(stop.minutes), settled: None };
        parts.push(outages::down(lang, times, &stop.outages));
    }
    if !stop.with.is_empty() {
        let with: Vec<String> = stop.with.iter().map(|it| ended::named(lang, it)).collect();
        parts.push(lang.ends_with(&with.join(", ")));
    }
    if stop.already {
        parts.push(lang.ends_already());
    }
    if !stop.hangs_on.is_empty() {
        let facts: Vec<String> =
            stop.hangs_on.iter().map(|fact| phrases::unknown(lang, fact)).collect();
        parts.push(lang.hangs_on(&facts.join(", ")));
    }
    parts.join(phrases::semicolon(lang))
}
