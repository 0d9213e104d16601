#!/usr/bin/env bash
# packaging/try.sh SMO PACKAGE: the binary alone in an empty root, and the package in a bare Debian: installed, purged, set
# up by the commands of docs/host.md, and used over SSH. As root; leaves nothing. No port is opened: the client starts the
# server.
set -euo pipefail
smo=$(realpath "$1") package=$(realpath "$2")
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
if [ -z "${TRIED_IN:-}" ]; then
    TRIED_IN=$(mktemp -d)
    export TRIED_IN
    trap 'rm -rf "$TRIED_IN"' EXIT
    chmod 755 "$TRIED_IN"
    # What is mounted is gone with the last process that sees it, before anything is removed.
    unshare --mount --propagation private "$PWD/packaging/try.sh" "$smo" "$package"
    exit
fi
debian=$TRIED_IN/debian empty=$TRIED_IN/empty work=$TRIED_IN/work
mkdir -p "$debian" "$empty"/{tmp,home} "$work"
fail() {
    echo "packaging/try.sh: $*" >&2
    exit 1
}
says() { grep -F -e "$1" "$2" > /dev/null || { cat "$2" >&2 && fail "'$1' is not said"; }; }

# An empty root: no library, no list of accounts, no description of terminals, no time zones.
cp "$smo" "$empty/smo"
alone() { env -i PATH="$PATH" TERM=xterm LANG=C.UTF-8 "$@"; }
alone chroot "$empty" /smo --version > "$work/version"
says "smo $(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml)" "$work/version"
alone chroot "$empty" /smo check country=other --json > "$work/check"
says '"format": 1' "$work/check"
alone chroot "$empty" /smo doctor > "$work/doctor"
says "cases" "$work/doctor"
script -qec "env -i PATH=$PATH TERM=xterm LANG=C.UTF-8 HOME=/home chroot $empty /smo" "$work/screen" <<< q > /dev/null
says "$(printf '\033[?1049l')" "$work/screen"
echo "alone in an empty root: works"

debootstrap --variant=minbase --include=openssh-server "$(. /etc/os-release && echo "$VERSION_CODENAME")" "$debian" \
    "$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -1)" > "$work/debootstrap"
mount --bind /dev/pts "$debian/dev/pts"
mount -t proc proc "$debian/proc"
mkdir -p "$debian/run/sshd"
inside() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=xterm LANG=C.UTF-8 HOME=/root chroot "$debian" "$@"; }
# All that there is, but what dpkg writes of itself.
there() { (cd "$debian" && find . -xdev -not -path './var/lib/dpkg/*' -not -path './var/log/*' | sort); }
share=$debian/usr/share
cp "$package" "$debian/root"
there > "$work/before"
inside dpkg -i "/root/$(basename "$package")"
inside smo --version > "$work/version"
inside smo doctor --host > "$work/doctor"
says "there is no /etc/smo.toml" "$work/doctor"
test -s "$share/doc/smo/copyright"
MANROFFSEQ='' man --warnings -E UTF-8 -l "$share/man/man1/smo.1.gz" 2> "$work/warnings" > "$work/man"
test ! -s "$work/warnings" || fail "$(cat "$work/warnings")"
says "FACTS AND VALUES" "$work/man"
# In bash as it parts words; in fish as it says itself; in zsh at a terminal.
# shellcheck disable=SC2016 # for the shell inside
inside bash -c '
    source /usr/share/bash-completion/completions/smo
    tried() {
        COMP_LINE=$1 COMP_POINT=${#1}
        local parted=${1//=/ = }
        read -ra COMP_WORDS <<< "$parted"
        [[ $1 != *[[:space:]=] ]] || COMP_WORDS+=("")
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMPREPLY=()
        _smo_facts smo "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        echo "$1: ${COMPREPLY[*]}"
    }
    tried "smo check adu"
    tried "smo check country=CO adult="
    tried "smo check status=irr"
    tried "smo offices --lang "
    tried "smo sheet gua"' > "$work/bash"
printf '%s\n' "smo check adu: adult=" "smo check country=CO adult=: yes no unknown declined" "smo check status=irr: irregular" \
    "smo offices --lang : en es ht" "smo sheet gua: guatemala" | diff - "$work/bash"
fish --no-config -c "source $share/fish/vendor_completions.d/smo.fish
    complete -C 'smo check adult='; complete -C 'smo offices --lang '; complete -C 'smo sheet gua'" | cut -f1 > "$work/fish"
printf '%s\n' adult=declined adult=no adult=unknown adult=yes en es ht guatemala | diff - "$work/fish"
zsh -n "$share/zsh/vendor-completions/_smo"
says 'adult=yes' "$share/zsh/vendor-completions/_smo"
echo "the package: installed, with its manual page and what shells complete"
inside dpkg --purge smo
there | diff "$work/before" - || fail "purging left something"
echo "the package: purged, and nothing is left"

# As the page says, word for word; there is no service to tell, since no server runs.
ssh-keygen -q -t ed25519 -N '' -f "$work/ana"
cp "$work/ana.pub" "$debian/root"
sed -n '/^## Set up$/,/^## /p' docs/host.md | sed -n '/^```sh$/,/^```$/{//!p}' > "$work/commands"
test "$(wc -l < "$work/commands")" -le 10 || fail "docs/host.md: more than ten commands"
{
    echo 'set -euo pipefail; cd /root; systemctl() { test "$*" = "reload ssh" && sshd -t; }'
    cat "$work/commands"
} > "$debian/root/set-up"
inside bash /root/set-up > "$work/set-up"
if grep PROBLEM "$work/set-up"; then fail "a host set up by the page has problems"; fi
says "kiosks: ana" "$work/set-up"
# Whatever opens or breaks a kiosk is a problem, as the server itself sees it.
while IFS='|' read -r break mend finding; do
    inside bash -c "$break" < /dev/null
    inside smo doctor --host < /dev/null > "$work/doctor"
    # What is said may go on in the next line.
    grep -A2 PROBLEM "$work/doctor" > "$work/problems" || fail "no problem: $break"
    says "$finding" "$work/problems"
    inside bash -c "$mend" < /dev/null
done << 'BROKEN'
printf 'Match Group smo-desk\n DisableForwarding no\n' > /etc/ssh/sshd_config.d/05-x.conf|rm /etc/ssh/sshd_config.d/05-x.conf|ana: DisableForwarding
echo 'Bogus yes' > /etc/ssh/sshd_config.d/05-x.conf|rm /etc/ssh/sshd_config.d/05-x.conf|does not take its settings
printf 'Match Group smo-desk\n ForceCommand internal-sftp\n' > /etc/ssh/sshd_config.d/05-x.conf|rm /etc/ssh/sshd_config.d/05-x.conf|no ForceCommand
chmod 600 /etc/smo.toml|chmod 644 /etc/smo.toml|/etc/smo.toml cannot be read by ana
chmod 700 /srv/smo|chmod 755 /srv/smo|/srv/smo/content cannot be read by ana
chmod 600 /srv/smo/content/advice.toml|chmod 644 /srv/smo/content/advice.toml|/srv/smo/content cannot be read by ana
chown ana /etc/smo.toml|chown root /etc/smo.toml|belong to root
chown root /var/lib/smo/ana|chown ana /var/lib/smo/ana|the folder of cases of ana
sed -i 's/"en"/"fr"/' /etc/smo.toml|sed -i 's/"fr"/"en"/' /etc/smo.toml|no kiosk starts
BROKEN
inside smo doctor --host > "$work/doctor"
if grep PROBLEM "$work/doctor"; then fail "what was mended is still a problem"; fi
echo "whatever is wrong on a host is told"
kiosk() {
    ssh -F none -i "$work/ana" -o BatchMode=yes -o UserKnownHostsFile=/dev/null -o StrictHostKeyChecking=no -o LogLevel=ERROR \
        -o ProxyCommand="env -i PATH=$PATH chroot $debian /usr/sbin/sshd -i" "$@"
}
kiosk ana@host offices --json > "$work/offices"
says '"offices"' "$work/offices"
if kiosk ana@host cat /etc/passwd > "$work/refused" 2>&1; then fail "a shell"; fi
says "this login takes" "$work/refused"
TERM=xterm kiosk -tt ana@host <<< q > "$work/screen"
says "$(printf '\033[?1049l')" "$work/screen"
echo "a host is set up by the commands of docs/host.md, and its desk opens over SSH"
