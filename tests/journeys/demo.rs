//! Remit: the demonstration plays from one command, with no display and nothing prepared.

use harness::Desk;

#[test]
fn the_demo_prints_winners_and_leaves_its_files() {
    let desk = Desk::new();
    let said = desk.types("demo --out contoh").done();
    assert!(said.out.contains("Pekan Inovasi"), "{}", said.out);
    assert!(
        said.out.contains("invented"),
        "it says that the marks are made up:\n{}",
        said.out
    );
    let left: Vec<String> = std::fs::read_dir(desk.path("contoh"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    for (ending, least) in [(".timbang", 2), (".nilai", 13), (".xlsx", 4), (".csv", 2)] {
        let there = left.iter().filter(|name| name.ends_with(ending)).count();
        assert!(there >= least, "{there} of {least} {ending} in {left:?}");
    }
    for competition in ["metro-2027", "kukar-2023"] {
        desk.types(&format!("check contoh/{competition}.timbang"))
            .done();
        let standings = desk.asks(&format!("standings contoh/{competition}.timbang"));
        let first = &standings["rows"][0];
        assert_eq!(first["rank"], 1);
        let title = first["entry"].as_str().unwrap();
        assert!(
            said.out.contains(title),
            "{title} is not among the winners printed:\n{}",
            said.out
        );
    }
}

#[test]
fn the_demo_gives_the_same_winners_every_time() {
    let winners = || Desk::new().asks("demo --out contoh")["parts"].clone();
    assert_eq!(winners(), winners());
}

#[test]
fn the_demo_does_not_write_into_a_folder_that_holds_something() {
    let desk = Desk::new();
    desk.write("catatan.txt", "milik saya");
    desk.types("demo --out .").refused();
    assert_eq!(std::fs::read_dir(desk.path(".")).unwrap().count(), 1);
}
