#!/usr/bin/env bash
# Brings docker-compose.yml up on the engine that docker reaches and uses each of its services. usage: compose.sh IMAGE SHELL_IMAGE
# IMAGE is the one under test; SHELL_IMAGE stands for the example's AWS CLI: it needs bash alone.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit

folder=$(mktemp -d)
passed=0 failed=0
export RUSTSTACK_IMAGE=${1:?usage: compose.sh IMAGE SHELL_IMAGE} EXAMPLE_IMAGE=${2:?usage: compose.sh IMAGE SHELL_IMAGE}
export RUSTSTACK_PORT=$((21000 + RANDOM % 5000)) RUSTSTACK_PERSISTENT_PORT=$((27000 + RANDOM % 5000)) COMPOSE_PROJECT_NAME=ruststack-compose-$$
cat >"$folder/example.yml" <<'YAML'
services:
  example:
    entrypoint: ["bash", "-c"]
    command:
      - "exec 3<>/dev/tcp/ruststack/4566; printf 'PUT /example HTTP/1.1\\r\\nHost: ruststack\\r\\nContent-Length: 0\\r\\nConnection: close\\r\\n\\r\\n' >&3; grep '^HTTP' <&3"
YAML

compose() {
  local command=(docker-compose)
  ! docker compose version >/dev/null 2>&1 || command=(docker compose)
  "${command[@]}" --project-directory . -f docker-compose.yml -f "$folder/example.yml" "$@"
}

cleanup() {
  compose --profile persistent --profile example down --volumes --remove-orphans >/dev/null 2>&1
  rm -rf "$folder"
}
trap cleanup EXIT

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

# healthy SERVICE: waits until it is.
healthy() {
  local _
  for _ in $(seq 300); do
    [ "$(docker inspect -f '{{.State.Health.Status}}' "$(compose --profile persistent ps -q "$1")" 2>/dev/null)" = healthy ] && return 0
    sleep 0.1
  done
  compose --profile persistent logs "$1"
  return 1
}

# dynamodb PORT OPERATION BODY: the answer.
dynamodb() { curl -sS "http://127.0.0.1:$1/" -H "X-Amz-Target: DynamoDB_20120810.$2" -H 'Content-Type: application/x-amz-json-1.0' -d "$3"; }

compose --profile persistent --profile example up -d --no-build >"$folder/up" 2>&1 || cat "$folder/up"
healthy ruststack
check 'the instance in memory is healthy' 0 $?
healthy ruststack-persistent
check 'the persistent instance is healthy' 0 $?
check 'ports are bound to the loopback address' "127.0.0.1:$RUSTSTACK_PORT 127.0.0.1:$RUSTSTACK_PERSISTENT_PORT" \
  "$(compose port ruststack 4566) $(compose --profile persistent port ruststack-persistent 4566)"

example=$(compose --profile example ps -aq example 2>/dev/null || compose --profile example ps -q example)
check 'the example ends well' 0 "$(docker wait "$example")"
check 'it had waited for healthy' 1 "$(docker logs "$example" 2>&1 | grep -c '^HTTP/1.1 200')"
check 'and made its bucket' 1 "$(curl -sS "http://127.0.0.1:$RUSTSTACK_PORT/" | grep -c '<Name>example</Name>')"

table='{"TableName":"kept","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],'
table+='"KeySchema":[{"AttributeName":"id","KeyType":"HASH"}]}'
dynamodb "$RUSTSTACK_PERSISTENT_PORT" CreateTable "$table" >/dev/null
check 'an item is put' '{}' "$(dynamodb "$RUSTSTACK_PERSISTENT_PORT" PutItem '{"TableName":"kept","Item":{"id":{"S":"1"}}}')"
check 'a bucket is made' 200 "$(curl -sS -o /dev/null -w '%{http_code}' -X PUT "http://127.0.0.1:$RUSTSTACK_PERSISTENT_PORT/kept")"
check 'an object is put' 200 "$(curl -sS -o /dev/null -w '%{http_code}' -X PUT -d 'kept text' "http://127.0.0.1:$RUSTSTACK_PERSISTENT_PORT/kept/key")"
compose --profile persistent --profile example down >/dev/null 2>&1
compose --profile persistent up -d --no-build ruststack-persistent >"$folder/up" 2>&1 || cat "$folder/up"
healthy ruststack-persistent
check 'the volume outlives the containers: the item' '{"Item":{"id":{"S":"1"}}}' \
  "$(dynamodb "$RUSTSTACK_PERSISTENT_PORT" GetItem '{"TableName":"kept","Key":{"id":{"S":"1"}}}')"
check 'the volume outlives the containers: the object' 'kept text' "$(curl -sS "http://127.0.0.1:$RUSTSTACK_PERSISTENT_PORT/kept/key")"

printf 'compose\n  succeeded: %d\n  failed: %d\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
