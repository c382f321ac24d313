use crate::Span;

/// How bad it is. Errors refuse the inventory; warnings do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The inventory cannot be used.
    Error,
    /// It can be used; something was ignored or looks wrong.
    Warning,
}

/// A stretch of text that a message points at, with a few words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is to be seen there; may be empty.
    pub text: String,
}

/// One problem. The first label, when there is one, is the place of the fault; the others explain it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The stable kebab-case code, documented in `docs/diagnostics.md`.
    pub code: &'static str,
    /// Error or warning.
    pub severity: Severity,
    /// What is wrong, in one sentence.
    pub message: String,
    /// Where, the fault first.
    pub labels: Vec<Label>,
    /// The file or folder at fault when no line of it can be shown.
    pub path: Option<String>,
    /// What to do about it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// An error at a place.
    #[must_use]
    pub fn error(code: &'static str, at: Span, message: String) -> Self {
        let labels = vec![Label { span: at, text: String::new() }];
        Self { code, severity: Severity::Error, message, labels, path: None, help: None }
    }

    /// An error of a whole file or folder.
    #[must_use]
    pub fn of_file(code: &'static str, path: &str, message: String) -> Self {
        let (labels, path) = (Vec::new(), Some(path.to_owned()));
        Self { code, severity: Severity::Error, message, labels, path, help: None }
    }

    /// The same, as a warning.
    #[must_use]
    pub fn warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }

    /// With what to do about it.
    #[must_use]
    pub fn help(mut self, help: String) -> Self {
        self.help = Some(help);
        self
    }

    /// With a second place that explains the first.
    #[must_use]
    pub fn and_at(mut self, span: Span, text: String) -> Self {
        self.labels.push(Label { span, text });
        self
    }
}

/// Collects diagnostics, so that one run reports them all.
#[derive(Debug, Default)]
pub struct Sink {
    diagnostics: Vec<Diagnostic>,
}

impl Sink {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Whether any of them is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// All of them, by path, then in file order, whatever the order of the finding.
    #[must_use]
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.diagnostics.sort_by(|a, b| key(a).cmp(&key(b)));
        self.diagnostics
    }
}

impl Extend<Diagnostic> for Sink {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, iter: I) {
        self.diagnostics.extend(iter);
    }
}

fn key(diagnostic: &Diagnostic) -> (Option<&str>, Option<Span>, &str, &str) {
    let at = diagnostic.labels.first().map(|label| label.span);
    (diagnostic.path.as_deref(), at, diagnostic.code, &diagnostic.message)
}
