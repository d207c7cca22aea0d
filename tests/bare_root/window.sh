#!/usr/bin/env bash
# Runs a command that opens Rapport's window, waits for the window, ends it as the end of a session does, and hands on its exit code.
# usage: xvfb-run -a tests/bare_root/window.sh 'COMMAND' [PICTURE.png]
set -euo pipefail
bash -euc "$1" &
command=$!
window=""
while [ -z "$window" ] && [ "$SECONDS" -lt 900 ] && kill -0 "$command" 2>/dev/null; do
  sleep 0.2
  window=$(xdotool search --onlyvisible --name '^Rapport' 2>/dev/null | head -n 1) || true
done
if [ -z "$window" ]; then
  code=0
  kill "$command" 2>/dev/null || true
  wait "$command" || code=$?
  echo "no window came; the command ended with $code" >&2
  exit $((code ? code : 1))
fi
echo "window: $(xdotool getwindowname "$window"), $(xdotool getwindowgeometry "$window" | tail -n 1 | xargs)"
sleep 1
if [ -n "${2:-}" ]; then import -window "$window" "$2"; fi
kill -TERM "$(xdotool getwindowpid "$window")"
wait "$command"
