#!/usr/bin/env bash
# Backs up to a running instance with restic, and restores. usage: restic.sh ENDPOINT
# shellcheck source=tests/Clients/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/checks.sh"

bucket=restic-$$
export RESTIC_REPOSITORY=s3:$endpoint/$bucket/backup RESTIC_PASSWORD=test RESTIC_CACHE_DIR=$folder/cache

mkdir -p "$folder/data/a/b"
head -c 12000000 /dev/urandom >"$folder/data/big"
for i in $(seq 100); do printf 'file %d\n' "$i" >"$folder/data/a/b/$i"; done

succeeds "init creates bucket and repository" restic init
succeeds "backup" restic backup --quiet "$folder/data"
printf 'changed\n' >"$folder/data/a/b/1"
rm "$folder/data/a/b/2"
succeeds "second backup" restic backup --quiet "$folder/data"
check "snapshots" 2 "$(restic snapshots --json | grep -o '"short_id"' | wc -l)"
succeeds "check reads every byte" restic check --read-data
succeeds "restore" restic restore latest --target "$folder/restored"
check "what was restored is equal" "" "$(diff -r "$folder/data" "$folder/restored$folder/data" 2>&1)"
succeeds "forget and prune" restic forget --keep-last 1 --prune
check "one snapshot is left" 1 "$(restic snapshots --json | grep -o '"short_id"' | wc -l)"
succeeds "check after the prune" restic check --read-data
check "a wrong password is refused" 1 "$(RESTIC_PASSWORD=wrong restic snapshots 2>&1 | grep -c 'wrong password')"
succeeds "no lock stays behind" restic unlock
aws s3 rm --quiet --recursive "s3://$bucket"
check "the bucket can be removed" "remove_bucket: $bucket" "$(aws s3 rb "s3://$bucket" 2>&1)"
report restic
