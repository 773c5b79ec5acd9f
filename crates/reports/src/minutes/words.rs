//! The words of a visit on paper.

use judging::visit::{FoundBefore, LocalTime, Method, Recommendation, Verdict, Visit, VisitMode};

pub fn mode(mode: VisitMode) -> &'static str {
    match mode {
        VisitMode::Site => "kunjungan lapangan",
        VisitMode::Online => "daring",
    }
}

pub fn method(method: Method) -> &'static str {
    match method {
        Method::OriginalDocument => "dokumen asli",
        Method::Observation => "pengamatan",
        Method::Interview => "wawancara",
        Method::Trial => "uji coba",
        Method::SystemData => "data sistem",
    }
}

pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Confirmed => "sesuai",
        Verdict::Partly => "sesuai sebagian",
        Verdict::Refuted => "tidak sesuai",
        Verdict::NotCheckable => "tidak dapat diperiksa",
    }
}

pub fn recommendation(recommendation: Recommendation) -> &'static str {
    match recommendation {
        Recommendation::Eligible => "layak",
        Recommendation::EligibleWithNotes => "layak dengan catatan",
        Recommendation::NotEligible => "tidak layak",
    }
}

/// `410 orang, sesuai sebagian (21-11-2022)`.
pub fn found_before(found: &FoundBefore) -> String {
    let said = match &found.unit {
        Some(unit) if !found.found.is_empty() => format!("{} {unit}", found.found),
        _ => found.found.clone(),
    };
    let said = [&*said, verdict(found.verdict)];
    let said: Vec<&str> = said.into_iter().filter(|text| !text.is_empty()).collect();
    let day = found
        .day
        .map(|day| format!(" ({})", day.strftime("%d-%m-%Y")));
    said.join(", ") + &day.unwrap_or_default()
}

/// `21-11-2023, 09.10–11.00 WITA`; dots to write on where nothing is known.
pub fn when(visit: &Visit) -> String {
    let clock = |moment: LocalTime| moment.at.strftime("%H.%M").to_string();
    let Some(began) = visit.began else {
        return "……………………………………".to_owned();
    };
    let day = began.at.strftime("%d-%m-%Y");
    let same_day = |ended: &LocalTime| ended.at.date() == began.at.date();
    let until = match visit.ended {
        Some(ended) if same_day(&ended) => format!("–{}", clock(ended)),
        Some(ended) => format!(" – {} {}", ended.at.strftime("%d-%m-%Y"), clock(ended)),
        None => String::new(),
    };
    let zone = began
        .offset
        .map_or("", |offset| match offset.seconds() / 3_600 {
            7 => " WIB",
            8 => " WITA",
            9 => " WIT",
            _ => "",
        });
    format!("{day}, {}{until}{zone}", clock(began))
}
