//! JUnit XML: suites of cases, for the test pages of CI.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use trefonds_lang::visible_lines;

/// A suite before it is written.
pub(crate) struct Suite {
    pub name: String,
    pub cases: Vec<Case>,
}

/// A case before it is written.
#[derive(Default)]
pub(crate) struct Case {
    pub name: String,
    pub failures: Vec<Failure>,
    /// Why it was skipped; a case that fails is not.
    pub skipped: Option<String>,
    /// What it tells although it passes.
    pub output: Vec<String>,
}

/// Why a case fails.
pub(crate) struct Failure {
    pub kind: String,
    pub message: String,
    pub text: String,
}

impl Case {
    const fn fails(&self) -> bool {
        !self.failures.is_empty()
    }

    const fn is_skipped(&self) -> bool {
        !self.fails() && self.skipped.is_some()
    }
}

/// Writes suites under a title.
pub(crate) fn write(title: &str, suites: &[Suite], out: &mut dyn Write) -> io::Result<()> {
    let mut xml = Xml { writer: Writer::new_with_indent(out, b' ', 2) };
    xml.put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    xml.open("testsuites", &counted(title, suites.iter().flat_map(|suite| &suite.cases)))?;
    for suite in suites {
        xml.suite(suite)?;
    }
    xml.close("testsuites")?;
    xml.writer.get_mut().write_all(b"\n")
}

type Attributes = Vec<(&'static str, String)>;

fn counted<'c>(name: &str, cases: impl Iterator<Item = &'c Case>) -> Attributes {
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

    fn suite(&mut self, suite: &Suite) -> io::Result<()> {
        self.open("testsuite", &counted(&suite.name, suite.cases.iter()))?;
        for case in &suite.cases {
            let attributes = vec![("classname", suite.name.clone()), ("name", case.name.clone())];
            self.open("testcase", &attributes)?;
            self.case(case)?;
            self.close("testcase")?;
        }
        self.close("testsuite")
    }

    fn case(&mut self, case: &Case) -> io::Result<()> {
        for failure in &case.failures {
            let attributes =
                vec![("message", failure.message.clone()), ("type", failure.kind.clone())];
            self.text("failure", &attributes, &failure.text)?;
        }
        if let (false, Some(why)) = (case.fails(), &case.skipped) {
            self.text("skipped", &vec![("message", why.clone())], "")?;
        }
        if case.output.is_empty() {
            return Ok(());
        }
        self.text("system-out", &vec![], &case.output.join("\n"))
    }
}

/// XML 1.0 has no way of writing most control characters, not even escaped.
fn clean(text: &str) -> String {
    visible_lines(text).into_owned()
}
