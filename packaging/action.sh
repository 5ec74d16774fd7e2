#!/usr/bin/env bash
# What the GitHub Action does: starts a container, waits until it is healthy, and tells the steps that follow where it is.
# Its inputs are INPUT_* variables (see action.yml); RUSTSTACK_IMAGE names another image than the published one.
set -euo pipefail

fail() {
  echo "::error title=RustStack::$1"
  exit 1
}

# flag NAME VALUE: true or false.
flag() { [[ $2 == true || $2 == false ]] || fail "$1 is '$2', but it must be true or false."; }

# number NAME VALUE LEAST MOST
number() {
  if ! [[ $2 =~ ^[0-9]{1,6}$ ]] || ((10#$2 < $3 || 10#$2 > $4)); then fail "$1 is '$2', but it must be a number from $3 to $4."; fi
}

number port "$INPUT_PORT" 1 65535
number wait-timeout "$INPUT_WAIT_TIMEOUT" 1 3600
flag persistence "$INPUT_PERSISTENCE"
flag s3-skip-auth "$INPUT_S3_SKIP_AUTH"
flag dynamodb-skip-auth "$INPUT_DYNAMODB_SKIP_AUTH"
[[ $INPUT_IMAGE_TAG =~ ^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$ ]] || fail "image-tag is '$INPUT_IMAGE_TAG', which no tag can be."

image=${RUSTSTACK_IMAGE:-ghcr.io/${INPUT_REPOSITORY,,}}:$INPUT_IMAGE_TAG
endpoint=http://localhost:$INPUT_PORT
label=ruststack.action.port=$INPUT_PORT

# Values go by name, so that no list of processes shows them.
export DEFAULT_REGION=$INPUT_DEFAULT_REGION LOG_LEVEL=$INPUT_LOG_LEVEL SERVICES=$INPUT_SERVICES PERSISTENCE=$INPUT_PERSISTENCE
export ACCESS_KEY=$INPUT_ACCESS_KEY SECRET_KEY=$INPUT_SECRET_KEY
export S3_SKIP_SIGNATURE_VALIDATION=$INPUT_S3_SKIP_AUTH DYNAMODB_SKIP_SIGNATURE_VALIDATION=$INPUT_DYNAMODB_SKIP_AUTH

# A job of before that was killed may have left its container on this machine.
docker ps -aq --filter "label=$label" | xargs -r docker rm -f >/dev/null

container=$(docker run -d --label "$label" -p "127.0.0.1:$INPUT_PORT:4566" \
  -e DEFAULT_REGION -e LOG_LEVEL -e SERVICES -e PERSISTENCE -e ACCESS_KEY -e SECRET_KEY \
  -e S3_SKIP_SIGNATURE_VALIDATION -e DYNAMODB_SKIP_SIGNATURE_VALIDATION "$image") || fail "docker run $image failed."

# give_up REASON: shows the container's log and removes it.
give_up() {
  echo "::group::Log of the container"
  docker logs "$container" 2>&1 || true
  echo "::endgroup::"
  docker rm -f "$container" >/dev/null || true
  fail "$1"
}

deadline=$((SECONDS + 10#$INPUT_WAIT_TIMEOUT))
until curl -fsS -m 2 -o /dev/null "$endpoint/_localstack/health" 2>/dev/null; do
  [ "$(docker inspect -f '{{.State.Running}}' "$container" 2>/dev/null)" = true ] || give_up 'The container ended before it was healthy.'
  ((SECONDS < deadline)) || give_up "The instance was not healthy after $INPUT_WAIT_TIMEOUT seconds."
  sleep 0.1
done

{
  echo "endpoint=$endpoint"
  echo "container-id=$container"
} >>"$GITHUB_OUTPUT"
[ "$INPUT_SECRET_KEY" = test ] || echo "::add-mask::$INPUT_SECRET_KEY"
{
  echo "AWS_ENDPOINT_URL=$endpoint"
  echo "LOCALSTACK_ENDPOINT=$endpoint"
  echo "AWS_ACCESS_KEY_ID=$INPUT_ACCESS_KEY"
  echo "AWS_SECRET_ACCESS_KEY=$INPUT_SECRET_KEY"
  echo "AWS_DEFAULT_REGION=$INPUT_DEFAULT_REGION"
} >>"$GITHUB_ENV"

# job_process: the process that runs the job, the nearest of that name above this one.
job_process() {
  local process=$PPID
  while [ "${process:-0}" -gt 1 ]; do
    if [ "$(cat "/proc/$process/comm" 2>/dev/null)" = "${RUSTSTACK_JOB_PROCESS:-Runner.Worker}" ]; then echo "$process"; return; fi
    process=$(awk '/^PPid/ { print $2 }' "/proc/$process/status" 2>/dev/null)
  done
}

# A composite action has no step of its own at the job's end: a process that outlives the job removes the container. The runner ends what carries
# its tracking id.
job=$(job_process)
if [ -n "$job" ]; then
  # shellcheck disable=SC2016 # the inner shell expands its own arguments
  RUNNER_TRACKING_ID='' setsid bash -c 'while kill -0 "$1" 2>/dev/null; do sleep 1; done; docker rm -f "$2"' \
    cleanup "$job" "$container" >/dev/null 2>&1 </dev/null &
fi
echo "RustStack is ready on $endpoint"
