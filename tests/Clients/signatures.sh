#!/usr/bin/env bash
# Drives an instance that verifies signatures, of the keys test/test and alice/wonder (account 123456789012), with clients that sign rightly,
# wrongly and not at all. usage: signatures.sh ENDPOINT
# shellcheck source=tests/Clients/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/checks.sh"

bucket=signatures-$$
base=$endpoint/$bucket
printf 'signed\n' >"$folder/note.txt"

# status OPTIONS...: the status of curl's answer, whose body is in $folder.
status() { curl -sS -o "$folder/body" -w '%{http_code}' "$@"; }

# signed OPTIONS...: the same of a request that curl signs.
signed() { status --aws-sigv4 aws:amz:us-east-1:s3 -u test:test -H 'x-amz-content-sha256: UNSIGNED-PAYLOAD' "$@"; }

# code: the code of the last answer's error.
code() { sed -n 's/.*<Code>\([^<]*\)<.*/\1/p' "$folder/body"; }

# error COMMAND...: the code of the error that a call of the AWS CLI ends with.
error() { "$@" 2>&1 | sed -n 's/.*An error occurred (\([A-Za-z0-9]*\)).*/\1/p'; }

requests() {
  check "PUT of a bucket, signed by curl" 200 "$(signed -X PUT "$base")"
  check "PUT of an object" 200 "$(signed -T "$folder/note.txt" "$base/a%20key")"
  check "GET of it" "200 signed" "$(signed "$base/a%20key") $(cat "$folder/body")"
  check "list with a query" 200 "$(signed "$base?list-type=2&prefix=a%20key")"
  check "GET with another secret" "403 SignatureDoesNotMatch" "$(signed -u test:wrong "$base/a%20key") $(code)"
  check "GET with another key" "403 InvalidAccessKeyId" "$(signed -u nobody:test "$base/a%20key") $(code)"
  check "GET without a signature" "403 AccessDenied" "$(status "$base/a%20key") $(code)"
  check "GET for another region" "400 AuthorizationHeaderMalformed" "$(signed --aws-sigv4 aws:amz:eu-west-1:s3 "$base/a%20key") $(code)"
  check "GET for another service" "400 AuthorizationHeaderMalformed" "$(signed --aws-sigv4 aws:amz:us-east-1:ec2 "$base/a%20key") $(code)"
}

cli() {
  check "another secret" SignatureDoesNotMatch "$(AWS_SECRET_ACCESS_KEY=wrong error aws s3api list-objects --bucket "$bucket")"
  check "another account's own buckets" "None" "$(AWS_ACCESS_KEY_ID=alice AWS_SECRET_ACCESS_KEY=wonder aws s3api list-buckets --query 'Buckets[0].Name' --output text)"
  check "a session token" "$bucket" "$(AWS_SESSION_TOKEN=token aws s3api list-buckets --query "Buckets[?Name=='$bucket'].Name" --output text)"
  local url
  url=$(aws s3 presign "s3://$bucket/a key")
  check "presigned URL" "200 signed" "$(status "$url") $(cat "$folder/body")"
  check "presigned URL with another key" "403 SignatureDoesNotMatch" "$(status "${url/a%20key/other}") $(code)"
  check "presigned URL for another method" "403 SignatureDoesNotMatch" "$(status -X DELETE "$url") $(code)"
  check "presigned URL with another answer" "403 SignatureDoesNotMatch" "$(status "$url&response-content-type=text%2Fhtml") $(code)"
}

public() {
  aws s3api delete-public-access-block --bucket "$bucket"
  aws s3api put-bucket-policy --bucket "$bucket" --policy \
    '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::'"$bucket"'/*"}]}'
  check "what a policy allows everyone" "200 signed" "$(status "$base/a%20key") $(cat "$folder/body")"
  check "what it does not" "403 AccessDenied" "$(status "$base") $(code)"
  check "what is not there" "403 AccessDenied" "$(status "$base/absent") $(code)"
  check "a form of nobody" "403 AccessDenied" "$(status -F key=x -F "file=@$folder/note.txt" "$base") $(code)"
}

tables() {
  check "DynamoDB" 0 "$(aws dynamodb list-tables --query 'length(TableNames)' --output text)"
  check "DynamoDB with another secret" InvalidSignatureException "$(AWS_SECRET_ACCESS_KEY=wrong error aws dynamodb list-tables)"
  check "DynamoDB with another key" UnrecognizedClientException "$(AWS_ACCESS_KEY_ID=nobody error aws dynamodb list-tables)"
  check "DynamoDB without a signature" "400 MissingAuthenticationTokenException" \
    "$(status -H 'X-Amz-Target: DynamoDB_20120810.ListTables' -d '{}' "$endpoint/") $(sed 's/.*#\([A-Za-z]*\)".*/\1/' "$folder/body")"
}

requests
cli
public
tables
aws s3 rb --force "s3://$bucket" >/dev/null
check "the bucket is gone" 404 "$(signed -I "$base")"
report signatures
