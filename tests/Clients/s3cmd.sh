#!/usr/bin/env bash
# Drives a running instance with s3cmd, which signs with version 4 and 2. usage: s3cmd.sh ENDPOINT
# shellcheck source=tests/Clients/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/checks.sh"

bucket=s3cmd-$$
host=${endpoint#http://}
cat >"$folder/s3cfg" <<CONFIG
[default]
access_key = test
secret_key = test
host_base = $host
host_bucket = $host
use_https = False
multipart_chunk_size_mb = 5
CONFIG
s3cmd() { command s3cmd --config "$folder/s3cfg" --no-progress "$@"; }

mkdir -p "$folder/up/sub"
for i in $(seq 20); do printf 'file %d\n' "$i" >"$folder/up/sub/file $i.txt"; done
head -c 12000000 /dev/urandom >"$folder/up/big.bin"

check "mb" "Bucket 's3://$bucket/' created" "$(s3cmd mb "s3://$bucket" 2>&1)"
check "ls names the bucket" 1 "$(s3cmd ls | grep -c "s3://$bucket\$")"
succeeds "put in parts" s3cmd put "$folder/up/big.bin" "s3://$bucket/big.bin"
succeeds "get" s3cmd get "s3://$bucket/big.bin" "$folder/big.bin"
check "the checksums are equal" "$(sum "$folder/up/big.bin")" "$(sum "$folder/big.bin")"
succeeds "put with metadata" s3cmd put --add-header=x-amz-meta-colour:blue --mime-type=text/plain "$folder/up/sub/file 1.txt" "s3://$bucket/one"
check "info shows the metadata" "x-amz-meta-colour: blue" "$(s3cmd info "s3://$bucket/one" | grep -o 'x-amz-meta-colour: .*')"
check "info shows the type" "text/plain" "$(s3cmd info "s3://$bucket/one" | awk '/MIME type/ { print $3 }')"
succeeds "sync up" s3cmd sync "$folder/up/" "s3://$bucket/tree/"
check "sync again moves nothing" 0 "$(s3cmd sync "$folder/up/" "s3://$bucket/tree/" | grep -c '^upload:')"
check "ls --recursive" 21 "$(s3cmd ls --recursive "s3://$bucket/tree/" | wc -l)"
mkdir "$folder/down"
succeeds "sync down" s3cmd sync "s3://$bucket/tree/" "$folder/down/"
check "the folders are equal" "" "$(diff -r "$folder/up" "$folder/down" 2>&1)"
# As at AWS, a new bucket has no ACLs, and s3cmd copies them unless it is told not to.
succeeds "cp on the server" s3cmd --acl-private cp "s3://$bucket/one" "s3://$bucket/two"
succeeds "mv on the server" s3cmd --acl-private mv "s3://$bucket/two" "s3://$bucket/three"
check "ls of the moved object" "s3://$bucket/three" "$(s3cmd ls "s3://$bucket/t" | grep -o 's3://.*three')"
check "du" 24000000 "$(($(s3cmd du "s3://$bucket" | awk '{ print $1 }') / 1000 * 1000))"
check "signurl, then curl" "file 1" "$(curl -sS "$(s3cmd signurl "s3://$bucket/one" +600)")"
succeeds "put with signature version 2" s3cmd --signature-v2 put "$folder/up/sub/file 2.txt" "s3://$bucket/v2"
check "get with signature version 2" "file 2" "$(s3cmd --signature-v2 get "s3://$bucket/v2" - 2>/dev/null)"
check "ls of what is not there" 1 "$(s3cmd ls "s3://$bucket-absent" 2>&1 | grep -c 'NoSuchBucket')"
succeeds "del --recursive" s3cmd del --recursive --force "s3://$bucket"
check "rb" "Bucket 's3://$bucket/' removed" "$(s3cmd rb "s3://$bucket" 2>&1)"
report s3cmd
