//! Text stays inside its box.

use proptest::prelude::*;
use trefonds_lang::Lang;

use super::generated::{aggregated, expanded, generated};
use super::hostile::hostile;
use super::town::town;
use crate::map::card::{Card, card, natural_width};
use crate::map::content::{Content, Form};
use crate::map::metrics::Font;
use crate::map::node_content::contents;

fn fits(card: &Card) -> Result<(), TestCaseError> {
    for line in &card.lines {
        let right = line.x + line.font.width(&line.text);
        prop_assert!(right <= card.width, "{:?} ends at {right} of {}", line.text, card.width);
        prop_assert!(line.y < card.height, "{:?} is below its box", line.text);
    }
    for tag in &card.tags {
        let tall = tag.y + tag.height;
        prop_assert!(tag.x >= 0.0 && tag.x + tag.width <= card.width, "{tag:?}");
        prop_assert!(tall <= card.height, "{tag:?}");
    }
    if let Some((_, x, y, width)) = &card.blind_spots {
        prop_assert!(x + width <= card.width && *y >= 0.0);
    }
    if let Some((x, ..)) = card.bar {
        prop_assert!(x + 34.0 <= card.width);
    }
    Ok(())
}

#[test]
fn every_text_fits_its_box() {
    for map in [town(), expanded(), aggregated(), hostile(), generated(200)] {
        for lang in [Lang::En, Lang::Fr] {
            for content in contents(&map, lang) {
                let width = natural_width(&content);
                fits(&card(&content, width)).unwrap();
                fits(&card(&content, width + 40.0)).unwrap();
            }
        }
    }
}

proptest! {
    #[test]
    fn any_name_fits(name in "\\PC{0,80}", second in "\\PC{0,60}", blind in 0..2000_u32, point: bool) {
        for form in [Form::Service, Form::Component, Form::Group, Form::Entity, Form::Joint] {
            let content = Content {
                form,
                name: name.clone(),
                second: Some(second.clone()),
                blind_spots: if form == Form::Joint { 0 } else { blind },
                single_point: point,
                ..Content::blank()
            };
            fits(&card(&content, natural_width(&content)))?;
        }
    }

    #[test]
    fn wrapping_loses_nothing_that_has_room(name in "[a-zé]{1,9}( [a-zé]{1,9}){0,5}") {
        let lines = Font::regular(13.0).wrapped(&name, 200.0, 9);
        prop_assert_eq!(lines.join(" "), name);
    }
}
