//! The principal of an OpenSSH certificate, from what the SSH server says of a login: a line for each way in which
//! somebody proved who they are, `publickey ALGORITHM BASE64`. The server has checked the certificate.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Kinds of certificates, and how many fields of their own key stand between what is drawn and the number.
const KINDS: &[(&str, usize)] = &[
    ("ssh-rsa-cert-v01@openssh.com", 2),
    ("rsa-sha2-256-cert-v01@openssh.com", 2),
    ("rsa-sha2-512-cert-v01@openssh.com", 2),
    ("ssh-ed25519-cert-v01@openssh.com", 1),
    ("ecdsa-sha2-nistp256-cert-v01@openssh.com", 2),
    ("ecdsa-sha2-nistp384-cert-v01@openssh.com", 2),
    ("ecdsa-sha2-nistp521-cert-v01@openssh.com", 2),
    ("sk-ssh-ed25519-cert-v01@openssh.com", 2),
    ("sk-ecdsa-sha2-nistp256-cert-v01@openssh.com", 3),
];

/// Bytes of the serial number and the type.
const NUMBER: usize = 8;
const TYPE: usize = 4;

/// Why nobody is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum CertificateError {
    #[error("who is logged in cannot be told: they were let in by no certificate that this program reads")]
    NoCertificate,
    #[error("who is logged in cannot be told: the certificate names nobody")]
    Nobody,
    #[error("who is logged in cannot be told: the certificate has several principals; issue one with one")]
    Several,
}

/// The one principal of the certificate by which somebody was let in.
pub(super) fn principal(auth_info: &str) -> Result<String, CertificateError> {
    let mut found = auth_info.lines().filter_map(principals);
    let names = found.next().ok_or(CertificateError::NoCertificate)?;
    // Two certificates of two people are one login of nobody in particular.
    if found.next().is_some() {
        return Err(CertificateError::Several);
    }
    match <[String; 1]>::try_from(names) {
        Ok([name]) => Ok(name),
        Err(names) if names.is_empty() => Err(CertificateError::Nobody),
        Err(_) => Err(CertificateError::Several),
    }
}

/// All principals of a line with a certificate; none where it has none that can be read.
fn principals(line: &str) -> Option<Vec<String>> {
    let mut words = line.split_whitespace();
    let (way, kind, blob) = (words.next()?, words.next()?, words.next()?);
    let (_, fields) = KINDS.iter().find(|(known, _)| *known == kind).filter(|_| way == "publickey")?;
    let bytes = STANDARD.decode(blob).ok()?;
    let mut rest = bytes.as_slice();
    // Its kind, what is drawn, and the key.
    for _ in 0..fields + 2 {
        field(&mut rest)?;
    }
    rest = rest.get(NUMBER + TYPE..)?;
    let _name_of_key = field(&mut rest)?;
    let mut list = field(&mut rest)?;
    let mut names = Vec::new();
    while !list.is_empty() {
        names.push(String::from_utf8(field(&mut list)?.to_vec()).ok()?);
    }
    Some(names)
}

/// The next field: its length in four bytes, and so many bytes.
fn field<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, after) = rest.split_first_chunk::<4>()?;
    let (field, after) = after.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
    *rest = after;
    Some(field)
}

#[cfg(test)]
mod tests;
