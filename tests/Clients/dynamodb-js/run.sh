#!/usr/bin/env bash
# Drives a running instance's DynamoDB with the AWS SDK for JavaScript v3, as a user would, and compares what comes back.
# usage: run.sh ENDPOINT        such as run.sh http://127.0.0.1:4566
# Prints one line per check and closes with the counts; exits non-zero when a check failed.
set -euo pipefail

endpoint=${1:?usage: run.sh ENDPOINT}
cd "$(dirname "$0")"
npm ci --no-audit --no-fund --silent
exec node check.mjs "$endpoint"
