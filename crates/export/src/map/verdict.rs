//! What stands under a service.

use trefonds_findings::{Certainty, MapDown, QuestionKind, Unmendable, Verdict, VerdictLine};
use trefonds_lang::Lang;

use super::clean::visible;
use super::content::{self, Alarm, Said, code};

use crate::lists::{HALF, Left, ended};

/// A line names so many countries.
const MOST: usize = 2;

/// The lines of a verdict, the certain ones first.
pub(super) fn said(verdict: &Verdict, question: QuestionKind, lang: Lang) -> Vec<Said> {
    let fault = question == QuestionKind::Fault;
    let certain = pick(verdict, Certainty::Certain);
    let possible = pick(verdict, Certainty::Possible);
    let mut said: Vec<Said> = verdict.down.iter().map(|it| down(it, lang)).collect();
    if !certain.is_empty() {
        let who = who(&certain, |line| line.survival_minutes.settled, lang);
        let text = if fault { lang.map_breakable(&who) } else { lang.map_stoppable(&who) };
        said.push(Said { text, alarm: alarm(verdict) });
    }
    if !possible.is_empty() {
        let who = who(&possible, |line| line.survival_minutes.careful, lang);
        said.push(Said { text: lang.map_possibly(&who), alarm: Alarm::Possible });
    }
    let left = Left {
        one_hand: verdict.one_hand,
        complete: verdict.one_hand_complete,
        ended: verdict.down.is_some(),
    };
    if certain.is_empty() && possible.is_empty() && !left.is_only_ended() {
        let percent = verdict.coverage.percent;
        let text = match (fault, left.is_clean()) {
            (true, _) if percent < HALF => lang.verdict_not_known(percent),
            (true, true) => lang.verdict_no_fault(),
            _ => left.verdict(lang),
        };
        said.push(Said { text, alarm: Alarm::Quiet });
    }
    if !verdict.not_mended.is_empty() {
        let names: Vec<String> = verdict.not_mended.iter().map(|it| visible(&it.name)).collect();
        said.push(Said { text: lang.map_not_mended(&names.join(", ")), alarm: Alarm::Quiet });
    }
    said
}

/// That it cannot be mended, and what its repair needs.
pub(super) fn unmendable(of: &Unmendable, lang: Lang) -> Said {
    let text = lang.map_unmendable(&visible(&of.needs.name));
    Said { text, alarm: Alarm::Quiet }
}

/// That it is down, or will be, from what has ended.
pub(super) fn down(of: &MapDown, lang: Lang) -> Said {
    let text = visible(&ended::down(lang, of.minutes, of.since.as_deref()));
    Said { text, alarm: down_alarm(of) }
}

const fn down_alarm(of: &MapDown) -> Alarm {
    if of.minutes <= 0 { Alarm::AtOnce } else { Alarm::Later }
}

/// How pressing a verdict is.
pub(super) fn alarm(verdict: &Verdict) -> Alarm {
    let alarms = verdict.lines.iter().map(|line| match line.certainty {
        Certainty::Certain => content::alarm(line.survival_minutes),
        Certainty::Possible => Alarm::Possible,
    });
    let alarms = alarms.chain(verdict.down.iter().map(down_alarm));
    alarms.max().unwrap_or(Alarm::Quiet)
}

fn pick(verdict: &Verdict, certainty: Certainty) -> Vec<&VerdictLine> {
    let lines = verdict.lines.iter();
    lines.filter(|line| line.certainty == certainty).collect()
}

/// `US at once, GB 30 d +2`; those of the same time are named together: `US, LU at once`.
fn who(lines: &[&VerdictLine], when: fn(&VerdictLine) -> Option<u32>, lang: Lang) -> String {
    let shown = &lines[..lines.len().min(MOST)];
    let together = shown.chunk_by(|a, b| when(a) == when(b));
    let named = together.map(|lines| {
        let countries = lines.iter().map(|line| country(line));
        let countries = countries.collect::<Vec<_>>().join(", ");
        lang.map_who_when(&countries, &lang.duration(when(lines[0])))
    });
    let mut who = named.collect::<Vec<_>>().join(", ");
    if lines.len() > MOST {
        who.push_str(&format!(" +{}", lines.len() - MOST));
    }
    who
}

fn country(line: &VerdictLine) -> String {
    match (&line.whose, &line.country) {
        (Some(whose), _) => visible(&whose.name),
        (None, Some(country)) => code(country),
        (None, None) => "?".to_owned(),
    }
}
