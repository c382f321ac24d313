//! JUnit XML: a suite a rule, a case a thing that was looked at. A warning passes, with its text as
//! output; what an exception accepts or the baseline knows is skipped, with the reason.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use trefonds_lang::Lang;
use trefonds_policy::{PolicyReport, PolicyResult, Severity, Subject};

use crate::lists::policy::{sentence, subject};

/// The suite of what is wrong with exceptions.
const EXCEPTIONS: &str = "exceptions";

/// A suite before it is written.
struct Suite<'r> {
    name: &'r str,
    cases: Vec<Case<'r>>,
}

struct Case<'r> {
    name: String,
    results: Vec<&'r PolicyResult>,
}

impl Case<'_> {
    fn failing(&self) -> impl Iterator<Item = &PolicyResult> {
        let all = self.results.iter().copied();
        all.filter(|result| result.is_new() && result.severity == Severity::Error)
    }

    fn accepted(&self) -> impl Iterator<Item = &PolicyResult> {
        self.results.iter().copied().filter(|result| !result.is_new())
    }

    fn fails(&self) -> bool {
        self.failing().next().is_some()
    }

    fn is_skipped(&self) -> bool {
        !self.fails() && self.accepted().next().is_some()
    }
}

/// Writes a report as JUnit XML.
///
/// # Errors
/// Whatever `out` returns.
pub fn junit(report: &PolicyReport, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let suites = suites(report, lang);
    let mut xml = Xml { writer: Writer::new_with_indent(out, b' ', 2), lang };
    xml.put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let title = report.policy.as_deref().unwrap_or("trefonds");
    let all = || suites.iter().flat_map(|suite| &suite.cases);
    xml.open("testsuites", &counted(title, all()))?;
    for suite in &suites {
        xml.suite(suite)?;
    }
    xml.close("testsuites")?;
    xml.writer.get_mut().write_all(b"\n")
}

fn suites<'r>(report: &'r PolicyReport, lang: Lang) -> Vec<Suite<'r>> {
    let mut suites = Vec::new();
    for rule in &report.rules {
        let mut by_subject: std::collections::BTreeMap<&Subject, Vec<&PolicyResult>> =
            std::collections::BTreeMap::new();
        for result in report.results.iter().filter(|result| result.rule == rule.id) {
            by_subject.entry(&result.subject).or_default().push(result);
        }
        let cases = rule.checked.iter().map(|checked| Case {
            name: name(lang, checked),
            results: by_subject.remove(checked).unwrap_or_default(),
        });
        suites.push(Suite { name: &rule.id, cases: cases.collect() });
    }
    let of_rule = |result: &PolicyResult| report.rules.iter().any(|rule| rule.id == result.rule);
    let exceptions = report.results.iter().filter(|result| !of_rule(result));
    let cases: Vec<Case<'_>> = exceptions
        .map(|result| Case { name: result.fingerprint.clone(), results: vec![result] })
        .collect();
    if !cases.is_empty() {
        suites.push(Suite { name: EXCEPTIONS, cases });
    }
    suites
}

fn name(lang: Lang, of: &Subject) -> String {
    let name = subject(lang, of);
    if name == of.id || of.id.is_empty() { name } else { format!("{name} ({})", of.id) }
}

type Attributes = Vec<(&'static str, String)>;

fn counted<'c>(name: &str, cases: impl Iterator<Item = &'c Case<'c>>) -> Attributes {
    let (mut tests, mut failures, mut skipped) = (0_u64, 0_u64, 0_u64);
    for case in cases {
        tests += 1;
        failures += u64::from(case.fails());
        skipped += u64::from(case.is_skipped());
    }
    vec![
        ("name", name.to_owned()),
        ("tests", tests.to_string()),
        ("failures", failures.to_string()),
        ("errors", "0".to_owned()),
        ("skipped", skipped.to_string()),
    ]
}

struct Xml<W: Write> {
    writer: Writer<W>,
    lang: Lang,
}

impl<W: Write> Xml<W> {
    fn put(&mut self, event: Event<'_>) -> io::Result<()> {
        self.writer.write_event(event)
    }

    fn open(&mut self, tag: &str, attributes: &Attributes) -> io::Result<()> {
        let mut start = BytesStart::new(tag);
        for (key, value) in attributes {
            start.push_attribute((*key, clean(value).as_str()));
        }
        self.put(Event::Start(start))
    }

    fn close(&mut self, tag: &str) -> io::Result<()> {
        self.put(Event::End(BytesEnd::new(tag)))
    }

    fn text(&mut self, tag: &str, attributes: &Attributes, text: &str) -> io::Result<()> {
        self.open(tag, attributes)?;
        self.put(Event::Text(BytesText::new(&clean(text))))?;
        self.close(tag)
    }

    fn suite(&mut self, suite: &Suite<'_>) -> io::Result<()> {
        self.open("testsuite", &counted(suite.name, suite.cases.iter()))?;
        for case in &suite.cases {
            let attributes =
                vec![("classname", suite.name.to_owned()), ("name", case.name.clone())];
            self.open("testcase", &attributes)?;
            self.case(case)?;
            self.close("testcase")?;
        }
        self.close("testsuite")
    }

    fn case(&mut self, case: &Case<'_>) -> io::Result<()> {
        if case.fails() {
            for result in case.failing() {
                let message = sentence(self.lang, result);
                let attributes = vec![("message", message), ("type", result.rule.clone())];
                self.text("failure", &attributes, &self.line(result))?;
            }
        } else if case.is_skipped() {
            let reasons: Vec<String> =
                case.accepted().map(|result| self.why_accepted(result)).collect();
            self.text("skipped", &vec![("message", reasons.join("\n"))], "")?;
        }
        let told: Vec<String> = case
            .results
            .iter()
            .filter(|result| result.is_new() && result.severity != Severity::Error)
            .map(|result| self.line(result))
            .collect();
        if told.is_empty() { Ok(()) } else { self.text("system-out", &vec![], &told.join("\n")) }
    }

    fn line(&self, result: &PolicyResult) -> String {
        let sentence = sentence(self.lang, result);
        result.at.as_ref().map_or(sentence.clone(), |at| format!("{at}: {sentence}"))
    }

    fn why_accepted(&self, result: &PolicyResult) -> String {
        match &result.excepted {
            None => self.lang.policy_known(1),
            Some(excepted) => {
                let until = excepted.until.to_string();
                self.lang.exception_cell(&excepted.owner, &until, &excepted.reason)
            }
        }
    }
}

/// XML 1.0 has no way of writing most control characters, not even escaped.
fn clean(text: &str) -> String {
    let allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    text.chars().map(|c| if allowed(c) { c } else { '\u{fffd}' }).collect()
}
