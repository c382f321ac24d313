//! What is still to fail, in the order of time, then of steps, then of the files.
//!
//! Held in buckets of one time and number of steps, each sorted when its turn comes: a run fills few of
//! them, and a heap of single requirements took two thirds of its time.

use std::collections::BTreeMap;

use trefonds_model::ComponentIx;

use crate::circuit::NodeIx;

/// Minutes, and steps from where the failures begin.
pub(super) type Key = (u32, u32);

/// What fails at one time after as many steps; sorted once it is taken.
#[derive(Debug, Default)]
pub(super) struct Bucket {
    pub(crate) components: Vec<ComponentIx>,
    pub(crate) nodes: Vec<NodeIx>,
}

/// Buckets by key. Nothing is put before what was taken last.
#[derive(Debug, Default)]
pub(super) struct Queue {
    buckets: BTreeMap<Key, Bucket>,
    /// The bucket that most go into, one step after the one that was taken last, apart for speed.
    near: (Key, Bucket),
    spare: Option<Bucket>,
}

impl Queue {
    pub(super) fn clear(&mut self) {
        self.buckets.clear();
        self.near.1.nodes.clear();
    }

    pub(super) fn push_component(&mut self, key: Key, component: ComponentIx) {
        self.buckets.entry(key).or_default().components.push(component);
    }

    pub(super) fn push_node(&mut self, key: Key, node: NodeIx) {
        if key == self.near.0 {
            self.near.1.nodes.push(node);
        } else {
            self.buckets.entry(key).or_default().nodes.push(node);
        }
    }

    /// The first bucket, sorted.
    pub(super) fn pop(&mut self) -> Option<(Key, Bucket)> {
        let (near, nodes) = (self.near.0, !self.near.1.nodes.is_empty());
        let first = self.buckets.first_key_value().map(|(key, _)| *key);
        let key = [first, nodes.then_some(near)].into_iter().flatten().min()?;
        let mut bucket = self.buckets.remove(&key).unwrap_or_default();
        if nodes && key == near {
            if bucket.nodes.is_empty() {
                std::mem::swap(&mut bucket.nodes, &mut self.near.1.nodes);
            } else {
                bucket.nodes.append(&mut self.near.1.nodes);
            }
        }
        bucket.components.sort_unstable();
        bucket.nodes.sort_unstable();
        let next = self.spare.take().unwrap_or_default();
        if self.near.1.nodes.is_empty() {
            self.near = ((key.0, key.1 + 1), next);
        }
        Some((key, bucket))
    }

    /// Takes back the room of a bucket that was gone through.
    pub(super) fn reuse(&mut self, mut bucket: Bucket) {
        bucket.components.clear();
        bucket.nodes.clear();
        self.spare = Some(bucket);
    }
}
