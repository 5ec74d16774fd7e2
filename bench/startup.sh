#!/usr/bin/env bash
# Prints what a start costs: the binary's size, the time from exec to the first answered PutItem, and the memory of the idle process.
# Fails when one of them is over its budget; of the times the best counts, since a busy machine lengthens the others.
# usage: startup.sh BINARY [ROUNDS]
set -euo pipefail

binary=${1:?usage: startup.sh BINARY [ROUNDS]}
rounds=${2:-21}
folder=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -rf "$folder"' EXIT

table='{"TableName":"bench","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"k","AttributeType":"S"}],'
table+='"KeySchema":[{"AttributeName":"k","KeyType":"HASH"}]}'
item='{"TableName":"bench","Item":{"k":{"S":"1"}}}'

# prepare OPERATION BODY: writes a request into a file. The shell would send it line by line, and each line would wait for the other side's
# acknowledgement.
prepare() {
  printf 'POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: DynamoDB_20120810.%s\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: %d\r\n\r\n%s' \
    "$1" "${#2}" "$2" >"$folder/$1"
}

# call OPERATION: sends a prepared request on connection 4 in one piece; fails unless the answer is 200.
call() {
  cat "$folder/$1" >&4
  local status line length=0
  read -r status <&4
  while read -r line <&4 && line=${line%$'\r'} && [ -n "$line" ]; do
    case ${line,,} in content-length:*) length=${line#*:} ;; esac
  done
  IFS= read -r -N "$((length))" line <&4
  [[ $status == 'HTTP/1.1 200'* ]] || { echo "$1 answered $status $line" >&2; return 1; }
}

# The middle of the numbers on standard input.
median() { sort -n | awk '{ n[NR] = $1 } END { print n[int((NR + 1) / 2)] }'; }

prepare CreateTable "$table"
prepare PutItem "$item"
for ((round = 0; round < rounds; round++)); do
  rm -f "$folder/out"
  mkfifo "$folder/out"
  start=${EPOCHREALTIME/./}
  "$binary" --gateway-listen 127.0.0.1:0 >"$folder/out" &
  pid=$!
  exec 3<"$folder/out"
  while read -r line <&3 && [ "$line" != Ready. ]; do
    case $line in 'Listening on '*) port=${line##*:} ;; esac
  done
  ready=${EPOCHREALTIME/./}
  exec 4<>"/dev/tcp/127.0.0.1/$port"
  call CreateTable
  call PutItem
  answered=${EPOCHREALTIME/./}
  read -r -t 1 <&3 || true
  awk '/^VmRSS/ { print $2 }' "/proc/$pid/status" >>"$folder/rss"
  echo "$((ready - start))" >>"$folder/ready"
  echo "$((answered - start))" >>"$folder/answered"
  exec 4<&- 3<&-
  kill "$pid"
  wait "$pid"
  pid=
done

# budget NAME BEST LIMIT [MEDIAN]: one line of the table; notes a figure over its limit.
over=0
budget() {
  printf '%-44s %12s %12s %12s\n' "$1" "${4:-}" "$2" "$3"
  awk -v value="$2" -v limit="$3" 'BEGIN { exit !(value <= limit) }' || { over=1; echo "$1: $2 is over the budget of $3" >&2; }
}

best() { sort -n "$1" | head -1; }
milliseconds() { awk '{ printf "%.1f", $1 / 1000 }'; }

printf '%-44s %12s %12s %12s\n' "start, $rounds rounds" median best budget
printf '%-44s %12s %12s\n' 'exec to Ready., ms' "$(median <"$folder/ready" | milliseconds)" "$(best "$folder/ready" | milliseconds)"
budget 'exec to first answered PutItem, ms' "$(best "$folder/answered" | milliseconds)" 60 "$(median <"$folder/answered" | milliseconds)"
budget 'idle memory (RSS), KiB' "$(best "$folder/rss")" 20480 "$(median <"$folder/rss")"
budget 'binary, bytes' "$(stat -c %s "$binary")" 15728640
budget 'binary with gzip, bytes' "$(gzip -9 -c "$binary" | wc -c)" 7000000
exit "$over"
