//! Remit: the demonstration opened in the window shows the winners that the command line names.

use crate::pictures::picture;
use harness::{Desk, Window};

#[test]
fn the_first_three_winners_on_the_screen_are_those_of_the_command_line() {
    let desk = Desk::new();
    desk.types("demo --out contoh").done();
    let standings = desk.asks("standings contoh/kukar-2023.timbang");
    let winners = standings["rows"].as_array().unwrap().iter().take(3);
    let text = |row: &serde_json::Value, name: &str| row[name].as_str().unwrap().to_owned();
    let expected: Vec<[String; 3]> = winners
        .map(|row| {
            [
                row["rank"].to_string(),
                text(row, "title"),
                text(row, "score").replace('.', ","),
            ]
        })
        .collect();

    let window = Window::opened(&desk, &["contoh/kukar-2023.timbang"]);
    window.clicks("[data-testid=nav-standings]");
    window.sees("[data-testid=standings-table] [data-row]");
    let rows = window.sees_all("[data-testid=standings-table] [data-row]");
    picture(&window, "standings");
    let mut rows = rows.iter();
    for [rank, title, score] in &expected {
        let row = rows
            .find(|row| row.contains(title.as_str()))
            .expect("a winner is on the screen, in order");
        assert!(
            row.starts_with(rank.as_str()) && row.contains(score.as_str()),
            "{rank} {title} {score}: {row}"
        );
    }
}
