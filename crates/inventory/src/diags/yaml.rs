use trefonds_lang::Lang;
use trefonds_read::Reason;
use trefonds_source::{Diagnostic, Span};

use super::{Code, and_at, error, help, shown};
use crate::slips::{self, Mistake};

/// The text is not YAML, or not JSON.
pub(crate) fn syntax(lang: Lang, at: Span, format: &str, reason: &str) -> Diagnostic {
    help(error(Code::Syntax, at, lang.syntax(format, reason)), lang.syntax_help())
}

/// What a parser met instead of what it expected.
pub(crate) fn reason(lang: Lang, reason: &Reason) -> String {
    match reason {
        Reason::Yaml(_) => lang.slip_other(),
        Reason::Value => lang.json_value(),
        Reason::Ends => lang.json_ends(),
        Reason::Control => lang.json_control(),
        Reason::Escape => lang.json_escape(),
        Reason::Key => lang.json_key(),
        Reason::Colon => lang.json_colon(),
        Reason::Behind => lang.json_behind(),
        Reason::Comma(close) => lang.json_comma(*close),
    }
}

/// The text is not YAML, and this is why.
pub(crate) fn slip(lang: Lang, at: Span, mistake: &Mistake) -> Diagnostic {
    let remedy = format!("{}; {}", slips::remedy(lang, mistake), lang.rest_not_read());
    help(error(Code::Syntax, at, slips::message(lang, mistake)), remedy)
}

/// Too many levels.
pub(crate) fn too_deep(lang: Lang, at: Span, limit: usize) -> Diagnostic {
    help(error(Code::TooDeep, at, lang.too_deep(limit)), lang.syntax_help())
}

/// Aliases that stand for too much.
pub(crate) fn alias_bomb(lang: Lang, at: Span) -> Diagnostic {
    help(error(Code::AliasBomb, at, lang.alias_bomb()), lang.alias_bomb_help())
}

/// An alias within what it stands for.
pub(crate) fn alias_cycle(lang: Lang, at: Span) -> Diagnostic {
    help(error(Code::AliasCycle, at, lang.alias_cycle()), lang.alias_cycle_help())
}

/// A YAML tag.
pub(crate) fn tag(lang: Lang, at: Span) -> Diagnostic {
    help(error(Code::Tag, at, lang.tag()), lang.tag_help())
}

/// A second document.
pub(crate) fn several_documents(lang: Lang, at: Span) -> Diagnostic {
    help(error(Code::SeveralDocuments, at, lang.several_documents()), lang.several_documents_help())
}

/// The key `<<`.
pub(crate) fn merge_key(lang: Lang, at: Span) -> Diagnostic {
    help(error(Code::MergeKey, at, lang.merge_key()), lang.merge_key_help())
}

/// A key twice in one mapping.
pub(crate) fn duplicate_key(lang: Lang, at: Span, first: Span, key: &str) -> Diagnostic {
    let diagnostic = error(Code::DuplicateKey, at, lang.duplicate_key(&shown(key)));
    help(and_at(diagnostic, first, lang.first_here()), lang.duplicate_key_help())
}

/// A list or a mapping as a key.
pub(crate) fn key_not_text(lang: Lang, at: Span) -> Diagnostic {
    error(Code::KeyNotText, at, lang.key_not_text())
}

/// A remark that cuts a text.
pub(crate) fn cut_by_remark(lang: Lang, at: Span, text: &str, behind: &str) -> Diagnostic {
    let diagnostic = error(Code::CutByRemark, at, lang.cut_by_remark(&shown(text))).warning();
    let whole = slips::code(&slips::quoted(&format!("{text} {behind}")));
    help(diagnostic, lang.cut_by_remark_help(&whole))
}

/// An alias in a small file.
pub(crate) fn small_alias(lang: Lang, at: Span) -> Diagnostic {
    help(error(Code::Syntax, at, lang.small_alias()), lang.alias_cycle_help())
}

/// A fault that the reader of a small file found.
pub(crate) fn of_a_small_file(code: Code, at: Span, message: String) -> Diagnostic {
    error(code, at, message)
}
