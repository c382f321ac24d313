use crate::SubjectKind;
use crate::forms::Declarations;

/// Declarations of another origin, such as a catalogue or the companies of an import, found by id and by
/// LEI. They are borrowed: only positions are kept beside them.
pub struct Origin<'f> {
    pub(super) declared: &'f Declarations<'f>,
    components: Vec<u32>,
    entities: Vec<u32>,
    sites: Vec<u32>,
    cited: Vec<u32>,
    /// Entities that have a LEI, in the order of these.
    leis: Vec<u32>,
    /// Options for change with the positions of their components, in the order of their ids.
    options: Vec<(&'f str, u32)>,
    /// Whether its components are offers: what enters is what it is called.
    pub(super) offers: bool,
}

impl<'f> Origin<'f> {
    /// The same of a catalogue, whose components are offers: one that enters says so (`is`).
    #[must_use]
    pub fn of_offers(declared: &'f Declarations<'f>) -> Self {
        Self { offers: true, ..Self::of(declared) }
    }

    /// Makes it possible to find them. O(F log F) for F things, O(F) where they stand in the order of
    /// their ids; 4 bytes a thing, and as many an LEI; 24 an option.
    #[must_use]
    pub fn of(declared: &'f Declarations<'f>) -> Self {
        let entities = &declared.entities;
        let lei = |at: u32| entities.get(at as usize).and_then(|it| it.lei.as_ref());
        let with_lei = (0..entities.len() as u32).filter(|at| lei(*at).is_some());
        let mut leis: Vec<u32> = with_lei.collect();
        leis.sort_by_key(|at| lei(*at).map(|lei| &*lei.text));
        let components = (0_u32..).zip(&declared.components);
        let options = components.flat_map(|(at, component)| {
            component.alternatives.iter().map(move |option| (&*option.id.text, at))
        });
        let mut options: Vec<(&str, u32)> = options.collect();
        options.sort_unstable();
        Self {
            offers: false,
            options,
            components: sorted(&declared.components, |it| &it.id.text),
            entities: sorted(entities, |it| &it.id.text),
            sites: sorted(&declared.sites, |it| &it.id.text),
            cited: sorted(&declared.cited, |it| &it.id.text),
            leis,
            declared,
        }
    }

    /// The positions of the things of a kind that have an id: several, where it was declared so.
    pub(super) fn find(&self, kind: SubjectKind, id: &str) -> &[u32] {
        let declared = self.declared;
        match kind {
            SubjectKind::Component => {
                equal(&self.components, |at| declared.components.get(at).map(|it| &*it.id.text), id)
            }
            SubjectKind::Entity => {
                equal(&self.entities, |at| declared.entities.get(at).map(|it| &*it.id.text), id)
            }
            SubjectKind::Site => {
                equal(&self.sites, |at| declared.sites.get(at).map(|it| &*it.id.text), id)
            }
            SubjectKind::Source => {
                equal(&self.cited, |at| declared.cited.get(at).map(|it| &*it.id.text), id)
            }
            SubjectKind::Inventory | SubjectKind::Law => &[],
        }
    }

    /// The position of the first thing that has an id.
    pub(super) fn first(&self, kind: SubjectKind, id: &str) -> Option<usize> {
        self.find(kind, id).first().map(|at| *at as usize)
    }

    /// The id of the component whose option it is.
    pub(super) fn owner_of(&self, option: &str) -> Option<&'f str> {
        let at = self.options.partition_point(|(id, _)| *id < option);
        let (_, owner) = self.options.get(at).filter(|(id, _)| *id == option)?;
        self.declared.components.get(*owner as usize).map(|component| &*component.id.text)
    }

    /// The position of the first entity that has a LEI.
    pub(super) fn by_lei(&self, lei: &str) -> Option<usize> {
        let of = |at: usize| self.declared.entities.get(at)?.lei.as_ref().map(|it| &*it.text);
        equal(&self.leis, of, lei).first().map(|at| *at as usize)
    }

    /// What tells one thing from another that has the same id: the LEI of an entity, the title of a source.
    pub(super) fn identity(&self, kind: SubjectKind, at: usize) -> Option<&'f str> {
        match kind {
            SubjectKind::Entity => {
                self.declared.entities.get(at)?.lei.as_ref().map(|lei| &*lei.text)
            }
            SubjectKind::Source => self.declared.cited.get(at)?.title.as_deref(),
            _ => None,
        }
    }
}

/// The positions of things in the order of their ids; those of one id in their own order.
fn sorted<T>(things: &[T], id: fn(&T) -> &str) -> Vec<u32> {
    let mut positions: Vec<u32> = (0..things.len() as u32).collect();
    positions.sort_by_key(|at| things.get(*at as usize).map(id));
    positions
}

/// Those of some sorted positions whose text is `wanted`. O(log n).
fn equal<'i, 'f>(
    sorted: &'i [u32],
    text: impl Fn(usize) -> Option<&'f str>,
    wanted: &str,
) -> &'i [u32] {
    let start = sorted.partition_point(|at| text(*at as usize) < Some(wanted));
    let behind = sorted.get(start..).unwrap_or_default();
    let end = behind.partition_point(|at| text(*at as usize) <= Some(wanted));
    behind.get(..end).unwrap_or_default()
}
