//! The archived form of what `judging` computes.

use super::{
    ArchivedObstacle, ArchivedRanking, ArchivedResult, ArchivedRow, ArchivedScore, ArchivedSheet,
    ArchivedStanding,
};
use judging::StageCode;
use judging::ranking::{Ranking, Row, Standings};
use judging::results::{JudgeSheet, Results, SheetOutcome, StageResult};
use judging::scoring::{Figure, Obstacle};

impl ArchivedResult {
    /// The archived form of results.
    #[must_use]
    pub fn of(results: &Results) -> Self {
        let stages = results.stages.iter();
        Self {
            overall: standing(&results.overall, None),
            stages: stages
                .map(|stage| standing(&stage.standings, Some(stage)))
                .collect(),
        }
    }
}

/// A standing; of a stage, with its sheets.
fn standing(standings: &Standings, stage: Option<&StageResult>) -> ArchivedStanding {
    let rankings = standings.rankings.iter();
    ArchivedStanding {
        stage: standings.of.clone(),
        categories: rankings.map(|of| ranking(of, stage)).collect(),
    }
}

fn ranking(ranking: &Ranking, stage: Option<&StageResult>) -> ArchivedRanking {
    let rows = ranking.rows.iter();
    ArchivedRanking {
        category: ranking.category.clone(),
        counted: ranking.counted.clone(),
        rows: rows.map(|of| row(of, stage)).collect(),
    }
}

fn row(row: &Row, stage: Option<&StageResult>) -> ArchivedRow {
    let sheets = stage.map_or(&[][..], |stage| stage.sheets_of(&row.entry));
    let against = |against: &Obstacle| obstacle(against, row.obstacle_stage.as_ref());
    let stages = row.stages.iter();
    ArchivedRow {
        entry: row.entry.clone(),
        status: row.status,
        obstacle: row.obstacle.as_ref().map(against),
        rank: row.rank,
        tied: row.tied,
        decided_by: row.decided_by.clone(),
        score: row.score.as_ref().map(score),
        sheets: row.sheets,
        missing: row.missing.clone(),
        recused: row.recused.clone(),
        unassigned: row.unassigned.clone(),
        judges: sheets.iter().map(sheet).collect(),
        stages: stages
            .map(|stage| (stage.code.clone(), score(&stage.score)))
            .collect(),
        deducted: row.deducted.to_string(),
        shortlisted: row.shortlisted,
    }
}

fn sheet(sheet: &JudgeSheet) -> ArchivedSheet {
    let (figure, lacking) = match &sheet.outcome {
        SheetOutcome::Counted { score } => (score.as_ref(), Vec::new()),
        SheetOutcome::LacksMarks(criteria) => (None, criteria.clone()),
        _ => (None, Vec::new()),
    };
    ArchivedSheet {
        judge: sheet.judge.clone(),
        outcome: sheet.outcome.kind(),
        score: figure.map(score),
        lacking,
        late: sheet.late,
    }
}

fn score(figure: &Figure) -> ArchivedScore {
    ArchivedScore {
        exact: figure.exact.to_string(),
        rounded: figure.text.clone(),
    }
}

fn obstacle(obstacle: &Obstacle, stage: Option<&StageCode>) -> ArchivedObstacle {
    let detail = obstacle.detail();
    ArchivedObstacle {
        kind: obstacle.kind(),
        stage: stage.cloned(),
        decision: detail.decision,
        judges: detail.judges.to_vec(),
        criterion: detail.criterion.cloned(),
        cut: detail.cut.cloned(),
        filed: detail.filed,
        needed: detail.needed,
        trim: detail.trim,
    }
}
