//! Answers that many ask for, each worked out once.

use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;

/// Answers by question, on any number of threads. Which thread answers first does not show: an answer
/// depends on its question alone.
pub struct Memo<K, V>(Mutex<FxHashMap<K, Arc<V>>>);

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self(Mutex::new(FxHashMap::default()))
    }
}

impl<K: Copy + Eq + Hash, V> Memo<K, V> {
    /// The answer, worked out when nobody has asked before. Others may ask meanwhile.
    pub fn get(&self, question: K, answer: impl FnOnce() -> V) -> Arc<V> {
        let known = self.lock().get(&question).map(Arc::clone);
        known.unwrap_or_else(|| {
            let new = Arc::new(answer());
            Arc::clone(self.lock().entry(question).or_insert(new))
        })
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, FxHashMap<K, Arc<V>>> {
        // A thread that panics leaves whole answers behind.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
