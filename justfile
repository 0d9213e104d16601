# List the recipes.
default:
    @"{{just_executable()}}" --list --unsorted

# What to run before every commit: format, lints, and the tests that take seconds.
fast:
    cargo fmt --check
    cargo clippy --locked --all-targets --all-features -- -D warnings
    cargo test --locked --lib --test sources --test rules --test content

# Everything that runs without further programs: format, lints, all tests.
full: fast
    cargo test --locked

# All checks, including those that need tmux, screen, mosh, Graphviz, OpenSSH and strace; installs what is missing. Takes minutes.
slow:
    .ci/run

# Write the pictures of the screens, of the process and of the README anew; look at the difference before you commit it.
pictures:
    INSTA_UPDATE=always cargo test --locked --test faces screens
    INSTA_UPDATE=always cargo test --locked --test rules process
    INSTA_UPDATE=always cargo test --locked --test program process
    cargo run --locked --example pictures
    git diff --stat -- '*.snap' docs/pictures

# A binary without run-time dependencies, and a package for Debian from it, in `target/packages`.
package:
    mkdir -p target/packages
    packaging/deb.sh "$(packaging/build.sh)" target/packages

# The source as it was committed, the same bytes each time, in `target/packages`.
archive:
    mkdir -p target/packages
    git archive --format=tar --prefix=smo-desk/ HEAD | gzip -9n > target/packages/smo-desk.tar.gz
