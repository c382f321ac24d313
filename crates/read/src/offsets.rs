/// Bytes that are looked at together for the end of a run of ASCII.
const LOOK: usize = 32;

/// Byte offsets of character positions that mostly go forward; O(file size) in all. Runs of ASCII,
/// which most of a file is, are passed in one step.
pub struct Offsets<'a> {
    text: &'a str,
    chars: usize,
    bytes: usize,
    /// All from `bytes` to here is ASCII.
    plain_until: usize,
}

impl<'a> Offsets<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, chars: 0, bytes: 0, plain_until: 0 }
    }

    /// The byte offset of a character; that of the end for a character past it.
    #[inline]
    pub fn byte_of(&mut self, char_index: usize) -> u32 {
        while self.chars < char_index && self.bytes < self.text.len() {
            self.forward(char_index - self.chars);
        }
        while self.chars > char_index && self.bytes > 0 {
            self.backward();
        }
        self.bytes as u32
    }

    /// Goes forward by one character at least, and by `most` at most.
    #[inline]
    fn forward(&mut self, most: usize) {
        if self.plain_until <= self.bytes {
            self.plain_until = end_of_ascii(self.text.as_bytes(), self.bytes);
        }
        let run = self.plain_until.saturating_sub(self.bytes);
        if run > 0 {
            let step = run.min(most);
            self.chars += step;
            self.bytes += step;
            return;
        }
        self.bytes += 1;
        while !self.text.is_char_boundary(self.bytes) {
            self.bytes += 1;
        }
        self.chars += 1;
    }

    fn backward(&mut self) {
        let before = self.bytes;
        self.bytes -= 1;
        while !self.text.is_char_boundary(self.bytes) {
            self.bytes -= 1;
        }
        if before - self.bytes > 1 {
            self.plain_until = self.bytes;
        }
        self.chars -= 1;
    }
}

/// The end of the ASCII that starts at `from`, which is `from` when there is none.
fn end_of_ascii(bytes: &[u8], from: usize) -> usize {
    let mut end = from;
    let rest = bytes.get(from..).unwrap_or(&[]);
    for chunk in rest.chunks(LOOK) {
        if !chunk.is_ascii() {
            return end + chunk.iter().take_while(|byte| byte.is_ascii()).count();
        }
        end += chunk.len();
    }
    end
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

    #[test]
    fn long_runs_forward_and_back() {
        let text = format!("{}é{}€{}", "a".repeat(40), "b".repeat(70), "c".repeat(3));
        let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let mut offsets = Offsets::new(&text);
        for step in [1, 7, 41, 113] {
            let there = (0..bytes.len()).step_by(step);
            for char_index in there.clone().chain(there.rev()) {
                assert_eq!(offsets.byte_of(char_index) as usize, bytes[char_index]);
            }
        }
    }
}
