#!/usr/bin/env bash
# Drives a running instance with `aws s3api`, operation by operation. usage: s3api.sh ENDPOINT
# shellcheck source=tests/Clients/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/checks.sh"

bucket=s3api-$$
printf 'one' >"$folder/one"
printf 'two' >"$folder/two"

# api OPERATION OPTIONS...: on the bucket, with text as output.
api() { local operation=$1; shift; aws s3api "$operation" --bucket "$bucket" --output text "$@" 2>&1 | xargs -r; }

# error OPERATION OPTIONS...: the code of the error that a call ends with.
error() { api "$@" | sed -n 's/.*An error occurred (\([A-Za-z0-9]*\)).*/\1/p'; }

versions() {
  local first second marker
  check "get-bucket-versioning of a new bucket" "None" "$(api get-bucket-versioning --query Status)"
  api put-bucket-versioning --versioning-configuration Status=Enabled
  check "get-bucket-versioning" Enabled "$(api get-bucket-versioning --query Status)"
  first=$(api put-object --key v --body "$folder/one" --query VersionId)
  second=$(api put-object --key v --body "$folder/two" --query VersionId)
  marker=$(api delete-object --key v --query VersionId)
  check "get-object of a deleted object" NoSuchKey "$(error get-object --key v "$folder/out")"
  check "get-object of a version" "$first" "$(api get-object --key v --version-id "$first" --query VersionId "$folder/out")"
  check "the version's bytes" one "$(cat "$folder/out")"
  check "get-object of a delete marker" MethodNotAllowed "$(error get-object --key v --version-id "$marker" "$folder/out")"
  check "list-object-versions" "$second $first" "$(api list-object-versions --prefix v --query 'Versions[].VersionId')"
  check "list-object-versions, delete markers" "$marker True" "$(api list-object-versions --prefix v --query 'DeleteMarkers[].[VersionId,IsLatest]')"
  local counts='[length(Versions || `[]`), length(DeleteMarkers || `[]`)]'
  check "list-object-versions, first page" "1 1" "$(api list-object-versions --prefix v --no-paginate --max-keys 2 --query "$counts")"
  check "list-object-versions, last page" "1 0" \
    "$(api list-object-versions --prefix v --no-paginate --max-keys 2 --key-marker v --version-id-marker "$second" --query "$counts")"
  api delete-object --key v --version-id "$marker" >/dev/null
  check "deleting the marker brings the object back" two "$(api get-object --key v "$folder/out" >/dev/null; cat "$folder/out")"
  check "copy of a version" "$first" "$(api copy-object --key copy --copy-source "$bucket/v?versionId=$first" --query CopySourceVersionId)"
  api put-bucket-versioning --versioning-configuration Status=Suspended
  check "put-object while suspended" null "$(api put-object --key v --body "$folder/one" --query VersionId)"
  check "get-object-attributes" "3 STANDARD" "$(api get-object-attributes --key v --object-attributes ObjectSize StorageClass --query '[ObjectSize,StorageClass]')"
}

locks() {
  local locked=$bucket-locked version until
  until=$(date -u -d '+1 day' +%Y-%m-%dT%H:%M:%SZ)
  lock() { local operation=$1; shift; aws s3api "$operation" --bucket "$locked" --output text "$@" 2>&1 | xargs -r; }
  lock create-bucket --object-lock-enabled-for-bucket >/dev/null
  check "a bucket with object lock is versioned" Enabled "$(lock get-bucket-versioning --query Status)"
  lock put-object-lock-configuration --object-lock-configuration \
    '{"ObjectLockEnabled":"Enabled","Rule":{"DefaultRetention":{"Mode":"GOVERNANCE","Days":1}}}'
  check "get-object-lock-configuration" "GOVERNANCE 1" \
    "$(lock get-object-lock-configuration --query 'ObjectLockConfiguration.Rule.DefaultRetention.[Mode,Days]')"
  version=$(lock put-object --key k --body "$folder/one" --query VersionId)
  check "default retention" GOVERNANCE "$(lock get-object-retention --key k --query Retention.Mode)"
  check "delete of a locked version" 1 "$(lock delete-object --key k --version-id "$version" | grep -c AccessDenied)"
  check "retention may be lengthened" "" "$(lock put-object-retention --key k --retention "Mode=GOVERNANCE,RetainUntilDate=$(date -u -d '+2 days' +%Y-%m-%dT%H:%M:%SZ)")"
  check "retention may not be shortened" 1 "$(lock put-object-retention --key k --retention "Mode=GOVERNANCE,RetainUntilDate=$until" | grep -c AccessDenied)"
  lock put-object-legal-hold --key k --legal-hold Status=ON
  check "get-object-legal-hold" ON "$(lock get-object-legal-hold --key k --query LegalHold.Status)"
  check "a legal hold is not bypassed" 1 "$(lock delete-object --key k --version-id "$version" --bypass-governance-retention | grep -c AccessDenied)"
  lock put-object-legal-hold --key k --legal-hold Status=OFF
  check "bypass of governance" "$version" "$(lock delete-object --key k --version-id "$version" --bypass-governance-retention --query VersionId)"
  lock delete-bucket
}

# document GET PUT DELETE OPTION DOCUMENT QUERY EXPECTED ABSENT: a configuration is absent, put, got, deleted, and absent again.
document() {
  check "$1 of a new bucket" "$8" "$(error "$1")"
  check "$2" "" "$(error "$2" "$4" "$5")"
  check "$1" "$7" "$(api "$1" --query "$6")"
  check "$3" "" "$(api "$3")"
  check "$1 when it is deleted" "$8" "$(error "$1")"
}

configurations() {
  document get-bucket-tagging put-bucket-tagging delete-bucket-tagging --tagging 'TagSet=[{Key=team,Value=blue}]' \
    'TagSet[].[Key,Value]' "team blue" NoSuchTagSet
  document get-bucket-cors put-bucket-cors delete-bucket-cors --cors-configuration \
    '{"CORSRules":[{"AllowedMethods":["GET"],"AllowedOrigins":["*"]}]}' 'CORSRules[].AllowedMethods[]' GET NoSuchCORSConfiguration
  document get-bucket-lifecycle-configuration put-bucket-lifecycle-configuration delete-bucket-lifecycle --lifecycle-configuration \
    '{"Rules":[{"ID":"old","Status":"Enabled","Filter":{"Prefix":"tmp/"},"Expiration":{"Days":3}}]}' \
    'Rules[].[ID,Expiration.Days]' "old 3" NoSuchLifecycleConfiguration
  document get-bucket-policy put-bucket-policy delete-bucket-policy --policy \
    '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:DeleteObject","Resource":"arn:aws:s3:::'"$bucket"'/*"}]}' \
    'length(Policy) > `100`' True NoSuchBucketPolicy
  document get-bucket-website put-bucket-website delete-bucket-website --website-configuration '{"IndexDocument":{"Suffix":"index.html"}}' \
    IndexDocument.Suffix index.html NoSuchWebsiteConfiguration
  check "a new bucket blocks public access" True "$(api get-public-access-block --query PublicAccessBlockConfiguration.BlockPublicAcls)"
  api delete-public-access-block
  document get-public-access-block put-public-access-block delete-public-access-block --public-access-block-configuration \
    BlockPublicAcls=false,IgnorePublicAcls=true,BlockPublicPolicy=false,RestrictPublicBuckets=false \
    PublicAccessBlockConfiguration.IgnorePublicAcls True NoSuchPublicAccessBlockConfiguration
  check "get-bucket-encryption of a new bucket" "AES256" \
    "$(api get-bucket-encryption --query 'ServerSideEncryptionConfiguration.Rules[].ApplyServerSideEncryptionByDefault.SSEAlgorithm')"
  api put-bucket-encryption --server-side-encryption-configuration \
    '{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms","KMSMasterKeyID":"arn:aws:kms:us-east-1:000000000000:key/k"},"BucketKeyEnabled":true}]}'
  check "put-object with the bucket's encryption" "aws:kms True" "$(api put-object --key sse --body "$folder/one" --query '[ServerSideEncryption,BucketKeyEnabled]')"
  api delete-bucket-encryption
  check "put-bucket-ownership-controls" "" "$(api put-bucket-ownership-controls --ownership-controls 'Rules=[{ObjectOwnership=ObjectWriter}]')"
  check "put-object-acl" "" "$(api put-object-acl --key sse --acl public-read)"
  check "get-object-acl" "FULL_CONTROL READ" "$(api get-object-acl --key sse --query 'Grants[].Permission')"
  check "put-bucket-request-payment" "" "$(api put-bucket-request-payment --request-payment-configuration Payer=Requester)"
  check "get-bucket-request-payment" Requester "$(api get-bucket-request-payment --query Payer)"
  check "put-bucket-accelerate-configuration" "" "$(api put-bucket-accelerate-configuration --accelerate-configuration Status=Enabled)"
  check "get-bucket-accelerate-configuration" Enabled "$(api get-bucket-accelerate-configuration --query Status)"
  check "put-bucket-notification-configuration" "" "$(api put-bucket-notification-configuration --notification-configuration \
    '{"QueueConfigurations":[{"Id":"q","QueueArn":"arn:aws:sqs:us-east-1:000000000000:queue","Events":["s3:ObjectCreated:*"]}]}')"
  check "get-bucket-notification-configuration" "q" "$(api get-bucket-notification-configuration --query 'QueueConfigurations[].Id')"
  check "put-bucket-metrics-configuration" "" "$(api put-bucket-metrics-configuration --id all --metrics-configuration Id=all)"
  check "list-bucket-metrics-configurations" all "$(api list-bucket-metrics-configurations --query 'MetricsConfigurationList[].Id')"
  check "get-bucket-metrics-configuration of another id" NoSuchConfiguration "$(error get-bucket-metrics-configuration --id other)"
}

check "create-bucket" "/$bucket" "$(api create-bucket --query Location)"
versions
locks
configurations
# Everything goes, version by version.
aws s3api list-object-versions --bucket "$bucket" --query '[Versions,DeleteMarkers][][].[Key,VersionId]' --output text |
  while read -r key version; do [ "$key" = None ] || api delete-object --key "$key" --version-id "$version" >/dev/null; done
check "delete-bucket" "" "$(api delete-bucket)"
check "head-bucket of the deleted bucket" 1 "$(api head-bucket | grep -c '(404)')"
report s3api
