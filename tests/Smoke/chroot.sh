#!/usr/bin/env bash
# Runs the native executable in a root file system that holds it, /tmp and nothing else, as the image does. usage: chroot.sh BINARY
# It needs to be root; elsewhere it says so and counts one skipped check.
set -uo pipefail

binary=${1:?usage: chroot.sh BINARY}
root=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$root"' EXIT
passed=0 failed=0

# check NAME EXPECTED ACTUAL
check() {
  if [ "$2" = "$3" ]; then
    passed=$((passed + 1))
    printf 'ok      %s\n' "$1"
  else
    failed=$((failed + 1))
    printf 'FAILED  %s\n  expected: %s\n  actual:   %s\n' "$1" "$2" "$3"
  fi
}

report() {
  printf 'chroot with %s\n  succeeded: %d\n  failed: %d\n  skipped: %d\n' "$binary" "$passed" "$failed" "$1"
  [ "$failed" -eq 0 ]
  exit
}

if [ "$(id -u)" -ne 0 ]; then
  echo 'skipped: only root can change the root folder'
  report 1
fi

chmod 755 "$root"
mkdir -m 1777 "$root/tmp"
cp "$binary" "$root/ruststack"
inside() { chroot --userspec=65532:65532 "$root" /ruststack "$@"; }

check '--version' 0 "$(inside --version >/dev/null; echo $?)"
check '--health-check where nobody listens' 1 "$(inside --health-check http://127.0.0.1:1 2>/dev/null; echo $?)"
chroot --userspec=65532:65532 "$root" /ruststack --gateway-listen 127.0.0.1:0 --s3-max-memory-object-size 1000 >"$root.log" 2>&1 </dev/null &
server=$!
for _ in $(seq 100); do
  grep -qx 'Ready\.' "$root.log" && break
  kill -0 "$server" 2>/dev/null || break
  sleep 0.1
done
port=$(sed -n 's/^Listening on .*://p' "$root.log")
check 'the last start line' Ready. "$(tail -1 "$root.log")"
check '--health-check' 0 "$(inside --health-check "http://127.0.0.1:$port"; echo $?)"
check '--health-check by name' 0 "$(inside --health-check "http://localhost:$port"; echo $?)"

base=http://127.0.0.1:$port/chroot
head -c 5000000 /dev/urandom >"$root/tmp/body"
status() { curl -sS -o "$root/tmp/answer" -w '%{http_code}' "$@"; }
check 'a bucket' 200 "$(status -X PUT "$base")"
check 'an object in a temporary file, by MD5, SHA-1 and SHA-256' 200 "$(status -T "$root/tmp/body" "$base/key" \
  -H "Content-MD5: $(openssl md5 -binary "$root/tmp/body" | base64)" -H "x-amz-checksum-sha1: $(openssl sha1 -binary "$root/tmp/body" | base64)" \
  -H "x-amz-content-sha256: $(sha256sum "$root/tmp/body" | cut -d' ' -f1)")"
check 'a wrong MD5' 400 "$(status -T "$root/tmp/body" "$base/key" -H "Content-MD5: $(printf 'other' | openssl md5 -binary | base64)")"
check 'the object comes back' "200 $(sha256sum <"$root/tmp/body")" "$(status "$base/key") $(sha256sum <"$root/tmp/answer")"
check 'a table' 200 "$(status "http://127.0.0.1:$port/" -H 'X-Amz-Target: DynamoDB_20120810.ListTables' -d '{}')"
check 'nothing is written beside /tmp' 'ruststack tmp' "$(cd "$root" && echo *)"

kill -TERM "$server"
wait "$server"
check 'the exit code after SIGTERM' 0 $?
server=
[ "$failed" -eq 0 ] || cat "$root.log"
rm -f "$root.log"
report 0
