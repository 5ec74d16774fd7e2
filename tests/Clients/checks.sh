# What the checks with clients share. A script sources this, checks, and ends with `report NAME`; the counts at its end are what CI adds up.
# shellcheck shell=bash
set -uo pipefail

export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_DEFAULT_REGION=us-east-1
export AWS_EC2_METADATA_DISABLED=true AWS_PAGER='' AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null
unset AWS_PROFILE AWS_SESSION_TOKEN AWS_REGION AWS_CA_BUNDLE

endpoint=${1:?usage: $0 ENDPOINT, such as http://127.0.0.1:4566}
endpoint=${endpoint%/}
export AWS_ENDPOINT_URL=$endpoint
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0

# AWS CLI before 2.13 knows no AWS_ENDPOINT_URL.
aws() { command aws --endpoint-url "$endpoint" "$@"; }

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

# succeeds NAME COMMAND...: the command exits with 0; what it printed is shown only when it does not.
succeeds() {
  local name=$1 status=0
  shift
  "$@" >"$folder/output" 2>&1 </dev/null || status=$?
  [ "$status" -eq 0 ] || tail -20 "$folder/output"
  check "$name" 0 "$status"
}

sum() { sha256sum "$1" | cut -d' ' -f1; }

# report NAME: the counts; fails when a check failed.
report() {
  printf '%s against %s\n  succeeded: %d\n  failed: %d\n' "$1" "$endpoint" "$passed" "$failed"
  [ "$failed" -eq 0 ]
}
