//! Why a withdrawal stops a service: the proof in both readings.

use trefonds_findings::{Explanation, Reading, SurvivalTimes};
use trefonds_model::{ComponentIx, Question};

use crate::Analysis;
use crate::outages::marked;
use crate::single_points::{Hit, Worlds};
use trefonds_settle::events::Event;
use trefonds_settle::search::Search;
use trefonds_settle::withdrawal::Withdrawal;
use trefonds_settle::withdrawal::event_of;

impl Analysis<'_> {
    /// Why a withdrawal stops `service`: the proof in both readings. `None` for a union, a site and a
    /// law, whose withdrawal is not one event.
    #[must_use]
    pub fn why(&self, service: ComponentIx, withdrawal: Withdrawal) -> Option<Explanation> {
        let event = event_of(withdrawal)?;
        if matches!(event, Event::Site(_)) && self.question() == Question::Withdrawal {
            return None;
        }
        let none = rustc_hash::FxHashSet::default();
        let mut search = Search::new(self);
        let mut run = |reading| {
            let scope = self.scope(event, reading, &none);
            let (_, world) = self.time_in(&mut search, &scope, service, reading, &none);
            let proof = self.prove(&search, event, service, reading, &none);
            let told = proof.map(|proof| {
                let witness = self.witness(&proof, &search);
                (proof, witness)
            });
            let outages = if search.was_in_time() { search.outages(service) } else { Vec::new() };
            (told, world, outages)
        };
        let ((settled, in_settled, down), (careful, in_careful, possibly_down)) =
            (run(Reading::Settled), run(Reading::Careful));
        let worlds = Worlds { settled: in_settled, careful: in_careful };
        let time = |found: &Option<(trefonds_settle::proof::Proof, trefonds_findings::Witness)>| {
            found.as_ref().and_then(|(proof, _)| proof.fails_at.finite())
        };
        // What is certain is possible.
        let earliest = [time(&careful), time(&settled)].into_iter().flatten().min();
        let survival_minutes = SurvivalTimes { careful: earliest, settled: time(&settled) };
        let hit = self.hit(event, service, survival_minutes, worlds);
        let best = settled.as_ref().or(careful.as_ref());
        let reach = best.and_then(|(proof, _)| proof.reach(self));
        let says_more = survival_minutes.careful != survival_minutes.settled;
        let one_hand = match best {
            Some(_) => Vec::new(),
            None => self.could_be_one_with(service, withdrawal),
        };
        Some(Explanation {
            head: self.head(),
            service: self.component_named(service),
            event: self.event_named(event),
            event_kind: event.kind(),
            unknown: match event {
                Event::Unknown(unknown) => Some(self.unknown_fact(unknown)),
                _ => None,
            },
            certainty: best.map(|_| hit.certainty()),
            survival_minutes,
            outages: marked(&down, &possibly_down),
            channel: reach.map(|reach| reach.channel),
            through: reach.map(|reach| reach.through),
            denial_laws: best.map(|(proof, _)| self.denial_laws(proof)).unwrap_or_default(),
            hangs_on: match best {
                Some(_) => self.unknown_facts(&self.hit_hangs_on(&hit, &mut search)),
                None => Vec::new(),
            },
            settled: settled.map(|(_, witness)| witness),
            careful: careful.filter(|_| says_more).map(|(_, witness)| witness),
            one_hand,
            ended: self.ended_service(service, None),
        })
    }

    fn hit(&self, event: Event, service: ComponentIx, times: SurvivalTimes, worlds: Worlds) -> Hit {
        let minutes = |time: Option<u32>| trefonds_model::Minutes(time.unwrap_or(u32::MAX));
        let foreign = self.foreign(event);
        Hit {
            event,
            service,
            careful: minutes(times.careful),
            settled: minutes(times.settled),
            foreign,
            stops_for_certain: times.settled.is_some(),
            certain: times.settled.is_some() && foreign.is_plain(),
            worlds,
            interrupts: false,
        }
    }
}
