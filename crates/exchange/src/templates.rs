//! The rules that ship with the program. Each says in its `source` what of it is confirmed and what is a default.

/// One shipped rules file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Template {
    /// Its name on the command line.
    pub id: &'static str,
    /// The rules file.
    pub text: &'static str,
}

macro_rules! templates {
    ($($id:literal,)*) => {
        const TEMPLATES: &[Template] = &[$(Template {
            id: $id,
            text: include_str!(concat!("../templates/", $id, ".toml")),
        },)*];
    };
}

templates! {
    "kukar-pekan-inovasi",
    "metro-penilaian-judul",
    "iga-presentasi",
    "tapin-krisda",
    "krenova-batang",
    "kipp",
    "presentasi-kementerian",
    "smart-city",
    "sinjai-website",
    "iid-sid-2026",
}

/// All shipped rules, the most complete first.
#[must_use]
pub fn templates() -> &'static [Template] {
    TEMPLATES
}

/// The shipped rules of that name.
#[must_use]
pub fn template(id: &str) -> Option<&'static Template> {
    TEMPLATES.iter().find(|template| template.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::read;
    use judging::Fixed;
    use judging::rules::{Rules, Scale};

    fn rules(id: &str) -> Rules {
        read(template(id).unwrap().text).unwrap_or_else(|error| panic!("{id}: {error}"))
    }

    #[test]
    fn every_template_is_valid_and_says_what_of_it_is_a_default() {
        for template in templates() {
            assert!(
                rules(template.id)
                    .source
                    .contains("Bawaan, belum dikonfirmasi:"),
                "{}",
                template.id
            );
        }
    }

    #[test]
    fn kukar_has_13_categories_and_seven_stages() {
        let kukar = rules("kukar-pekan-inovasi");
        assert_eq!((kukar.categories.len(), kukar.stages.len()), (13, 7));
    }

    /// The sum of the highest marks times their weights in the first stage with criteria.
    #[track_caller]
    fn check_most_points(id: &str, expected: i64) {
        let rules = rules(id);
        let leaves = rules.judged_stages().next().unwrap().leaves();
        let most = leaves.map(|leaf| {
            leaf.weight.ten_thousandths()
                * leaf
                    .scale
                    .as_ref()
                    .map(Scale::max)
                    .unwrap()
                    .ten_thousandths()
        });
        assert_eq!(
            most.sum::<i64>(),
            expected * judging::fixed::ONE * judging::fixed::ONE
        );
    }

    #[test]
    fn the_most_points_are_those_that_the_sources_name() {
        check_most_points("metro-penilaian-judul", 63);
        check_most_points("iid-sid-2026", 111);
    }

    #[test]
    fn weights_that_the_sources_give_in_percent_sum_to_100() {
        for id in [
            "iga-presentasi",
            "tapin-krisda",
            "krenova-batang",
            "kipp",
            "presentasi-kementerian",
            "sinjai-website",
        ] {
            let rules = rules(id);
            let stage = rules.judged_stages().next().unwrap();
            let sum: i64 = stage
                .children(None)
                .map(|criterion| criterion.weight.ten_thousandths())
                .sum();
            assert_eq!(sum, Fixed::whole(100).ten_thousandths(), "{id}");
        }
    }
}
