#!/usr/bin/env bash
# Walks through what run.sh leaves out of both services, with the AWS CLI. usage: walk.sh ENDPOINT
# shellcheck source=tests/Clients/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/../Clients/checks.sh"

bucket=walk-$$
locked=walk-locked-$$
table=walk-$$

# s3api OPERATION OPTIONS...: on the bucket, with text on one line.
s3api() { local operation=$1; shift; aws s3api "$operation" --bucket "${target:-$bucket}" --output text "$@" 2>&1 | xargs -r; }

# db OPERATION OPTIONS...: with text on one line.
db() { local operation=$1; shift; aws dynamodb "$operation" --output text "$@" 2>&1 | xargs -r; }

# code TEXT: the code of the error that a call ended with.
code() { sed -n 's/.*An error occurred (\([A-Za-z0-9]*\)).*/\1/p' <<<"$1"; }

objects() {
  printf 'text' >"$folder/text"
  check 'create-bucket' "/$bucket" "$(s3api create-bucket --query Location)"
  s3api put-object --key a/1 --body "$folder/text" --content-type text/x-walk --cache-control max-age=60 --metadata colour=red,shape=round >/dev/null
  check 'metadata' 'text/x-walk max-age=60 red round' "$(s3api head-object --key a/1 --query '[ContentType,CacheControl,Metadata.colour,Metadata.shape]')"
  s3api copy-object --key a/2 --copy-source "$bucket/a/1" --metadata-directive REPLACE --metadata colour=blue >/dev/null
  check 'copy with other metadata' 'blue None' "$(s3api head-object --key a/2 --query 'Metadata.[colour,shape]')"
  check 'a range' ex "$(s3api get-object --key a/1 --range bytes=1-2 "$folder/out" >/dev/null; cat "$folder/out")"
  check 'if-match' PreconditionFailed "$(code "$(s3api get-object --key a/1 --if-match '"other"' "$folder/out")")"
  s3api put-object-tagging --key a/1 --tagging 'TagSet=[{Key=team,Value=one}]'
  check 'object tagging' 'team one' "$(s3api get-object-tagging --key a/1 --query 'TagSet[].[Key,Value]')"
  s3api delete-object-tagging --key a/1 >/dev/null
  check 'object tagging, removed' '' "$(s3api get-object-tagging --key a/1 --query 'TagSet[].Key')"
  local key
  for key in b/1 b/2 c; do s3api put-object --key "$key" --body "$folder/text" >/dev/null; done
  check 'list-objects-v2 by delimiter' 'a/ b/ c' "$(s3api list-objects-v2 --delimiter / --query '[CommonPrefixes[].Prefix, Contents[].Key]')"
  check 'list-objects-v2 in pages' 'a/1 a/2 b/1 b/2 c' "$(s3api list-objects-v2 --page-size 2 --query 'Contents[].Key')"
  check 'list-objects after a marker' 'b/2 c' "$(s3api list-objects --marker b/1 --query 'Contents[].Key')"
  check 'delete-objects' 'b/1 b/2' "$(s3api delete-objects --delete 'Objects=[{Key=b/1},{Key=b/2}]' --query 'Deleted[].Key')"
  check 'an object that is not there' NoSuchKey "$(code "$(s3api get-object --key b/1 "$folder/out")")"
  check 'a bucket that is not there' NoSuchBucket "$(code "$(target=$bucket-absent s3api list-objects-v2)")"
}

multipart() {
  local upload part
  head -c 5242880 /dev/zero >"$folder/part"
  upload=$(s3api create-multipart-upload --key multipart --query UploadId)
  part=$(s3api upload-part --key multipart --upload-id "$upload" --part-number 1 --body "$folder/part" --query ETag)
  check 'list-parts' "1 5242880" "$(s3api list-parts --key multipart --upload-id "$upload" --query 'Parts[].[PartNumber,Size]')"
  local last
  last=$(s3api upload-part --key multipart --upload-id "$upload" --part-number 2 --body "$folder/text" --query ETag)
  check 'complete-multipart-upload' multipart "$(s3api complete-multipart-upload --key multipart --upload-id "$upload" --query Key \
    --multipart-upload "{\"Parts\":[{\"PartNumber\":1,\"ETag\":\"$part\"},{\"PartNumber\":2,\"ETag\":\"$last\"}]}")"
  check 'its length' 5242884 "$(s3api head-object --key multipart --query ContentLength)"
  upload=$(s3api create-multipart-upload --key aborted --query UploadId)
  check 'list-multipart-uploads' aborted "$(s3api list-multipart-uploads --query 'Uploads[].Key')"
  s3api abort-multipart-upload --key aborted --upload-id "$upload"
  check 'abort-multipart-upload' None "$(s3api list-multipart-uploads --query 'Uploads[].Key')"
}

configuration() {
  s3api put-bucket-tagging --tagging 'TagSet=[{Key=stage,Value=test}]'
  check 'bucket tagging' 'stage test' "$(s3api get-bucket-tagging --query 'TagSet[].[Key,Value]')"
  s3api put-bucket-cors --cors-configuration '{"CORSRules":[{"AllowedMethods":["GET"],"AllowedOrigins":["http://walk"]}]}'
  check 'CORS' 'GET http://walk' "$(s3api get-bucket-cors --query 'CORSRules[].[AllowedMethods[0],AllowedOrigins[0]]')"
  check 'CORS, a preflight request' 'http://walk' "$(curl -sS -o /dev/null -D - -X OPTIONS "$endpoint/$bucket/c" -H 'Origin: http://walk' \
    -H 'Access-Control-Request-Method: GET' | sed -n 's/^Access-Control-Allow-Origin: //Ip' | tr -d '\r')"
  s3api put-bucket-lifecycle-configuration --lifecycle-configuration '{"Rules":[{"ID":"old","Status":"Enabled","Filter":{"Prefix":"logs/"},"Expiration":{"Days":1}}]}' >/dev/null
  check 'lifecycle' 'old 1' "$(s3api get-bucket-lifecycle-configuration --query 'Rules[].[ID,Expiration.Days]')"
  s3api put-bucket-website --website-configuration '{"IndexDocument":{"Suffix":"index.html"}}'
  check 'website' index.html "$(s3api get-bucket-website --query IndexDocument.Suffix)"
  s3api put-bucket-policy --policy '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"arn:aws:s3:::'"$bucket"'/none"}]}'
  check 'policy' 1 "$(s3api get-bucket-policy --query Policy | grep -c s3:PutObject)"
  s3api delete-bucket-policy
  check 'policy, removed' NoSuchBucketPolicy "$(code "$(s3api get-bucket-policy)")"
}

object_lock() {
  local target=$locked version
  s3api create-bucket --object-lock-enabled-for-bucket >/dev/null
  version=$(s3api put-object --key held --body "$folder/text" --query VersionId)
  s3api put-object-retention --key held --version-id "$version" --retention 'Mode=GOVERNANCE,RetainUntilDate=2099-01-01T00:00:00Z'
  check 'retention' GOVERNANCE "$(s3api get-object-retention --key held --query Retention.Mode)"
  check 'a retained version cannot be deleted' AccessDenied "$(code "$(s3api delete-object --key held --version-id "$version")")"
  check 'unless governance is bypassed' "$version" "$(s3api delete-object --key held --version-id "$version" --bypass-governance-retention --query VersionId)"
  version=$(s3api put-object --key held --body "$folder/text" --object-lock-legal-hold-status ON --query VersionId)
  check 'a held version cannot be deleted' AccessDenied "$(code "$(s3api delete-object --key held --version-id "$version")")"
  s3api put-object-legal-hold --key held --version-id "$version" --legal-hold Status=OFF
  check 'once released it can' "$version" "$(s3api delete-object --key held --version-id "$version" --query VersionId)"
  check 'delete-bucket' '' "$(s3api delete-bucket)"
}

dynamodb() {
  db create-table --table-name "$table" --billing-mode PAY_PER_REQUEST --attribute-definitions AttributeName=id,AttributeType=S AttributeName=kind,AttributeType=S \
    --key-schema AttributeName=id,KeyType=HASH --global-secondary-indexes \
    '[{"IndexName":"by-kind","KeySchema":[{"AttributeName":"kind","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}]' >/dev/null
  aws dynamodb wait table-exists --table-name "$table"
  local put='{"Put":{"TableName":"'$table'","Item":{"id":{"S":"ID"},"kind":{"S":"new"},"n":{"N":"1"}},"ConditionExpression":"attribute_not_exists(id)"}}'
  check 'transact-write-items' '' "$(db transact-write-items --transact-items "[${put/ID/1},${put/ID/2}]")"
  check 'a transaction is refused as a whole' TransactionCanceledException "$(code "$(db transact-write-items --transact-items "[${put/ID/3},${put/ID/1}]")")"
  check 'transact-get-items' 'new new' "$(db transact-get-items --transact-items \
    '[{"Get":{"TableName":"'"$table"'","Key":{"id":{"S":"1"}}}},{"Get":{"TableName":"'"$table"'","Key":{"id":{"S":"2"}}}}]' --query 'Responses[].Item.kind.S')"
  check 'query of an index' '1 2' "$(db query --table-name "$table" --index-name by-kind --key-condition-expression 'kind = :k' \
    --expression-attribute-values '{":k":{"S":"new"}}' --query 'Items[].id.S' | tr ' ' '\n' | sort | xargs)"
  check 'batch-get-item' 2 "$(db batch-get-item --request-items '{"'"$table"'":{"Keys":[{"id":{"S":"1"}},{"id":{"S":"2"}},{"id":{"S":"3"}}]}}' \
    --query "length(Responses.\"$table\")")"
  check 'delete-item gives the old item' new "$(db delete-item --table-name "$table" --key '{"id":{"S":"2"}}' --return-values ALL_OLD --query Attributes.kind.S)"
  check 'update-time-to-live' 'True expires' "$(db update-time-to-live --table-name "$table" --time-to-live-specification Enabled=true,AttributeName=expires \
    --query 'TimeToLiveSpecification.[Enabled,AttributeName]')"
  local arn
  arn=$(db describe-table --table-name "$table" --query Table.TableArn)
  db tag-resource --resource-arn "$arn" --tags Key=stage,Value=test
  check 'tags of a table' 'stage test' "$(db list-tags-of-resource --resource-arn "$arn" --query 'Tags[].[Key,Value]')"
  check 'an unknown attribute in a condition' ConditionalCheckFailedException "$(code "$(db delete-item --table-name "$table" --key '{"id":{"S":"1"}}' \
    --condition-expression 'attribute_exists(absent)')")"
  check 'an invalid expression' ValidationException "$(code "$(db scan --table-name "$table" --filter-expression 'n =')")"
  check 'delete-table' "$table" "$(db delete-table --table-name "$table" --query TableDescription.TableName)"
}

objects
multipart
configuration
object_lock
dynamodb
aws s3 rb --force "s3://$bucket" >/dev/null
check 's3 rb --force' NoSuchBucket "$(code "$(s3api list-objects-v2)")"
report walk
