#!/usr/bin/env bash
# packaging/deb.sh SMO FOLDER: a package for Debian from a binary, the same bytes each time. Prints where it is.
set -euo pipefail
smo=$(realpath "$1") out=$(realpath "$2")
cd "$(dirname "$0")/.."
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)} LC_ALL=C TZ=UTC
umask 022
needed=$(readelf -d "$smo")
if grep NEEDED <<< "$needed" > /dev/null; then
    echo "$smo needs libraries of the host, and the package names none: packaging/build.sh makes one that does not" >&2
    exit 1
fi
version=$("$smo" --version | cut -d' ' -f2)
architecture=$(dpkg --print-architecture)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"
share=$root/usr/share doc=$root/usr/share/doc/smo
mkdir -p "$root"/{DEBIAN,usr/bin,usr/lib/tmpfiles.d,var/lib/smo} "$doc/examples" "$share"/{man/man1,lintian/overrides} \
    "$share"/{bash-completion/completions,zsh/vendor-completions,fish/vendor_completions.d}

install -m 755 "$smo" "$root/usr/bin/smo"
"$smo" man | gzip -9n > "$share/man/man1/smo.1.gz"
"$smo" completions bash > "$share/bash-completion/completions/smo"
"$smo" completions zsh > "$share/zsh/vendor-completions/_smo"
"$smo" completions fish > "$share/fish/vendor_completions.d/smo.fish"
"$smo" content export "$doc/examples/content" >&2
# The page is where the two are explained: they stand there once.
block() { sed -n "/^\`\`\`$1\$/,/^\`\`\`\$/{//!p}" docs/host.md; }
block sshd_config > "$doc/examples/sshd-smo.conf"
block toml > "$doc/examples/smo.toml"
echo 'd /var/lib/smo 0755 root root -' > "$root/usr/lib/tmpfiles.d/smo.conf"
install -m 644 docs/host.md docs/content.md docs/promises.md "$doc"
cargo metadata --locked --format-version 1 --filter-platform x86_64-unknown-linux-gnu |
    python3 packaging/bill.py "$doc/bill-of-materials.cdx.json" "$doc/third-party-licences.txt"
gzip -9n "$doc/bill-of-materials.cdx.json" "$doc/third-party-licences.txt"

maintainer='The smo-desk project <smo-desk@packages.invalid>'
{
    printf 'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\n'
    printf 'Files: *\nCopyright: the smo-desk project\nLicense: MIT or Apache-2.0\n'
    printf 'Comment: The crates of others that are linked in: third-party-licences.txt.gz\n\n'
    printf 'License: MIT\n'
    sed -n '/^Permission/,$p' LICENSE-MIT | sed 's/^$/./; s/^/ /'
    printf '\nFiles: src/sheet/pdf/font/*\nCopyright: %s\nLicense: OFL-1.1\n' "$(sed -n 's/^Copyright //p' src/sheet/pdf/font/OFL.txt)"
    sed '/^Copyright/d; s/^$/./; s/^/ /' src/sheet/pdf/font/OFL.txt
    printf '\nLicense: Apache-2.0\n On Debian: /usr/share/common-licenses/Apache-2.0\n'
} > "$doc/copyright"
printf 'smo (%s) unstable; urgency=medium\n\n  * What has changed is in CHANGELOG.md of the source.\n\n -- %s  %s\n' \
    "$version" "$maintainer" "$(date -R -d "@$SOURCE_DATE_EPOCH")" | gzip -9n > "$doc/changelog.gz"
printf '%s\n' '# A desk is installed by copying one file; it needs nothing of the host.' 'smo: statically-linked-binary' 'smo: shared-library-lacks-prerequisites' \
    > "$share/lintian/overrides/smo"
built_using=$(dpkg-query -W -f '${source:Package} (= ${source:Version})' libc6-dev)
cat > "$root/DEBIAN/control" <<CONTROL
Package: smo
Version: $version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(du -sk --apparent-size "$root" | cut -f1)
Built-Using: $built_using
Section: misc
Priority: optional
Description: terminal desk for staff who explain Safe Mobility Offices
 Offices, requirements, process and a guided check of one person, in three
 languages, for staff who tell migrants whether an office can help them.
 .
 It works over SSH, also as the only program of a login.
CONTROL
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum > DEBIAN/md5sums)
find "$root" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
file=$out/smo_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zxz -b "$root" "$file" >&2
echo "$file"
