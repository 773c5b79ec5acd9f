//! Seconds since 1970 as text.

use jiff::Timestamp;

/// RFC 3339 in UTC: `2026-11-21T13:42:00Z`; empty for a time no calendar has.
pub fn text(seconds: i64) -> String {
    Timestamp::from_second(seconds).map_or_else(|_| String::new(), |time| time.to_string())
}
