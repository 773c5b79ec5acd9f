//! Children end with their parent, also where the parent is killed. Windows lets them live on, so there they go into a job that
//! ends when the parent's handle of it is closed, which the system does at the latest when the parent is gone.

#[cfg(windows)]
use win32job::{ExtendedLimitInfo, Job};

/// A job that ends when its handle is closed; none where it is not to be had: then a child ends when it has done its work.
#[cfg(windows)]
fn job() -> Option<Job> {
    let mut ends = ExtendedLimitInfo::new();
    ends.limit_kill_on_job_close();
    Job::create_with_limit_info(&ends).ok()
}

/// Ends the child when it is dropped, or when this process is gone.
#[cfg(windows)]
pub(crate) struct Tie(Option<Job>);

#[cfg(windows)]
impl Tie {
    pub(crate) fn of(child: &std::process::Child) -> Self {
        use std::os::windows::io::AsRawHandle;
        let handle = child.as_raw_handle() as isize;
        Self(job().filter(|job| job.assign_process(handle).is_ok()))
    }
}

/// Lets everything that this process starts end with it. A child that is born while this process is killed could not be tied
/// one by one any more. Only for a program that opens nothing for the user: that would end with it, too.
#[cfg(windows)]
pub fn tie_children() {
    if let Some(job) = job()
        && job.assign_current_process().is_ok()
    {
        // Its handle stays open until this process ends.
        let _ = job.into_handle();
    }
}

/// Elsewhere a child whose parent is gone ends with the next frame that nobody takes.
#[cfg(not(windows))]
pub(crate) struct Tie;

#[cfg(not(windows))]
impl Tie {
    pub(crate) const fn of(_child: &std::process::Child) -> Self {
        Self
    }
}

/// Lets everything that this process starts end with it, where the system does not see to that.
#[cfg(not(windows))]
pub const fn tie_children() {}
