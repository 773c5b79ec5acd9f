//! The memory limit of the child process.

use std::io;
use std::process::Child;

/// Limits the memory of this process to so many bytes beyond what it has now. On Windows the parent watches instead.
#[cfg(unix)]
pub(crate) fn limit(bytes: u64) -> io::Result<()> {
    // Address space, because that is what the system can limit; a program that links a browser starts with much of it.
    let limit = started_with().saturating_add(bytes);
    let (_, most) = rlimit::Resource::AS.get()?;
    rlimit::Resource::AS.set(limit.min(most), most)
}

#[cfg(unix)]
fn started_with() -> u64 {
    let pages = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages = pages.split(' ').next().and_then(|n| n.parse::<u64>().ok());
    pages.unwrap_or(0) * 4096
}

#[cfg(not(unix))]
pub(crate) fn limit(_bytes: u64) -> io::Result<()> {
    Ok(())
}

/// Whether the child has taken more than it may, where the system does not see to it.
#[cfg(windows)]
pub(crate) fn exceeded(child: &Child, bytes: u64) -> bool {
    use std::os::windows::io::AsRawHandle;
    let handle = child.as_raw_handle() as isize;
    let counters = win32job::utils::get_process_memory_info(handle);
    counters.is_ok_and(|counters| {
        // What was written out to disk counts too.
        counters.working_set_size.max(counters.private_usage) as u64 > bytes
    })
}

#[cfg(not(windows))]
pub(crate) const fn exceeded(_child: &Child, _bytes: u64) -> bool {
    false
}
