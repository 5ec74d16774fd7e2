#!/usr/bin/env bash
# Runs the GitHub Action's script, with a stand-in for docker that starts the executable, or on a real engine.
# usage: action.sh BINARY           stand-in
#        action.sh --image IMAGE    the engine that docker reaches; IMAGE has a tag
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit

folder=$(mktemp -d)
passed=0 failed=0
port=$((20000 + RANDOM % 10000))
trap 'cleanup' EXIT

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

containers() { docker ps -aq --filter "label=ruststack.action.port=$port"; }

cleanup() {
  containers | xargs -r docker rm -f >/dev/null
  rm -rf "$folder"
}

# act INPUT=VALUE...: runs the action with these inputs and the defaults of action.yml; its exit code is the result.
act() {
  local name value
  : >"$folder/output" && : >"$folder/env"
  (
    while IFS='=' read -r name value; do
      name=${name^^}
      export "INPUT_${name//-/_}=$value"
    done < <(defaults; printf '%s\n' "port=$port" "$@")
    export INPUT_REPOSITORY=Owner/RustStack GITHUB_OUTPUT=$folder/output GITHUB_ENV=$folder/env
    exec "${runner[@]}" packaging/action.sh
  ) >"$folder/log" 2>&1 </dev/null
}

# defaults: the inputs of action.yml as name=value.
defaults() { awk '/^inputs:/ { on = 1 } /^outputs:/ { on = 0 } on && /^  [a-z0-9-]+:$/ { name = $1; sub(":", "", name) }
  on && /^    default:/ { value = $2; gsub("\"", "", value); print name "=" value }' action.yml; }

value() { sed -n "s/^$1=//p" "$folder/$2"; }

use_stand_in() {
  mkdir "$folder/bin" "$folder/state"
  export STATE=$folder/state BINARY=$1 PATH=$folder/bin:$PATH
  cat >"$folder/bin/docker" <<'DOCKER'
#!/usr/bin/env bash
# Stands in for docker: a container is a process, its id is the process's.
echo "docker $*" >>"$STATE/calls"
case $1 in
  ps) ls "$STATE" | sed -n 's/^container-//p' ;;
  run)
    [ ! -e "$STATE/refuse" ] || exit 125
    for word in "$@"; do case $word in 127.0.0.1:*:4566) port=${word#127.0.0.1:}; port=${port%:4566} ;; esac; done
    if [ -e "$STATE/hang" ]; then sleep 600 >"$STATE/log" 2>&1 </dev/null &
    else "$BINARY" --gateway-listen "127.0.0.1:$port" >"$STATE/log" 2>&1 </dev/null & fi
    touch "$STATE/container-$!"
    echo $! ;;
  inspect) if kill -0 "${@: -1}" 2>/dev/null; then echo true; else echo false; fi ;;
  logs) cat "$STATE/log" ;;
  rm) kill "${@: -1}" 2>/dev/null; rm -f "$STATE/container-${*: -1}" ;;
esac
DOCKER
  chmod +x "$folder/bin/docker"
}

runner=(bash)
if [ "${1:-}" = --image ]; then
  export RUSTSTACK_IMAGE=${2%:*}
  tag=${2##*:}
else
  unset RUSTSTACK_IMAGE
  use_stand_in "$(realpath "${1:?usage: action.sh BINARY | --image IMAGE}")"
  tag=latest
fi

act "image-tag=$tag"
check 'the action succeeds' 0 $?
check 'it says where the instance is' "RustStack is ready on http://localhost:$port" "$(tail -1 "$folder/log")"
check 'output endpoint' "http://localhost:$port" "$(value endpoint output)"
check 'output container-id' "$(containers)" "$(value container-id output | cut -c "1-$(containers | wc -L)")"
check 'exported variables' "http://localhost:$port http://localhost:$port test test us-east-1" \
  "$(for name in AWS_ENDPOINT_URL LOCALSTACK_ENDPOINT AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_DEFAULT_REGION; do value "$name" env; done | xargs)"
check 'the instance is healthy' 200 "$(curl -s -o /dev/null -w '%{http_code}' "http://localhost:$port/_localstack/health")"

first=$(containers)
act "image-tag=$tag" services=S3 default-region=eu-west-1 access-key=key secret-key=hidden
check 'a second run replaces what the first left' '0 1' "$? $(containers | grep -cvx "$first")"
check 'services are the ones that were asked for' '{"s3":"running"}' \
  "$(curl -s "http://localhost:$port/_localstack/health" | grep -o '{"s3[^}]*}')"
check 'the region and the keys are exported' 'key hidden eu-west-1' \
  "$(for name in AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_DEFAULT_REGION; do value "$name" env; done | xargs)"
check 'the secret key is masked' '::add-mask::hidden' "$(grep -x '::add-mask::.*' "$folder/log")"

act "image-tag=$tag" log-level=loud
check 'an instance that ends fails the action' 1 $?
check 'its log is shown' 1 "$(grep -c '^LOG_LEVEL is .loud., but' "$folder/log")"
check 'its container is removed' '' "$(containers)"

for wrong in port=0 port=x wait-timeout=0 persistence=maybe s3-skip-auth=1 dynamodb-skip-auth= image-tag=a/b; do
  act "image-tag=$tag" "$wrong"
  check "$wrong is refused by name" "1 ::error title=RustStack::${wrong%%=*} is '${wrong#*=}'" "$? $(grep -o "::error title=RustStack::.* is '[^']*'" "$folder/log")"
done

if [ -n "${STATE:-}" ]; then
  touch "$STATE/hang"
  start=$SECONDS
  act wait-timeout=2
  check 'an instance that never answers fails the action' 1 $?
  check 'after the time that was given, by the clock' yes "$([ $((SECONDS - start)) -ge 2 ] && echo yes)"
  check 'with the reason' '::error title=RustStack::The instance was not healthy after 2 seconds.' "$(tail -1 "$folder/log")"
  check 'and nothing is left' '' "$(containers)"
  rm "$STATE/hang"
  touch "$STATE/refuse"
  act
  check 'an image that cannot run fails the action' '1 ::error title=RustStack::docker run ghcr.io/owner/ruststack:latest failed.' "$? $(tail -1 "$folder/log")"
  rm "$STATE/refuse"
  check 'no value of a secret is on a command line' 0 "$(grep -c hidden "$STATE/calls")"
fi

# The script runs below a process that stands for the runner's job; the container goes when that ends.
cp "$(command -v bash)" "$folder/job"
export RUSTSTACK_JOB_PROCESS=job
runner=("$folder/job" -c "bash \"\$0\"; status=\$?; : >'$folder/done'; while [ -e '$folder/done' ]; do sleep 0.1; done; exit \$status")
act "image-tag=$tag" &
waiting=$!
for _ in $(seq 300); do [ -e "$folder/done" ] && break; sleep 0.1; done
check 'the container is there while the job runs' 1 "$(containers | wc -l)"
rm -f "$folder/done"
wait "$waiting"
for _ in $(seq 100); do [ -z "$(containers)" ] && break; sleep 0.1; done
check 'the container is gone after the job' '' "$(containers)"

[ "$failed" -eq 0 ] || cat "$folder/log"
printf 'action\n  succeeded: %d\n  failed: %d\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
