//! How well a colour is read on another.

/// Red, green and blue.
pub(crate) type Rgb = [u8; 3];

/// The least contrast of text by WCAG 2.2, level AA.
pub(crate) const LEAST: f64 = 4.5;

/// The contrast ratio of WCAG 2.2, from 1 to 21.
pub(crate) fn ratio(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// A colour that lets this much of the ground through; terminals show dim text so.
pub(crate) fn faded([r, g, b]: Rgb, ground: Rgb, percent: u16) -> Rgb {
    let [gr, gg, gb] = ground;
    let mix = |ink: u8, under: u8| {
        let sum = u16::from(ink) * (100 - percent) + u16::from(under) * percent;
        u8::try_from(sum / 100).unwrap_or(u8::MAX)
    };
    [mix(r, gr), mix(g, gg), mix(b, gb)]
}

fn luminance([r, g, b]: Rgb) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}
