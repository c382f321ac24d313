//! Whether a table ends within quotes: half a file reads like a whole one otherwise.

use std::io::Read;

/// Hands bytes on, and knows which value in quotes is open.
pub(super) struct Quotes<R> {
    inner: R,
    delimiter: u8,
    state: State,
    /// How many bytes of a byte order mark may still come.
    mark: u8,
    line: u32,
    opened: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Before the first byte of a value.
    Start,
    Plain,
    Quoted,
    /// Behind a quote within quotes: a second one is a sign, anything else ends the quotes.
    Closing,
}

impl<R> Quotes<R> {
    pub(super) const fn of(inner: R, delimiter: u8) -> Self {
        Self { inner, delimiter, state: State::Start, mark: 3, line: 1, opened: 1 }
    }

    /// The line of the quote that is open.
    pub(super) fn open(&self) -> Option<u32> {
        (self.state == State::Quoted).then_some(self.opened)
    }

    fn pass(&mut self, byte: u8) {
        if self.mark > 0 && matches!(byte, 0xEF | 0xBB | 0xBF) {
            self.mark -= 1;
            return;
        }
        self.mark = 0;
        self.state = match (self.state, byte) {
            (State::Quoted, b'"') => State::Closing,
            (State::Quoted, _) | (State::Closing, b'"') => State::Quoted,
            (State::Start, b'"') => {
                self.opened = self.line;
                State::Quoted
            }
            (_, b'\n' | b'\r') => State::Start,
            (_, byte) if byte == self.delimiter => State::Start,
            _ => State::Plain,
        };
        if byte == b'\n' {
            self.line += 1;
        }
    }
}

impl<R: Read> Read for Quotes<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let length = self.inner.read(buffer)?;
        for byte in buffer.iter().take(length) {
            self.pass(*byte);
        }
        Ok(length)
    }
}
