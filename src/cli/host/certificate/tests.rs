//! Certificates of every kind, one that ssh-keygen has made, and what is none.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::*;

/// The beginning of a certificate by ssh-keygen, for `ana`, up to its principals; the rest is not read.
const MADE: &str = "AAAAIHNzaC1lZDI1NTE5LWNlcnQtdjAxQG9wZW5zc2guY29tAAAAICTjuRrHvkNsygNS6HmHJ0uA7MBI1/BdzxMJI980fZR+AAAAILQIkxo821Nr6WoCysvDt9PFvF5t5Rp3Oe1Bduc6tv0aAAAAAAAAAAAAAAABAAAAA2lkMQAAAAcAAAADYW5h";

fn put(bytes: &mut Vec<u8>, field: &[u8]) {
    bytes.extend(u32::try_from(field.len()).unwrap().to_be_bytes());
    bytes.extend(field);
}

fn certificate(kind: &str, fields: usize, names: &[&[u8]]) -> String {
    let mut bytes = Vec::new();
    put(&mut bytes, kind.as_bytes());
    for n in 0..=fields {
        put(&mut bytes, &vec![7; n * 40]);
    }
    bytes.extend([0; NUMBER + TYPE]);
    put(&mut bytes, b"the name of the key");
    let mut list = Vec::new();
    for name in names {
        put(&mut list, name);
    }
    put(&mut bytes, &list);
    bytes.extend([0; 60]);
    format!("publickey {kind} {}\n", STANDARD.encode(bytes))
}

#[test]
fn the_one_principal_of_every_kind() {
    for (kind, fields) in KINDS {
        assert_eq!(principal(&certificate(kind, *fields, &[b"ana"])).as_deref(), Ok("ana"), "{kind}");
        assert_eq!(principal(&certificate(kind, *fields, &[])), Err(CertificateError::Nobody), "{kind}");
        let two = certificate(kind, *fields, &[b"ana", b"staff"]);
        assert_eq!(principal(&two), Err(CertificateError::Several), "{kind}");
    }
    assert_eq!(principal(&format!("publickey ssh-ed25519-cert-v01@openssh.com {MADE}")).as_deref(), Ok("ana"));
}

#[test]
fn what_names_nobody_for_sure_is_refused() {
    let (kind, fields) = KINDS[3];
    let whole = certificate(kind, fields, &[b"ana"]);
    for nobody in [
        "",
        "password",
        "publickey",
        "publickey ssh-ed25519 AAAA",
        "publickey ssh-ed25519-cert-v01@openssh.com",
        "publickey ssh-ed25519-cert-v01@openssh.com AAAA",
        "publickey ssh-ed25519-cert-v01@openssh.com ????",
        &whole.replace("publickey", "hostbased"),
        &certificate(kind, fields, &[b"\xff\xff"]),
    ] {
        assert_eq!(principal(nobody), Err(CertificateError::NoCertificate), "{nobody}");
    }
    assert_eq!(principal(&format!("{whole}{whole}")), Err(CertificateError::Several));
    assert_eq!(principal(&format!("password\n{whole}keyboard-interactive/pam\n")).as_deref(), Ok("ana"));
    let blob = STANDARD.decode(whole.split_whitespace().nth(2).unwrap()).unwrap();
    for length in 0..blob.len() - 60 {
        let cut = format!("publickey {kind} {}", STANDARD.encode(&blob[..length]));
        assert_ne!(principal(&cut).as_deref(), Ok("ana"), "of {length} bytes");
    }
}
