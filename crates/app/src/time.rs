//! Seconds since 1970 as text.

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// RFC 3339 in UTC: `2026-11-21T13:42:00Z`; empty for a time no calendar has.
pub fn text(seconds: i64) -> String {
    Timestamp::from_second(seconds).map_or_else(|_| String::new(), |time| time.to_string())
}

/// The day on this machine: `2026-11-21`; empty for a time no calendar has.
pub fn day(seconds: i64) -> String {
    Timestamp::from_second(seconds).map_or_else(
        |_| String::new(),
        |time| time.to_zoned(TimeZone::system()).date().to_string(),
    )
}
