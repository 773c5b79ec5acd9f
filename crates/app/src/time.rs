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

/// "21 November 2026", or with the time "21 November 2026 pukul 20.15", in the time of this machine.
pub fn printed(seconds: i64, with_time: bool) -> String {
    const MONTHS: [&str; 12] = [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ];
    let Ok(time) = Timestamp::from_second(seconds) else {
        return String::new();
    };
    let time = time.to_zoned(TimeZone::system());
    let month = usize::try_from(time.month() - 1)
        .ok()
        .and_then(|month| MONTHS.get(month))
        .copied()
        .unwrap_or_default();
    let day = format!("{} {month} {}", time.day(), time.year());
    if with_time {
        format!("{day} pukul {:02}.{:02}", time.hour(), time.minute())
    } else {
        day
    }
}
