//! The words of the page's script, under the names that the script knows them by.

use std::collections::BTreeMap;

use trefonds_export::lists::phrases;
use trefonds_findings::{Criticality, Layer};
use trefonds_lang::Lang;

/// Words by name; `{n}` and the like are filled in by the page.
pub(crate) type Words = BTreeMap<&'static str, String>;

/// The code of a language, as HTML has it.
pub(crate) const fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en",
        Lang::Fr => "fr",
    }
}

/// All of them.
pub(crate) fn words(lang: Lang) -> Words {
    let mut words = Words::from(own(lang));
    words.extend(shared(lang));
    if lang == Lang::Fr {
        // A line must not begin with what French writes after a space.
        let bound = |text: &mut String| {
            for sign in [':', ';', '?', '%', '»'] {
                *text = text.replace(&format!(" {sign}"), &format!("\u{a0}{sign}"));
            }
        };
        words.values_mut().for_each(bound);
    }
    words
}

/// Words that lists and maps use too.
fn shared(lang: Lang) -> [(&'static str, String); 21] {
    let layer = |layer| phrases::layer(lang, layer);
    let criticality = |criticality| phrases::criticality(lang, criticality);
    [
        ("layer0", layer(Layer::Service)),
        ("layer1", layer(Layer::Application)),
        ("layer2", layer(Layer::Data)),
        ("layer3", layer(Layer::Software)),
        ("layer4", layer(Layer::Middleware)),
        ("layer5", layer(Layer::Infrastructure)),
        ("layer6", layer(Layer::Hosting)),
        ("criticality0", criticality(Criticality::Vital)),
        ("criticality1", criticality(Criticality::Important)),
        ("criticality2", criticality(Criticality::Standard)),
        ("criticality3", criticality(Criticality::Minor)),
        ("at_once", lang.at_once()),
        ("never", lang.never()),
        ("day", lang.duration(Some(2 * 24 * 60)).trim_start_matches("2 ").to_owned()),
        ("outage_for_good", lang.outage_for_good("{from}")),
        ("outage_until", lang.outage_until("{until}")),
        ("outage_between", lang.outage_between("{from}", "{until}")),
        ("certain", lang.certain()),
        ("possible", lang.possible()),
        ("colon", phrases::colon(lang).to_owned()),
        ("semicolon", phrases::semicolon(lang).to_owned()),
    ]
}

fn own(lang: Lang) -> [(&'static str, String); 92] {
    [
        ("search", lang.explorer_search()),
        ("filters", lang.explorer_filters()),
        ("all", lang.explorer_all()),
        ("layer", lang.explorer_layer()),
        ("jurisdiction", lang.explorer_jurisdiction()),
        ("controller", lang.explorer_controller()),
        ("criticality", lang.explorer_criticality()),
        ("owner", lang.explorer_owner()),
        ("tag", lang.explorer_tag()),
        ("clear", lang.explorer_clear()),
        ("matching", lang.explorer_matching("{n}", "{total}")),
        ("more", lang.explorer_more("{n}")),
        ("withdraw", lang.explorer_withdraw()),
        ("withdraw_who", lang.explorer_withdraw_who()),
        ("add", lang.explorer_add()),
        ("remove", lang.explorer_remove("{who}")),
        ("no_such", lang.explorer_no_such()),
        ("nothing_withdrawn", lang.explorer_nothing_withdrawn()),
        ("ask_withdraws", lang.explorer_ask_withdraws()),
        ("ask_breaks", lang.explorer_ask_breaks()),
        ("nothing_breaks", lang.explorer_nothing_breaks()),
        ("break_who", lang.explorer_break_who()),
        ("horizon", lang.explorer_horizon()),
        ("by", lang.explorer_by("{when}")),
        ("any_time", lang.explorer_any_time()),
        ("stopped", lang.explorer_stopped("{n}")),
        ("maybe_stopped", lang.explorer_maybe_stopped("{n}")),
        ("degraded", lang.explorer_degraded("{n}")),
        ("holds", lang.explorer_holds("{n}", "{coverage}")),
        ("possibly", lang.explorer_possibly("{when}")),
        ("components_failed", lang.explorer_components_failed("{n}")),
        ("group", lang.explorer_group()),
        ("group_none", lang.explorer_group_none()),
        ("group_operator", lang.explorer_group_operator()),
        ("group_site", lang.explorer_group_site()),
        ("group_jurisdiction", lang.explorer_group_jurisdiction()),
        ("group_layer", lang.explorer_group_layer()),
        ("close", lang.explorer_close()),
        ("fit", lang.explorer_fit()),
        ("zoom_in", lang.explorer_zoom_in()),
        ("zoom_out", lang.explorer_zoom_out()),
        ("save_svg", lang.explorer_save_svg()),
        ("save_png", lang.explorer_save_png()),
        ("canvas", lang.explorer_canvas()),
        ("details", lang.explorer_details()),
        ("choose", lang.explorer_choose()),
        ("close_details", lang.explorer_close_details()),
        ("needs", lang.explorer_needs()),
        ("needed_by", lang.explorer_needed_by()),
        ("rests_on", lang.explorer_rests_on("{n}")),
        ("rest_on_it", lang.explorer_rest_on_it("{n}")),
        ("services_above", lang.explorer_services_above()),
        ("channels", lang.explorer_channels()),
        ("stops_it", lang.explorer_stops_it("{when}")),
        ("cannot_stop", lang.explorer_cannot_stop()),
        ("controlled_by", lang.explorer_controlled_by("{who}")),
        ("source", lang.explorer_source("{source}")),
        ("unverified", lang.explorer_unverified()),
        ("verified", lang.explorer_verified("{day}")),
        ("declared", lang.explorer_declared()),
        ("coverage", lang.explorer_coverage("{n}")),
        ("data", lang.explorer_data()),
        ("blind_spots", lang.explorer_blind_spots()),
        ("fails", lang.explorer_fails("{when}")),
        ("interrupted", lang.explorer_interrupted("{when}")),
        ("takes_over", lang.explorer_takes_over("{when}")),
        ("never_takes_over", lang.explorer_never_takes_over()),
        ("restarts", lang.explorer_restarts("{when}")),
        ("recovers_with", lang.explorer_recovers_with()),
        ("places_needed", lang.explorer_places_needed("{n}", "{total}")),
        ("findings", lang.explorer_findings()),
        ("at_least", lang.explorer_at_least("{k}", "{n}")),
        ("all_of", lang.explorer_all_of("{n}")),
        ("soft", lang.explorer_soft()),
        ("bears", lang.explorer_bears("{when}")),
        ("members", lang.explorer_members("{n}")),
        ("not_said", lang.explorer_not_said()),
        ("kind_jurisdiction", lang.explorer_kind_jurisdiction()),
        ("kind_controller", lang.explorer_kind_controller()),
        ("kind_entity", lang.explorer_kind_entity()),
        ("kind_component", lang.explorer_kind_component()),
        ("kind_unknown", lang.explorer_kind_unknown()),
        ("note", lang.explorer_note()),
        ("one_hand", lang.explorer_one_hand()),
        ("down", lang.explorer_down("{n}")),
        ("if_back", lang.explorer_if_back("{when}")),
        ("group_ended", lang.explorer_group_ended("{n}")),
        ("candidate", lang.explorer_candidate()),
        ("channel_location", lang.explorer_channel_location()),
        ("channel_operation", lang.explorer_channel_operation()),
        ("channel_supply", lang.explorer_channel_supply()),
        ("through", lang.explorer_through("{site}")),
    ]
}
