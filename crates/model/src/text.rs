/// A name or a sentence of the inventory, in its [`Texts`] table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(u32);

/// The one table of all texts: a single buffer, four bytes a handle.
#[derive(Clone, Debug)]
pub struct Texts {
    buffer: String,
    ends: Vec<u32>,
}

impl Default for Texts {
    fn default() -> Self {
        Self { buffer: String::new(), ends: vec![0] }
    }
}

impl Texts {
    /// Adds a text; equal texts are not merged. All texts together stay under 4 GiB, as their files do.
    pub fn add(&mut self, text: &str) -> Text {
        self.buffer.push_str(text);
        self.ends.push(self.buffer.len() as u32);
        Text(self.ends.len() as u32 - 2)
    }

    /// The text behind a handle; empty for a handle of another table.
    #[must_use]
    pub fn get(&self, text: Text) -> &str {
        let at = text.0 as usize;
        match (self.ends.get(at), self.ends.get(at + 1)) {
            (Some(start), Some(end)) => {
                self.buffer.get(*start as usize..*end as usize).unwrap_or("")
            }
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
}
