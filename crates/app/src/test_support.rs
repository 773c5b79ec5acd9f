//! A machine for tests: a folder of its own, a clock that stands, workbooks and photos read in this process.

use crate::api::competition::NewCompetition;
use crate::api::desk::{HandOverAsked, OpenPacket};
use crate::api::panel::{NewJudge, PacketAsked};
use crate::host::{KeyFiles, Keystore};
use crate::{Error, Host, Session};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU8, Ordering};

pub struct Machine {
    pub folder: tempfile::TempDir,
    keys: KeyFiles,
    pub now: AtomicI64,
    drawn: AtomicU8,
}

impl Machine {
    /// A machine; `number` makes its random bytes its own.
    pub fn new(number: u8) -> Arc<Self> {
        let folder = tempfile::tempdir().unwrap();
        Arc::new(Self {
            keys: KeyFiles::in_folder(folder.path().join("keys")),
            folder,
            now: AtomicI64::new(1_700_000_000),
            drawn: AtomicU8::new(number),
        })
    }

    pub fn session(self: &Arc<Self>) -> Session {
        Session::new(Arc::clone(self) as Arc<dyn Host>)
    }

    pub fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    /// The chair's session with a new competition in it, made from the Metro template and its registrations.
    pub fn competition(self: &Arc<Self>) -> Session {
        self.competition_named("lomba.timbang")
    }

    /// The same in a file of this name.
    pub fn competition_named(self: &Arc<Self>, name: &str) -> Session {
        self.competition_by(name, "metro-penilaian-judul", "metro-2027-penjaringan.xlsx")
    }

    /// A new competition by a template or file of rules, with the entries of a shipped workbook.
    pub fn competition_by(self: &Arc<Self>, name: &str, rules: &str, workbook: &str) -> Session {
        let session = self.session();
        let new = NewCompetition {
            file: self.path(name),
            rules: rules.into(),
            name: None,
        };
        crate::competition::create(&session, new).unwrap();
        let asked = crate::api::import::ImportAsked {
            file: fixture(workbook),
            ..Default::default()
        };
        crate::entries::import(&session, asked).unwrap();
        session
    }

    /// A judge of the category KEC at this machine, with the packet opened.
    pub fn desk(self: &Arc<Self>, chair: &Session, code: &str) -> Session {
        self.desk_for(chair, code, "KEC")
    }

    /// A chair by the rules of Kukar, which have a stage of verification, and a verifier of its villages.
    pub fn in_the_field(self: &Arc<Self>) -> (Session, Session) {
        let workbook = "kukar-2023-pendaftaran.xlsx";
        let chair = self.competition_by("lomba.timbang", "kukar-pekan-inovasi", workbook);
        let desk = self.desk_for(&chair, "V1", "DESA");
        (chair, desk)
    }

    /// A judge of that category at this machine, with the packet opened.
    pub fn desk_for(self: &Arc<Self>, chair: &Session, code: &str, category: &str) -> Session {
        let judge = NewJudge {
            code: code.into(),
            name: format!("Juri {code}"),
            categories: vec![category.into()],
            ..Default::default()
        };
        crate::panel::add(chair, judge).unwrap();
        let packet = self.path(&format!("{code}.paket"));
        let asked = PacketAsked {
            judge: code.into(),
            out: packet.clone(),
        };
        let made = crate::panel::packet(chair, asked).unwrap();
        let desk = self.session();
        let open = OpenPacket {
            packet,
            passphrase: made.passphrase,
            out: self.path(&format!("{code}.timbang")),
        };
        crate::desk::open_packet(&desk, open).unwrap();
        desk
    }

    /// Marks every entry of KEC with `mark` and hands over; the file.
    pub fn hand_over(&self, desk: &Session, mark: u8, name: &str) -> String {
        self.hand_over_each(desk, &[mark; 8], name)
    }

    /// Marks the entries of KEC, each with its own mark, and hands over; the file.
    pub fn hand_over_each(&self, desk: &Session, marks: &[u8], name: &str) -> String {
        self.mark_each(desk, marks);
        let out = self.path(name);
        let asked = HandOverAsked {
            out: out.clone(),
            ..Default::default()
        };
        crate::desk::hand_over(desk, asked).unwrap();
        out
    }

    /// Marks every entry of KEC with `mark`.
    pub fn mark(&self, desk: &Session, mark: u8) {
        self.mark_each(desk, &[mark; 8]);
    }

    fn mark_each(&self, desk: &Session, marks: &[u8]) {
        let criteria = [
            "kebaruan",
            "relevansi",
            "kelayakan",
            "keberlanjutan",
            "kolaborasi",
            "dokumentasi",
        ];
        let mut csv = String::from("stage,entry,criterion,mark,remark\n");
        for (entry, mark) in (1..).zip(marks) {
            for criterion in criteria {
                csv.push_str(&format!("penilaian,KEC-{entry:03},{criterion},{mark},\n"));
            }
        }
        let marks = PathBuf::from(self.path("marks.csv"));
        std::fs::write(&marks, csv).unwrap();
        crate::desk::mark(desk, &marks, true).unwrap();
    }
}

/// The full path of a shipped workbook.
pub fn fixture(name: &str) -> String {
    format!("{}/../../fixtures/{name}", env!("CARGO_MANIFEST_DIR"))
}

impl Host for Machine {
    fn now(&self) -> i64 {
        self.now.load(Ordering::Relaxed)
    }

    fn random(&self, bytes: &mut [u8]) -> Result<(), Error> {
        let draw = self.drawn.fetch_add(7, Ordering::Relaxed);
        fastrand::Rng::with_seed(draw.into()).fill(bytes);
        Ok(())
    }

    fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn reader(&self) -> intake::Reader {
        intake::Reader::InProcess
    }

    fn photo_reader(&self) -> photos::Reader {
        photos::Reader::InProcess
    }

    fn keys(&self) -> &dyn Keystore {
        &self.keys
    }
}
