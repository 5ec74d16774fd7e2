#!/usr/bin/env bash
# Drives a running instance with curl, as a browser or a script would. usage: curl.sh ENDPOINT
# shellcheck source=tests/Clients/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/checks.sh"

bucket=curl-$$
base=$endpoint/$bucket
authority=${endpoint#http://}
port=${authority##*:}
region=us-east-1

# status OPTIONS...: the status of an answer; its head and body are in $folder.
status() { curl -sS -o "$folder/body" -D "$folder/head" -w '%{http_code}' "$@"; }

# header NAME: a header of the last answer.
header() { sed -n "s/^$1: //Ip" "$folder/head" | tr -d '\r'; }

# element NAME: an element of the last answer's body.
element() { sed -n "s/.*<$1>\([^<]*\)<\/$1>.*/\1/p" "$folder/body"; }

# hmac KEY-OPTION DATA: HMAC-SHA256 in hexadecimal.
hmac() { printf '%s' "$2" | openssl dgst -sha256 -mac HMAC -macopt "$1" | sed 's/.* //'; }

# sign TEXT: the signature of a form's policy or of a request (version 4).
sign() {
  local key
  key=$(hmac key:AWS4test "$date")
  key=$(hmac "hexkey:$key" "$region")
  key=$(hmac "hexkey:$key" s3)
  key=$(hmac "hexkey:$key" aws4_request)
  hmac "hexkey:$key" "$1"
}

# presign METHOD KEY: a URL that is good for a minute.
presign() {
  local query request
  query="X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${credential//\//%2F}&X-Amz-Date=$time&X-Amz-Expires=60&X-Amz-SignedHeaders=host"
  request=$(printf '%s\n/%s/%s\n%s\nhost:%s\n\nhost\nUNSIGNED-PAYLOAD' "$1" "$bucket" "$2" "$query" "$authority" | openssl dgst -sha256 | sed 's/.* //')
  request=$(printf 'AWS4-HMAC-SHA256\n%s\n%s/%s/s3/aws4_request\n%s' "$time" "$date" "$region" "$request")
  printf '%s/%s?%s&X-Amz-Signature=%s' "$base" "$2" "$query" "$(sign "$request")"
}

date=$(date -u +%Y%m%d)
time=$(date -u +%Y%m%dT%H%M%SZ)
credential=test/$date/$region/s3/aws4_request
expiration=$(date -u -d '+1 hour' +%Y-%m-%dT%H:%M:%SZ)
printf 'from a form\n' >"$folder/note.txt"
head -c 9000000 /dev/urandom >"$folder/big"

objects() {
  check "PUT of a bucket" 200 "$(status -X PUT "$base")"
  check "PUT of an object" 200 "$(status -T "$folder/big" "$base/big")"
  check "PUT answers the MD5 as ETag" "\"$(md5sum "$folder/big" | cut -d' ' -f1)\"" "$(header ETag)"
  check "GET of a range" 206 "$(status -r 100-199 "$base/big")"
  check "the range is right" "$(tail -c +101 "$folder/big" | head -c 100 | sha256sum | cut -d' ' -f1)" "$(sum "$folder/body")"
  check "GET of an ETag that is known" 304 "$(status -H "If-None-Match: \"$(md5sum "$folder/big" | cut -d' ' -f1)\"" "$base/big")"
  check "PUT only if nothing is there" 412 "$(status -H 'If-None-Match: *' -T "$folder/note.txt" "$base/big")"
  check "chunked PUT" 200 "$(status -H 'Transfer-Encoding: chunked' -T "$folder/note.txt" "$base/chunked")"
  check "virtual-hosted GET" "200 from a form" \
    "$(status --resolve "$bucket.s3.localhost.localstack.cloud:$port:127.0.0.1" "http://$bucket.s3.localhost.localstack.cloud:$port/chunked") $(cat "$folder/body")"
  check "presigned PUT" 200 "$(status -T "$folder/note.txt" "$(presign PUT presigned)")"
  check "presigned GET of it" "200 from a form" "$(status "$(presign GET presigned)") $(cat "$folder/body")"
  check "presigned GET by the CLI" "200 from a form" "$(status "$(aws s3 presign "s3://$bucket/chunked")") $(cat "$folder/body")"
  check "GET of what is not there" "404 NoSuchKey" "$(status "$base/absent") $(element Code)"
  check "DELETE of an unknown sub-resource's bucket" "404 NoSuchWebsiteConfiguration" "$(status "$base?website") $(element Code)"
}

forms() {
  check "form without a policy" 204 "$(status -F key=plain.txt -F "file=@$folder/note.txt" "$base")"
  check "what the form sent" "200 from a form" "$(status "$base/plain.txt") $(cat "$folder/body")"

  local policy conditions
  conditions='{"bucket":"'$bucket'"},["starts-with","$key","up/"],["content-length-range",1,1000],["eq","$success_action_status","201"]'
  conditions+=',["starts-with","$Content-Type","text/"],["starts-with","$x-amz-meta-colour",""]'
  conditions+=',{"x-amz-algorithm":"AWS4-HMAC-SHA256"},{"x-amz-credential":"'$credential'"},{"x-amz-date":"'$time'"}'
  policy=$(printf '{"expiration":"%s","conditions":[%s]}' "$expiration" "$conditions" | base64 -w0)
  local fields=(-F success_action_status=201 -F Content-Type=text/plain -F x-amz-meta-colour=blue -F x-amz-algorithm=AWS4-HMAC-SHA256
    -F "x-amz-credential=$credential" -F "x-amz-date=$time" -F "policy=$policy" -F "x-amz-signature=$(sign "$policy")")
  check "form with a policy" 201 "$(status "${fields[@]}" -F 'key=up/${filename}' -F "file=@$folder/note.txt" "$base")"
  check "the answer names the key" up/note.txt "$(element Key)"
  check "metadata of the form" "200 blue text/plain" "$(status "$base/up/note.txt") $(header x-amz-meta-colour) $(header Content-Type)"
  check "form with another key" "403 AccessDenied" "$(status "${fields[@]}" -F key=down/x -F "file=@$folder/note.txt" "$base") $(element Code)"
  check "what the policy rules out" 'Invalid according to Policy: Policy Condition failed: ["starts-with", "$key", "up/"]' \
    "$(sed 's/&quot;/"/g' "$folder/body" | sed -n 's/.*<Message>\([^<]*\)<.*/\1/p')"
  check "form with a longer file" "400 EntityTooLarge" "$(status "${fields[@]}" -F key=up/big -F "file=@$folder/big" "$base") $(element Code)"
  check "nothing of it is there" 404 "$(status -I "$base/up/big")"
  check "form that redirects" "303 http://localhost/done?bucket=$bucket&key=redirected&etag=%22$(md5sum "$folder/note.txt" | cut -d' ' -f1)%22" \
    "$(status -F key=redirected -F success_action_redirect=http://localhost/done -F "file=@$folder/note.txt" "$base") $(header Location)"
  check "form without a file" "400 InvalidArgument" "$(status -F key=nothing "$base") $(element Code)"
}

browsers() {
  local origin=http://app.test
  check "preflight without a configuration" "403 AccessForbidden" \
    "$(status -X OPTIONS -H "Origin: $origin" -H 'Access-Control-Request-Method: PUT' "$base/big") $(element Code)"
  aws s3api put-bucket-cors --bucket "$bucket" --cors-configuration \
    '{"CORSRules":[{"AllowedOrigins":["http://app.test"],"AllowedMethods":["PUT"],"AllowedHeaders":["x-amz-*"],"MaxAgeSeconds":30}]}'
  check "preflight" "200 $origin PUT 30" \
    "$(status -X OPTIONS -H "Origin: $origin" -H 'Access-Control-Request-Method: PUT' -H 'Access-Control-Request-Headers: x-amz-acl' "$base/big") $(header Access-Control-Allow-Origin) $(header Access-Control-Allow-Methods) $(header Access-Control-Max-Age)"
  check "preflight of another header" 403 \
    "$(status -X OPTIONS -H "Origin: $origin" -H 'Access-Control-Request-Method: PUT' -H 'Access-Control-Request-Headers: x-other' "$base/big")"
  check "PUT from the origin" "200 $origin" "$(status -H "Origin: $origin" -T "$folder/note.txt" "$base/from-browser") $(header Access-Control-Allow-Origin)"
  check "GET from the origin is not allowed" "200 " "$(status -H "Origin: $origin" "$base/from-browser") $(header Access-Control-Allow-Origin)"
}

website() {
  local host=$bucket.s3-website.localhost.localstack.cloud
  local site=(--resolve "$host:$port:127.0.0.1")
  check "website that is not configured" "404 NoSuchWebsiteConfiguration" "$(status "${site[@]}" "http://$host:$port/") $(header x-amz-error-code)"
  aws s3 website "s3://$bucket" --index-document index.html --error-document error.html
  printf 'home' | aws s3 cp --quiet --content-type text/html - "s3://$bucket/index.html"
  printf 'docs' | aws s3 cp --quiet - "s3://$bucket/docs/index.html"
  printf 'sorry' | aws s3 cp --quiet - "s3://$bucket/error.html"
  check "index document" "200 text/html home" "$(status "${site[@]}" "http://$host:$port/") $(header Content-Type) $(cat "$folder/body")"
  check "index document of a folder" "200 docs" "$(status "${site[@]}" "http://$host:$port/docs/") $(cat "$folder/body")"
  check "folder without its slash" "302 /docs/" "$(status "${site[@]}" "http://$host:$port/docs") $(header Location)"
  check "error document" "404 sorry" "$(status "${site[@]}" "http://$host:$port/absent") $(cat "$folder/body")"
  check "PUT to a website" 405 "$(status "${site[@]}" -T "$folder/note.txt" "http://$host:$port/x")"
}

objects
forms
browsers
website
aws s3 rb --force "s3://$bucket" >/dev/null
check "the bucket is gone" 404 "$(status -I "$base")"
report curl
