use std::sync::Arc;

/// A name or a sentence of the inventory, in its [`Texts`] table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(u32);

/// The one table of all texts: a single buffer, four bytes a handle. A copy shares it until either is
/// added to.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    table: Arc<Table>,
}

#[derive(Clone, Debug)]
struct Table {
    buffer: String,
    ends: Vec<u32>,
}

impl Default for Table {
    fn default() -> Self {
        Self { buffer: String::new(), ends: vec![0] }
    }
}

impl Texts {
    /// Adds a text; equal texts are not merged. All texts together stay under 4 GiB, as their files do.
    pub fn add(&mut self, text: &str) -> Text {
        let Table { buffer, ends } = Arc::make_mut(&mut self.table);
        buffer.push_str(text);
        ends.push(buffer.len() as u32);
        Text(ends.len() as u32 - 2)
    }

    /// The text behind a handle; empty for a handle of another table.
    #[must_use]
    pub fn get(&self, text: Text) -> &str {
        let Table { buffer, ends } = &*self.table;
        let at = text.0 as usize;
        match (ends.get(at), ends.get(at + 1)) {
            (Some(start), Some(end)) => buffer.get(*start as usize..*end as usize).unwrap_or(""),
            _ => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_back() {
        let mut texts = Texts::default();
        let (a, empty, b) = (texts.add("hôpital"), texts.add(""), texts.add("b"));
        assert_eq!((texts.get(a), texts.get(empty), texts.get(b)), ("hôpital", "", "b"));
        assert_eq!(texts.get(Text(99)), "");
    }

    #[test]
    fn a_copy_is_shared_until_it_is_added_to() {
        let mut texts = Texts::default();
        let a = texts.add("a");
        let mut copy = texts.clone();
        assert!(Arc::ptr_eq(&texts.table, &copy.table));
        let b = copy.add("b");
        assert_eq!((copy.get(a), copy.get(b), texts.get(a), texts.get(b)), ("a", "b", "a", ""));
    }
}
