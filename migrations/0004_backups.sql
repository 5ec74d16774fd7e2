-- DynamoDB: backups and their items in key order. A backup is complete when all of its items are there; one that is not is forgotten at the
-- next start.

CREATE TABLE dynamodb_backup (
  id INTEGER PRIMARY KEY,
  document BLOB NOT NULL,
  is_complete INTEGER NOT NULL
);

-- key and data: as in dynamodb_item.
CREATE TABLE dynamodb_backup_item (
  backup_id INTEGER NOT NULL,
  key BLOB NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (backup_id, key)
) WITHOUT ROWID;
