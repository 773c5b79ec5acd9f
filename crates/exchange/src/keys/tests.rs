use super::*;
use crate::Refusal;
use crate::passphrase::{Passphrase, WORDS};
use crate::sample::{identity, judge};
use judging::CompetitionId;

#[test]
fn an_identity_is_the_same_again_from_its_secret() {
    let one = identity(1);
    let again = Identity::from_secret(&one.secret()).unwrap();
    assert_eq!(
        (again.device(), again.recipient()),
        (one.device(), one.recipient())
    );
    assert_ne!(one.device(), identity(2).device());
}

#[test]
fn secrets_do_not_show_themselves() {
    let shown = format!(
        "{:?} {:?} {:?}",
        identity(1),
        EnrolmentSecret([7; 32]),
        Passphrase::from_random(&[7; 32])
    );
    assert_eq!(
        shown,
        format!(
            "Identity({:?}) EnrolmentSecret(…) Passphrase(…)",
            identity(1).device()
        )
    );
}

#[test]
fn a_recipient_reads_back_from_its_text() {
    let recipient = identity(1).recipient();
    assert_eq!(recipient.to_string().parse(), Ok(recipient));
    assert!("age1".parse::<Recipient>().is_err());
}

#[test]
fn a_fingerprint_is_six_words_and_differs_between_devices() {
    let words = fingerprint(identity(1).device());
    assert_eq!(words.split('-').count(), WORDS);
    assert_ne!(words, fingerprint(identity(2).device()));
}

#[test]
fn a_proof_of_enrolment_is_worth_nothing_elsewhere() {
    let secret = EnrolmentSecret([7; 32]);
    let (here, there) = (CompetitionId([1; 32]), CompetitionId([2; 32]));
    let (device, other) = (identity(1).device(), identity(2).device());
    let proof = secret.proof(here, device, &judge());
    let elsewhere = [
        secret.proof(there, device, &judge()),
        secret.proof(here, other, &judge()),
        secret.proof(here, device, &"J2".parse().unwrap()),
        EnrolmentSecret([8; 32]).proof(here, device, &judge()),
    ];
    assert!(!elsewhere.contains(&proof));
}

#[test]
fn a_backup_opens_with_its_passphrase_alone() {
    let passphrase = Passphrase::from_random(&[3; 32]);
    let backup = write_backup(&identity(1), &passphrase).unwrap();
    let restored = read_backup(&backup, &passphrase).unwrap();
    assert_eq!(restored.device(), identity(1).device());
    let wrong = read_backup(&backup, &Passphrase::from_random(&[4; 32]));
    assert_eq!(wrong.map(|_| ()), Err(Refusal::WrongPassphrase));
}
