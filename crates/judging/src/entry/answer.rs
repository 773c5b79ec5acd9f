crate::words! {
    /// What is to become of a row of a registration sheet that is like another, or that a person looked at.
    pub enum RowAnswer {
        /// It is an entry of its own.
        Keep = "keep",
        /// It is left out.
        Drop = "drop",
        /// It speaks of the entry it is like: it fills the gaps of the other row, or is a newer writing of the entry that
        /// is here.
        Merge = "merge",
    }
}
