-- S3: buckets, the versions of their objects in key order, uploads in progress with their parts, and completed uploads that are remembered.
-- An id belongs to one bucket for ever: a bucket that is created again is another one. The bytes of objects and parts are files, which the
-- documents name.

-- created_at: ticks of 100 ns since the year 1. configuration: JSON.
CREATE TABLE s3_bucket (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  owner_account_id TEXT NOT NULL,
  region TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  configuration BLOB NOT NULL
);

-- key: UTF-8. place: the version's place in its bucket's order of writing; the newest version of a key comes first. document: JSON.
CREATE TABLE s3_version (
  bucket_id INTEGER NOT NULL,
  key BLOB NOT NULL,
  place INTEGER NOT NULL,
  document BLOB NOT NULL,
  PRIMARY KEY (bucket_id, key, place DESC)
) WITHOUT ROWID;

CREATE TABLE s3_upload (
  bucket_id INTEGER NOT NULL,
  key BLOB NOT NULL,
  upload_id TEXT NOT NULL,
  document BLOB NOT NULL,
  PRIMARY KEY (bucket_id, key, upload_id)
) WITHOUT ROWID;

CREATE TABLE s3_part (
  bucket_id INTEGER NOT NULL,
  key BLOB NOT NULL,
  upload_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  document BLOB NOT NULL,
  PRIMARY KEY (bucket_id, key, upload_id, number)
) WITHOUT ROWID;

-- place: that of the object that the upload became, and so the order in which uploads were completed.
CREATE TABLE s3_completion (
  bucket_id INTEGER NOT NULL,
  place INTEGER NOT NULL,
  key BLOB NOT NULL,
  upload_id TEXT NOT NULL,
  document BLOB NOT NULL,
  PRIMARY KEY (bucket_id, place)
) WITHOUT ROWID;
