//! How the child process hands a workbook to its parent: frames of whole records, cells as they come.
//!
//! Both ends are the same program, so the form may change with every version. The decoder still trusts nothing: it reads
//! from a process that parses a stranger's file.

use super::{OpenError, Sink};
use crate::workbook::{Merged, Value, moment_of, seconds_of};
use judging::Hash;
use std::io;
use std::ops::ControlFlow;
use std::time::Duration;

/// A frame is sent when it has grown to this.
const FULL: usize = 1 << 16;
/// A cell takes 32,767 characters of up to 4 bytes; CSV and ODS may hold more, of which a finding will speak.
const LONGEST_TEXT: usize = 1 << 20;
// A full frame takes one text more.
const _: () = assert!(FULL + LONGEST_TEXT + 64 <= sandbox::LONGEST_FRAME);

const HASH: u8 = 0;
const SHEET: u8 = 1;
const MERGED: u8 = 2;
const ROW: u8 = 3;
const TEXT: u8 = 4;
const NUMBER: u8 = 5;
const MOMENT: u8 = 6;
const BOOL: u8 = 7;
const ERROR: u8 = 8;
const END: u8 = 9;
const FAILED: u8 = 10;

/// Writes records into frames, and sends those by `send`.
pub(super) struct Encoder<S> {
    send: S,
    frame: Vec<u8>,
    row: u32,
}

impl<S: FnMut(Vec<u8>) -> io::Result<()>> Encoder<S> {
    pub fn new(send: S) -> Self {
        Self {
            send,
            frame: empty_frame(),
            row: 0,
        }
    }

    /// The last record: all is well, or why not.
    pub fn end(mut self, result: Result<(), OpenError>) -> io::Result<()> {
        match result {
            Ok(()) => self.frame.push(END),
            Err(error) => {
                let (kind, text) = failure(&error);
                self.frame.extend([FAILED, kind]);
                self.text(&text);
            }
        }
        self.send()
    }

    fn send(&mut self) -> io::Result<()> {
        (self.send)(std::mem::replace(&mut self.frame, empty_frame()))
    }

    fn text(&mut self, text: &str) {
        self.frame.extend_from_slice(&length_of(text));
        self.frame.extend_from_slice(text.as_bytes());
    }

    fn sent_if_full(&mut self) -> Result<(), OpenError> {
        if self.frame.len() >= FULL {
            self.send()?;
        }
        Ok(())
    }
}

impl<S: FnMut(Vec<u8>) -> io::Result<()>> Sink for Encoder<S> {
    fn hash(&mut self, hash: Hash) -> Result<(), OpenError> {
        self.frame.push(HASH);
        self.frame.extend(hash.0);
        Ok(())
    }

    fn sheet(&mut self, name: &str, hidden: bool) -> Result<(), OpenError> {
        self.row = 0;
        self.frame.extend([SHEET, u8::from(hidden)]);
        self.text(name);
        self.sent_if_full()
    }

    fn merged(&mut self, area: Merged) -> Result<(), OpenError> {
        self.frame.push(MERGED);
        let corners = [
            area.first_column,
            area.first_row,
            area.last_column,
            area.last_row,
        ];
        self.frame
            .extend(corners.into_iter().flat_map(u32::to_le_bytes));
        self.sent_if_full()
    }

    fn cell(&mut self, row: u32, column: u32, value: Value<'_>) -> Result<(), OpenError> {
        if let Value::Text(text) | Value::Error(text) = value
            && text.len() > LONGEST_TEXT
        {
            return Err(OpenError::TooLarge(format!(
                "a cell in row {row} has a text of more than a million bytes"
            )));
        }
        if row != self.row {
            self.row = row;
            self.frame.push(ROW);
            self.frame.extend(row.to_le_bytes());
        }
        let [low, high] = u16::try_from(column).unwrap_or(u16::MAX).to_le_bytes();
        let mut put = |kind, value: &[u8]| {
            self.frame.extend_from_slice(&[kind, low, high]);
            self.frame.extend_from_slice(value);
        };
        match value {
            // Most cells; in one step.
            Value::Text(text) => {
                let [a, b, c, d] = length_of(text);
                self.frame.extend_from_slice(&[TEXT, low, high, a, b, c, d]);
                self.frame.extend_from_slice(text.as_bytes());
            }
            Value::Number(number) => put(NUMBER, &number.to_bits().to_le_bytes()),
            Value::Moment(moment) => put(MOMENT, &seconds_of(moment).to_le_bytes()),
            Value::Bool(truth) => put(BOOL, &[u8::from(truth)]),
            Value::Error(text) => {
                put(ERROR, &length_of(text));
                self.frame.extend_from_slice(text.as_bytes());
            }
        }
        self.sent_if_full()
    }
}

fn length_of(text: &str) -> [u8; 4] {
    u32::try_from(text.len()).unwrap_or(u32::MAX).to_le_bytes()
}

fn empty_frame() -> Vec<u8> {
    Vec::with_capacity(FULL * 2)
}

/// Reads records out of frames into a sink.
#[derive(Default)]
pub(super) struct Decoder {
    row: u32,
}

impl Decoder {
    /// Takes one frame; [`ControlFlow::Break`] says that it was the last.
    pub fn take(
        &mut self,
        frame: &[u8],
        sink: &mut dyn Sink,
    ) -> Result<ControlFlow<()>, OpenError> {
        let mut rest = Records(frame);
        while !rest.0.is_empty() {
            match rest.byte()? {
                HASH => sink.hash(Hash(rest.array()?))?,
                SHEET => {
                    self.row = 0;
                    let hidden = rest.byte()? != 0;
                    sink.sheet(rest.text()?, hidden)?;
                }
                MERGED => {
                    let area = Merged {
                        first_column: rest.number()?,
                        first_row: rest.number()?,
                        last_column: rest.number()?,
                        last_row: rest.number()?,
                    };
                    sink.merged(area)?;
                }
                ROW => self.row = rest.number()?,
                END => return Ok(ControlFlow::Break(())),
                FAILED => {
                    let kind = rest.byte()?;
                    return Err(failed(kind, rest.text()?));
                }
                kind => {
                    let column = u16::from_le_bytes(rest.array()?);
                    let value = rest.value(kind)?;
                    sink.cell(self.row, u32::from(column), value)?;
                }
            }
        }
        Ok(ControlFlow::Continue(()))
    }
}

struct Records<'a>(&'a [u8]);

fn garbled() -> OpenError {
    OpenError::ReaderDied("what it sent makes no sense".into())
}

impl<'a> Records<'a> {
    fn bytes(&mut self, length: usize) -> Result<&'a [u8], OpenError> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or_else(garbled)?;
        self.0 = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], OpenError> {
        let (taken, rest) = self.0.split_first_chunk().ok_or_else(garbled)?;
        self.0 = rest;
        Ok(*taken)
    }

    fn byte(&mut self) -> Result<u8, OpenError> {
        self.array().map(|[byte]| byte)
    }

    fn number(&mut self) -> Result<u32, OpenError> {
        self.array().map(u32::from_le_bytes)
    }

    fn text(&mut self) -> Result<&'a str, OpenError> {
        let length = self.number()? as usize;
        std::str::from_utf8(self.bytes(length)?).map_err(|_| garbled())
    }

    fn value(&mut self, kind: u8) -> Result<Value<'a>, OpenError> {
        Ok(match kind {
            TEXT => Value::Text(self.text()?),
            ERROR => Value::Error(self.text()?),
            NUMBER => Value::Number(f64::from_bits(u64::from_le_bytes(self.array()?))),
            BOOL => Value::Bool(self.byte()? != 0),
            MOMENT => {
                let seconds = i64::from_le_bytes(self.array()?);
                Value::Moment(moment_of(seconds).ok_or_else(garbled)?)
            }
            _ => return Err(garbled()),
        })
    }
}

/// The kind of an error and its words.
fn failure(error: &OpenError) -> (u8, String) {
    match error {
        OpenError::Io(error) => (0, error.to_string()),
        OpenError::Empty => (1, String::new()),
        OpenError::Encrypted => (2, String::new()),
        OpenError::ChartsOnly => (3, String::new()),
        OpenError::NotAWorkbook(what) => (4, what.clone().into_owned()),
        OpenError::Damaged(what) => (5, what.clone()),
        OpenError::TooLarge(what) => (6, what.clone()),
        OpenError::TimedOut(time) => (7, time.as_millis().to_string()),
        OpenError::Cancelled => (8, String::new()),
        OpenError::ReaderDied(what) => (9, what.clone()),
    }
}

fn failed(kind: u8, text: &str) -> OpenError {
    let what = text.to_owned();
    match kind {
        0 => OpenError::Io(io::Error::other(what)),
        1 => OpenError::Empty,
        2 => OpenError::Encrypted,
        3 => OpenError::ChartsOnly,
        4 => OpenError::NotAWorkbook(what.into()),
        5 => OpenError::Damaged(what),
        6 => OpenError::TooLarge(what),
        7 => OpenError::TimedOut(Duration::from_millis(text.parse().unwrap_or(0))),
        8 => OpenError::Cancelled,
        _ => OpenError::ReaderDied(what),
    }
}

#[cfg(test)]
mod tests {
    use super::super::receive::Receiver;
    use super::*;
    use crate::Limits;
    use crate::workbook::moment_of_serial;
    use std::ops::ControlFlow;

    /// The frames that `write` makes.
    fn frames(write: impl FnOnce(&mut dyn Sink) -> Result<(), OpenError>) -> Vec<Vec<u8>> {
        let mut frames = Vec::new();
        let mut encoder = Encoder::new(|frame| {
            frames.push(frame);
            Ok(())
        });
        let written = write(&mut encoder);
        encoder.end(written).unwrap();
        frames
    }

    fn sent() -> Vec<Vec<u8>> {
        frames(|sink| {
            sink.hash(Hash([7; 32]))?;
            sink.sheet("Lembar 1", true)?;
            for row in 1..=5000 {
                let moment = Value::Moment(moment_of_serial(45_210.5).unwrap());
                sink.cell(row, 0, Value::Text("Judul é"))?;
                sink.cell(row, 1, Value::Number(f64::from(row)))?;
                sink.cell(row, 2, moment)?;
                sink.cell(row, 3, Value::Bool(true))?;
                sink.cell(row, 700, Value::Error("#N/A"))?;
            }
            Ok(())
        })
    }

    fn received(frames: &[Vec<u8>]) -> Result<crate::Workbook, OpenError> {
        let watch = &mut |_: crate::Progress<'_>| ControlFlow::Continue(());
        let mut receiver = Receiver::new("x".into(), 1 << 20, &Limits::default(), watch);
        let mut decoder = Decoder::default();
        for frame in frames {
            if decoder.take(frame, &mut receiver)?.is_break() {
                return receiver.finish();
            }
        }
        Err(garbled())
    }

    #[test]
    fn what_was_sent_is_received() {
        let workbook = received(&sent()).unwrap();
        assert_eq!(workbook.hash, Hash([7; 32]));
        let sheet = workbook.sheet("Lembar 1").unwrap();
        assert!(sheet.hidden);
        assert_eq!(sheet.height(), 5000);
        let cells: Vec<_> = sheet.row(5000).unwrap().cells().collect();
        let shown = cells.iter().map(|(c, v)| format!("{c}={}", v.shown()));
        assert_eq!(
            shown.collect::<Vec<_>>().join(" "),
            "0=Judul é 1=5000 2=2023-10-11 12:00:00 3=TRUE 700=#N/A"
        );
    }

    #[test]
    fn what_is_cut_or_garbled_is_refused() {
        let sent = sent();
        assert!(sent.len() > 2);
        assert!(received(&sent[..sent.len() - 1]).is_err());
        for length in [1, 4, 33, 100, sent[0].len() - 1] {
            assert!(received(&[sent[0][..length].to_vec()]).is_err(), "{length}");
        }
        let mut garbled = sent;
        garbled[0][33] = 0xEE;
        assert!(received(&garbled).is_err());
        assert!(received(&[vec![0xFF; 64]]).is_err());
    }

    #[test]
    fn an_error_arrives_as_it_left() {
        for error in [
            OpenError::Encrypted,
            OpenError::NotAWorkbook("a picture".into()),
            OpenError::TooLarge("unpacked it is larger than 1 MB".into()),
            OpenError::TimedOut(Duration::from_secs(5)),
        ] {
            let said = error.to_string();
            let frames = frames(|_| Err(error));
            assert_eq!(received(&frames).unwrap_err().to_string(), said);
        }
    }
}
