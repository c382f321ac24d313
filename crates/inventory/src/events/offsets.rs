/// Byte offsets of character positions that mostly go forward; O(file size) in all.
pub(super) struct Offsets<'a> {
    text: &'a str,
    ascii: bool,
    chars: usize,
    bytes: usize,
}

impl<'a> Offsets<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, ascii: text.is_ascii(), chars: 0, bytes: 0 }
    }

    /// The byte offset of a character; that of the end for a character past it.
    pub(super) fn byte_of(&mut self, char_index: usize) -> u32 {
        if self.ascii {
            return char_index.min(self.text.len()) as u32;
        }
        while self.chars < char_index && self.bytes < self.text.len() {
            self.forward();
        }
        while self.chars > char_index && self.bytes > 0 {
            self.backward();
        }
        self.bytes as u32
    }

    fn forward(&mut self) {
        self.bytes += 1;
        while !self.text.is_char_boundary(self.bytes) {
            self.bytes += 1;
        }
        self.chars += 1;
    }

    fn backward(&mut self) {
        self.bytes -= 1;
        while !self.text.is_char_boundary(self.bytes) {
            self.bytes -= 1;
        }
        self.chars -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_of_several_bytes() {
        let mut offsets = Offsets::new("aé€b");
        for (char_index, byte) in [(0, 0), (2, 3), (1, 1), (3, 6), (4, 7), (9, 7), (0, 0)] {
            assert_eq!(offsets.byte_of(char_index), byte, "{char_index}");
        }
    }

    #[test]
    fn ascii_needs_no_walk() {
        let mut offsets = Offsets::new("abc");
        assert_eq!((offsets.byte_of(2), offsets.byte_of(7)), (2, 3));
    }
}
