//! What a finding of a scenario hangs on.

use trefonds_findings::Reading;
use trefonds_model::ComponentIx;

use super::combined::{Answered, Combined, EVERY, Part};
use super::proof::{Court, JointProof};
use crate::Analysis;
use trefonds_settle::channels::Places;
use trefonds_settle::proof::Edge;
use trefonds_settle::search::Search;
use trefonds_settle::unknowns::UnknownIx;

impl Analysis<'_> {
    /// Answers what one careful proof after the other takes against us, until what is left is the
    /// settled time; then spares those answers without which it is left all the same. `search` is
    /// scratch space, and says whether stops or degradations are asked for.
    pub(crate) fn doubts(
        &self,
        joint: &Combined,
        service: ComponentIx,
        settled: Option<u32>,
        search: &mut Search,
    ) -> Vec<UnknownIx> {
        let mut answered = Answered::default();
        let mut found: Vec<UnknownIx> = Vec::new();
        while let Some(proof) = self.careful_proof(joint, service, &answered, search)
            && settled.is_none_or(|settled| proof.fails_at < settled)
        {
            let before = found.len();
            let assumed = self.assumed(&proof, joint);
            found.extend(assumed.into_iter().filter(|doubt| answered.insert(*doubt)));
            if found.len() == before {
                return found;
            }
        }
        found.retain(|doubt| {
            answered.remove(doubt);
            let proof = self.careful_proof(joint, service, &answered, search);
            let spared = proof.is_none_or(|proof| settled.is_some_and(|at| proof.fails_at >= at));
            if !spared {
                answered.insert(*doubt);
            }
            !spared
        });
        found.sort_unstable();
        found
    }

    fn careful_proof(
        &self,
        joint: &Combined,
        service: ComponentIx,
        answered: &Answered,
        search: &mut Search,
    ) -> Option<JointProof> {
        let played = self.play(joint, Reading::Careful, answered, EVERY);
        search.run_from(self, played.starts(), Reading::Careful, answered);
        self.joint_proof(&Court { joint, played: &played, answered, search }, service)
    }

    fn assumed(&self, proof: &JointProof, joint: &Combined) -> Vec<UnknownIx> {
        let edges = proof.edges.iter();
        let facts = edges.filter_map(|edge| self.assumed_by(*edge, proof.reading));
        let mut found: Vec<UnknownIx> = facts.collect();
        for (at, part) in &proof.channels {
            if let Part::Law(_, denied) = &joint.parts[*part]
                && let Ok(own) = denied.binary_search_by_key(at, |denial| denial.at)
            {
                found.extend(denied[own].hangs_on());
            }
        }
        for edge in &proof.edges {
            if let Edge::Stands(at) = edge {
                let entry = self.channels().get(*at);
                let Some(through) = entry.through else { continue };
                let places =
                    self.channels().places(entry.owner).filter(|_| through.place.is_some());
                let candidate = through.candidate;
                found.extend(places.and_then(Places::unknown).or(candidate));
            }
        }
        found
    }
}
