use trefonds_oracle::generate;

use crate::program::{Differences, ask, worlds};
use crate::results;

#[test]
fn exposure_is_that_of_the_rules() {
    let mut differences = Differences::default();
    for number in worlds(300) {
        let world = generate::world(number);
        ask(&world, |analysis| {
            for home_too in [false, true] {
                let program = results::exposure(analysis.exposure(home_too));
                let what = format!("exposure, home too: {home_too}");
                differences.note((number, &world), &what, &world.exposure(home_too), &program);
            }
        });
    }
    differences.none();
}
