//! The child ends with its parent, also where the parent was killed.

/// Ends the child when it is dropped, or when the parent's process is gone.
#[cfg(windows)]
pub(crate) struct Tie(Option<win32job::Job>);

#[cfg(windows)]
impl Tie {
    /// Windows lets a child live on when its parent was killed, so it goes into a job that ends with the parent's handle.
    pub(crate) fn of(child: &std::process::Child) -> Self {
        use std::os::windows::io::AsRawHandle;
        use win32job::{ExtendedLimitInfo, Job};
        let mut ends = ExtendedLimitInfo::new();
        ends.limit_kill_on_job_close();
        let job = Job::create_with_limit_info(&ends).ok();
        // Where a job is not to be had, the child ends when it has done its work.
        Self(job.filter(|job| job.assign_process(child.as_raw_handle() as isize).is_ok()))
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
