#!/usr/bin/env bash
# Proves the README on a machine that has nothing: Debian without a desktop, without Qt's libraries, without Python.
# Needs root, mmdebstrap, xvfb and xdotool; takes some minutes. usage: tests/bare_root/prove.sh [SUITE], SUITE by default bookworm
set -euo pipefail
cd "$(dirname "$0")/../.."
exec </dev/null
suite=${1:-bookworm}
here=$PWD
root=$(mktemp -d)
screen=""
finish() {
  [ -z "$screen" ] || kill "$screen"
  for inside in tmp/.X11-unix dev/pts dev proc; do
    # What is still mounted is this machine's own: then the root stays.
    if mountpoint -q "$root/$inside"; then umount --lazy "$root/$inside" || return; fi
  done
  rm -rf --one-file-system "$root"
}
trap finish EXIT
step() { printf '\n== %s (%d s)\n' "$1" "$SECONDS"; }
fail() { echo "NOT PROVED: $1" >&2; exit 1; }
readme() { sed -n "/^\`\`\`sh $1\$/,/^\`\`\`\$/p" README.md | sed '1d;$d'; }
# A command in the root, in the checkout's copy, by a shell that has only what is given here.
within() {
  env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 ${DISPLAY:+DISPLAY="$DISPLAY"} \
    PIP_CERT=/certificates PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore DEBIAN_FRONTEND=noninteractive \
    chroot "$root" bash -euc "cd /rapport; $1"
}

step "a bare root: $suite"
mmdebstrap --quiet --variant=minbase "$suite" "$root"
mkdir "$root/rapport"
cp /etc/resolv.conf "$root/etc/resolv.conf"
cp "${PIP_CERT:-/etc/ssl/certs/ca-certificates.crt}" "$root/certificates"
tar -c --exclude=./.git --exclude=./.venv --exclude=./sample-office --exclude='.*_cache' --exclude=__pycache__ . |
  tar -x -C "$root/rapport"
mount --bind /proc "$root/proc"
mount --bind /dev "$root/dev"
mount --bind /dev/pts "$root/dev/pts"

step "a screen of this machine, seen from the root"
Xvfb -displayfd 7 -screen 0 1400x900x24 -ac -nolisten tcp 7>"$root/display" >/dev/null 2>&1 &
screen=$!
until [ -s "$root/display" ]; do sleep 0.1; done
DISPLAY=:$(cat "$root/display")
export DISPLAY
mkdir -p "$root/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"

step "README: what it needs, the part for Python"
needs=$(readme libraries)
grep -q '^sudo apt-get install python3-venv ' <<<"$needs" || fail "the README's line is not as expected: $needs"
within "apt-get update -qq; apt-get install -qq -y --no-install-recommends python3-venv >/dev/null"

step "README: run, without the libraries: the sentence"
code=0
within "$(readme run)" 2>"$root/said" || code=$?
said=$(tail -n 1 "$root/said")
echo "exit code $code: $said"
[ "$code" -eq 3 ] || fail "the exit code is $code"
grep -q "Traceback" "$root/said" && fail "a traceback is no sentence"
line=${said#*: }
case $line in "sudo apt-get install "*) ;; *) fail "there is no line to type" ;; esac
for package in ${line#sudo apt-get install }; do
  grep -q -w -e "${package%t64}" <<<"$needs" || fail "the README does not name $package"
done

step "the line from the sentence, as it stands"
within "${line#sudo } -qq -y --no-install-recommends >/dev/null"

step "README: run: the window"
export -f within
export root
RUN=$(readme run) "$here/tests/bare_root/window.sh" 'within "$RUN"' "${PICTURE:-}"

step "README: test"
unset DISPLAY
within "$(readme test)"

step "proved"
