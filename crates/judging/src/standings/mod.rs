//! The computed order with its reasons: a pure function of rules, entries, panel, what is in force and decisions.
