#!/usr/bin/env bash
# A binary that needs no library of the host, and has no path of the machine that built it. Prints where it is.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${1:-x86_64-unknown-linux-gnu}
export RUSTFLAGS="-C target-feature=+crt-static --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo --remap-path-prefix=$PWD=/smo"
cargo build --locked --release --target "$target" --bin smo >&2
echo "${CARGO_TARGET_DIR:-target}/$target/release/smo"
