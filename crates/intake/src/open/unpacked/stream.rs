//! The bytes of a part, as they come from the thread that unpacks it.

use super::unpack::{Piece, Wanted};
use std::io::{self, Read};
use std::sync::mpsc::{Receiver, Sender, sync_channel};

/// Pieces of a part that may wait to be read: a megabyte.
const WAITING: usize = 16;

/// The part that is being read.
pub(super) struct Stream {
    ask: Sender<Wanted>,
    open: Option<Open>,
    /// Whether the part that ended last speaks of merged cells.
    merged: bool,
}

struct Open {
    part: usize,
    pieces: Receiver<Piece>,
    piece: Vec<u8>,
    /// Where in the part the piece begins.
    start: u64,
}

impl Stream {
    pub const fn new(ask: Sender<Wanted>) -> Self {
        Self {
            ask,
            open: None,
            merged: false,
        }
    }

    /// Reads on in that part; from its beginning, when this place in it has gone by.
    pub fn read(&mut self, part: usize, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let is_ahead = |open: &Open| open.part == part && open.start <= offset;
        if !self.open.as_ref().is_some_and(is_ahead) {
            self.begin(part);
        }
        loop {
            if let Some(mut rest) = self.open.as_ref().and_then(|open| open.from(offset)) {
                return rest.read(buffer);
            }
            if !self.next()? {
                return Ok(0);
            }
        }
    }

    fn begin(&mut self, part: usize) {
        let (to, pieces) = sync_channel(WAITING);
        // When nobody unpacks any more, no piece will come either.
        let _ = self.ask.send(Wanted { part, to });
        self.open = Some(Open {
            part,
            pieces,
            piece: Vec::new(),
            start: 0,
        });
    }

    /// Takes the next piece; whether there is one.
    fn next(&mut self) -> io::Result<bool> {
        let Some(open) = &mut self.open else {
            return Ok(false);
        };
        match open.pieces.recv() {
            Ok(Piece::Bytes(bytes)) => {
                open.start += open.piece.len() as u64;
                open.piece = bytes;
                Ok(true)
            }
            Ok(Piece::End { merged }) => {
                self.merged = merged;
                self.open = None;
                Ok(false)
            }
            Err(_) => Err(io::Error::other("the part was refused")),
        }
    }

    /// Whether the part speaks of merged cells, here or further on.
    pub fn merged(&mut self) -> io::Result<bool> {
        while self.next()? {}
        Ok(self.merged)
    }
}

impl Open {
    /// What is there of the part from a place on.
    fn from(&self, offset: u64) -> Option<&[u8]> {
        let into = usize::try_from(offset.checked_sub(self.start)?).ok()?;
        self.piece.get(into..).filter(|rest| !rest.is_empty())
    }
}
