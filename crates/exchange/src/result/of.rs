//! The archived form of what `judging` computes.

use super::{
    ArchivedObstacle, ArchivedRanking, ArchivedResult, ArchivedRow, ArchivedScore, ArchivedStanding,
};
use judging::StageCode;
use judging::ranking::{Ranking, Row, Standings};
use judging::results::Results;
use judging::scoring::{Figure, Obstacle};

impl ArchivedResult {
    /// The archived form of results.
    #[must_use]
    pub fn of(results: &Results) -> Self {
        let stages = results.stages.iter();
        Self {
            overall: standing(&results.overall),
            stages: stages.map(|stage| standing(&stage.standings)).collect(),
        }
    }
}

fn standing(standings: &Standings) -> ArchivedStanding {
    ArchivedStanding {
        stage: standings.of.clone(),
        categories: standings.rankings.iter().map(ranking).collect(),
    }
}

fn ranking(ranking: &Ranking) -> ArchivedRanking {
    ArchivedRanking {
        category: ranking.category.clone(),
        counted: ranking.counted.clone(),
        rows: ranking.rows.iter().map(row).collect(),
    }
}

fn row(row: &Row) -> ArchivedRow {
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
        stages: stages
            .map(|stage| (stage.code.clone(), score(&stage.score)))
            .collect(),
        deducted: row.deducted.to_string(),
        shortlisted: row.shortlisted,
    }
}

fn score(figure: &Figure) -> ArchivedScore {
    ArchivedScore {
        exact: figure.exact.to_string(),
        rounded: figure.text.clone(),
    }
}

fn obstacle(obstacle: &Obstacle, stage: Option<&StageCode>) -> ArchivedObstacle {
    let mut archived = ArchivedObstacle {
        kind: obstacle.kind(),
        stage: stage.cloned(),
        decision: None,
        judges: Vec::new(),
        criterion: None,
        cut: None,
        gate: None,
        filed: None,
        needed: None,
        trim: None,
    };
    match obstacle {
        Obstacle::Decision { hash, .. } => archived.decision = Some(*hash),
        Obstacle::Conflict(judges) | Obstacle::NotFiled(judges) => {
            archived.judges.clone_from(judges);
        }
        Obstacle::TooFew { filed, needed } => {
            (archived.filed, archived.needed) = (Some(*filed), Some(*needed));
        }
        Obstacle::Unmarked {
            criterion,
            marks,
            needed,
        } => {
            archived.criterion = Some(criterion.clone());
            (archived.filed, archived.needed) = (Some(*marks), Some(*needed));
        }
        Obstacle::NothingLeft { filed, trim } => {
            (archived.filed, archived.trim) = (Some(*filed), Some(*trim));
        }
        Obstacle::NoSpread { judge } => archived.judges = vec![judge.clone()],
        Obstacle::Cut(stage) => archived.cut = Some(stage.clone()),
        Obstacle::Gate(stage) => archived.gate = Some(stage.clone()),
        Obstacle::NoJudge | Obstacle::AllRecused | Obstacle::NotBegun => {}
    }
    archived
}
