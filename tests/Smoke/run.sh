#!/usr/bin/env bash
# Drives a running instance with the AWS CLI, as a user would, and compares what comes back.
# usage: run.sh ENDPOINT        such as run.sh http://127.0.0.1:4566
# Prints one line per check and closes with the counts; exits non-zero when a check failed.
# shellcheck source=tests/Clients/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/../Clients/checks.sh"

bucket=smoke-$$
table=smoke-$$

s3_checks() {
  head -c 100000000 /dev/urandom >"$folder/big"
  mkdir -p "$folder"/up/{a,b}/{c,d}
  local i
  for i in $(seq 500); do
    local groups=(a/c a/d b/c b/d)
    printf 'file %d\n' "$i" >"$folder/up/${groups[i % 4]}/file $i.txt"
  done

  check "s3 mb" "make_bucket: $bucket" "$(aws s3 mb "s3://$bucket" 2>&1)"
  check "s3 ls names the bucket" 1 "$(aws s3 ls | grep -c " $bucket\$")"
  aws s3 cp --quiet "$folder/big" "s3://$bucket/big"
  check "s3 cp up of 100 MB" 0 $?
  aws s3 cp --quiet "s3://$bucket/big" "$folder/big-down"
  check "s3 cp down of 100 MB" 0 $?
  check "the checksums are equal" "$(sum "$folder/big")" "$(sum "$folder/big-down")"
  rm -f "$folder/big-down"
  check "s3api head-object gives the length" 100000000 "$(aws s3api head-object --bucket "$bucket" --key big --query ContentLength --output text)"

  check "s3 sync up of 500 files" 500 "$(aws s3 sync --no-progress "$folder/up" "s3://$bucket/files" | grep -c '^upload: ')"
  check "s3 sync up again moves nothing" "" "$(aws s3 sync --no-progress "$folder/up" "s3://$bucket/files" 2>&1)"
  check "s3 sync down of 500 files" 500 "$(aws s3 sync --no-progress "s3://$bucket/files" "$folder/down" | grep -c '^download: ')"
  check "the folders are equal" "" "$(diff -r "$folder/up" "$folder/down" 2>&1)"
  check "s3 ls --recursive" 501 "$(aws s3 ls --recursive "s3://$bucket" | wc -l)"
  check "s3 ls of one level" "PRE c/ PRE d/" "$(aws s3 ls "s3://$bucket/files/a/" | xargs)"

  local url
  url=$(aws s3 presign "s3://$bucket/files/a/c/file 4.txt")
  check "s3 presign, then curl" "200 file 4" "$(curl -sS -o "$folder/presigned" -w '%{http_code}' "$url") $(cat "$folder/presigned")"
  check "s3 cp of what is not there" 1 "$(aws s3 cp "s3://$bucket/absent" - 2>&1 | grep -c '(404)')"
  check "s3 rb of a bucket with objects" 1 "$(aws s3 rb "s3://$bucket" 2>&1 | grep -c BucketNotEmpty)"

  check "s3 rm --recursive" 501 "$(aws s3 rm --recursive "s3://$bucket" | grep -c '^delete: ')"
  check "s3 ls of the empty bucket" "" "$(aws s3 ls --recursive "s3://$bucket" 2>&1)"
  check "s3 rb" "remove_bucket: $bucket" "$(aws s3 rb "s3://$bucket" 2>&1)"
  check "s3 ls of the removed bucket" 1 "$(aws s3 ls "s3://$bucket" 2>&1 | grep -c NoSuchBucket)"
}

dynamodb_checks() {
  local created='{"TableName":"'$table'","BillingMode":"PAY_PER_REQUEST",
    "AttributeDefinitions":[{"AttributeName":"artist","AttributeType":"S"},{"AttributeName":"year","AttributeType":"N"}],
    "KeySchema":[{"AttributeName":"artist","KeyType":"HASH"},{"AttributeName":"year","KeyType":"RANGE"}]}'
  local song='{"artist":{"S":"Ada"},"year":{"N":"1999"},"title":{"S":"One"},"plays":{"N":"41"},"tags":{"SS":["a","b"]}}'
  local key='{"artist":{"S":"Ada"},"year":{"N":"1999"}}'

  check "dynamodb create-table" "$table" "$(aws dynamodb create-table --cli-input-json "$created" --query TableDescription.TableName --output text)"
  aws dynamodb wait table-exists --table-name "$table"
  check "dynamodb wait table-exists" 0 $?
  check "dynamodb put-item" "" "$(aws dynamodb put-item --table-name "$table" --item "$song" 2>&1)"
  check "dynamodb get-item" "One 41 a b" \
    "$(aws dynamodb get-item --table-name "$table" --key "$key" --query 'Item.[title.S, plays.N, tags.SS[0], tags.SS[1]]' --output text | xargs)"
  check "dynamodb update-item, the condition holds" 42 \
    "$(aws dynamodb update-item --table-name "$table" --key "$key" --update-expression 'SET plays = plays + :one' \
      --condition-expression 'plays = :old' --expression-attribute-values '{":one":{"N":"1"},":old":{"N":"41"}}' \
      --return-values UPDATED_NEW --query Attributes.plays.N --output text)"
  check "dynamodb update-item, the condition does not hold" \
    "An error occurred (ConditionalCheckFailedException) when calling the UpdateItem operation: The conditional request failed" \
    "$(aws dynamodb update-item --table-name "$table" --key "$key" --update-expression 'SET plays = plays + :one' \
      --condition-expression 'plays = :old' --expression-attribute-values '{":one":{"N":"1"},":old":{"N":"41"}}' 2>&1 | grep -o 'An error.*')"
  check "the refused update changed nothing" 42 \
    "$(aws dynamodb get-item --table-name "$table" --key "$key" --query Item.plays.N --output text)"

  local requests='' year
  for year in $(seq 2001 2025); do requests+='{"PutRequest":{"Item":{"artist":{"S":"Bob"},"year":{"N":"'$year'"},"plays":{"N":"'$((year % 5))'"}}}},'; done
  check "dynamodb batch-write-item" 0 \
    "$(aws dynamodb batch-write-item --request-items '{"'$table'":['"${requests%,}"']}' --query 'length(UnprocessedItems)' --output text)"
  check "dynamodb query" "2023 2024 2025" \
    "$(aws dynamodb query --table-name "$table" --key-condition-expression 'artist = :a AND #y > :y' --expression-attribute-names '{"#y":"year"}' \
      --expression-attribute-values '{":a":{"S":"Bob"},":y":{"N":"2022"}}' --query 'Items[].year.N' --output text | xargs)"
  check "dynamodb scan --filter-expression" "6 26" \
    "$(aws dynamodb scan --table-name "$table" --filter-expression 'plays >= :p' --expression-attribute-values '{":p":{"N":"4"}}' \
      --query '[Count, ScannedCount]' --output text | xargs)"
  check "dynamodb execute-statement, SELECT with parameters" "2025 2024" \
    "$(aws dynamodb execute-statement --statement "SELECT \"year\" FROM \"$table\" WHERE artist = ? AND \"year\" > ? ORDER BY \"year\" DESC" \
      --parameters '[{"S":"Bob"},{"N":"2023"}]' --query 'Items[].year.N' --output text | xargs)"
  check "dynamodb execute-statement, INSERT of an item that is there" \
    "An error occurred (DuplicateItemException) when calling the ExecuteStatement operation: Duplicate primary key exists in table" \
    "$(aws dynamodb execute-statement --statement "INSERT INTO \"$table\" VALUE {'artist': 'Bob', 'year': 2024}" 2>&1 | grep -o 'An error.*')"
  local stream shard iterator
  stream=$(aws dynamodb update-table --table-name "$table" --stream-specification StreamEnabled=true,StreamViewType=NEW_AND_OLD_IMAGES \
    --query TableDescription.LatestStreamArn --output text)
  check "dynamodbstreams list-streams" "$stream" \
    "$(aws dynamodbstreams list-streams --table-name "$table" --query 'Streams[].StreamArn' --output text)"
  aws dynamodb put-item --table-name "$table" --item '{"artist":{"S":"Streamed"},"year":{"N":"1"}}'
  aws dynamodb delete-item --table-name "$table" --key '{"artist":{"S":"Streamed"},"year":{"N":"1"}}'
  shard=$(aws dynamodbstreams describe-stream --stream-arn "$stream" --query 'StreamDescription.Shards[0].ShardId' --output text)
  iterator=$(aws dynamodbstreams get-shard-iterator --stream-arn "$stream" --shard-id "$shard" --shard-iterator-type TRIM_HORIZON \
    --query ShardIterator --output text)
  check "dynamodbstreams get-records" "INSERT Streamed REMOVE Streamed" "$(aws dynamodbstreams get-records --shard-iterator "$iterator" \
    --query 'Records[].[eventName, dynamodb.Keys.artist.S]' --output text | xargs)"
  check "dynamodb list-tables" 1 "$(aws dynamodb list-tables --query "length(TableNames[?@ == '$table'])" --output text)"
  check "dynamodb delete-table" "$table" "$(aws dynamodb delete-table --table-name "$table" --query TableDescription.TableName --output text)"
  check "dynamodb describe-table of the deleted table" 1 \
    "$(aws dynamodb describe-table --table-name "$table" 2>&1 | grep -c "ResourceNotFoundException.*Requested resource not found: Table: $table not found")"
}

s3_checks
dynamodb_checks
report smoke
