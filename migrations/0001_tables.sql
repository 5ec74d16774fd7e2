-- DynamoDB: tables, their items in key order, and the tokens of transactions that were done.

CREATE TABLE dynamodb_table (
  id INTEGER PRIMARY KEY,
  definition BLOB NOT NULL
);

-- key: the order-preserving key bytes. data: the item as memory holds it.
CREATE TABLE dynamodb_item (
  table_id INTEGER NOT NULL,
  key BLOB NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (table_id, key)
) WITHOUT ROWID;

-- done_at: milliseconds since 1970.
CREATE TABLE dynamodb_token (
  account_id TEXT NOT NULL,
  region TEXT NOT NULL,
  token TEXT NOT NULL,
  fingerprint BLOB NOT NULL,
  done_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, region, token)
) WITHOUT ROWID;

CREATE INDEX dynamodb_token_done_at ON dynamodb_token (done_at);

-- One row that is changed to see whether the disk takes writes again.
CREATE TABLE state_probe (number INTEGER NOT NULL);
INSERT INTO state_probe VALUES (0);
