use crate::api::common::{File, Nothing};
use crate::api::competition::{KeysBackedUp, KeysBackup};
use crate::{Error, Session, files, keys};
use exchange::keys::{read_backup, write_backup};
use exchange::passphrase::Passphrase;
use std::path::Path;
use store::{Contents, journal};

/// Writes the keys with which the open file is worked on, sealed to six words that are shown once. Whoever has file and
/// words can act as this person on another device.
///
/// # Errors
/// That nothing is open, this device does not have the keys, or the file cannot be written.
pub fn back_up_keys(session: &Session, asked: File) -> Result<KeysBackedUp, Error> {
    let mut random = [0; 32];
    session.host().random(&mut random)?;
    let passphrase = Passphrase::from_random(&random);
    session.with(|store| {
        let identity = keys::of_file(session, store)?;
        session.put(
            Path::new(&asked.file),
            &write_backup(&identity, &passphrase)?,
        )?;
        Ok(KeysBackedUp {
            file: asked.file,
            passphrase: passphrase.as_str().to_owned(),
            fingerprint: keys::words(identity.device()),
        })
    })
}

/// Takes the chair's keys of the open competition from their backup, for work on another device.
///
/// # Errors
/// A wrong passphrase, a damaged backup, or keys that are not those of this competition's chair.
pub fn restore_keys(session: &Session, asked: KeysBackup) -> Result<Nothing, Error> {
    let file = Path::new(&asked.file);
    let passphrase = Passphrase::parse(&asked.passphrase)
        .map_err(|error| Error::new("bad-passphrase", error.to_string()))?;
    let bytes = files::read_small(file)?;
    let identity =
        read_backup(&bytes, &passphrase).map_err(|error| Error::from(error).in_file(file))?;
    session.chair(|chair| {
        if maker(chair)? != Some(identity.device()) {
            return Err(Error::new(
                "other-keys",
                "these are not the keys of this competition's chair",
            )
            .in_file(file));
        }
        keys::take_chair(session, chair, &identity)?;
        Ok(Nothing {})
    })
}

/// The device that made the competition: the first line of the journal names it.
fn maker(contents: &Contents) -> Result<Option<judging::DeviceId>, Error> {
    let first = journal::page(contents, &journal::Filter::default(), Some(2), 1)?;
    Ok(first.first().map(|line| line.device))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::handover::Files;
    use crate::test_support::Machine;

    #[test]
    fn a_chair_goes_on_at_another_machine_with_the_keys_from_their_backup() {
        let (here, there) = (Machine::new(31), Machine::new(131));
        let chair = here.competition();
        let desk = here.desk(&chair, "J1");
        let said = here.hand_over(&desk, 2, "1.nilai");
        let file = here.path("kunci.cadangan");
        let kept = back_up_keys(&chair, File { file: file.clone() }).unwrap();
        let stranger = here.competition_named("lain.timbang");
        chair.close();

        let moved = there.session();
        moved.open(Path::new(&here.path("lomba.timbang"))).unwrap();
        let merge = || {
            crate::handover::merge(
                &moved,
                Files {
                    files: vec![said.clone()],
                },
            )
        };
        assert_eq!(
            merge().map_err(|error| error.code).err().as_deref(),
            Some("no-keys")
        );
        let restore = |session: &Session, passphrase: &str| {
            let (file, passphrase) = (file.clone(), passphrase.to_owned());
            let restored = restore_keys(session, KeysBackup { file, passphrase });
            restored.map_err(|error| error.code)
        };
        let other: Vec<&str> = kept.passphrase.rsplit('-').collect();
        assert_eq!(
            restore(&moved, &other.join("-")),
            Err("wrong-passphrase".into())
        );
        assert_eq!(
            restore(&stranger, &kept.passphrase),
            Err("other-keys".into())
        );
        assert_eq!(restore(&moved, &kept.passphrase), Ok(Nothing {}));
        assert_eq!(merge().unwrap().rows[0].sheets, 8);
    }
}
