//! Work on many rows, shared among the cores. What comes out is in the order of the rows, however many cores there are.

use std::ops::Range;
use std::panic::resume_unwind;
use std::thread::{available_parallelism, scope};

/// Rows that are worth a thread.
const CHUNK: usize = 4096;

/// What `work` makes of the parts of a range, in their order.
pub(crate) fn in_parts<T: Send>(
    range: Range<usize>,
    work: impl Fn(Range<usize>) -> T + Sync,
) -> Vec<T> {
    let cores = available_parallelism().map_or(1, usize::from);
    let chunk = range.len().div_ceil(cores).max(CHUNK);
    let part = |start: usize| start..range.end.min(start + chunk);
    let mut parts = range.clone().step_by(chunk).map(part);
    let Some(first) = parts.next() else {
        return Vec::new();
    };
    scope(|scope| {
        let work = &work;
        let others: Vec<_> = parts.map(|part| scope.spawn(move || work(part))).collect();
        // This thread does its share.
        let mut done = vec![work(first)];
        let others = others
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
        done.extend(others);
        done
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_come_back_in_order_and_leave_nothing_out() {
        for range in [0..0, 7..9, 0..CHUNK, 3..10 * CHUNK + 5] {
            let parts = in_parts(range.clone(), Iterator::collect::<Vec<_>>);
            assert_eq!(parts.concat(), range.collect::<Vec<_>>());
        }
    }
}
