#![allow(missing_docs, reason = "tests")]

use super::*;

fn pen(fg: Color, attributes: Modifier) -> Pen {
    Pen::new(pack(fg), 0, attributes)
}

fn bytes(from: Pen, to: Pen) -> String {
    let mut out = Vec::new();
    from.write(to, &mut out);
    assert_eq!(out.len(), from.cost(to), "{from:?} {to:?}");
    String::from_utf8_lossy(&out).replace('\x1b', "^")
}

#[test]
fn short_forms() {
    let plain = Pen::PLAIN;
    let bold = pen(Color::Reset, Modifier::BOLD);
    let alert = pen(Color::Yellow, Modifier::BOLD);
    let accent = pen(Color::LightBlue, Modifier::empty());
    let dim = pen(Color::Reset, Modifier::DIM);
    assert_eq!(bytes(plain, bold), "^[1m");
    assert_eq!(bytes(bold, plain), "^[m");
    assert_eq!(bytes(plain, alert), "^[1;33m");
    assert_eq!(bytes(alert, bold), "^[39m");
    assert_eq!(bytes(alert, accent), "^[;94m");
    assert_eq!(bytes(bold, dim), "^[;2m");
    assert_eq!(bytes(pen(Color::Indexed(200), Modifier::BOLD), pen(Color::Indexed(200), Modifier::DIM)), "^[22;2m");
    assert_eq!(bytes(plain, pen(Color::Rgb(1, 20, 255), Modifier::empty())), "^[38;2;1;20;255m");
}
