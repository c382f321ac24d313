//! Workbooks whose XML is written here by hand, whole and broken.

use std::io::{Cursor, Write};

use super::*;
use crate::table::{TableFault, TableProblem};

const TYPES: &str =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
const PACKAGE: &str = "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
const PARTS: &str = "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
const BOOK: &str = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Apps\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
const STRINGS: &str =
    "<sst uniqueCount=\"2\"><si><t>id</t></si><si><r><t>na</t></r><r><t>me</t></r></si></sst>";
const STYLES: &str =
    "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
const ROWS: &str = "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"C2\" t=\"inlineStr\"><is><t>end</t></is></c></row>\
<row r=\"3\"><c r=\"A3\"><v>7</v></c><c r=\"C3\" s=\"1\"><v>46327</v></c></row>\
<row r=\"4\"><c r=\"B4\"/></row>\
<row r=\"6\"><c r=\"A6\" t=\"b\"><v>1</v></c><c r=\"B6\" t=\"str\"><f>A2&amp;\"x\"</f><v>idx</v></c><c r=\"C6\" t=\"e\"><v>#N/A</v></c></row>";

fn book(strings: &str, rows: &str, behind: &str) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData>{behind}</worksheet>");
    packed(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", PACKAGE),
        ("xl/_rels/workbook.xml.rels", PARTS),
        ("xl/workbook.xml", BOOK),
        ("xl/sharedStrings.xml", strings),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn opened(bytes: &[u8]) -> Result<Workbook<Cursor<&[u8]>>, WorkbookFault> {
    Workbook::open(|| Ok(Cursor::new(bytes)))
}

fn table(bytes: &[u8], header: u32) -> Result<Vec<(u32, Vec<String>)>, TableProblem> {
    let of = |fault| TableProblem {
        row: 0,
        column: None,
        fault: TableFault::Workbook(fault),
        last: true,
    };
    let mut book = opened(bytes).map_err(of)?;
    let mut table = SheetTable::open(book.sheet("Apps").map_err(of)?, header, 0)?;
    let mut rows = vec![(0, table.titles().to_vec())];
    while let Some(row) = table.next_row() {
        rows.push(row?);
    }
    Ok(rows)
}

#[test]
fn values_of_every_kind_and_rows_by_their_numbers() {
    let bytes = book(STRINGS, ROWS, "");
    assert_eq!(opened(&bytes).unwrap().sheets(), ["Apps"]);
    let rows = table(&bytes, 2).unwrap();
    let text = |row: usize| (rows[row].0, rows[row].1.join("|"));
    assert_eq!(text(0).1, "id|name|end");
    assert_eq!(text(1), (3, "7||2026-11-01".to_owned()));
    assert_eq!(text(2), (6, "true|idx|#N/A".to_owned()));
    assert_eq!(rows.len(), 3);
    let mut book = opened(&bytes).unwrap();
    let mut sheet = book.sheet("Apps").unwrap();
    let formulas = std::iter::from_fn(|| sheet.next_row().unwrap())
        .flat_map(|row| row.cells.into_iter().map(move |cell| (row.number, cell)))
        .filter(|(_, cell)| cell.formula)
        .map(|(row, cell)| (row, cell.column));
    assert_eq!(formulas.collect::<Vec<_>>(), [(6, 2)]);
}

#[test]
fn what_cannot_be_a_table_has_its_row_and_column() {
    let at = |bytes: &[u8], header| table(bytes, header).unwrap_err();
    let merged = |range| format!("<mergeCells><mergeCell ref=\"{range}\"/></mergeCells>");
    let problem = at(&book(STRINGS, ROWS, &merged("B5:D9")), 2);
    assert_eq!((problem.row, problem.column, problem.fault), (6, Some(2), TableFault::Merged));
    let problem = at(&book(STRINGS, ROWS, &merged("A1:B2")), 2);
    assert_eq!((problem.row, problem.fault), (2, TableFault::Merged));
    assert!(table(&book(STRINGS, ROWS, &merged("A1:C1")), 2).is_ok());
    assert!(table(&book(STRINGS, ROWS, &merged("F2:G9")), 2).is_ok());
    assert_eq!(at(&book(STRINGS, ROWS, ""), 1).fault, TableFault::NoTitles);
    let wide = ROWS.replace("46327</v></c>", "1</v></c><c r=\"E3\" t=\"str\"><v>x</v></c>");
    let problem = at(&book(STRINGS, &wide, ""), 2);
    assert_eq!(problem.fault, TableFault::Width { found: 5, titles: 3 });
    let back = ROWS.replace("r=\"A6\"", "r=\"A5\"").replace("r=\"B6\"", "r=\"B3\"");
    assert!(matches!(at(&book(STRINGS, &back, ""), 2).fault, TableFault::Workbook(_)));
}

#[test]
fn what_is_no_workbook_or_lies_about_itself_is_refused() {
    let fault = |bytes: &[u8]| match opened(bytes) {
        Err(fault) => Some(fault),
        Ok(mut book) => table_fault(&mut book),
    };
    let whole = book(STRINGS, ROWS, "");
    assert_eq!(fault(&whole), None);
    assert_eq!(fault(b"id,name\n1,2\n"), Some(WorkbookFault::NotWorkbook));
    assert_eq!(fault(b""), Some(WorkbookFault::NotWorkbook));
    assert_eq!(fault(b"\xD0\xCF\x11\xE0 old"), Some(WorkbookFault::NotWorkbook));
    assert_eq!(fault(&packed(&[("a.txt", "a")])), Some(WorkbookFault::NotWorkbook));
    for half in 1..whole.len() {
        assert!(fault(&whole[..half]).is_some(), "{half} of {}", whole.len());
    }
    let many = STRINGS.replace("\"2\"", "\"99999999999999\"");
    assert!(matches!(fault(&book(&many, ROWS, "")), Some(WorkbookFault::Damaged(_))));
    for bad in ["ZZZZZZZZ3", "A99999999999", "XFE3", "A1048577", "A0"] {
        let rows = ROWS.replace("\"A3\"", &format!("\"{bad}\""));
        assert!(
            matches!(fault(&book(STRINGS, &rows, "")), Some(WorkbookFault::Damaged(_))),
            "{bad}"
        );
    }
    let entity = "<!DOCTYPE sst [<!ENTITY a \"aaaa\">]><sst><si><t>&a;</t></si></sst>";
    assert!(matches!(fault(&book(entity, ROWS, "")), Some(WorkbookFault::Damaged(_))));
    let shared = ROWS.replace("<f>", "<f t=\"shared\" si=\"4000000000000\" ref=\"A1:B2\">");
    assert!(matches!(fault(&book(STRINGS, &shared, "")), Some(WorkbookFault::Damaged(_))));
}

fn table_fault(book: &mut Workbook<Cursor<&[u8]>>) -> Option<WorkbookFault> {
    let mut sheet = match book.sheet("Apps") {
        Ok(sheet) => sheet,
        Err(fault) => return Some(fault),
    };
    loop {
        match sheet.next_row() {
            Ok(Some(_)) => {}
            Ok(None) => return None,
            Err(fault) => return Some(fault),
        }
    }
}

#[test]
fn a_package_that_unpacks_to_too_much_is_refused_before_it_is_read() {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for part in ["xl/sharedStrings.xml", "xl/media/a.png"] {
        zip.start_file(part, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(&[b' '; 1 << 16]).unwrap();
    }
    let bomb = zip.finish().unwrap().into_inner();
    assert!(bomb.len() < 1000);
    let look = |most| guard::look(ZipArchive::new(Cursor::new(&bomb)).unwrap(), most);
    assert_eq!(look(2 << 16), Ok(()));
    assert_eq!(look((2 << 16) - 1), Err(WorkbookFault::TooLarge));
    let many: Vec<(String, &str)> = (0..=MOST_PARTS).map(|at| (format!("p{at}"), "")).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    assert_eq!(opened(&packed(&many)).err(), Some(WorkbookFault::TooManyParts));
}

#[test]
fn what_stands_before_a_package_does_not_lead_around_the_look_at_it() {
    let many = STRINGS.replace("\"2\"", "\"99999999999999\"");
    for before in [&b"\xD0\xCF\x11\xE0"[..], b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"#!"] {
        let bytes = [before, &book(&many, ROWS, "")].concat();
        assert!(opened(&bytes).is_err(), "{before:?}");
    }
}
