// Generated from crates/app/src/api by its tests. Do not edit: run `./dev fmt`.

/**
 * How often an entry has each rank.
 */
export type AcceptabilityRow = { 
/**
 * Category code.
 */
category: string, 
/**
 * Stage code.
 */
stage: string, 
/**
 * Entry code.
 */
entry: string, 
/**
 * The share of weights with which it has each rank, from the first.
 */
ranks: Array<string>, 
/**
 * The same in thousandths, for drawing.
 */
permille: Array<number>, };

/**
 * What the chair can decide.
 */
export type Act = { "kind": "disqualify", 
/**
 * Code of the entry.
 */
entry: string, 
/**
 * Hash of the hand-over whose field report gave cause.
 */
report?: string, } | { "kind": "withdraw", 
/**
 * Code of the entry.
 */
entry: string, } | { "kind": "deduct", 
/**
 * Code of the entry.
 */
entry: string, 
/**
 * Points, a decimal above zero.
 */
points: string, } | { "kind": "reinstate", 
/**
 * Code of the entry.
 */
entry: string, } | { "kind": "settle-tie", 
/**
 * Of this stage's standing; none for the final.
 */
stage?: string, 
/**
 * Codes of the entries, best first.
 */
order: Array<string>, } | { "kind": "pass", 
/**
 * Code of the stage; where it is left out, that of the visits.
 */
stage: string, 
/**
 * Every visit that gave ground.
 */
visits: Array<SeenVisit>, } | { "kind": "fail", 
/**
 * Code of the stage; where it is left out, that of the visits.
 */
stage: string, 
/**
 * Every visit that gave ground.
 */
visits: Array<SeenVisit>, } | { "kind": "settle-visit", 
/**
 * Code of the stage.
 */
stage: string, 
/**
 * Code of the entry.
 */
entry: string, 
/**
 * The claim, as it is worded.
 */
claim: string, 
/**
 * The visit that is right.
 */
chosen: string, } | { "kind": "settle-conflict", 
/**
 * Code of the judge whose statements differ.
 */
judge: string, 
/**
 * Code of the stage.
 */
stage: string, 
/**
 * Code of the entry.
 */
entry: string, 
/**
 * Hash of the hand-over whose value stands.
 */
chosen: string, } | { "kind": "accept-late", 
/**
 * Its hash.
 */
hand_over: string, } | { "kind": "publish" } | { "kind": "amend-entry", 
/**
 * Code of the entry.
 */
entry: string, 
/**
 * The title from now on.
 */
title?: string, 
/**
 * The agency from now on.
 */
agency?: string, 
/**
 * The category from now on.
 */
category?: string, 
/**
 * What it was known by; said of a decision that is taken, passed over when deciding.
 */
before?: Particulars, } | { "kind": "change-rules", 
/**
 * Hash of the rules before.
 */
from: string, 
/**
 * Hash of the rules after.
 */
to: string, 
/**
 * What becomes of marks given until then.
 */
marks: Array<CarryChoice>, } | { "kind": "undo", 
/**
 * Hash of that decision.
 */
decision: string, };

/**
 * Photos for a visit.
 */
export type AddPhotos = { 
/**
 * The visit's id.
 */
visit: string, 
/**
 * Full paths.
 */
files: Array<string>, 
/**
 * The bytes of pictures that have no path, for they were pasted, in base64.
 */
pasted?: Array<string>, };

/**
 * Which agencies owe an innovation.
 */
export type Agencies = { 
/**
 * What each owes; none when the rules ask for nothing.
 */
per_agency: number | null, 
/**
 * By agency.
 */
rows: Array<AgencyRow>, };

/**
 * One agency.
 */
export type AgencyRow = { 
/**
 * As first written.
 */
agency: string, 
/**
 * Its entries.
 */
entries: number, 
/**
 * How many are still owed.
 */
owes: number, };

/**
 * How the sheet scores of one entry become its stage score.
 */
export type AggregateKind = "mean" | "median" | "trimmed-mean" | "sum" | "standardised-mean";

/**
 * How far judges agree. Coefficients are decimals with ten significant digits at least.
 */
export type Agreement = { 
/**
 * Entries with a score.
 */
entries: number, 
/**
 * Judges who gave one.
 */
judges: number, 
/**
 * Scores there are.
 */
sheets: number, 
/**
 * Entries that every judge marked: on them the two ICC and W rest, alpha and severities on all.
 */
complete: number, 
/**
 * How far one judge's marks would do.
 */
icc21: string | null, 
/**
 * How far the mean of these judges will do.
 */
icc2k: string | null, 
/**
 * How alike judges order the entries, corrected for ties.
 */
kendall_w: string | null, 
/**
 * Agreement beyond chance, Krippendorff, interval.
 */
alpha: string | null, 
/**
 * `icc2k` in a word.
 */
reading: Reading | null, 
/**
 * Judges needed for a reliability.
 */
needed: Needed, 
/**
 * The judges.
 */
rows: Array<JudgeHabitsRow>, 
/**
 * Scores that stand out, the furthest first.
 */
outliers: Array<OutlierRow>, 
/**
 * Entries to talk about, the most disputed first.
 */
discuss: Array<DiscussRow>, 
/**
 * Why nothing can be said.
 */
refused: string | null, };

/**
 * Which judges.
 */
export type AgreementAsked = { 
/**
 * A result pack to look into; none means the competition file that is open.
 */
pack?: string, 
/**
 * The stage.
 */
stage: string, 
/**
 * Only this category.
 */
category?: string, };

/**
 * That an entry is known by something else than when it went out to judges.
 */
export type AmendedRow = { 
/**
 * Number of the decision.
 */
number: number, 
/**
 * When it was decided, RFC 3339.
 */
made_at: string, 
/**
 * Code of the entry.
 */
entry: string, 
/**
 * What it was known by.
 */
before: Particulars, 
/**
 * What it is known by since.
 */
after: Particulars, 
/**
 * Why.
 */
reason: string, 
/**
 * Whether the decision still holds.
 */
holds: boolean, 
/**
 * Judges whose hand-overs before it speak of the entry: they marked what it was before. By the clocks of their machines.
 */
marked_before: Array<string>, };

/**
 * What an attachment holds.
 */
export type AttachmentKind = "declarations" | "notes" | "persons" | "photos";

/**
 * One backup.
 */
export type BackupRow = { 
/**
 * Full path.
 */
file: string, 
/**
 * RFC 3339.
 */
made_at: string, 
/**
 * In bytes.
 */
bytes: number, };

/**
 * Backups of the open file.
 */
export type Backups = { 
/**
 * Newest first.
 */
rows: Array<BackupRow>, };

/**
 * A part of the difference as it is drawn.
 */
export type Bar = { 
/**
 * What it is.
 */
kind: BarKind, 
/**
 * Stage code; none of rounding and deductions.
 */
stage: string | null, 
/**
 * Criterion code; none where the stage is one part.
 */
criterion: string | null, 
/**
 * With one digit more than the rules round to, so that small parts can be seen.
 */
part: ExactFigure, 
/**
 * Where the bar begins and ends, in thousandths of the widest swing, counted from nought.
 */
from: number, 
/**
 * Where it ends.
 */
to: number, 
/**
 * The judges' parts of it, the largest first; empty where no judge can be named.
 */
judges: Array<JudgePart>, };

/**
 * What a bar is of.
 */
export type BarKind = "marks" | "deductions" | "rounding";

/**
 * What the rules can keep from the judges of a blind stage.
 */
export type BlindField = "agency" | "number" | "timestamp" | "innovator" | "nip" | "nik" | "position" | "email" | "phone" | "kind" | "form" | "phase" | "main_affair" | "related_affairs" | "basic_service" | "trial_date" | "start_date" | "summary" | "design" | "background" | "purpose" | "benefit" | "outcome" | "description" | "video" | "evidence" | "own_score" | "district" | "latitude" | "longitude" | "remarks";

/**
 * One thing that stands in the way of publishing. Which fields there are follows from the kind.
 */
export type Block = { 
/**
 * The kind.
 */
kind: PublicationBlockKind, 
/**
 * Of a conflict: the judge.
 */
judge: string | null, 
/**
 * The stage, of a conflict or of an entry at a gate.
 */
stage: string | null, 
/**
 * The entry, of a conflict or at a gate.
 */
entry: string | null, 
/**
 * What is not understood: the file and the place in it.
 */
what: string | null, };

/**
 * Who has filed what.
 */
export type Board = { 
/**
 * Judges, in order of code.
 */
rows: Array<BoardRow>, 
/**
 * Entries that have too few sheets or no judge at all.
 */
thin: Array<ThinRow>, 
/**
 * Hand-overs that came after the result was published; they count when the chair accepts them.
 */
late: Array<LateRow>, 
/**
 * What everyone still owes, as a text to paste into a message.
 */
reminder: string, };

/**
 * One judge in one category of one stage.
 */
export type BoardCell = { 
/**
 * Stage code.
 */
stage: string, 
/**
 * Category code.
 */
category: string, 
/**
 * Sheets to file.
 */
owed: number, 
/**
 * Final sheets filed.
 */
filed: number, 
/**
 * Entries the judge stands aside for.
 */
recused: number, 
/**
 * Unsettled conflicts.
 */
conflicts: number, };

/**
 * One judge.
 */
export type BoardRow = { 
/**
 * Code of the judge.
 */
judge: string, 
/**
 * Name of the judge.
 */
name: string, 
/**
 * How far the hand-overs are.
 */
state: JudgeState, 
/**
 * Number of the last hand-over in force.
 */
number: number | null, 
/**
 * When it was received, RFC 3339.
 */
received_at: string | null, 
/**
 * Hand-overs in the archive that a later one stands for.
 */
superseded: number, 
/**
 * Sheets to file.
 */
owed: number, 
/**
 * Final sheets filed.
 */
filed: number, 
/**
 * Drafts, which do not count.
 */
drafts: number, 
/**
 * Recusals.
 */
recused: number, 
/**
 * By stage and category.
 */
cells: Array<BoardCell>, 
/**
 * Codes of entries still owed, by stage: "penilaian: OPD-001, OPD-004".
 */
owes: Array<string>, };

/**
 * All marks that this judge has given in one stage. A working copy holds no other judge's marks.
 */
export type Calibration = { 
/**
 * The sheets with at least one mark, in the order in which they were last changed.
 */
sheets: Array<SheetMarks>, };

/**
 * The stage to look at.
 */
export type CalibrationAsked = { 
/**
 * Stage code.
 */
stage: string, };

/**
 * What is offered in place of taking back an entry that judges have.
 */
export type Carried = { 
/**
 * To withdraw the entry of this code.
 */
withdraws: string, };

/**
 * What becomes of the marks given for a criterion under earlier rules.
 */
export type Carry = "keep" | "rescale" | "again";

/**
 * What becomes of the marks of one criterion.
 */
export type CarryChoice = { 
/**
 * Stage code.
 */
stage: string, 
/**
 * Criterion code.
 */
criterion: string, 
/**
 * What becomes of them.
 */
carry: Carry, };

/**
 * A category with its entries counted.
 */
export type CategoryRow = { 
/**
 * Its code.
 */
code: string, 
/**
 * As printed.
 */
name: string, 
/**
 * How many entries.
 */
entries: number, };

/**
 * New entries of one category.
 */
export type CategoryTaken = { 
/**
 * Code of the category.
 */
category: string, 
/**
 * How many.
 */
taken: number, };

/**
 * A text for a category that the rules do not know.
 */
export type CategoryTextRow = { 
/**
 * As written; empty for rows that name none.
 */
text: string, 
/**
 * How many entries it concerns.
 */
rows: number, 
/**
 * The code of the category it was said to mean.
 */
meant: string | null, };

/**
 * Why the chair should look twice before deciding.
 */
export type Caution = "below-zero" | "moves-winner" | "no-effect";

/**
 * The chair's competition at a glance.
 */
export type ChairOverview = { 
/**
 * Members of the panel.
 */
judges: number, 
/**
 * How many of them have handed over at least once.
 */
handed_over: number, 
/**
 * Statements that differ and are not settled.
 */
conflicts: number, 
/**
 * Decisions that hold.
 */
decisions: number, 
/**
 * Whether the result is published, and when (RFC 3339).
 */
published_at: string | null, 
/**
 * Whether the final standing is another one by now: what follows a publication is a visible revision.
 */
changed_since_published: boolean, 
/**
 * Full path.
 */
file: string, 
/**
 * Name of the competition.
 */
name: string, 
/**
 * Who holds it.
 */
organizer: string, 
/**
 * Whether this is the shipped demonstration with invented marks.
 */
demo: boolean, 
/**
 * All stages, in order.
 */
stages: Array<StageRow>, 
/**
 * All categories, in order, with the entries in this file counted.
 */
categories: Array<CategoryRow>, 
/**
 * Entries in this file.
 */
entries: number, 
/**
 * Agencies behind them.
 */
agencies: number, 
/**
 * The last change, RFC 3339.
 */
saved_at: string | null, };

/**
 * One field of an entry that a newer workbook writes differently.
 */
export type ChangeRow = { 
/**
 * The entry.
 */
entry: string, 
/**
 * Its title, as stored.
 */
title: string, 
/**
 * The field.
 */
field: string, 
/**
 * As stored.
 */
before: string, 
/**
 * As in the workbook.
 */
after: string, };

/**
 * To change the rules.
 */
export type ChangeRules = { 
/**
 * The new rules, and what becomes of marks.
 */
rules: RulesAsked, 
/**
 * The reason, as it stands in the minutes; not empty.
 */
reason: string, };

/**
 * One thing that is wrong with a file.
 */
export type CheckFlaw = { 
/**
 * The kind.
 */
kind: FlawKind, 
/**
 * Where: the line of the journal, the tables, or the name under which the bytes are kept; of the database, SQLite's words.
 */
detail: string, 
/**
 * Why the contents cannot be read; only with `unreadable`.
 */
refusal: Error | null, };

/**
 * A packet of which the words are to be checked.
 */
export type CheckPacket = { 
/**
 * The `*.paket`.
 */
packet: string, 
/**
 * The six words.
 */
passphrase: string, };

/**
 * What checking a file found.
 */
export type Checked = { 
/**
 * Full path.
 */
file: string, 
/**
 * Whether nothing is wrong.
 */
sound: boolean, 
/**
 * How many lines the journal has.
 */
journal: number, 
/**
 * What was read with its signatures; none where it cannot be read.
 */
read: CheckedContents | null, 
/**
 * What is wrong.
 */
flaws: Array<CheckFlaw>, };

/**
 * What is in a file that was checked.
 */
export type CheckedContents = { 
/**
 * Entries.
 */
entries: number, 
/**
 * Judges.
 */
judges: number, 
/**
 * Hand-overs.
 */
hand_overs: number, 
/**
 * Decisions.
 */
decisions: number, };

/**
 * A mark to take away.
 */
export type ClearMark = { 
/**
 * Stage code.
 */
stage: string, 
/**
 * Entry code.
 */
entry: string, 
/**
 * Criterion code.
 */
criterion: string, };

/**
 * Why a column gives what it gives.
 */
export type ColumnReason = "heading" | "content" | "mapping" | "unknown" | "twice" | "blank";

/**
 * One column with what it is taken for.
 */
export type ColumnRow = { 
/**
 * `A`, `B` …
 */
letter: string, 
/**
 * Heading as written.
 */
heading: string, 
/**
 * What it gives.
 */
target: Target, 
/**
 * Why it is taken for that.
 */
reason: ColumnReason, 
/**
 * Some values below it.
 */
examples: Array<string>, };

/**
 * The chair confirms that entries are those of an earlier competition.
 */
export type ConfirmReturns = { 
/**
 * The earlier competition's file, which is only read.
 */
file: string, 
/**
 * Which entries are which.
 */
pairs: Array<ReturnPair>, };

/**
 * What a conflict of interest comes from.
 */
export type ConflictGround = "business" | "family" | "affiliation" | "other-work" | "other";

/**
 * Whether a conflict of interest is there or could seem so.
 */
export type ConflictKind = "actual" | "potential";

/**
 * One mark of one side.
 */
export type ConflictMark = { 
/**
 * Criterion code.
 */
criterion: string, 
/**
 * The mark.
 */
mark: string, 
/**
 * Whether the sides differ here.
 */
differs: boolean, };

/**
 * One judge, stage and entry on which hand-overs differ.
 */
export type ConflictRow = { 
/**
 * Judge code.
 */
judge: string, 
/**
 * Stage code.
 */
stage: string, 
/**
 * Entry code.
 */
entry: string, 
/**
 * Title of the entry.
 */
title: string, 
/**
 * The values, side by side.
 */
sides: Array<ConflictSide>, };

/**
 * One of the values.
 */
export type ConflictSide = { 
/**
 * The hand-over that holds it: what a decision names.
 */
hand_over: string, 
/**
 * Its number.
 */
number: number, 
/**
 * The device, as words.
 */
device: string, 
/**
 * When the device's clock says it was made, RFC 3339. Never decides.
 */
made_at: string, 
/**
 * What it says of the entry.
 */
state: SideState, 
/**
 * By criterion, in the rubric's order.
 */
marks: Array<ConflictMark>, 
/**
 * Remark or reason.
 */
remark: string, };

/**
 * Statements that differ.
 */
export type Conflicts = { 
/**
 * Unsettled ones.
 */
rows: Array<ConflictRow>, };

/**
 * Whether an entry has the sheets it takes.
 */
export type Covered = "fully" | "enough" | "too-few" | "too-few-judges" | "no-judge";

/**
 * One criterion, and what becomes of its marks.
 */
export type CriterionCarry = { 
/**
 * Stage code.
 */
stage: string, 
/**
 * Its name.
 */
stage_name: string, 
/**
 * Criterion code.
 */
criterion: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Whether a sheet without it counts.
 */
required: boolean, 
/**
 * What is different about it.
 */
state: CriterionChange, 
/**
 * The scale before.
 */
before: ScaleView | null, 
/**
 * The scale after.
 */
after: ScaleView | null, 
/**
 * Marks given so far, drafts too.
 */
marks: number, 
/**
 * What becomes of them; none where nothing is chosen, or the criterion is new or gone.
 */
carry: Carry | null, 
/**
 * Whether the chair must still choose.
 */
open: boolean, 
/**
 * What would become of some of the marks given.
 */
examples: Array<MarkMove>, };

/**
 * What changed rules make different about a criterion.
 */
export type CriterionChange = "same" | "words" | "scale" | "new" | "gone";

/**
 * What one criterion brings.
 */
export type CriterionScore = { 
/**
 * Code.
 */
code: string, 
/**
 * The judges' marks, aggregated; none when nobody gave one.
 */
mark: string | null, 
/**
 * Its contribution to the stage score.
 */
weighted: string, 
/**
 * The same in thousandths of the highest stage score there can be: the width of its part of a bar.
 */
permille: number, };

/**
 * One criterion.
 */
export type CriterionView = { 
/**
 * Its code.
 */
code: string, 
/**
 * The group it stands under.
 */
parent: string | null, 
/**
 * As printed.
 */
name: string, 
/**
 * Its weight.
 */
weight: string, 
/**
 * What marks it takes; none for a group.
 */
scale: ScaleView | null, 
/**
 * Whether a final sheet must have a mark for it.
 */
required: boolean, 
/**
 * Whether a mark needs a remark beside it.
 */
remark_required: boolean, 
/**
 * What to look at.
 */
guidance: string | null, };

/**
 * A cut.
 */
export type CutIf = { 
/**
 * By what.
 */
kind: ShortlistKind, 
/**
 * How many, the score to reach, or percent.
 */
value: string, };

/**
 * What a decision would do, before it is taken.
 */
export type DecisionEffects = { 
/**
 * Entries whose place, score or status in the final standing would be another.
 */
moved: Array<Moved>, 
/**
 * The same in the standing of the stage that the decision names, if it names one.
 */
moved_in_stage: Array<Moved>, 
/**
 * Why the chair should look twice; nothing for most.
 */
cautions: Array<Caution>, };

/**
 * One decision.
 */
export type DecisionRow = { 
/**
 * 1, 2, 3 …
 */
number: number, 
/**
 * Its hash, by which it is named.
 */
hash: string, 
/**
 * When it was made, RFC 3339.
 */
made_at: string, 
/**
 * What was decided.
 */
act: Act, 
/**
 * The reason, as it stands in the minutes.
 */
reason: string, 
/**
 * Whether it still holds: no later decision undid it.
 */
holds: boolean, };

/**
 * All decisions.
 */
export type Decisions = { 
/**
 * Newest first.
 */
rows: Array<DecisionRow>, };

/**
 * A declaration was changed.
 */
export type DeclarationChanged = { 
/**
 * The entry as it is declared now.
 */
row: DeclarationRow, 
/**
 * Its sheets as they are on the desk now, one for each stage in which the judge marks it.
 */
sheets: Array<DeskRow>, 
/**
 * What undo and redo would do now.
 */
undoable: Undoable, };

/**
 * One entry, and what is declared of it.
 */
export type DeclarationRow = { 
/**
 * Entry code.
 */
entry: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Agency behind it.
 */
agency: string, 
/**
 * Category code.
 */
category: string, 
/**
 * Marks given to it so far, in all stages: an actual conflict deletes them.
 */
marks: number, 
/**
 * The conflict that is declared.
 */
conflict: DeclaredConflict | null, };

/**
 * The declaration of a working copy's judge: “I have no conflict of interest with these entries, except those marked.”
 */
export type DeclarationView = { 
/**
 * When the judge declared so, RFC 3339; none as long as it was not said. Conflicts may change after it.
 */
declared_at: string | null, 
/**
 * Every entry that the judge is to mark or visit, by category and code.
 */
rows: Array<DeclarationRow>, 
/**
 * What undo and redo would do now.
 */
undoable: Undoable, };

/**
 * A conflict of interest to declare, in place of what was declared of the entry before.
 */
export type Declare = { 
/**
 * Entry code.
 */
entry: string, 
/**
 * `actual`: the judge stands aside, and marks given so far are deleted.
 */
kind: ConflictKind, 
/**
 * What it comes from; `other` needs a text.
 */
ground: ConflictGround, 
/**
 * In the judge's words.
 */
text: string, };

/**
 * A conflict of interest with one entry.
 */
export type DeclaredConflict = { 
/**
 * Whether the judge stands aside.
 */
kind: ConflictKind, 
/**
 * What it comes from.
 */
ground: ConflictGround, 
/**
 * In the judge's words; may be empty.
 */
text: string, 
/**
 * The only stage it holds in; none: wherever the entry is judged.
 */
stage: string | null, };

/**
 * The entry whose declaration is taken back.
 */
export type DeclaredEntry = { 
/**
 * Entry code.
 */
entry: string, };

/**
 * A conflict of interest with an entry.
 */
export type DeclaredRow = { 
/**
 * Entry code.
 */
entry: string, 
/**
 * Its title; empty when the competition has no such entry.
 */
title: string, 
/**
 * What is declared.
 */
conflict: DeclaredConflict, };

/**
 * One mark.
 */
export type DeskMark = { 
/**
 * Criterion code.
 */
criterion: string, 
/**
 * On the criterion's scale.
 */
mark: string, 
/**
 * Beside it; empty for none.
 */
remark: string, };

/**
 * A judge's working copy at a glance.
 */
export type DeskOverview = { 
/**
 * The judge's code.
 */
judge: string, 
/**
 * The judge's name.
 */
judge_name: string, 
/**
 * What there is to mark, by stage; only stages in which the judge has entries.
 */
work: Array<StageWork>, 
/**
 * What was handed over last.
 */
last_hand_over: LastHandOver | null, 
/**
 * Full path.
 */
file: string, 
/**
 * Name of the competition.
 */
name: string, 
/**
 * Who holds it.
 */
organizer: string, 
/**
 * Whether this is the shipped demonstration with invented marks.
 */
demo: boolean, 
/**
 * All stages, in order.
 */
stages: Array<StageRow>, 
/**
 * All categories, in order, with the entries in this file counted.
 */
categories: Array<CategoryRow>, 
/**
 * Entries in this file.
 */
entries: number, 
/**
 * Agencies behind them.
 */
agencies: number, 
/**
 * The last change, RFC 3339.
 */
saved_at: string | null, };

/**
 * One sheet at a glance.
 */
export type DeskRow = { 
/**
 * Stage code.
 */
stage: string, 
/**
 * Entry code.
 */
entry: string, 
/**
 * The entry's title.
 */
title: string, 
/**
 * Category code.
 */
category: string, 
/**
 * Agency behind the entry.
 */
agency: string, 
/**
 * How far the sheet is.
 */
state: DeskState, 
/**
 * The score; none while a required mark is missing.
 */
score: string | null, 
/**
 * Criteria whose required mark or remark is missing.
 */
missing: Array<string>, 
/**
 * The conflict of interest declared of the entry in this stage.
 */
conflict: ConflictKind | null, 
/**
 * Sorting by this, then by code, gives the judge's own shuffled order, the same on every day.
 */
shuffled: number, };

/**
 * One sheet, and the entry it speaks of.
 */
export type DeskSheet = { 
/**
 * Stage code.
 */
stage: string, 
/**
 * Entry code.
 */
entry: string, 
/**
 * How far it is.
 */
state: DeskState, 
/**
 * Marks given, in printed order. A criterion that is not here has none; that is never zero.
 */
marks: Array<DeskMark>, 
/**
 * On the whole entry; empty for none.
 */
remark: string, 
/**
 * What the judge noted for nobody else; empty for none.
 */
note: string, 
/**
 * Whether the judge chose that the note goes along with a hand-over.
 */
note_handed_over: boolean, 
/**
 * Why the judge stands aside, if so.
 */
recusal: string | null, 
/**
 * The conflict of interest declared of the entry in this stage, actual or potential.
 */
conflict: DeclaredConflict | null, 
/**
 * The score, rounded as the rules say; none while a required mark is missing.
 */
score: string | null, 
/**
 * The same as it goes into the stage score, a fraction: `1749/20`.
 */
exact: string | null, 
/**
 * The score of the marks given so far, rounded.
 */
running: string | null, 
/**
 * Criteria whose required mark or remark is missing.
 */
missing: Array<string>, 
/**
 * All that was registered of the entry.
 */
registration: EntryRow, 
/**
 * What the entry was known by when the sheet was last changed, where the chair amended it since.
 */
marked_as: Particulars | null, };

/**
 * A stage with what this judge marks in it.
 */
export type DeskStage = { 
/**
 * Its code.
 */
code: string, 
/**
 * As printed.
 */
name: string, 
/**
 * Last day, `2023-11-20`.
 */
to: string | null, 
/**
 * The score of a sheet with the highest mark everywhere.
 */
highest: string | null, 
/**
 * The criteria this judge marks, and the groups above them, in printed order.
 */
criteria: Array<CriterionView>, };

/**
 * How far a sheet is.
 */
export type DeskState = "untouched" | "begun" | "final" | "recused";

/**
 * The desk of a working copy's judge. Scores are decimals as text, rounded as the rules say.
 */
export type DeskView = { 
/**
 * The stages in which this judge files sheets, in order.
 */
stages: Array<DeskStage>, 
/**
 * One for each sheet the judge is to file: by stage, category and code.
 */
rows: Array<DeskRow>, 
/**
 * What undo and redo would do now.
 */
undoable: Undoable, };

/**
 * An entry to talk about.
 */
export type DiscussRow = { 
/**
 * Entry code.
 */
entry: string, 
/**
 * Title.
 */
title: string, 
/**
 * How far its judges are apart, severities taken off.
 */
spread: string, 
/**
 * How far they were to be expected.
 */
expected: string, 
/**
 * Who gave least for what the judge usually gives.
 */
lowest: JudgeGave, 
/**
 * Who gave most.
 */
highest: JudgeGave, };

/**
 * A row that looks like another, or like an entry that is here.
 */
export type DuplicateRow = { 
/**
 * The row's sheet.
 */
sheet: string, 
/**
 * The row.
 */
row: number, 
/**
 * How like they are.
 */
likeness: Likeness, 
/**
 * The sheet of the row it is like, when that stands in the same workbook.
 */
other_sheet: string | null, 
/**
 * That row.
 */
other_row: number | null, 
/**
 * The entry it is like, when that is here already.
 */
other_entry: string | null, 
/**
 * What either says where they differ; title, agency and category in every case.
 */
fields: Array<PairField>, 
/**
 * Whether it is not taken until something is said.
 */
waits: boolean, 
/**
 * What was decided.
 */
choice: RowAnswer | null, 
/**
 * Whether at an earlier import.
 */
remembered: boolean, };

/**
 * What would be different.
 */
export type Effects = { 
/**
 * Sheets that count now.
 */
sheets: number, 
/**
 * Of these, those to be scored again.
 */
again: number, 
/**
 * By judge, where there are any.
 */
judges: Array<JudgeAgain>, 
/**
 * Entries whose place, score or status in the final standing would be another.
 */
moved: Array<Moved>, };

/**
 * Which entries to list.
 */
export type EntriesAsked = { 
/**
 * Only of this category.
 */
category?: string, 
/**
 * Only with these words in title, agency or code.
 */
search?: string, 
/**
 * How many to pass over.
 */
offset?: number, 
/**
 * How many at most; none means all.
 */
limit?: number, };

/**
 * Some entries, and how many there are in all.
 */
export type EntriesPage = { 
/**
 * How many fit what was asked.
 */
total: number, 
/**
 * In order of category and code.
 */
rows: Array<EntryRow>, };

/**
 * What is to change of an entry; what is not named stays.
 */
export type EntryEdited = { 
/**
 * Its code.
 */
entry: string, 
/**
 * Another title.
 */
title?: string, 
/**
 * Another agency.
 */
agency?: string, 
/**
 * Another category.
 */
category?: string, 
/**
 * Other fields by name; an empty text takes one away.
 */
fields: { [key in string]: string }, };

/**
 * What the judges gave one entry.
 */
export type EntryPlot = { 
/**
 * Entry code.
 */
entry: string, 
/**
 * Title.
 */
title: string, 
/**
 * By judge, in the order of the judges; none where there is no score.
 */
cells: Array<PlotPoint | null>, };

/**
 * One entry. The named fields stand beside the others, by their English names.
 */
export type EntryRow = { 
/**
 * Its code, `OPD-007`.
 */
entry: string, 
/**
 * Title of the innovation.
 */
title: string, 
/**
 * Agency behind it.
 */
agency: string, 
/**
 * Category code.
 */
category: string, 
/**
 * Columns without a known meaning.
 */
other: Array<Labelled>, 
/**
 * Where it stood; no file for one that was added by hand.
 */
source: SourceRow, 
/**
 * In the chair's list: whether judges have it already, so that title, agency and category change only by decision.
 */
given_out: boolean, } & ({ [key in string]: string });

/**
 * A refusal: a code to translate by, what it is about, and the same in plain English.
 */
export type Error = { 
/**
 * Stable kebab-case name: `file-in-use`, `mark-outside-scale`.
 */
code: string, 
/**
 * What the message speaks of, by name: `file`, `row`, `column`, `criterion` …
 */
params: { [key in string]: string }, 
/**
 * The whole in English, with the place.
 */
message: string, 
/**
 * What the user can do.
 */
hint: string | null, 
/**
 * Everything that is wrong with a text that a person wrote, by line. Empty where no such text was refused.
 */
problems?: Array<TextProblem>, };

/**
 * A number as shown and exactly.
 */
export type ExactFigure = { 
/**
 * With the digits of the rules: `-0.42`.
 */
shown: string, 
/**
 * As a fraction in lowest terms.
 */
exact: string, };

/**
 * Which entry, against which.
 */
export type ExplainAsked = { 
/**
 * A result pack to look into; none means the competition file that is open.
 */
pack?: string, 
/**
 * Of this stage; none means the final standing.
 */
stage?: string, 
/**
 * The category of both.
 */
category: string, 
/**
 * The entry.
 */
a: string, 
/**
 * The one it is set against; none explains the score alone.
 */
b?: string, };

/**
 * Terms, rounding and deductions sum to the difference.
 */
export type Explained = { 
/**
 * The entry.
 */
a: string, 
/**
 * The one it is set against.
 */
b: string | null, 
/**
 * What is explained: of two the difference of their rounded scores, of one the rounded score.
 */
difference: ExactFigure, 
/**
 * What makes it up: above nought where `a` gains.
 */
terms: Array<Term>, 
/**
 * What roundings put between the two.
 */
rounding: string, 
/**
 * What deductions put between the two.
 */
deductions: string, 
/**
 * The step of the ladder that parted the two.
 */
decided_by: string | null, 
/**
 * Where the two stand: one, or both.
 */
sides: Array<ExplainedSide>, 
/**
 * The stages that count.
 */
stages: Array<ExplainedStage>, 
/**
 * The terms summed by stage and criterion, rounding and deductions, the largest first: for showing.
 */
bars: Array<Bar>, };

/**
 * A sheet that counts.
 */
export type ExplainedSheet = { 
/**
 * Entry code.
 */
entry: string, 
/**
 * Judge code.
 */
judge: string, 
/**
 * Its score, with the digits of the rules; none in a stage judged by criterion.
 */
score: string | null, 
/**
 * Whether it stays in a median or trimmed mean.
 */
stays: boolean, 
/**
 * The marks, in the order of the criteria; none where there is no mark.
 */
marks: Array<string | null>, };

/**
 * One of the two.
 */
export type ExplainedSide = { 
/**
 * Entry code.
 */
entry: string, 
/**
 * Title.
 */
title: string, 
/**
 * Its rank; none when it is listed apart.
 */
rank: number | null, 
/**
 * Its score.
 */
score: ExactFigure, 
/**
 * What decisions took off it, as shown; none where nothing was.
 */
deducted: string | null, };

/**
 * One stage that counts.
 */
export type ExplainedStage = { 
/**
 * Stage code.
 */
stage: string, 
/**
 * As printed.
 */
name: string, 
/**
 * What part of the score it is, in percent.
 */
share: string, 
/**
 * How far it is split into terms.
 */
split: Split, 
/**
 * Its part of the difference.
 */
part: ExactFigure, 
/**
 * The criteria that take marks, in printed order.
 */
criteria: Array<NamedCriterion>, 
/**
 * The sheets that count, of the one and then of the other.
 */
sheets: Array<ExplainedSheet>, };

/**
 * Which documents to write, and where; any of them.
 */
export type ExportAsked = { 
/**
 * Winner list, XLSX.
 */
winners?: string, 
/**
 * All sheets' scores, XLSX.
 */
recap?: string, 
/**
 * Winner list, CSV.
 */
csv?: string, 
/**
 * The entries as registered, XLSX; imports again as the same entries.
 */
entries?: string, 
/**
 * Result pack.
 */
pack?: string, 
/**
 * What goes along in the result pack beside the statements; nothing, unless the chair says so.
 */
with?: Array<AttachmentKind>, };

/**
 * What a field of a result says.
 */
export type FieldValue = { "kind": "text", "value": string } | { "kind": "flag", "value": boolean } | { "kind": "status", "value": Status } | { "kind": "obstacle", "value": ObstacleKind } | { "kind": "outcome", "value": SheetOutcomeKind };

/**
 * One file on this machine.
 */
export type File = { 
/**
 * Full path.
 */
file: string, };

/**
 * Files to look at or to merge.
 */
export type Files = { 
/**
 * Full paths.
 */
files: Array<string>, };

/**
 * A score form that came back.
 */
export type FilledForm = { 
/**
 * The workbook.
 */
file: string, 
/**
 * Why the chair enters it on the judge's behalf; not empty.
 */
reason: string, };

/**
 * The kinds of doubt.
 */
export type FindingCode = "no-title" | "unknown-category" | "suspected-duplicate" | "similar-title" | "same-title" | "similar-entry" | "other-category" | "damaged-nip" | "damaged-nik" | "damaged-number" | "odd-nip" | "odd-nik" | "odd-phone" | "odd-email" | "phone-restored" | "unreadable-date" | "date-from-number" | "month-first-date" | "short-year" | "odd-year" | "ambiguous-number" | "unreadable-number" | "unknown-option" | "option-folded" | "hidden-characters" | "text-cut" | "error-cell" | "continued-row" | "no-agency" | "title-names-agency" | "agency-repeated" | "category-repeated" | "category-folded" | "category-conflict" | "swapped-kind-form" | "column-by-content" | "column-twice" | "unreadable-mark" | "ambiguous-mark" | "mark-outside-scale" | "remark-without-mark" | "mark-without-entry" | "entry-twice" | "other-table";

/**
 * One doubt.
 */
export type FindingRow = { 
/**
 * What kind of doubt.
 */
code: FindingCode, 
/**
 * How much it matters.
 */
severity: Severity, 
/**
 * Sheet name.
 */
sheet: string, 
/**
 * From 1.
 */
row: number | null, 
/**
 * `G`.
 */
column: string | null, 
/**
 * The cell as it stands.
 */
cell: string | null, 
/**
 * What was made of it.
 */
made: string | null, 
/**
 * What the user can do.
 */
hint: string, };

/**
 * How often an entry is where it is, in a word.
 */
export type Firm = "always" | "sometimes" | "never";

/**
 * One place that matters.
 */
export type FirmPlace = { 
/**
 * Category code.
 */
category: string, 
/**
 * `winner`, `prize-2` … or `cut`.
 */
boundary: string, 
/**
 * The entries with that rank; at the cut the last ones inside.
 */
above: Array<string>, 
/**
 * The next ones below.
 */
below: Array<string>, 
/**
 * How far their rounded scores are apart, with the digits of the rules; none when nobody is below.
 */
margin: string | null, 
/**
 * The smallest change of one mark that changes who stands there.
 */
mark: MarkMargin | null, 
/**
 * Why none is named.
 */
no_mark: NoChange | null, 
/**
 * The smallest change of one weight that does.
 */
weight: WeightMargin | null, 
/**
 * Why none is named.
 */
no_weight: NoChange | null, 
/**
 * Whether the distance is smaller than entries of equal worth differ by chance.
 */
within_disagreement: boolean, };

/**
 * How firm standings are: advisory, never part of a result.
 */
export type Firmness = { 
/**
 * The places that matter.
 */
rows: Array<FirmPlace>, 
/**
 * What would be without each judge.
 */
without: Array<WithoutJudge>, 
/**
 * What other judges of the same kind would say.
 */
resampled: Array<ResampledEntry>, 
/**
 * How the judges of each category were resampled, or why not.
 */
resampling: Array<ResamplingRow>, 
/**
 * What other weights would say.
 */
weights: OtherWeights, };

/**
 * Which standings.
 */
export type FirmnessAsked = { 
/**
 * A result pack to look into; none means the competition file that is open.
 */
pack?: string, 
/**
 * Of this stage; none means the final standing.
 */
stage?: string, 
/**
 * Only this category.
 */
category?: string, };

/**
 * What can be wrong with a file.
 */
export type FlawKind = "structure" | "reference" | "journal-gap" | "journal-parted" | "journal-changed" | "bytes" | "missing" | "not-understood" | "unreadable";

/**
 * A folder into which hand-overs come, for example one that is synchronised.
 */
export type Folder = { 
/**
 * Full path.
 */
folder: string, };

/**
 * An entry of which the chair no longer says that it competed before.
 */
export type ForgetReturn = { 
/**
 * Code of the entry.
 */
entry: string, };

/**
 * A score form for a judge without the program.
 */
export type FormAsked = { 
/**
 * Code of the judge it is for.
 */
judge: string, 
/**
 * Code of the stage it is for.
 */
stage: string, 
/**
 * Where to write the workbook.
 */
out: string, };

/**
 * What a filled form became: a hand-over entered by the chair.
 */
export type FormEntered = { 
/**
 * Code of the judge on whose behalf it was entered.
 */
judge: string, 
/**
 * Code of the stage.
 */
stage: string, 
/**
 * Number of the hand-over, counted on this device.
 */
number: number, 
/**
 * Its hash, by which it is named.
 */
hash: string, 
/**
 * Sheets that are complete, and so final.
 */
final_sheets: number, 
/**
 * Sheets with marks missing, which do not count.
 */
draft_sheets: number, };

/**
 * A claim with what an earlier visit found of it.
 */
export type FoundBeforeRow = { 
/**
 * What was claimed.
 */
text: string, 
/**
 * What the proposal said.
 */
claimed: string, 
/**
 * What was found.
 */
found: string, 
/**
 * In what both were counted.
 */
unit: string | null, 
/**
 * What came of it.
 */
verdict: Verdict, 
/**
 * The day of the visit, `2022-11-21`.
 */
day: string | null, };

/**
 * What was decided of an entry at a gate.
 */
export type GateState = "waiting" | "passed" | "failed";

/**
 * One row as it stands.
 */
export type GridRow = { 
/**
 * From 1.
 */
row: number, 
/**
 * Shown text of each column of [`ImportPreview::columns`].
 */
cells: Array<string>, 
/**
 * Why it was left; none where it was taken.
 */
left: SkipKind | null, };

/**
 * To hand over.
 */
export type HandOverAsked = { 
/**
 * Where to write the file.
 */
out: string, 
/**
 * Why drafts or untouched sheets remain; needed where the summary says so. The chair reads it with the hand-over.
 */
why?: string, 
/**
 * Whether photos that the file of an earlier hand-over held go along once more: the chair may never have got that file.
 */
all_photos?: boolean, };

/**
 * What the next hand-over says, before it is made. Stages in which the judge has not begun are left out, for they may be
 * weeks away; where none is begun, the first one is in it.
 */
export type HandOverSummary = { 
/**
 * The judge's code.
 */
judge: string, 
/**
 * The number it would have: 1, 2, 3 …
 */
number: number, 
/**
 * A name for the file, of judge, number and date: `J1-2-2026-11-25.nilai`.
 */
file_name: string, 
/**
 * The judge's keys as six words, to be read out by telephone.
 */
fingerprint: string, 
/**
 * Sheets that are final and complete.
 */
finals: number, 
/**
 * Sheets that are begun; they do not count.
 */
drafts: number, 
/**
 * Sheets with nothing said.
 */
untouched: number, 
/**
 * Sheets that are begun and lack a required mark or remark.
 */
missing: number, 
/**
 * Sheets for which the judge stands aside.
 */
recused: number, 
/**
 * Sheets of entries with a potential conflict of interest.
 */
declared: number, 
/**
 * When the judge declared to have no other conflict of interest, RFC 3339; none yet.
 */
declared_at: string | null, 
/**
 * Private notes that the judge chose to hand over.
 */
notes: number, 
/**
 * Visits.
 */
visits: number, 
/**
 * Sheets that say something else than the last hand-over.
 */
changed: number, 
/**
 * Whether drafts or untouched sheets remain, so that handing over needs a reason.
 */
why_needed: boolean, 
/**
 * The last hand-over from this device.
 */
last: LastHandOver | null, 
/**
 * The sheets, by stage, category and code.
 */
rows: Array<SummaryRow>, };

/**
 * What a hand-over is to a competition.
 */
export type HandOverVerdict = "new" | "newer" | "same" | "older" | "conflict" | "refused";

/**
 * One mark as it was handed over.
 */
export type HandedMark = { 
/**
 * Criterion code.
 */
criterion: string, 
/**
 * Decimal.
 */
mark: string, 
/**
 * Beside it; empty for none.
 */
remark: string, };

/**
 * A hand-over was written.
 */
export type HandedOver = { 
/**
 * Full path.
 */
file: string, 
/**
 * Code of the judge.
 */
judge: string, 
/**
 * 1, 2, 3 …
 */
number: number, 
/**
 * Its name.
 */
hash: string, 
/**
 * Final sheets in it.
 */
sheets: number, 
/**
 * Drafts in it, which do not count.
 */
drafts: number, 
/**
 * Recusals in it.
 */
recusals: number, 
/**
 * Visits in it.
 */
visits: number, 
/**
 * Photos that the file leaves out because an earlier one held them.
 */
left_out: number, 
/**
 * The judge's keys as six words, to be read out by telephone.
 */
fingerprint: string, };

/**
 * One sheet as it was handed over.
 */
export type HandedSheet = { 
/**
 * Stage code.
 */
stage: string, 
/**
 * Entry code.
 */
entry: string, 
/**
 * The entry's title.
 */
title: string, 
/**
 * How far the sheet was.
 */
state: DeskState, 
/**
 * The marks, by criterion.
 */
marks: Array<HandedMark>, 
/**
 * The remark on the entry; empty for none.
 */
remark: string, 
/**
 * What is different now; none where the desk says the same.
 */
change: SheetChange | null, };

/**
 * What to read, and what the user has decided about it.
 */
export type ImportAsked = { 
/**
 * Full path of the workbook.
 */
file: string, 
/**
 * Instead of the sheet guessed.
 */
sheet?: string, 
/**
 * All entries go into this category.
 */
category?: string, 
/**
 * Path of a mapping in TOML.
 */
map?: string, 
/**
 * Column letter → what the column gives, correcting the guess.
 */
columns?: { [key in string]: Target }, 
/**
 * First and last row of the heading, from 1, correcting the guess.
 */
heading?: [number, number], 
/**
 * Text that the rules do not know → code of the category it means; the empty text speaks of rows that name none.
 */
categories?: { [key in string]: string }, 
/**
 * Whether the mapping remembered for workbooks of this shape is left aside.
 */
forget_mapping?: boolean, 
/**
 * Row (`252`, or `SHEET!252` where several sheets are read) → what becomes of it.
 */
rows?: { [key in string]: RowAnswer }, 
/**
 * Changed entries that are to be taken over, by code, or one field of one (`OPD-003/phone`); all others stay.
 */
changes?: Array<string>, 
/**
 * Take over every change.
 */
take_all_changes?: boolean, };

/**
 * What an import did, or would do.
 */
export type ImportOutcome = { 
/**
 * New entries.
 */
taken: number, 
/**
 * Entries that are here and written differently in the workbook.
 */
changed: number, 
/**
 * Entries already here, the same.
 */
unchanged: number, 
/**
 * Rows left, with the reason.
 */
skipped: Array<SkippedRow>, 
/**
 * Every doubt.
 */
findings: Array<FindingRow>, 
/**
 * Changed entries, field by field.
 */
changes: Array<ChangeRow>, 
/**
 * Titles and agencies of entries that judges have already: no import takes them over, a decision does.
 */
by_decision: Array<ChangeRow>, 
/**
 * Codes of the changed entries whose changes were taken over; the others stay as they are.
 */
taken_over: Array<string>, 
/**
 * New entries by category, in the order of the rules.
 */
categories: Array<CategoryTaken>, 
/**
 * Rows that may be one innovation with another, side by side with it.
 */
duplicates: Array<DuplicateRow>, 
/**
 * Answers that concern no row, by the row they name.
 */
unused: Array<string>, };

/**
 * How a workbook was understood, and what importing it would do.
 */
export type ImportPreview = { 
/**
 * File name.
 */
file: string, 
/**
 * The sheet read.
 */
sheet: string, 
/**
 * All sheets of the workbook.
 */
sheets: Array<SheetRow>, 
/**
 * First heading row, from 1.
 */
heading_from: number, 
/**
 * Last heading row.
 */
heading_to: number, 
/**
 * The columns with what each is taken for.
 */
columns: Array<ColumnRow>, 
/**
 * The first rows as they stand.
 */
grid: Array<GridRow>, 
/**
 * The last row of the sheet.
 */
last_row: number, 
/**
 * What importing would do.
 */
outcome: ImportOutcome, 
/**
 * Texts for categories that the rules do not know, with what was said of them.
 */
categories: Array<CategoryTextRow>, 
/**
 * Whether a saved mapping for a workbook of this shape was applied.
 */
remembered: boolean, };

/**
 * Which lines of the journal.
 */
export type JournalAsked = { 
/**
 * Only this operation.
 */
op?: OpKind, 
/**
 * Only with this text in subject or detail.
 */
search?: string, 
/**
 * Only lines before this one.
 */
before?: number, 
/**
 * How many at most.
 */
limit?: number, };

/**
 * Lines of the journal.
 */
export type JournalPage = { 
/**
 * Newest first; the next page begins before the last one's `seq`.
 */
rows: Array<JournalRow>, };

/**
 * One line.
 */
export type JournalRow = { 
/**
 * From 1.
 */
seq: number, 
/**
 * RFC 3339.
 */
at: string, 
/**
 * The device, as words.
 */
device: string, 
/**
 * The kind of operation.
 */
op: OpKind, 
/**
 * What it was about.
 */
subject: string, 
/**
 * Before and after, as JSON text.
 */
detail: string, 
/**
 * Its hash.
 */
hash: string, };

/**
 * What one judge is to score again.
 */
export type JudgeAgain = { 
/**
 * Code of the judge.
 */
judge: string, 
/**
 * Name of the judge.
 */
name: string, 
/**
 * Sheets that count now.
 */
sheets: number, 
/**
 * Of these, those to be scored again.
 */
again: number, };

/**
 * What one judge gave.
 */
export type JudgeGave = { 
/**
 * Judge code.
 */
judge: string, 
/**
 * The score.
 */
score: string, };

/**
 * How one judge marks.
 */
export type JudgeHabitsRow = { 
/**
 * Judge code.
 */
judge: string, 
/**
 * Name.
 */
name: string, 
/**
 * The judge's adjusted mean less all: below nought is strict.
 */
severity: string, 
/**
 * The same with the digits of the rules.
 */
severity_shown: string, 
/**
 * The spread of the judge's scores.
 */
spread: string | null, 
/**
 * The same with the digits of the rules.
 */
spread_shown: string | null, 
/**
 * How many scores the judge gave.
 */
sheets: number, 
/**
 * Whether the judge marks everything alike.
 */
alike: boolean, 
/**
 * From the first to the last sheet; none where the order is not known. Below nought the judge grew stricter.
 */
drift: string | null, 
/**
 * Whether that is more than chance.
 */
drift_clear: boolean, };

/**
 * What one judge tells in one hand-over.
 */
export type JudgeMessage = { 
/**
 * Code of the judge.
 */
judge: string, 
/**
 * Name of the judge.
 */
name: string, 
/**
 * Number of the hand-over.
 */
number: number, 
/**
 * Name of the hand-over.
 */
hand_over: string, 
/**
 * When the device's clock says it was made, RFC 3339.
 */
made_at: string, 
/**
 * What is told.
 */
message: Message, };

/**
 * One judge's part of a bar.
 */
export type JudgePart = { 
/**
 * Judge code.
 */
judge: string, 
/**
 * As the bar's part.
 */
part: ExactFigure, };

/**
 * How one judge's scores lie.
 */
export type JudgePlot = { 
/**
 * Judge code.
 */
judge: string, 
/**
 * Name.
 */
name: string, 
/**
 * How many scores.
 */
sheets: number, 
/**
 * The lowest, the quartiles and the highest.
 */
five: [PlotPoint, PlotPoint, PlotPoint, PlotPoint, PlotPoint], 
/**
 * All of them.
 */
points: Array<number>, };

/**
 * One judge.
 */
export type JudgeRow = { 
/**
 * Code of the judge.
 */
judge: string, 
/**
 * Name of the judge.
 */
name: string, 
/**
 * The judge's post outside the panel; empty where it is not known.
 */
post: string, 
/**
 * Where.
 */
institution: string, 
/**
 * The number of a civil servant.
 */
nip: string, 
/**
 * Stages assigned; none means all.
 */
stages: Array<string>, 
/**
 * Categories assigned; none means all.
 */
categories: Array<string>, 
/**
 * Entries assigned; none means all.
 */
entries: Array<string>, 
/**
 * Criteria assigned; none means all.
 */
criteria: Array<string>, 
/**
 * How many sheets the judge is to file.
 */
owed: number, 
/**
 * What the judge's packet leaves out of the entries, because a stage is judged blind.
 */
left_out: Array<BlindField>, 
/**
 * Entries of the packet whose titles name the agency that it leaves out.
 */
telling_titles: Array<string>, 
/**
 * When the last packet was made, RFC 3339.
 */
packet_at: string | null, 
/**
 * Whether name or assignment were changed since: the judge needs a new packet.
 */
packet_is_old: boolean, 
/**
 * Devices that have handed over, as words to compare by telephone.
 */
devices: Array<string>, 
/**
 * What the judge tells beside the marks in the last hand-over: conflicts of interest, notes, why something is not final.
 * Several where several devices speak.
 */
messages: Array<Message>, };

/**
 * How far a judge's hand-overs are.
 */
export type JudgeState = "no-packet" | "none" | "opened" | "received" | "complete" | "stale-rules" | "conflict";

/**
 * All judges.
 */
export type Judges = { 
/**
 * In order of code.
 */
rows: Array<JudgeRow>, };

/**
 * Where keys are kept.
 */
export type KeyPlace = "keychain" | "file";

/**
 * Keys were written, sealed to a passphrase that is kept nowhere.
 */
export type KeysBackedUp = { 
/**
 * Full path.
 */
file: string, 
/**
 * Six words; shown once.
 */
passphrase: string, 
/**
 * The keys as words, to compare by telephone.
 */
fingerprint: string, };

/**
 * A backup of keys to take over.
 */
export type KeysBackup = { 
/**
 * Full path.
 */
file: string, 
/**
 * The six words.
 */
passphrase: string, };

/**
 * A heading with its value.
 */
export type Labelled = { 
/**
 * The heading of the column.
 */
label: string, 
/**
 * What stands below it.
 */
value: string, };

/**
 * The last hand-over from this device.
 */
export type LastHandOver = { 
/**
 * 1, 2, 3 …
 */
number: number, 
/**
 * When it was made, RFC 3339.
 */
made_at: string, 
/**
 * Whether something has been marked, reported or stood aside for since.
 */
outdated: boolean, };

/**
 * A hand-over that came after the result was published.
 */
export type LateRow = { 
/**
 * What a decision names.
 */
hand_over: string, 
/**
 * Judge code.
 */
judge: string, 
/**
 * Its number.
 */
number: number, 
/**
 * When it was received, RFC 3339.
 */
received_at: string, };

/**
 * One criterion in the legend.
 */
export type LegendRow = { 
/**
 * Code.
 */
code: string, 
/**
 * As printed.
 */
name: string, 
/**
 * Weight.
 */
weight: string, 
/**
 * The most that it can bring to the stage score.
 */
most: string | null, 
/**
 * The same in thousandths of the highest stage score there can be.
 */
permille: number, };

/**
 * One level.
 */
export type LevelView = { 
/**
 * The mark it stands for.
 */
value: string, 
/**
 * Its descriptor.
 */
label: string, };

/**
 * How like two rows are.
 */
export type Likeness = "same" | "near-title" | "same-title";

/**
 * A mark that differs.
 */
export type MarkChange = { 
/**
 * Criterion code.
 */
criterion: string, 
/**
 * Then; none for no mark.
 */
before: string | null, 
/**
 * Now; none for no mark.
 */
after: string | null, };

/**
 * A change of one mark.
 */
export type MarkMargin = { 
/**
 * Stage code.
 */
stage: string, 
/**
 * Judge code.
 */
judge: string, 
/**
 * Entry code.
 */
entry: string, 
/**
 * Criterion code.
 */
criterion: string, 
/**
 * As it is.
 */
from: string, 
/**
 * As it would have to be.
 */
to: string, 
/**
 * How far that is, without a sign.
 */
distance: string, 
/**
 * Whether it is a higher mark.
 */
up: boolean, };

/**
 * What becomes of one mark.
 */
export type MarkMove = { 
/**
 * The mark as given.
 */
before: string, 
/**
 * The mark if it is kept; none where the new scale does not have it.
 */
kept: string | null, 
/**
 * The mark if it is rescaled.
 */
rescaled: string | null, };

/**
 * What merging did, or would do, a row a file.
 */
export type Merge = { 
/**
 * In the order given.
 */
rows: Array<MergeRow>, };

/**
 * What is to be said of a hand-over that may come in.
 */
export type MergeNote = "forked" | "other-device" | "superseded" | "earlier-rules" | "late";

/**
 * One file.
 */
export type MergeRow = { 
/**
 * File name as given.
 */
file: string, 
/**
 * Who speaks, when it could be read.
 */
judge: string | null, 
/**
 * The hand-over's number.
 */
number: number | null, 
/**
 * What it is to this competition.
 */
verdict: HandOverVerdict, 
/**
 * Final sheets in it.
 */
sheets: number, 
/**
 * Marks that differ from what the same device said before.
 */
changed: number, 
/**
 * Sheets that the same device had not handed over before.
 */
new_sheets: number, 
/**
 * Visits in it.
 */
visits: number, 
/**
 * Photos and texts that it names and that are neither in it nor here: an earlier file of this judge holds them.
 */
missing: number, 
/**
 * Which marks differ: "OPD-007 dampak: 80 → 85", the first 20.
 */
changes: Array<string>, 
/**
 * What the judge tells the chair beside the marks; none where nothing is told.
 */
message: Message | null, 
/**
 * What is to be said of one that was not refused.
 */
note: MergeNote | null, 
/**
 * The note or the refusal in plain English.
 */
reason: string | null, 
/**
 * The code of the refusal, to translate by.
 */
code: string | null, };

/**
 * What a judge tells the chair in a hand-over: conflicts of interest, notes, why something is not final. As far as the texts
 * are here; they are not part of what counts.
 */
export type Message = { 
/**
 * When the judge declared to have no conflict of interest but these, RFC 3339.
 */
stated_at: string | null, 
/**
 * The conflicts that the judge declares, actual and potential.
 */
declared: Array<DeclaredRow>, 
/**
 * Why the judge handed over although not everything was final.
 */
why: string | null, 
/**
 * The private notes that the judge chose to hand over.
 */
notes: Array<NoteRow>, };

/**
 * What judges tell the chair in the hand-overs that hold.
 */
export type Messages = { 
/**
 * By judge, number and name of the hand-over; those that say nothing are left out.
 */
rows: Array<JudgeMessage>, };

/**
 * Whose messages to show.
 */
export type MessagesAsked = { 
/**
 * Only what concerns this entry.
 */
entry?: string, };

/**
 * How a claim is checked.
 */
export type Method = "original-document" | "observation" | "interview" | "trial" | "system-data";

/**
 * Where the minutes of a visit are to be written.
 */
export type MinutesAsked = { 
/**
 * The visit's id.
 */
visit: string, 
/**
 * The workbook to write.
 */
out: string, };

/**
 * What a visit lacks.
 */
export type MissingInVisit = { 
/**
 * What.
 */
part: MissingPart, 
/**
 * The place of the claim that lacks it, from 0.
 */
claim: number | null, };

/**
 * What it means that a judge who is assigned has not filed.
 */
export type MissingKind = "require-all" | "of-filed";

/**
 * What a visit lacks before it can be final.
 */
export type MissingPart = "began" | "verdict" | "recommendation" | "reason";

/**
 * An entry that would stand elsewhere.
 */
export type Moved = { 
/**
 * Category code.
 */
category: string, 
/**
 * Entry code.
 */
entry: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Where it stands now.
 */
before: Standing, 
/**
 * Where it would stand.
 */
after: Standing, };

/**
 * A criterion as printed.
 */
export type NamedCriterion = { 
/**
 * Code.
 */
code: string, 
/**
 * Name.
 */
name: string, 
/**
 * Weight.
 */
weight: string, };

/**
 * How many judges it would take.
 */
export type Needed = { 
/**
 * For .7, enough for low stakes; none when no number would do.
 */
"0.7": number | null, 
/**
 * For .9, enough for high stakes.
 */
"0.9": number | null, };

/**
 * A new competition.
 */
export type NewCompetition = { 
/**
 * Where; must not exist yet.
 */
file: string, 
/**
 * A template's id, or the path of a rules file in TOML.
 */
rules: string, 
/**
 * Instead of the name in the rules.
 */
name?: string, };

/**
 * What to decide, and why.
 */
export type NewDecision = { 
/**
 * What is decided.
 */
act: Act, 
/**
 * The reason, as it stands in the minutes; not empty.
 */
reason: string, };

/**
 * An entry to add by hand.
 */
export type NewEntry = { 
/**
 * Title of the innovation.
 */
title: string, 
/**
 * Agency behind it; may be empty.
 */
agency: string, 
/**
 * Category code.
 */
category: string, 
/**
 * Other fields by name: `innovator`, `phone` …
 */
fields: { [key in string]: string }, 
/**
 * Whether it is added though there is one of the same title and agency.
 */
anyway?: boolean, };

/**
 * A member to add.
 */
export type NewJudge = { 
/**
 * `J1`.
 */
code: string, 
/**
 * Name with titles.
 */
name: string, 
/**
 * Stages assigned; none means all.
 */
stages: Array<string>, 
/**
 * Categories assigned; none means all.
 */
categories: Array<string>, 
/**
 * Entries assigned; none means all.
 */
entries: Array<string>, 
/**
 * Criteria assigned; none means all.
 */
criteria: Array<string>, 
/**
 * The post outside the panel; what is left out stays as it is.
 */
post?: string, 
/**
 * Where.
 */
institution?: string, 
/**
 * The number of a civil servant, 18 digits. Like post and institution it stays in the chair's file: no packet has it.
 */
nip?: string, };

/**
 * Why no single change is named.
 */
export type NoChange = "nothing-does-it" | "standardised";

/**
 * Why judges are not resampled.
 */
export type NotResampled = "nothing-filed" | "judged-by-criterion" | "standardised" | "too-long";

/**
 * An entry that goes into a stage of verification and that nobody has visited.
 */
export type NotVisited = { 
/**
 * Code of the stage.
 */
stage: string, 
/**
 * Code of the entry.
 */
entry: string, 
/**
 * The entry's title.
 */
title: string, 
/**
 * Who stands behind it.
 */
agency: string, 
/**
 * The *kecamatan* in which it is carried out; empty where it is not registered.
 */
district: string, 
/**
 * What was decided of it, where the stage is a gate.
 */
gate: GateState | null, };

/**
 * A note on an entry.
 */
export type NoteRow = { 
/**
 * Stage code.
 */
stage: string, 
/**
 * Entry code.
 */
entry: string, 
/**
 * Its title; empty when the competition has no such entry.
 */
title: string, 
/**
 * In the judge's words.
 */
text: string, };

/**
 * Nothing to ask or nothing to say.
 */
export type Nothing = Record<symbol, never>;

/**
 * Why an entry is listed apart. Which fields there are follows from the kind.
 */
export type Obstacle = { 
/**
 * The kind.
 */
kind: ObstacleKind, 
/**
 * In a final standing, the counted stage in which it stands against the entry.
 */
stage: string | null, 
/**
 * The reason of the chair's decision.
 */
reason: string | null, 
/**
 * The judges it is about.
 */
judges: Array<string>, 
/**
 * The criterion that has too few marks.
 */
criterion: string | null, 
/**
 * The stage whose cut it did not pass.
 */
cut: string | null, 
/**
 * How many sheets or marks count.
 */
filed: number | null, 
/**
 * How many it takes.
 */
needed: number | null, 
/**
 * How many fall away at each end.
 */
trim: number | null, };

/**
 * Why an entry is listed apart.
 */
export type ObstacleKind = "decision" | "conflict" | "not-filed" | "no-judge" | "all-recused" | "too-few" | "unmarked" | "nothing-left" | "no-spread" | "cut" | "gate" | "not-begun";

/**
 * What is offered in place of taking back.
 */
export type Offered = { 
/**
 * To cancel this decision by another one.
 */
offers: OfferedDecision, };

/**
 * A decision that another one can cancel.
 */
export type OfferedDecision = { 
/**
 * Its hash.
 */
decision: string, 
/**
 * 1, 2, 3 …
 */
number: number, };

/**
 * A kind of operation, as the journal names it.
 */
export type OpKind = "create" | "demo" | "import" | "add-entry" | "edit-entry" | "add-judge" | "edit-judge" | "confirm-return" | "forget-return" | "packet" | "form" | "enter-form" | "merge" | "decide" | "change-rules" | "export" | "restore" | "open-packet" | "renew-copy" | "mark" | "set-mark" | "clear-mark" | "set-remark" | "set-note" | "finish" | "finish-all" | "reopen" | "declare" | "take-back-declaration" | "finish-declaration" | "visit" | "hand-over" | "undo" | "redo";

/**
 * A packet to open into a working copy.
 */
export type OpenPacket = { 
/**
 * The `*.paket`.
 */
packet: string, 
/**
 * The six words.
 */
passphrase: string, 
/**
 * Where the working copy goes; one that this judge has already is renewed.
 */
out: string, };

/**
 * An operation, as data to be said in the user's words.
 */
export type Operation = { 
/**
 * Its kind.
 */
op: OpKind, 
/**
 * What it was about.
 */
subject: string, 
/**
 * The texts and numbers of its detail, by name.
 */
params: { [key in string]: string }, };

/**
 * An untouched file.
 */
export type OriginalFile = { 
/**
 * Of all its bytes.
 */
hash: string, 
/**
 * How many.
 */
bytes: number, };

/**
 * What other weights of the criteria would say.
 */
export type OtherWeights = { 
/**
 * The seed of the draws.
 */
seed: number, 
/**
 * How many weights were drawn.
 */
draws: number, 
/**
 * The largest standard error of a share.
 */
standard_error: string, 
/**
 * The entries.
 */
rows: Array<AcceptabilityRow>, };

/**
 * A score that stands out.
 */
export type OutlierRow = { 
/**
 * Entry code.
 */
entry: string, 
/**
 * Judge code.
 */
judge: string, 
/**
 * What the judge gave, with the digits of the rules.
 */
given: string, 
/**
 * What level and severity would have made.
 */
expected: string, };

/**
 * The open file at a glance, by whose it is: what the navigation shows.
 */
export type Overview = { "role": "chair" } & ChairOverview | { "role": "judge" } & DeskOverview;

/**
 * Whose desk to open at the chair's own machine.
 */
export type OwnDesk = { 
/**
 * Code of the judge.
 */
judge: string, };

/**
 * What one hand-over says.
 */
export type OwnHandOver = { 
/**
 * At a glance.
 */
row: OwnHandOverRow, 
/**
 * What it tells the chair beside the marks.
 */
message: Message, 
/**
 * What it says of each sheet, by stage, category and code; with those that it says nothing of and that were begun since.
 */
sheets: Array<HandedSheet>, };

/**
 * Which one to read.
 */
export type OwnHandOverAsked = { 
/**
 * 1, 2, 3 …
 */
number: number, };

/**
 * One hand-over at a glance.
 */
export type OwnHandOverRow = { 
/**
 * 1, 2, 3 …
 */
number: number, 
/**
 * Its name.
 */
hand_over: string, 
/**
 * When it was made, RFC 3339.
 */
made_at: string, 
/**
 * Final sheets in it.
 */
finals: number, 
/**
 * Drafts in it.
 */
drafts: number, 
/**
 * Recusals in it.
 */
recusals: number, };

/**
 * All that was handed over from this device.
 */
export type OwnHandOvers = { 
/**
 * The last one first.
 */
rows: Array<OwnHandOverRow>, };

/**
 * Which packet to make, and where.
 */
export type PacketAsked = { 
/**
 * Code of the judge it is for.
 */
judge: string, 
/**
 * Where to write it.
 */
out: string, };

/**
 * A packet was made. The passphrase is not kept anywhere.
 */
export type PacketMade = { 
/**
 * Full path.
 */
file: string, 
/**
 * Code of the judge it is for.
 */
judge: string, 
/**
 * Six words to read out to the judge; shown once.
 */
passphrase: string, 
/**
 * The chair's keys as words, to compare by telephone.
 */
fingerprint: string, 
/**
 * How many entries are in it.
 */
entries: number, 
/**
 * What it leaves out of the entries, because a stage is judged blind.
 */
left_out: Array<BlindField>, 
/**
 * Entries whose titles name the agency that it leaves out.
 */
telling_titles: Array<string>, };

/**
 * A packet was opened.
 */
export type PacketOpened = { 
/**
 * The working copy.
 */
overview: Overview, 
/**
 * What the packet brought, where there was a copy already.
 */
renewed: Renewed | null, };

/**
 * For whom to make packets, and into which folder.
 */
export type PacketsAsked = { 
/**
 * Where to write them, each named by its judge.
 */
folder: string, 
/**
 * Codes of the judges.
 */
judges: Array<string>, };

/**
 * The packets that were made. Their passphrases are not kept anywhere.
 */
export type PacketsMade = { 
/**
 * In order of judge.
 */
packets: Array<PacketMade>, 
/**
 * Judges for whom none was made: they have nothing to judge yet.
 */
without_entries: Array<string>, };

/**
 * One field of two rows.
 */
export type PairField = { 
/**
 * `title`, `agency`, `category`, a field's name, or a heading.
 */
field: string, 
/**
 * What the row says.
 */
this: string, 
/**
 * What the other says.
 */
other: string, };

/**
 * What an entry is known by.
 */
export type Particulars = { 
/**
 * Title of the innovation.
 */
title: string, 
/**
 * Agency behind it; may be empty.
 */
agency: string, 
/**
 * Category code.
 */
category: string, };

/**
 * The words that passphrases are made of, for completing and checking them while they are typed.
 */
export type PassphraseWords = { 
/**
 * All of them, sorted, in lower case.
 */
words: Array<string>, };

/**
 * How far the competition is.
 */
export type Phase = "preparing" | "provisional" | "complete" | "published" | "changed";

/**
 * Which photo to show.
 */
export type PhotoAsked = { 
/**
 * Its name, a hash.
 */
photo: string, };

/**
 * What a photo shows.
 */
export type PhotoKind = "document" | "activity" | "product" | "site" | "signed-minutes";

/**
 * What a reader should know of a photo.
 */
export type PhotoNote = "time-differs" | "no-time" | "position-differs" | "no-position" | "not-here";

/**
 * A picture to show.
 */
export type Picture = { 
/**
 * As the address of an image: `data:image/jpeg;base64,…`; none where its bytes are not here.
 */
address: string | null, };

/**
 * The format of a picture.
 */
export type PictureKind = "svg" | "png";

/**
 * What the chair sees beside it.
 */
export type PlenaryDesk = { 
/**
 * What is shown; none before anything is.
 */
shown: PlenaryShown | null, 
/**
 * How many places there are; entries that share a rank share a place.
 */
places: number, 
/**
 * How many of them are revealed, from the last.
 */
revealed: number, 
/**
 * Who comes next.
 */
next: Array<PlenaryNext>, 
/**
 * Whether the standing changed while it was being revealed, so that it begins anew.
 */
restarted: boolean, };

/**
 * Who comes next.
 */
export type PlenaryNext = { 
/**
 * Rank.
 */
rank: number, 
/**
 * Entry code.
 */
entry: string, 
/**
 * Title.
 */
title: string, 
/**
 * Score.
 */
score: string | null, };

/**
 * What everybody sees, and all that the second window gets.
 */
export type PlenaryPage = { 
/**
 * Whether the screen is black.
 */
black: boolean, 
/**
 * What is shown; none on a black screen, and while nothing is.
 */
standing: PlenaryStanding | null, };

/**
 * A part of a score.
 */
export type PlenaryPart = { 
/**
 * The criterion or stage, as printed.
 */
name: string, 
/**
 * What it brings.
 */
weighted: string, 
/**
 * The same in thousandths of the highest score there can be.
 */
permille: number, };

/**
 * What a presentation remote does.
 */
export type PlenaryPress = "next" | "back" | "black";

/**
 * One entry as everybody sees it.
 */
export type PlenaryRow = { 
/**
 * Its rank, once it is revealed.
 */
rank: number | null, 
/**
 * Whether it shares it.
 */
tied: boolean, 
/**
 * The title of honour of that rank, as documents name it; none in the standing of a stage, and while the order may still
 * be another.
 */
award: string | null, 
/**
 * Entry code.
 */
entry: string, 
/**
 * Title; none where entries are known by their codes.
 */
title: string | null, 
/**
 * Agency; as the title.
 */
agency: string | null, 
/**
 * Score; none where scores are hidden.
 */
score: string | null, 
/**
 * What the score is made of, of one of a pair; empty where scores are hidden.
 */
parts: Array<PlenaryPart>, };

/**
 * What the chair shows.
 */
export type PlenaryShown = { 
/**
 * The standing of this stage; none for the final one.
 */
stage: string | null, 
/**
 * Of this category. Another one, or another stage, begins with nothing revealed.
 */
category: string, 
/**
 * Whether scores are to be seen.
 */
scores: boolean, 
/**
 * Whether entries are known by their codes alone, without title and agency.
 */
blind: boolean, 
/**
 * Whether the screen is black.
 */
black: boolean, 
/**
 * Two entries side by side, in place of the standing. They need not be revealed; then their ranks are not there.
 */
pair: [string, string] | null, };

/**
 * A standing as far as it is revealed, or two entries side by side.
 */
export type PlenaryStanding = { 
/**
 * The competition.
 */
competition: string, 
/**
 * The category's name.
 */
category: string, 
/**
 * The stage's name; none for the final standing.
 */
stage: string | null, 
/**
 * Whether the order may still be another.
 */
provisional: boolean, 
/**
 * How many places are still hidden.
 */
hidden: number, 
/**
 * The places revealed, the best first; empty beside a pair.
 */
rows: Array<PlenaryRow>, 
/**
 * Two entries side by side.
 */
pair: [PlenaryRow, PlenaryRow] | null, };

/**
 * A press on a presentation remote.
 */
export type PlenaryStep = { 
/**
 * Which.
 */
press: PlenaryPress, };

/**
 * A number and its place on an axis.
 */
export type PlotPoint = { 
/**
 * With the digits of the rules.
 */
shown: string, 
/**
 * In thousandths of the axis, from its beginning.
 */
permille: number, };

/**
 * What is drawn.
 */
export type Plots = { 
/**
 * The stage of the judges; none where no sheet has a score yet.
 */
stage: string | null, 
/**
 * The lowest score that a judge gave, where the axis of the judges begins.
 */
low: PlotPoint, 
/**
 * The highest, where it ends.
 */
high: PlotPoint, 
/**
 * The judges, in the order of their codes.
 */
judges: Array<JudgePlot>, 
/**
 * The judges' scores of every entry, the entries in the order of the standing.
 */
entries: Array<EntryPlot>, 
/**
 * The lowest and the highest score of the standing, where its axis begins and ends; none while nobody is ranked.
 */
scale: [PlotPoint, PlotPoint] | null, 
/**
 * The ranked entries.
 */
ranked: Array<RankedPlot>, };

/**
 * Of which standing.
 */
export type PlotsAsked = { 
/**
 * A result pack to look into; none means the competition file that is open.
 */
pack?: string, 
/**
 * Of this stage; none means the final standing, with the judges of the last stage that they gave scores in.
 */
stage?: string, 
/**
 * Of this category.
 */
category: string, };

/**
 * What an entry was in an earlier competition.
 */
export type PredecessorRow = { 
/**
 * Code of the entry now.
 */
entry: string, 
/**
 * Name of the earlier competition.
 */
competition: string, 
/**
 * The code it had there.
 */
code: string, 
/**
 * The title it had there.
 */
title: string, 
/**
 * Who stood behind it there.
 */
agency: string, 
/**
 * What was found then.
 */
claims: Array<FoundBeforeRow>, };

/**
 * How far a long task has come.
 */
export type Progress = { 
/**
 * What it is doing.
 */
step: ProgressStep, 
/**
 * Done so far.
 */
done: number, 
/**
 * Of so many, when known.
 */
of: number | null, 
/**
 * While a workbook is read: its first rows, and what is made of them so far. Without outcome and duplicates.
 */
begun: ImportPreview | null, };

/**
 * What a long task is doing.
 */
export type ProgressStep = "read" | "store" | "inspect" | "merge" | "photos";

/**
 * What stands in the way of publishing.
 */
export type PublicationBlockKind = "conflict" | "at-gate" | "not-understood";

/**
 * One ranked entry.
 */
export type RankedPlot = { 
/**
 * Entry code.
 */
entry: string, 
/**
 * Title.
 */
title: string, 
/**
 * Rank.
 */
rank: number, 
/**
 * Its score on the axis of the standing.
 */
score: PlotPoint, 
/**
 * How far it is above the next one; none for the last.
 */
gap: string | null, 
/**
 * Whether the cut lies below it.
 */
cut_below: boolean, };

/**
 * How far judges agree, in a word.
 */
export type Reading = "poor" | "moderate" | "good" | "excellent";

/**
 * Whether a judge's sheet counts in a result as it was given, else why not.
 */
export type ReceiptKind = "counted" | "settled" | "superseded" | "recused" | "late" | "not-in-pack" | "conflict" | "lacks-marks" | "no-weight" | "not-assigned" | "not-judged" | "not-handed-over" | "changed-since";

/**
 * One final sheet.
 */
export type ReceiptRow = { 
/**
 * Stage code.
 */
stage: string, 
/**
 * Entry code.
 */
entry: string, 
/**
 * Title of the entry.
 */
title: string, 
/**
 * Whether it counts with the marks that the judge gave.
 */
counted: boolean, 
/**
 * Why not.
 */
reason: ReceiptKind | null, 
/**
 * More about the reason: the chair's words, or the number of the later hand-over.
 */
detail: string | null, };

/**
 * The receipt of a working copy's judge for a result pack.
 */
export type ReceiptView = { 
/**
 * Name of the competition, as in the pack.
 */
name: string, 
/**
 * The chair's keys as words, to compare by telephone.
 */
chair: string, 
/**
 * When the result was published, RFC 3339; none while it is not.
 */
published_at: string | null, 
/**
 * Whether every final sheet counts as it was given.
 */
all: boolean, 
/**
 * One for each final sheet of this judge, by stage and entry.
 */
rows: Array<ReceiptRow>, };

/**
 * A file opened lately.
 */
export type RecentFile = { 
/**
 * Full path.
 */
file: string, 
/**
 * Name of the competition.
 */
name: string, 
/**
 * Whose file it is.
 */
role: Role, 
/**
 * When it was last opened, RFC 3339.
 */
opened_at: string, 
/**
 * Whether the file is still there.
 */
found: boolean, 
/**
 * How it stood when it was last looked at here, if that is known.
 */
stood: Stood | null, };

/**
 * What a verifier recommends to the chair.
 */
export type Recommendation = "eligible" | "eligible-with-notes" | "not-eligible";

/**
 * What a result pack says, and whether computing it again gives the same.
 */
export type Recomputed = { 
/**
 * Name of the competition.
 */
name: string, 
/**
 * The chair's keys, as words.
 */
chair: string, 
/**
 * When it was published, RFC 3339.
 */
published_at: string | null, 
/**
 * Whether the standings come out the same.
 */
equal: boolean, 
/**
 * The first difference.
 */
difference: ResultDifference | null, 
/**
 * What was verified.
 */
verified: Verified, 
/**
 * The standings as recomputed.
 */
standings: Standings, 
/**
 * Entries that the chair amended after judges had them, in the order in which that was decided.
 */
amended: Array<AmendedRow>, };

/**
 * A photo that could not be kept.
 */
export type RefusedPhoto = { 
/**
 * Its file.
 */
file: string, 
/**
 * Why.
 */
reason: Error, };

/**
 * What a newer packet brought into a working copy.
 */
export type Renewed = { 
/**
 * Whether the rules are other ones.
 */
rules_changed: boolean, 
/**
 * Marks that stay, as they were or rescaled.
 */
kept: number, 
/**
 * Sheets that were complete and are to be scored again.
 */
again: number, 
/**
 * New entries.
 */
entries: number, 
/**
 * Claims of the new rules that drafts of visits are to check too.
 */
claims: number, };

/**
 * One entry over all resamples of the judges.
 */
export type ResampledEntry = { 
/**
 * Category code.
 */
category: string, 
/**
 * Stage code.
 */
stage: string, 
/**
 * Entry code.
 */
entry: string, 
/**
 * The share in which it is first, alone or shared.
 */
winner: string, 
/**
 * The share in which it passes the cut; none without one.
 */
cut: string | null, 
/**
 * Whether it always passes; of the first place where there is no cut.
 */
word: Firm, 
/**
 * The same share in thousandths, for drawing.
 */
permille: number, };

/**
 * How the judges of one category were resampled.
 */
export type ResamplingRow = { 
/**
 * Category code.
 */
category: string, 
/**
 * Stage code; none while nothing is judged.
 */
stage: string | null, 
/**
 * Why not; none when they were.
 */
refused: NotResampled | null, 
/**
 * The judges drawn from.
 */
judges: number, 
/**
 * Whether every resample was taken, so that shares are exact.
 */
enumerated: boolean, 
/**
 * The seed of the draws; none when every one was taken. A text, for it may have more digits than the page's numbers.
 */
seed: string | null, 
/**
 * How many draws.
 */
draws: number | null, 
/**
 * The largest standard error of a share, `0` when every resample was taken.
 */
standard_error: string, };

/**
 * The first field in which the recomputed result differs from the one in the pack.
 */
export type ResultDifference = { 
/**
 * The stage of the standing; none for the final one.
 */
stage: string | null, 
/**
 * The category.
 */
category: string | null, 
/**
 * The entry.
 */
entry: string | null, 
/**
 * The judge, where the field is one of a judge's sheet.
 */
judge: string | null, 
/**
 * The field.
 */
field: ResultField, 
/**
 * What the pack says; none when it says nothing.
 */
in_pack: FieldValue | null, 
/**
 * What was computed.
 */
computed: FieldValue | null, };

/**
 * A field in which two results can differ.
 */
export type ResultField = "order" | "counted" | "rank" | "score.exact" | "score.rounded" | "status" | "obstacle.kind" | "obstacle.stage" | "obstacle.decision" | "obstacle.judges" | "obstacle.criterion" | "obstacle.cut" | "obstacle.filed" | "obstacle.needed" | "obstacle.trim" | "tied" | "decided_by" | "stages" | "deducted" | "shortlisted" | "sheets" | "missing" | "recused" | "unassigned" | "sheet.outcome" | "sheet.exact" | "sheet.rounded" | "sheet.lacking" | "sheet.late";

/**
 * By what an entry is like one of an earlier competition.
 */
export type ReturnLikeness = "same" | "near-title" | "other-agency";

/**
 * An entry that is perhaps the same innovation as one of an earlier competition.
 */
export type ReturnMatch = { 
/**
 * The entry's title now.
 */
title: string, 
/**
 * Who stands behind it now.
 */
agency: string, 
/**
 * What it would have been.
 */
before: PredecessorRow, 
/**
 * By what they are alike.
 */
likeness: ReturnLikeness, 
/**
 * Whether the chair has confirmed that they are the same.
 */
confirmed: boolean, };

/**
 * What an earlier competition's file says of the entries of this one.
 */
export type ReturnMatches = { 
/**
 * Name of the earlier competition.
 */
competition: string, 
/**
 * By entry, the likest first.
 */
rows: Array<ReturnMatch>, 
/**
 * How many entries are like one that nobody finished a visit to then: there is nothing to return to.
 */
not_visited: number, };

/**
 * An entry now, and the code that it had in the earlier competition.
 */
export type ReturnPair = { 
/**
 * Code of the entry now.
 */
entry: string, 
/**
 * Its code there.
 */
code: string, };

/**
 * Whose file it is.
 */
export type Role = "chair" | "judge";

/**
 * The lowest level of a score that is rounded.
 */
export type RoundingLevel = "sheet" | "stage" | "final";

/**
 * What happens to a value between two steps.
 */
export type RoundingMode = "half-up" | "half-even" | "down";

/**
 * What is to become of a row of a registration sheet that is like another, or that a person looked at.
 */
export type RowAnswer = "keep" | "drop" | "merge";

/**
 * One thing the rules say differently.
 */
export type RuleDifference = { 
/**
 * Codes from the outside in: nothing for the rules themselves, a category or stage, a criterion in a stage.
 */
place: Array<string>, 
/**
 * The key of the rules file; none where the whole thing is new or gone.
 */
key: RuleKey | null, 
/**
 * What it said before.
 */
before: string | null, 
/**
 * What it says after.
 */
after: string | null, };

/**
 * What two rules can say differently: a key of the rules file, or the order of categories or stages.
 */
export type RuleKey = "name" | "organizer" | "source" | "rounding" | "obligation" | "category" | "stage" | "synonyms" | "kind" | "categories" | "from" | "to" | "weight" | "score" | "aggregate" | "trim" | "missing" | "min_judges" | "judges" | "blind" | "shortlist" | "tie_break" | "effect" | "claims" | "slot_minutes" | "parent" | "scale" | "levels" | "required" | "remark" | "guidance";

/**
 * Other rules, and what is to become of the marks given so far.
 */
export type RulesAsked = { 
/**
 * The rules as written, when no file is named.
 */
toml?: string, 
/**
 * A rules file.
 */
file?: string, 
/**
 * Choices made. Marks on a scale that stays the same are kept without.
 */
marks: Array<CarryChoice>, };

/**
 * What changed rules do.
 */
export type RulesChange = { 
/**
 * The new rules' canonical TOML.
 */
toml: string, 
/**
 * Hash of the rules before.
 */
from: string, 
/**
 * Hash of the rules after.
 */
to: string, 
/**
 * What the rules say differently.
 */
differences: Array<RuleDifference>, 
/**
 * Criteria that are different, new or gone, or that somebody gave marks for.
 */
criteria: Array<CriterionCarry>, 
/**
 * What would be different in sheets and standing.
 */
effects: Effects, };

/**
 * The rules of the open competition. Decimals are strings.
 */
export type RulesView = { 
/**
 * Revision, from 1.
 */
revision: number, 
/**
 * Hash of the canonical text, 64 hexadecimal digits.
 */
hash: string, 
/**
 * The canonical TOML.
 */
toml: string, 
/**
 * Where the rules come from, what in them is a default.
 */
source: string, 
/**
 * Digits after the point.
 */
digits: number, 
/**
 * What happens to a value between two steps.
 */
rounding: RoundingMode, 
/**
 * The lowest level that is rounded.
 */
rounded_at: RoundingLevel, 
/**
 * Innovations every agency owes a year.
 */
per_agency: number | null, 
/**
 * In order.
 */
stages: Array<StageView>, };

/**
 * A mapping to be kept in a file.
 */
export type SaveMapping = { 
/**
 * The workbook, and what was decided about it.
 */
asked: ImportAsked, 
/**
 * Full path of the TOML file.
 */
out: string, };

/**
 * A picture to write.
 */
export type SavePicture = { 
/**
 * Where.
 */
out: string, 
/**
 * Its format.
 */
kind: PictureKind, 
/**
 * The text of an SVG, the bytes of a PNG in base64.
 */
content: string, };

/**
 * A visit as the page has it.
 */
export type SaveVisit = { 
/**
 * Its id; none for a new one.
 */
visit?: string, 
/**
 * Code of the stage.
 */
stage: string, 
/**
 * Code of the entry.
 */
entry: string, 
/**
 * Whether the verifier says that it is finished.
 */
state: SheetState, 
/**
 * All that it says.
 */
content: VisitContent, 
/**
 * The name of the field in which a text is still being typed: until it is left, what is saved of it is one operation.
 */
typing?: string, };

/**
 * What marks a criterion takes: a range, or levels.
 */
export type ScaleView = { 
/**
 * Lowest mark of a range.
 */
min: string | null, 
/**
 * Highest mark of a range.
 */
max: string | null, 
/**
 * Step of a range.
 */
step: string | null, 
/**
 * Levels, with their descriptors.
 */
levels: Array<LevelView>, };

/**
 * How one final sheet becomes a score (wᵢ weights, mᵢ marks).
 */
export type Score = "weighted-mean" | "points" | "percent";

/**
 * A visit as the chair saw it.
 */
export type SeenVisit = { 
/**
 * Code of the entry.
 */
entry: string, 
/**
 * The visit's id.
 */
visit: string, 
/**
 * Hash of the hand-over whose wording was seen; where it is left out, the one in force.
 */
hand_over: string, };

/**
 * A mark to give, in place of the one before.
 */
export type SetMark = { 
/**
 * Stage code.
 */
stage: string, 
/**
 * Entry code.
 */
entry: string, 
/**
 * Criterion code.
 */
criterion: string, 
/**
 * On the criterion's scale, with a decimal point.
 */
mark: string, 
/**
 * Beside it; the one there stays when left out.
 */
remark?: string, 
/**
 * Whether the text is still being typed: it is saved, and is one operation with what is saved in this field until the
 * field is left.
 */
typing?: boolean, };

/**
 * A private note on an entry.
 */
export type SetNote = { 
/**
 * Stage code.
 */
stage: string, 
/**
 * Entry code.
 */
entry: string, 
/**
 * Empty for none; the one there stays when left out.
 */
text?: string, 
/**
 * Whether it goes along with a hand-over; as it is when left out, and not at first.
 */
hand_over?: boolean, 
/**
 * As in [`SetRemark`].
 */
typing?: boolean, };

/**
 * A remark on the whole entry.
 */
export type SetRemark = { 
/**
 * Stage code.
 */
stage: string, 
/**
 * Entry code.
 */
entry: string, 
/**
 * Empty for none.
 */
remark: string, 
/**
 * Whether the text is still being typed: it is saved, and is one operation with what is saved in this field until the
 * field is left.
 */
typing?: boolean, };

/**
 * A claim that the chair has settled.
 */
export type SettledClaim = { 
/**
 * The claim.
 */
claim: string, 
/**
 * The visit that is right.
 */
chosen: string, 
/**
 * The chair's reason.
 */
reason: string, };

/**
 * How much a finding matters.
 */
export type Severity = "info" | "warning" | "error";

/**
 * Which sheet.
 */
export type SheetAsked = { 
/**
 * Stage code.
 */
stage: string, 
/**
 * Entry code.
 */
entry: string, };

/**
 * What of a sheet is different from the last hand-over.
 */
export type SheetChange = { 
/**
 * How far the sheet was then.
 */
state_before: DeskState, 
/**
 * The marks that differ.
 */
marks: Array<MarkChange>, 
/**
 * Whether a remark differs.
 */
remarks: boolean, };

/**
 * A sheet was changed: all that a screen needs to go on.
 */
export type SheetChanged = { 
/**
 * The sheet at a glance, as it is now.
 */
row: DeskRow, 
/**
 * The sheet as it is now.
 */
sheet: DeskSheet, 
/**
 * What undo and redo would do now.
 */
undoable: Undoable, };

/**
 * The marks of one sheet.
 */
export type SheetMarks = { 
/**
 * Entry code.
 */
entry: string, 
/**
 * When the sheet was last changed, RFC 3339.
 */
changed_at: string, 
/**
 * Marks by criterion code, with a decimal point. A criterion that is not here has none.
 */
marks: { [key in string]: string }, 
/**
 * The score of the sheet, rounded as the rules say; none while a required mark is missing.
 */
score: string | null, };

/**
 * Whether a judge's sheet counts, else why not.
 */
export type SheetOutcomeKind = "counted" | "draft" | "lacks-marks" | "no-weight" | "not-filed" | "recused" | "conflict" | "not-assigned";

/**
 * One sheet of the workbook.
 */
export type SheetRow = { 
/**
 * Its name.
 */
name: string, 
/**
 * Whether it is hidden.
 */
hidden: boolean, 
/**
 * Rows that hold anything.
 */
rows: number, };

/**
 * Rows of a sheet as they stand, understood or not.
 */
export type SheetRows = { 
/**
 * File name.
 */
file: string, 
/**
 * The sheet shown.
 */
sheet: string, 
/**
 * All sheets of the workbook.
 */
sheets: Array<SheetRow>, 
/**
 * The columns, by letter.
 */
letters: Array<string>, 
/**
 * The rows; `role` is empty.
 */
rows: Array<GridRow>, 
/**
 * The last row of the sheet.
 */
last: number, };

/**
 * Some rows of a sheet.
 */
export type SheetRowsAsked = { 
/**
 * Full path of the workbook.
 */
file: string, 
/**
 * Which sheet; the first that is not hidden and holds anything where left out.
 */
sheet?: string, 
/**
 * The first row shown, from 1.
 */
from: number, };

/**
 * Whether the judge stands by a sheet.
 */
export type SheetState = "draft" | "final";

/**
 * By what a stage's cut is made; the codes are the keys of the rules file.
 */
export type ShortlistKind = "per_category" | "threshold" | "share";

/**
 * Which entries pass the cut of a stage.
 */
export type ShortlistView = { 
/**
 * By what.
 */
kind: ShortlistKind, 
/**
 * How many of each category, the score to reach, or percent.
 */
value: string, };

/**
 * What one side of a conflict says of the entry.
 */
export type SideState = "final" | "draft" | "recused";

/**
 * How the competition stands, and what waits.
 */
export type Situation = { 
/**
 * How far it is.
 */
phase: Phase, 
/**
 * Whether this machine has the chair's keys; without them nothing can be decided, merged or exported.
 */
has_keys: boolean, 
/**
 * What waits, in the order in which it is done.
 */
waits: Array<Wait>, };

/**
 * Why a row was not taken.
 */
export type SkipKind = "blank" | "title-block" | "heading" | "column-numbers" | "repeated-heading" | "category-row" | "agency-row" | "continuation" | "subtotal" | "note" | "footer" | "no-title" | "suspected-duplicate" | "unknown-category" | "dropped" | "merged";

/**
 * A row that was left.
 */
export type SkippedRow = { 
/**
 * Sheet name.
 */
sheet: string, 
/**
 * From 1.
 */
row: number, 
/**
 * Why it was left.
 */
reason: SkipKind, };

/**
 * A place in a spreadsheet.
 */
export type SourceRow = { 
/**
 * File name.
 */
file: string, 
/**
 * Sheet name.
 */
sheet: string, 
/**
 * Row, from 1.
 */
row: number, };

/**
 * How far a stage is split into terms.
 */
export type Split = "marks" | "shapley" | "criteria" | "unequal-panels" | "standardised";

/**
 * What would be otherwise in a stage. What is not named stays.
 */
export type StageIf = { 
/**
 * Stage code.
 */
stage: string, 
/**
 * Its share of the final score.
 */
weight?: string, 
/**
 * How sheets become its score.
 */
aggregate?: AggregateKind, 
/**
 * With `trimmed-mean`: how many fall away at each end; one where it is not said.
 */
trim?: number, 
/**
 * Which entries pass its cut.
 */
cut?: CutIf, };

/**
 * What happens in a stage.
 */
export type StageKind = "registration" | "eligibility" | "scoring" | "verification" | "presentation" | "objection" | "award";

/**
 * A stage in the navigation.
 */
export type StageRow = { 
/**
 * Its code.
 */
code: string, 
/**
 * As printed.
 */
name: string, 
/**
 * What happens in it.
 */
kind: StageKind, 
/**
 * First day, `2023-11-01`.
 */
from: string | null, 
/**
 * Last day.
 */
to: string | null, 
/**
 * Whether sheets are filed in it.
 */
judged: boolean, 
/**
 * Fields of entries that its judges may not see, with those that go along with them.
 */
left_out: Array<BlindField>, };

/**
 * What one stage brings.
 */
export type StageScore = { 
/**
 * Code.
 */
code: string, 
/**
 * Rounded for showing.
 */
score: string, 
/**
 * The stage's share of the final score in thousandths.
 */
share: number, 
/**
 * What it brings to the final score: its score by its share.
 */
weighted: string, 
/**
 * The same in thousandths of the highest final score there can be.
 */
permille: number, };

/**
 * One stage.
 */
export type StageView = { 
/**
 * Its code.
 */
code: string, 
/**
 * As printed.
 */
name: string, 
/**
 * What happens in it.
 */
kind: StageKind, 
/**
 * Codes of the categories that go through it; empty for all.
 */
categories: Array<string>, 
/**
 * First day.
 */
from: string | null, 
/**
 * Last day.
 */
to: string | null, 
/**
 * Share of the final score.
 */
weight: string | null, 
/**
 * How one sheet becomes a score.
 */
score: Score, 
/**
 * How the sheets of one entry become a stage score.
 */
aggregate: AggregateKind, 
/**
 * With `trimmed-mean`: how many fall away at each end.
 */
trim: number | null, 
/**
 * What a sheet not filed means.
 */
missing: MissingKind, 
/**
 * With `of-filed`.
 */
min_judges: number | null, 
/**
 * Fields of entries that its judges may not see, as the rules name them.
 */
blind: Array<BlindField>, 
/**
 * Which entries pass its cut.
 */
shortlist: ShortlistView | null, 
/**
 * The steps that part entries of equal score, in order.
 */
tie_break: Array<TieBreakView>, 
/**
 * The rubric.
 */
criteria: Array<CriterionView>, };

/**
 * What a judge has to mark in one stage. Every entry is counted once.
 */
export type StageWork = { 
/**
 * Stage code.
 */
stage: string, 
/**
 * As printed.
 */
name: string, 
/**
 * The last day on which marks are given, `2023-11-30`, if the rules say so.
 */
deadline: string | null, 
/**
 * Entries to mark.
 */
entries: number, 
/**
 * Sheets that are final and have every required mark.
 */
done: number, 
/**
 * Sheets with a mark or a remark that are not done.
 */
begun: number, 
/**
 * Entries without a mark.
 */
untouched: number, 
/**
 * Entries the judge stands aside for.
 */
recused: number, };

/**
 * Where an entry stands.
 */
export type Standing = { 
/**
 * Rank, if it has one.
 */
rank: number | null, 
/**
 * Score as shown.
 */
score: string | null, 
/**
 * Whether it is ranked.
 */
status: Status, };

/**
 * One entry in the order. Decimals are strings.
 */
export type StandingRow = { 
/**
 * 1, 2, 2, 4; none for those listed apart.
 */
rank: number | null, 
/**
 * Entry code.
 */
entry: string, 
/**
 * Title.
 */
title: string, 
/**
 * Agency.
 */
agency: string, 
/**
 * Category code.
 */
category: string, 
/**
 * Rounded by the rule.
 */
score: string | null, 
/**
 * The fraction before the last rounding: `1749/20`.
 */
exact: string | null, 
/**
 * The highest score there can be in this standing; none where the rules set no limit.
 */
most: string | null, 
/**
 * Whether it shares its rank.
 */
tied: boolean, 
/**
 * The step of the ladder that broke a tie: `criterion:dampak`.
 */
decided_by: string | null, 
/**
 * Final sheets that count.
 */
sheets: number, 
/**
 * Assigned judges without a sheet that counts.
 */
missing: Array<string>, 
/**
 * In a final standing, the counted stages in which it has no score.
 */
missing_stages: Array<string>, 
/**
 * Judges who stood aside.
 */
recused: Array<string>, 
/**
 * Whether it is ranked.
 */
status: Status, 
/**
 * Why it is listed apart.
 */
obstacle: Obstacle | null, 
/**
 * Whether it is ranked although assigned judges have not filed.
 */
of_filed: boolean, 
/**
 * Judges who filed a final sheet without being assigned; it does not count.
 */
unassigned: Array<string>, 
/**
 * By criterion.
 */
criteria: Array<CriterionScore>, 
/**
 * By stage.
 */
stages: Array<StageScore>, 
/**
 * Points taken away by decision.
 */
deducted: string | null, 
/**
 * The same in thousandths of the highest score there can be.
 */
deducted_permille: number, 
/**
 * Whether it passes the stage's cut; none where there is no cut.
 */
shortlisted: boolean | null, 
/**
 * Whether it passes only because a tie lies across the cut.
 */
tied_across_cut: boolean, };

/**
 * A standing: category by category, each in rank order, then those listed apart.
 */
export type Standings = { 
/**
 * The stage; none for the final one.
 */
stage: string | null, 
/**
 * Digits scores are shown with.
 */
digits: number, 
/**
 * What happens to a value between two steps.
 */
rounding: RoundingMode, 
/**
 * The lowest level that is rounded.
 */
rounded_at: RoundingLevel, 
/**
 * How sheets become a stage score.
 */
aggregate: AggregateKind | null, 
/**
 * The criteria, for the legend.
 */
legend: Array<LegendRow>, 
/**
 * The order.
 */
rows: Array<StandingRow>, 
/**
 * What stands in the way of publishing.
 */
blocked: Array<Block>, };

/**
 * Which standing.
 */
export type StandingsAsked = { 
/**
 * Of this stage; none means the final one.
 */
stage?: string, 
/**
 * Only this category.
 */
category?: string, };

/**
 * What the start page shows.
 */
export type Start = { 
/**
 * Version of the program.
 */
version: string, 
/**
 * Files opened lately, newest first.
 */
recent: Array<RecentFile>, 
/**
 * The rules that ship with the program.
 */
templates: Array<TemplateRow>, 
/**
 * Folder new competition files are offered in.
 */
folder: string, 
/**
 * Where keys are kept.
 */
keys_in: KeyPlace, };

/**
 * Whether an entry is ranked.
 */
export type Status = "ranked" | "incomplete" | "conflict" | "at-gate" | "failed-gate" | "not-nominated" | "withdrawn" | "disqualified";

/**
 * How a file stood when it was last looked at here.
 */
export type Stood = { "of": "competition" } & Situation | { "of": "desk", 
/**
 * What there is to mark, by stage.
 */
work: Array<StageWork>, };

/**
 * One sheet in it.
 */
export type SummaryRow = { 
/**
 * Stage code.
 */
stage: string, 
/**
 * Entry code.
 */
entry: string, 
/**
 * The entry's title.
 */
title: string, 
/**
 * How far the sheet is.
 */
state: DeskState, 
/**
 * Criteria whose required mark or remark is missing.
 */
missing: Array<string>, 
/**
 * The conflict of interest declared of the entry.
 */
conflict: ConflictKind | null, 
/**
 * What is different from the last hand-over; none where it says the same, and before the first one.
 */
change: SheetChange | null, };

/**
 * What a column gives.
 */
export type Target = "title" | "agency" | "category" | "other" | "ignored" | "number" | "timestamp" | "innovator" | "nip" | "nik" | "position" | "email" | "phone" | "kind" | "form" | "phase" | "main_affair" | "related_affairs" | "basic_service" | "trial_date" | "start_date" | "summary" | "design" | "background" | "purpose" | "benefit" | "outcome" | "description" | "video" | "evidence" | "own_score" | "district" | "latitude" | "longitude" | "remarks";

/**
 * One shipped rules file.
 */
export type TemplateRow = { 
/**
 * `kukar-pekan-inovasi`.
 */
template: string, 
/**
 * Name of the competition in it.
 */
name: string, 
/**
 * Who holds it.
 */
organizer: string, 
/**
 * What in it is confirmed and what a default.
 */
source: string, 
/**
 * How many categories.
 */
categories: number, 
/**
 * The judged stages, by name.
 */
stages: Array<string>, 
/**
 * How many criteria take marks, over all stages.
 */
criteria: number, };

/**
 * One part of a difference.
 */
export type Term = { 
/**
 * Stage code.
 */
stage: string, 
/**
 * Criterion code; none where the stage is one term.
 */
criterion: string | null, 
/**
 * Judge code; none where no judge can be named.
 */
judge: string | null, 
/**
 * As a fraction.
 */
exact: string, };

/**
 * One thing wrong in a text that a person wrote.
 */
export type TextProblem = { 
/**
 * Line, from 1.
 */
line: number, 
/**
 * The key as a path: `stage[2].weight`. Empty where the line cannot be read at all.
 */
key: string, 
/**
 * What is wrong, a code to translate by: `syntax`, `newer-format`, `unknown-key`, `missing`, `not-a`, `not-one-of`, `value`.
 */
code: string, 
/**
 * What it speaks of, by name: `nearest`, `expected`, `found`, `allowed`, `ours`.
 */
params: { [key in string]: string }, 
/**
 * The same in English.
 */
message: string, };

/**
 * An entry that has too few sheets.
 */
export type ThinRow = { 
/**
 * Stage code.
 */
stage: string, 
/**
 * Entry code.
 */
entry: string, 
/**
 * Sheets filed.
 */
filed: number, 
/**
 * Judges assigned.
 */
assigned: number, 
/**
 * Whether it has the sheets it takes.
 */
covered: Covered, };

/**
 * What a step of the ladder looks at.
 */
export type TieBreakKind = "criterion" | "stage" | "highest-median" | "head-to-head" | "chair";

/**
 * A step that parts entries of equal score.
 */
export type TieBreakView = { 
/**
 * What it looks at.
 */
kind: TieBreakKind, 
/**
 * Code of the criterion or stage it looks at.
 */
code: string | null, };

/**
 * An entry that a verifier is assigned to visit.
 */
export type ToVisit = { 
/**
 * Code of the stage.
 */
stage: string, 
/**
 * As printed.
 */
stage_name: string, 
/**
 * Code of the entry.
 */
entry: string, 
/**
 * The entry's title.
 */
title: string, 
/**
 * Who stands behind it.
 */
agency: string, 
/**
 * What a new visit checks: the claims of the rules, with what the entry says of them, those of the entry itself, and those
 * that were checked in an earlier competition.
 */
claims: Array<VisitClaim>, 
/**
 * The verifier's private note on the entry; empty for none.
 */
note: string, 
/**
 * Whether the note goes along with a hand-over.
 */
note_handed_over: boolean, };

/**
 * What undo came to.
 */
export type UndoAnswer = Undone | Offered | Carried;

/**
 * What undo and redo would do now.
 */
export type Undoable = { 
/**
 * What would be taken back; none when there is nothing, or when the last operation lasts.
 */
undo: Operation | null, 
/**
 * What would be done again.
 */
redo: Operation | null, };

/**
 * An operation was taken back, or done again.
 */
export type Undone = { 
/**
 * The operation.
 */
operation: Operation, 
/**
 * What undo and redo would do now.
 */
now: Undoable, };

/**
 * What was found of a claim.
 */
export type Verdict = "confirmed" | "partly" | "refuted" | "not-checkable";

/**
 * What was verified in a result pack: the chair's signature over it, and these.
 */
export type Verified = { 
/**
 * Hand-overs, each with the signature of its device.
 */
hand_overs: number, 
/**
 * Decisions, each with the chair's signature.
 */
decisions: number, 
/**
 * The hash of the rules in force.
 */
rules: string, 
/**
 * How many times they were changed by decision.
 */
changes: number, 
/**
 * Whether the final standing is still the one that was published; none while nothing is.
 */
stands: boolean | null, };

/**
 * A visit as it is after a change in the notebook.
 */
export type VisitChanged = { 
/**
 * The visit.
 */
row: VisitRow, 
/**
 * Photos that could not be kept.
 */
refused: Array<RefusedPhoto>, 
/**
 * What can be taken back and done again now.
 */
undoable: Undoable, };

/**
 * A claim with what was found.
 */
export type VisitClaim = { 
/**
 * What is claimed.
 */
text: string, 
/**
 * The criterion that it bears on.
 */
criterion: string | null, 
/**
 * What the proposal says.
 */
claimed: string, 
/**
 * What was found.
 */
found: string, 
/**
 * In what both are counted.
 */
unit: string | null, 
/**
 * How it was checked.
 */
method: Method | null, 
/**
 * What came of it.
 */
verdict: Verdict | null, 
/**
 * Beside it.
 */
note: string, 
/**
 * Names of the photos that show it.
 */
photos: Array<string>, };

/**
 * What a visit says.
 */
export type VisitContent = { 
/**
 * How it was made.
 */
mode: VisitMode, 
/**
 * When it began: `2023-11-21T09:10:00+08:00`.
 */
began: string | null, 
/**
 * When it ended.
 */
ended: string | null, 
/**
 * Where, in words.
 */
place: string, 
/**
 * Where, on earth.
 */
position: VisitPlace | null, 
/**
 * What is recommended.
 */
recommendation: Recommendation | null, 
/**
 * Why.
 */
reason: string, 
/**
 * Free notes.
 */
notes: string, 
/**
 * What the agency objects.
 */
objection: string, 
/**
 * What a member of the team sees otherwise.
 */
dissent: string, 
/**
 * The office met.
 */
office: VisitOffice, 
/**
 * Who visited.
 */
team: Array<VisitPerson>, 
/**
 * Beneficiaries who were asked.
 */
respondents: Array<VisitRespondent>, 
/**
 * What was checked.
 */
claims: Array<VisitClaim>, 
/**
 * The photos taken.
 */
photos: Array<VisitPhotoRow>, };

/**
 * How a visit is made.
 */
export type VisitMode = "site" | "online";

/**
 * A private note as it is after a change in the notebook.
 */
export type VisitNoteChanged = { 
/**
 * Code of the stage.
 */
stage: string, 
/**
 * Code of the entry.
 */
entry: string, 
/**
 * Empty for none.
 */
note: string, 
/**
 * Whether it goes along with a hand-over.
 */
note_handed_over: boolean, 
/**
 * What can be taken back and done again now.
 */
undoable: Undoable, };

/**
 * The office met and its officer. Empty texts where nothing is known, or where the hand-over left persons out.
 */
export type VisitOffice = { 
/**
 * The office.
 */
name: string, 
/**
 * The officer's name.
 */
officer: string, 
/**
 * The officer's number.
 */
nip: string, 
/**
 * The officer's post.
 */
post: string, };

/**
 * A member of the team.
 */
export type VisitPerson = { 
/**
 * With titles.
 */
name: string, 
/**
 * Civil servant's number.
 */
nip: string, 
/**
 * *Jabatan*.
 */
post: string, 
/**
 * Where they serve.
 */
institution: string, };

/**
 * A photo of a visit.
 */
export type VisitPhotoRow = { 
/**
 * Its name, a hash.
 */
photo: string, 
/**
 * The file as it was.
 */
original: OriginalFile, 
/**
 * When it was taken, in local time.
 */
taken: string | null, 
/**
 * Maker and model of the camera.
 */
device: string | null, 
/**
 * Where it was taken.
 */
position: VisitPlace | null, 
/**
 * What it shows.
 */
kind: PhotoKind | null, 
/**
 * In words.
 */
caption: string, 
/**
 * Pixels.
 */
width: number, 
/**
 * Pixels.
 */
height: number, 
/**
 * Of the picture.
 */
bytes: number, 
/**
 * What a reader should know of it.
 */
notes: Array<PhotoNote>, };

/**
 * Degrees as decimals, north and east above zero.
 */
export type VisitPlace = { 
/**
 * North.
 */
latitude: string, 
/**
 * East.
 */
longitude: string, 
/**
 * Within so many metres.
 */
accuracy?: number, };

/**
 * A beneficiary who was asked.
 */
export type VisitRespondent = { 
/**
 * Not the name.
 */
initials: string, 
/**
 * What they are.
 */
role: string, 
/**
 * Whether they are satisfied.
 */
satisfied: boolean | null, 
/**
 * Why.
 */
why: string, };

/**
 * A visit, and where it stands.
 */
export type VisitRow = { 
/**
 * Its id.
 */
visit: string, 
/**
 * Who made it.
 */
judge: string, 
/**
 * Code of the stage.
 */
stage: string, 
/**
 * Code of the entry.
 */
entry: string, 
/**
 * The entry's title.
 */
title: string, 
/**
 * Who stands behind the entry.
 */
agency: string, 
/**
 * The *kecamatan* in which the entry is carried out; empty where it is not registered.
 */
district: string, 
/**
 * Whether the verifier says that it is finished.
 */
state: SheetState, 
/**
 * The hand-over that words it so; none in the verifier's own working copy.
 */
hand_over: string | null, 
/**
 * What it lacks before it can be final.
 */
missing: Array<MissingInVisit>, 
/**
 * Metres from the place where the entry is registered, where both are known.
 */
metres: number | null, 
/**
 * Whether it began before the first day of its stage, or after the last.
 */
outside_dates: boolean, 
/**
 * Claims on which verifiers differ and which the chair has settled, with the visit that is right.
 */
settled: Array<SettledClaim>, 
/**
 * Claims on which the visits to this entry differ and which are not settled.
 */
differs: Array<string>, 
/**
 * What was decided of the entry, where the stage is a gate.
 */
gate: GateState | null, 
/**
 * How it was made.
 */
mode: VisitMode, 
/**
 * When it began: `2023-11-21T09:10:00+08:00`.
 */
began: string | null, 
/**
 * When it ended.
 */
ended: string | null, 
/**
 * Where, in words.
 */
place: string, 
/**
 * Where, on earth.
 */
position: VisitPlace | null, 
/**
 * What is recommended.
 */
recommendation: Recommendation | null, 
/**
 * Why.
 */
reason: string, 
/**
 * Free notes.
 */
notes: string, 
/**
 * What the agency objects.
 */
objection: string, 
/**
 * What a member of the team sees otherwise.
 */
dissent: string, 
/**
 * The office met.
 */
office: VisitOffice, 
/**
 * Who visited.
 */
team: Array<VisitPerson>, 
/**
 * Beneficiaries who were asked.
 */
respondents: Array<VisitRespondent>, 
/**
 * What was checked.
 */
claims: Array<VisitClaim>, 
/**
 * The photos taken.
 */
photos: Array<VisitPhotoRow>, };

/**
 * Visits.
 */
export type Visits = { 
/**
 * By stage, entry and verifier.
 */
rows: Array<VisitRow>, 
/**
 * In the chair's file: nominees that nobody has visited.
 */
not_visited: Array<NotVisited>, 
/**
 * In a working copy: what its verifier is assigned to visit.
 */
to_visit: Array<ToVisit>, 
/**
 * What entries were in an earlier competition, by entry.
 */
predecessors: Array<PredecessorRow>, };

/**
 * Which visits to show.
 */
export type VisitsAsked = { 
/**
 * Only of this entry.
 */
entry?: string, };

/**
 * One thing that waits, and what it means for the result.
 */
export type Wait = { 
/**
 * Whether the order of the final standing may be another once this is done.
 */
provisional: boolean, } & ({ "kind": "entries" } | { "kind": "judges" } | { "kind": "packets", 
/**
 * How many.
 */
judges: number, } | { "kind": "conflicts", 
/**
 * Sheets they are about.
 */
sheets: number, } | { "kind": "late", 
/**
 * How many.
 */
hand_overs: number, } | { "kind": "stage", 
/**
 * Its code.
 */
stage: string, 
/**
 * As printed.
 */
name: string, } | { "kind": "sheets", 
/**
 * Code of the judge.
 */
judge: string, 
/**
 * As printed.
 */
name: string, 
/**
 * Code of the stage.
 */
stage: string, 
/**
 * As printed.
 */
stage_name: string, 
/**
 * How many.
 */
sheets: number, } | { "kind": "unscored", 
/**
 * How many.
 */
entries: number, } | { "kind": "tie", 
/**
 * Code of the category.
 */
category: string, 
/**
 * The rank they share.
 */
rank: number, 
/**
 * Their codes.
 */
entries: Array<string>, } | { "kind": "not-understood", 
/**
 * How many things.
 */
files: number, });

/**
 * What has come into a folder since it was looked at last.
 */
export type Watched = { 
/**
 * Hand-overs that are not archived yet, and files that call themselves so.
 */
files: Array<WatchedFile>, 
/**
 * Files that are still being written.
 */
waiting: number, 
/**
 * Files that are no hand-overs or are archived already.
 */
passed_over: number, };

/**
 * One file that came in.
 */
export type WatchedFile = { 
/**
 * Full path, to merge it by.
 */
path: string, 
/**
 * What it is to this competition.
 */
row: MergeRow, };

/**
 * A change of one weight.
 */
export type WeightMargin = { 
/**
 * Stage code.
 */
stage: string, 
/**
 * Criterion code; none for the weight of the stage.
 */
criterion: string | null, 
/**
 * As it is.
 */
from: string, 
/**
 * As it would have to be.
 */
to: string, };

/**
 * What would be, beside what is. It is not the result.
 */
export type WhatIf = { 
/**
 * The entries, in the order that would be.
 */
rows: Array<WhatIfRow>, 
/**
 * How many of them would stand elsewhere: another rank, or in or out of the cut.
 */
moved: number, };

/**
 * Which standing, and what would be otherwise.
 */
export type WhatIfAsked = { 
/**
 * Of this stage; none means the final standing.
 */
stage?: string, 
/**
 * Of this category.
 */
category: string, 
/**
 * The stages that would be otherwise.
 */
changes: Array<StageIf>, };

/**
 * One entry.
 */
export type WhatIfRow = { 
/**
 * Entry code.
 */
entry: string, 
/**
 * Title.
 */
title: string, 
/**
 * Where it stands.
 */
before: Standing, 
/**
 * Where it would stand.
 */
after: Standing, 
/**
 * Whether it passes the cut; none where there is none.
 */
passes_before: boolean | null, 
/**
 * Whether it would.
 */
passes_after: boolean | null, 
/**
 * Whether it would stand elsewhere.
 */
moved: boolean, };

/**
 * A stage's standing without one judge.
 */
export type WithoutJudge = { 
/**
 * Judge code.
 */
judge: string, 
/**
 * Category code.
 */
category: string, 
/**
 * Stage code.
 */
stage: string, 
/**
 * Who would be first.
 */
winners: Array<string>, 
/**
 * Who would come into the cut.
 */
in: Array<string>, 
/**
 * Who would fall out of it.
 */
out: Array<string>, 
/**
 * Whether the order of all entries would be the same.
 */
same_order: boolean, };

/**
 * Files written.
 */
export type Written = { 
/**
 * Full paths.
 */
files: Array<string>, };

/** Commands that need nothing open. */
export type StartCommands = {
  start: { request: Nothing; response: Start };
  create_competition: { request: NewCompetition; response: Overview };
  open_file: { request: File; response: Overview };
  passphrase_words: { request: Nothing; response: PassphraseWords };
  check_packet: { request: CheckPacket; response: Nothing };
  open_packet: { request: OpenPacket; response: PacketOpened };
  open_demo: { request: Nothing; response: Overview };
  close_file: { request: Nothing; response: Nothing };
  cancel: { request: Nothing; response: Nothing };
  recompute: { request: File; response: Recomputed };
  check: { request: File; response: Checked };
  explain: { request: ExplainAsked; response: Explained };
  firmness: { request: FirmnessAsked; response: Firmness };
  agreement: { request: AgreementAsked; response: Agreement };
  plots: { request: PlotsAsked; response: Plots };
  save_picture: { request: SavePicture; response: Written };
};

/** Commands for any file that is open, the chair's or a judge's. */
export type FileCommands = {
  overview: { request: Nothing; response: Overview };
  rules: { request: Nothing; response: RulesView };
  entries: { request: EntriesAsked; response: EntriesPage };
  journal: { request: JournalAsked; response: JournalPage };
  visits: { request: VisitsAsked; response: Visits };
  photo: { request: PhotoAsked; response: Picture };
  undoable: { request: Nothing; response: Undoable };
  undo: { request: Nothing; response: UndoAnswer };
  redo: { request: Nothing; response: Undone };
  backups: { request: Nothing; response: Backups };
  back_up: { request: Nothing; response: Backups };
  restore: { request: File; response: Overview };
  back_up_keys: { request: File; response: KeysBackedUp };
};

/** Commands for the chair's file. */
export type ChairCommands = {
  preview_rules: { request: RulesAsked; response: RulesChange };
  change_rules: { request: ChangeRules; response: RulesChange };
  coverage: { request: Nothing; response: Agencies };
  import_preview: { request: ImportAsked; response: ImportPreview };
  sheet_rows: { request: SheetRowsAsked; response: SheetRows };
  save_mapping: { request: SaveMapping; response: Written };
  import: { request: ImportAsked; response: ImportOutcome };
  add_entry: { request: NewEntry; response: EntryRow };
  edit_entry: { request: EntryEdited; response: EntryRow };
  judges: { request: Nothing; response: Judges };
  add_judge: { request: NewJudge; response: Judges };
  edit_judge: { request: NewJudge; response: Judges };
  make_packet: { request: PacketAsked; response: PacketMade };
  make_packets: { request: PacketsAsked; response: PacketsMade };
  own_desk: { request: OwnDesk; response: Overview };
  inspect: { request: Files; response: Merge };
  merge: { request: Files; response: Merge };
  make_form: { request: FormAsked; response: Written };
  enter_form: { request: FilledForm; response: FormEntered };
  watch: { request: Folder; response: Watched };
  progress: { request: Nothing; response: Board };
  messages: { request: MessagesAsked; response: Messages };
  conflicts: { request: Nothing; response: Conflicts };
  return_matches: { request: File; response: ReturnMatches };
  confirm_returns: { request: ConfirmReturns; response: ReturnMatches };
  forget_return: { request: ForgetReturn; response: Nothing };
  situation: { request: Nothing; response: Situation };
  standings: { request: StandingsAsked; response: Standings };
  what_if: { request: WhatIfAsked; response: WhatIf };
  plenary_desk: { request: Nothing; response: PlenaryDesk };
  show_in_plenary: { request: PlenaryShown; response: PlenaryDesk };
  decisions: { request: Nothing; response: Decisions };
  decide: { request: NewDecision; response: Decisions };
  preview_decision: { request: Act; response: DecisionEffects };
  export: { request: ExportAsked; response: Written };
  restore_keys: { request: KeysBackup; response: Nothing };
};

/** Commands of the window that everybody sees in plenary: it has no others. */
export type PlenaryCommands = {
  plenary: { request: Nothing; response: PlenaryPage };
  plenary_step: { request: PlenaryStep; response: PlenaryPage };
};

/** Commands for a judge's working copy. */
export type DeskCommands = {
  desk: { request: Nothing; response: DeskView };
  sheet: { request: SheetAsked; response: DeskSheet };
  calibration: { request: CalibrationAsked; response: Calibration };
  set_mark: { request: SetMark; response: SheetChanged };
  clear_mark: { request: ClearMark; response: SheetChanged };
  set_remark: { request: SetRemark; response: SheetChanged };
  set_note: { request: SetNote; response: SheetChanged };
  leave_field: { request: Nothing; response: Undoable };
  finish: { request: SheetAsked; response: SheetChanged };
  reopen: { request: SheetAsked; response: SheetChanged };
  declaration: { request: Nothing; response: DeclarationView };
  declare: { request: Declare; response: DeclarationChanged };
  take_back_declaration: { request: DeclaredEntry; response: DeclarationChanged };
  finish_declaration: { request: Nothing; response: DeclarationView };
  receipt: { request: File; response: ReceiptView };
  save_visit: { request: SaveVisit; response: VisitChanged };
  add_photos: { request: AddPhotos; response: VisitChanged };
  write_minutes: { request: MinutesAsked; response: Written };
  set_visit_note: { request: SetNote; response: VisitNoteChanged };
  hand_over_summary: { request: Nothing; response: HandOverSummary };
  hand_over: { request: HandOverAsked; response: HandedOver };
  own_hand_overs: { request: Nothing; response: OwnHandOvers };
  own_hand_over: { request: OwnHandOverAsked; response: OwnHandOver };
};

/** Every command with its request and response. */
export type Commands = StartCommands & FileCommands & ChairCommands & PlenaryCommands & DeskCommands;
