#!/usr/bin/env bash
# Drives a running instance with rclone. usage: rclone.sh ENDPOINT
# shellcheck source=tests/Clients/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/checks.sh"

bucket=rclone-$$
export RCLONE_CONFIG=$folder/rclone.conf RCLONE_CONFIG_RS_TYPE=s3 RCLONE_CONFIG_RS_PROVIDER=Other RCLONE_CONFIG_RS_ENDPOINT=$endpoint
export RCLONE_CONFIG_RS_ACCESS_KEY_ID=test RCLONE_CONFIG_RS_SECRET_ACCESS_KEY=test RCLONE_CONFIG_RS_REGION=us-east-1
export RCLONE_CONFIG_RS_CHUNK_SIZE=5M RCLONE_CONFIG_RS_UPLOAD_CUTOFF=8M RCLONE_RETRIES=1 RCLONE_LOW_LEVEL_RETRIES=1
: >"$RCLONE_CONFIG"

mkdir -p "$folder/up/deep/er" "$folder/up/ünï cödé"
for i in $(seq 60); do printf 'file %d\n' "$i" >"$folder/up/deep/er/file $i.txt"; done
printf 'plus + and %% and & and #\n' >"$folder/up/ünï cödé/a+b%c&d#e.txt"
: >"$folder/up/empty"
head -c 20000000 /dev/urandom >"$folder/up/big.bin"

succeeds "mkdir" rclone mkdir "rs:$bucket"
check "lsd names the bucket" 1 "$(rclone lsd rs: | grep -c " $bucket\$")"
succeeds "sync up" rclone sync "$folder/up" "rs:$bucket/tree"
succeeds "check compares every hash" rclone check "$folder/up" "rs:$bucket/tree"
check "ls --recursive" 63 "$(rclone lsf -R --files-only "rs:$bucket/tree" | wc -l)"
check "size" "$(find "$folder/up" -type f -printf '%s\n' | awk '{ n += $1 } END { print n }')" "$(rclone size --json "rs:$bucket/tree" | sed 's/.*"bytes":\([0-9]*\).*/\1/')"
check "sync again moves nothing" 0 "$(rclone sync -v "$folder/up" "rs:$bucket/tree" 2>&1 | grep -c Copied)"
succeeds "sync down" rclone sync "rs:$bucket/tree" "$folder/down"
check "the folders are equal" "" "$(diff -r "$folder/up" "$folder/down" 2>&1)"
check "modification times survive" "$(stat -c %Y "$folder/up/big.bin")" "$(stat -c %Y "$folder/down/big.bin")"
succeeds "copy on the server" rclone copyto "rs:$bucket/tree/big.bin" "rs:$bucket/copy.bin"
check "the copy has the same hash" "$(rclone md5sum "rs:$bucket/tree/big.bin" | cut -d' ' -f1)" "$(rclone md5sum "rs:$bucket/copy.bin" | cut -d' ' -f1)"
check "cat of a range" "$(head -c 1007 "$folder/up/big.bin" | tail -c 7 | od -An -tx1)" "$(rclone cat --offset 1000 --count 7 "rs:$bucket/copy.bin" | od -An -tx1)"
check "rcat streams standard input" "streamed" "$(printf streamed | rclone rcat "rs:$bucket/streamed" && rclone cat "rs:$bucket/streamed")"
succeeds "move" rclone moveto "rs:$bucket/streamed" "rs:$bucket/moved"
check "what was moved is gone" "copy.bin moved tree/" "$(rclone lsf "rs:$bucket" | xargs)"
rm "$folder/up/empty"
succeeds "sync deletes" rclone sync "$folder/up" "rs:$bucket/tree"
check "what was deleted is gone" 62 "$(rclone lsf -R --files-only "rs:$bucket/tree" | wc -l)"
succeeds "purge" rclone purge "rs:$bucket"
check "the bucket is gone" 0 "$(rclone lsd rs: | grep -c " $bucket\$")"
report rclone
