judging::words! {
    /// What two rules can say differently: a key of the rules file, or the order of categories or stages.
    pub enum RuleKey {
        /// What it is called.
        Name = "name",
        /// Who holds the competition.
        Organizer = "organizer",
        /// Where the rules come from.
        Source = "source",
        /// How scores are rounded.
        Rounding = "rounding",
        /// How many innovations an agency owes.
        Obligation = "obligation",
        /// The order of the categories.
        Category = "category",
        /// The order of the stages.
        Stage = "stage",
        /// Other names of a category.
        Synonyms = "synonyms",
        /// What happens in a stage.
        Kind = "kind",
        /// The categories that a stage is for.
        Categories = "categories",
        /// First day.
        From = "from",
        /// Last day.
        To = "to",
        /// How much it counts.
        Weight = "weight",
        /// How one sheet becomes a score.
        Score = "score",
        /// How the sheets of one entry become a stage score.
        Aggregate = "aggregate",
        /// How many fall away at each end.
        Trim = "trim",
        /// What a sheet not filed means.
        Missing = "missing",
        /// How many judges must have filed.
        MinJudges = "min_judges",
        /// Who marks what.
        Judges = "judges",
        /// What its judges may not see of an entry.
        Blind = "blind",
        /// Which entries pass the cut.
        Shortlist = "shortlist",
        /// The steps that part entries of equal score.
        TieBreak = "tie_break",
        /// What visits do to the result.
        Effect = "effect",
        /// What a verifier checks.
        Claims = "claims",
        /// Minutes of a presentation.
        SlotMinutes = "slot_minutes",
        /// The group that a criterion stands under.
        Parent = "parent",
        /// The marks of a range.
        Scale = "scale",
        /// The marks of named levels.
        Levels = "levels",
        /// Whether a sheet needs a mark.
        Required = "required",
        /// Whether a mark needs a remark.
        Remark = "remark",
        /// How to mark.
        Guidance = "guidance",
    }
}
