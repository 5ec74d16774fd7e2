#!/usr/bin/env bash
# Runs a check of a folder with Node.js 20 or newer, which the AWS SDK for JavaScript needs. usage: node.sh FOLDER ENDPOINT
set -euo pipefail
endpoint=${2:?usage: node.sh FOLDER ENDPOINT}
cd "$(dirname "${BASH_SOURCE[0]}")/$1"
npm ci --silent --no-audit --no-fund
node=(node)
[ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || node=(npx --yes node@20)
"${node[@]}" --no-warnings check.mjs "${endpoint%/}"
