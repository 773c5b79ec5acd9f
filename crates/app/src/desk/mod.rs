//! The judge's working copy: opened from a packet, marked, handed over.

mod calibration;
mod change_sheet;
mod clear_mark;
mod conflict;
mod declaration;
mod declare;
mod finish;
mod finish_declaration;
mod hand_over;
mod mark;
mod open_packet;
mod overview;
mod own;
mod recuse;
mod renew;
mod reopen;
mod report;
mod rows;
mod scoring;
mod set_mark;
mod set_remark;
mod sheet;
mod take_back_declaration;
mod take_back_recusal;

pub use calibration::calibration;
pub use clear_mark::clear_mark;
pub use declaration::declaration;
pub use declare::declare;
pub use finish::finish;
pub use finish_declaration::finish_declaration;
pub use hand_over::hand_over;
pub use mark::mark;
pub use open_packet::{open_packet, passphrase_in};
pub use recuse::recuse;
pub use reopen::reopen;
pub use report::report;
pub use rows::desk;
pub use set_mark::set_mark;
pub use set_remark::set_remark;
pub use sheet::sheet;
pub use take_back_declaration::take_back_declaration;
pub use take_back_recusal::take_back_recusal;

pub(crate) use overview::overview;
pub(crate) use own::Own;
