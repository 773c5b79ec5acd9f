//! A chair with a competition and judges who have opened their packets.

use crate::desk::Desk;

/// One judge at a laptop, with the working copy `CODE.timbang`.
#[derive(Debug)]
pub struct Judge {
    /// `J1`.
    pub code: String,
    /// The laptop.
    pub desk: Desk,
}

/// A chair with the competition `lomba.timbang`, and its judges.
#[derive(Debug)]
pub struct Panel {
    /// The chair's machine.
    pub chair: Desk,
    /// In the order given.
    pub judges: Vec<Judge>,
}

impl Panel {
    /// A competition by these rules (a template, or a file in the chair's folder) with the entries of this workbook, and
    /// judges by their code and further words for `judge add`.
    #[track_caller]
    pub fn assembled(chair: Desk, rules: &str, workbook: &str, judges: &[(&str, &str)]) -> Self {
        chair
            .types(&format!("new lomba.timbang --rules {rules}"))
            .done();
        chair
            .types(&format!("import lomba.timbang {workbook}"))
            .done();
        let mut panel = Self {
            chair,
            judges: Vec::new(),
        };
        for (code, scope) in judges {
            let add = format!("judge add lomba.timbang --code {code} --name 'Juri {code}' {scope}");
            panel.chair.types(&add).done();
        }
        for (code, _) in judges {
            let judge = panel.invite(code);
            panel.judges.push(judge);
        }
        panel
    }

    /// Makes a packet for a judge, who opens it on a fresh laptop.
    #[track_caller]
    pub fn invite(&self, code: &str) -> Judge {
        let paket = format!("{code}.paket");
        let made = self.chair.asks(&format!(
            "packet lomba.timbang --judge {code} --out {paket}"
        ));
        let desk = Desk::new();
        desk.take(&self.chair, &paket);
        desk.write(
            "kata.txt",
            made["passphrase"].as_str().expect("a passphrase"),
        );
        desk.types(&format!(
            "open {paket} --passphrase-file kata.txt --out {code}.timbang"
        ))
        .done();
        Judge {
            code: code.to_owned(),
            desk,
        }
    }

    /// Brings a hand-over to the chair.
    pub fn deliver(&self, judge: &Judge, file: &str) {
        self.chair.take(&judge.desk, file);
    }
}

impl Judge {
    /// Takes marks, a line each: `stage,entry,criterion,mark`; sheets that miss nothing become final.
    #[track_caller]
    pub fn marks(&self, lines: &[String]) {
        let mut csv = String::from("stage,entry,criterion,mark,remark\n");
        for line in lines {
            csv.push_str(line);
            csv.push_str(",\n");
        }
        self.desk.write("nilai.csv", csv);
        self.desk
            .types(&format!(
                "mark {}.timbang --csv nilai.csv --finish",
                self.code
            ))
            .done();
    }

    /// Hands over into this file, and gives the hand-over's hash.
    #[track_caller]
    pub fn hands_over(&self, file: &str) -> String {
        let command = format!("hand-over {}.timbang --out {file}", self.code);
        let handed = self.desk.asks(&command);
        handed["hash"].as_str().expect("a hash").to_owned()
    }
}
