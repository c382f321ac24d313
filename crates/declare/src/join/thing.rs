use super::merge::Merge;
use super::newer::{self, Aging};
use super::{Dates, Joiner};
use crate::SubjectKind;
use crate::forms::{Component, Declarations, Entity, Name, Site, Source};
use crate::walk::{self, Part};

/// A kind of thing that others name.
pub(super) trait Thing<'f>: Merge + Clone + 'f {
    const KIND: SubjectKind;
    fn id(&self) -> &Name<'f>;
    /// What tells it from another of the same id.
    fn identity(&self) -> Option<&str> {
        None
    }
    fn all<'d>(declared: &'d Declarations<'f>) -> &'d [Self];
    fn all_mut<'d>(declared: &'d mut Declarations<'f>) -> &'d mut Vec<Self>;
    fn walk(&mut self, see: &mut dyn FnMut(Part<'_, 'f>));
    /// Fills what it does not say from what it is, where it enters from a further set.
    fn fill(&mut self, _: &mut Joiner<'_, 'f>, _: usize, _: &mut Dates<'_, 'f>) {}
    /// What it is called, and what is said of who controls it and where it is: facts that age.
    fn aging(&self) -> Vec<Aging<'_>> {
        Vec::new()
    }
}

impl<'f> Thing<'f> for Component<'f> {
    const KIND: SubjectKind = SubjectKind::Component;
    fn id(&self) -> &Name<'f> {
        &self.id
    }
    fn all<'d>(declared: &'d Declarations<'f>) -> &'d [Self] {
        &declared.components
    }
    fn all_mut<'d>(declared: &'d mut Declarations<'f>) -> &'d mut Vec<Self> {
        &mut declared.components
    }
    fn walk(&mut self, see: &mut dyn FnMut(Part<'_, 'f>)) {
        walk::component(self, see);
    }
    fn fill(&mut self, joiner: &mut Joiner<'_, 'f>, number: usize, beside: &mut Dates<'_, 'f>) {
        joiner.fill(self, Some(number), beside);
        // It is what it is called: nobody declared it, something rests on it.
        if joiner.is_of_offers(number) {
            self.is = Some(self.id.clone());
        }
    }
}

impl<'f> Thing<'f> for Entity<'f> {
    const KIND: SubjectKind = SubjectKind::Entity;
    fn id(&self) -> &Name<'f> {
        &self.id
    }
    fn identity(&self) -> Option<&str> {
        self.lei.as_ref().map(|lei| &*lei.text)
    }
    fn all<'d>(declared: &'d Declarations<'f>) -> &'d [Self] {
        &declared.entities
    }
    fn all_mut<'d>(declared: &'d mut Declarations<'f>) -> &'d mut Vec<Self> {
        &mut declared.entities
    }
    fn walk(&mut self, see: &mut dyn FnMut(Part<'_, 'f>)) {
        walk::entity(self, see);
    }
    fn aging(&self) -> Vec<Aging<'_>> {
        newer::of_entity(self)
    }
}

impl<'f> Thing<'f> for Site<'f> {
    const KIND: SubjectKind = SubjectKind::Site;
    fn id(&self) -> &Name<'f> {
        &self.id
    }
    fn all<'d>(declared: &'d Declarations<'f>) -> &'d [Self] {
        &declared.sites
    }
    fn all_mut<'d>(declared: &'d mut Declarations<'f>) -> &'d mut Vec<Self> {
        &mut declared.sites
    }
    fn walk(&mut self, see: &mut dyn FnMut(Part<'_, 'f>)) {
        walk::site(self, see);
    }
    fn aging(&self) -> Vec<Aging<'_>> {
        newer::of_site(self)
    }
}

impl<'f> Thing<'f> for Source<'f> {
    const KIND: SubjectKind = SubjectKind::Source;
    fn id(&self) -> &Name<'f> {
        &self.id
    }
    fn identity(&self) -> Option<&str> {
        self.title.as_deref()
    }
    fn all<'d>(declared: &'d Declarations<'f>) -> &'d [Self] {
        &declared.cited
    }
    fn all_mut<'d>(declared: &'d mut Declarations<'f>) -> &'d mut Vec<Self> {
        &mut declared.cited
    }
    fn walk(&mut self, _: &mut dyn FnMut(Part<'_, 'f>)) {}
}
