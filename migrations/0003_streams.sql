-- DynamoDB Streams: streams, their shards, and the records of shards. Ids are of one sequence and belong to one stream or shard for ever.

-- definition: JSON.
CREATE TABLE dynamodb_stream (
  id INTEGER PRIMARY KEY,
  definition BLOB NOT NULL
);

-- horizon: the highest number of a record that was trimmed; 0 for none. definition: JSON.
CREATE TABLE dynamodb_shard (
  id INTEGER PRIMARY KEY,
  stream_id INTEGER NOT NULL,
  horizon INTEGER NOT NULL,
  definition BLOB NOT NULL
);

CREATE INDEX dynamodb_shard_stream ON dynamodb_shard (stream_id);

-- data: what happened, when, and the item's key and images as memory holds them.
CREATE TABLE dynamodb_stream_record (
  shard_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (shard_id, number)
) WITHOUT ROWID;
