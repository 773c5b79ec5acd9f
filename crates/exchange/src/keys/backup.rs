use super::Identity;
use crate::Refusal;
use crate::envelope::Kind;
use crate::passphrase::Passphrase;
use crate::seal;

/// An identity sealed to a passphrase, to carry to another laptop.
///
/// # Errors
/// [`Refusal::NotSealed`].
pub fn write_backup(identity: &Identity, passphrase: &Passphrase) -> Result<Vec<u8>, Refusal> {
    seal::to_passphrase(Kind::Backup, &identity.secret()[..], passphrase)
}

/// The identity in a backup.
///
/// # Errors
/// [`Refusal`] for a file that is damaged or no backup, or a wrong passphrase.
pub fn read_backup(bytes: &[u8], passphrase: &Passphrase) -> Result<Identity, Refusal> {
    let secret = seal::open_by_passphrase(Kind::Backup, bytes, passphrase)?;
    let secret: [u8; 64] = secret.as_slice().try_into().map_err(|_| no_keys())?;
    Identity::from_secret(&secret).map_err(|_| no_keys())
}

fn no_keys() -> Refusal {
    Refusal::malformed("backup", "does not hold the two keys of a person")
}
