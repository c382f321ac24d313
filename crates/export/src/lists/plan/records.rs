//! One record a step, a single point that is left, weakened or elsewhere, and an option not taken.

use trefonds_findings::{LeftWhy, OptionLine, Plan, PlanPoint, PlanStep, SinglePoint};

use crate::lists::keys;
use crate::lists::table::{Rows, Table};

#[derive(Clone, Copy, Default)]
struct Record<'a> {
    name: &'static str,
    /// A step and its number.
    step: Option<(usize, &'a PlanStep)>,
    option: Option<&'a OptionLine>,
    point: Option<&'a SinglePoint>,
    why: Option<LeftWhy>,
}

pub(super) fn records(plan: &Plan) -> Table {
    let steps = plan.steps.iter().enumerate().map(|(at, step)| Record {
        name: "step",
        step: Some((at + 1, step)),
        option: Some(&step.option),
        ..Record::default()
    });
    let left = plan.left.iter().map(|it| ("left", &it.finding, Some(it.why)));
    let weakened = plan.weakened.iter().map(|it| ("weakened", it, None));
    let elsewhere = plan.elsewhere.iter().map(|it| ("elsewhere", it, None));
    let points = left.chain(weakened).chain(elsewhere);
    let points = points.map(|(name, point, why)| Record {
        name,
        point: Some(point),
        why,
        ..Record::default()
    });
    let not_taken = plan.not_taken.iter();
    let not_taken =
        not_taken.map(|it| Record { name: "not-taken", option: Some(it), ..Record::default() });
    let of_step = |it: Record<'_>, list: fn(&PlanStep) -> &[PlanPoint]| {
        it.step.map(|(_, step)| ids(list(step)))
    };
    Rows::of(steps.chain(points).chain(not_taken))
        .column("record", |it| it.name)
        .column("step", |it| it.step.map(|(at, _)| at))
        .column("option", |it| it.option.map(|it| &it.option.id))
        .column("option_name", |it| it.option.map(|it| &it.option.name))
        .column("component", |it| it.option.map(|it| &it.component.id))
        .column("cost", |it| it.option.map(|it| it.cost))
        .column("cost_so_far", |it| it.step.map(|(_, step)| step.cost_so_far))
        .column("lead_time_minutes", |it| it.option.and_then(|it| it.lead_time_minutes))
        .column("removes", |it| of_step(it, |step| &step.removes))
        .column("brings", |it| of_step(it, |step| &step.brings))
        .column("holds_off", |it| of_step(it, |step| &step.holds_off))
        .column("left", |it| it.step.map(|(_, step)| step.left))
        .column("service", |it| it.point.map(|it| &it.service))
        .column("event", |it| it.point.map(|it| &it.event))
        .column("event_kind", |it| it.point.map(|it| keys::word(&it.event_kind)))
        .column("certainty", |it| it.point.map(|it| it.certainty))
        .column("careful_minutes", |it| it.point.and_then(|it| it.survival_minutes.careful))
        .column("settled_minutes", |it| it.point.and_then(|it| it.survival_minutes.settled))
        .column("why", |it| it.why.map(|why| keys::word(&why)))
        .column("declared_at", |it| it.option.map(|it| &it.provenance.at))
        .table()
}

fn ids(points: &[PlanPoint]) -> String {
    let ids = points.iter().map(|point| format!("{} > {}", point.event.id, point.service.id));
    ids.collect::<Vec<_>>().join("; ")
}
