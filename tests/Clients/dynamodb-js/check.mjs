// Every check is a function that throws when the answer is not the expected one; see run.sh.
import assert from 'node:assert/strict';
import {
  CreateTableCommand, DeleteTableCommand, DescribeTableCommand, DynamoDBClient, ListTablesCommand, PutItemCommand, UpdateTableCommand,
  paginateListTables, waitUntilTableExists, waitUntilTableNotExists,
} from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand, DynamoDBStreamsClient, GetRecordsCommand, GetShardIteratorCommand, ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams';
import {
  BatchGetCommand, BatchWriteCommand, DeleteCommand, DynamoDBDocumentClient, GetCommand, NumberValue, PutCommand, QueryCommand,
  ScanCommand, TransactGetCommand, TransactWriteCommand, UpdateCommand, paginateQuery, paginateScan,
} from '@aws-sdk/lib-dynamodb';

const endpoint = process.argv[2];
if (!endpoint) {
  console.error('usage: node check.mjs ENDPOINT');
  process.exit(2);
}

const configuration = {
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  maxAttempts: 1,
};
const newClient = () => new DynamoDBClient(configuration);
const client = newClient();
const streams = new DynamoDBStreamsClient(configuration);
const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
const table = `js-${process.pid}-${Date.now()}`;
let passed = 0;
let failed = 0;

async function check(name, body) {
  try {
    await body();
    passed++;
    console.log(`ok ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAIL ${name}\n  ${String(error?.message ?? error).replaceAll('\n', '\n  ')}`);
  }
}

/** Expects a call to fail with an error of this name and text, and gives the error back. */
async function fails(name, message, call) {
  try {
    await call();
  } catch (error) {
    assert.deepEqual([error.name, error.message], [name, message]);
    assert.equal(error.$metadata.httpStatusCode, 400);
    return error;
  }

  throw new Error(`expected ${name}, but it succeeded`);
}

async function collect(pages, items) {
  const all = [];
  for await (const page of pages) all.push(...items(page));
  return all;
}

const song = (artist, year, rest = {}) => ({ artist, year, ...rest });

await check('CreateTable and wait until it exists', async () => {
  const { TableDescription: created } = await client.send(new CreateTableCommand({
    TableName: table,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: 'artist', AttributeType: 'S' },
      { AttributeName: 'year', AttributeType: 'N' },
      { AttributeName: 'genre', AttributeType: 'S' },
    ],
    KeySchema: [{ AttributeName: 'artist', KeyType: 'HASH' }, { AttributeName: 'year', KeyType: 'RANGE' }],
    GlobalSecondaryIndexes: [{
      IndexName: 'by-genre',
      KeySchema: [{ AttributeName: 'genre', KeyType: 'HASH' }, { AttributeName: 'year', KeyType: 'RANGE' }],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    }],
  }));
  assert.equal(created.TableName, table);
  await waitUntilTableExists({ client, maxWaitTime: 30 }, { TableName: table });
});

await check('CreateTable of a table that is there', () => fails(
  'ResourceInUseException', `Table already exists: ${table}`,
  () => client.send(new CreateTableCommand({
    TableName: table,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  }))));

await check('Put and Get every kind of value', async () => {
  const item = song('Ada', 1999, {
    text: '', bytes: new Uint8Array([0, 1, 255]), truth: true, nothing: null, list: [1, 'two', [false]], map: { deep: { er: 'x' } },
    strings: new Set(['a', 'b']), numbers: new Set([1, 2.5]), negative: -12.5,
  });
  await documents.send(new PutCommand({ TableName: table, Item: item }));
  const { Item: back } = await documents.send(new GetCommand({ TableName: table, Key: song('Ada', 1999), ConsistentRead: true }));
  assert.deepEqual(back, item);
});

await check('numbers are exact to 38 digits', async () => {
  const digits = '12345678901234567890123456789012345678';
  await documents.send(new PutCommand({ TableName: table, Item: song('Ada', 2000, { big: NumberValue.from(digits) }) }));
  const exact = DynamoDBDocumentClient.from(newClient(), { unmarshallOptions: { wrapNumbers: true } });
  const { Item: back } = await exact.send(new GetCommand({ TableName: table, Key: song('Ada', 2000) }));
  assert.equal(back.big.toString(), digits);
});

await check('Update returns what changed', async () => {
  const { Attributes: changed } = await documents.send(new UpdateCommand({
    TableName: table,
    Key: song('Ada', 1999),
    UpdateExpression: 'SET #map.deep.er = :v, plays = if_not_exists(plays, :zero) + :one REMOVE #text',
    ExpressionAttributeNames: { '#map': 'map', '#text': 'text' },
    ExpressionAttributeValues: { ':v': 'y', ':zero': 0, ':one': 1 },
    ReturnValues: 'UPDATED_NEW',
  }));
  assert.deepEqual(changed, { map: { deep: { er: 'y' } }, plays: 1 });
});

await check('a failed condition shows the item', async () => {
  const error = await fails('ConditionalCheckFailedException', 'The conditional request failed', () => documents.send(new DeleteCommand({
    TableName: table,
    Key: song('Ada', 2000),
    ConditionExpression: 'attribute_exists(plays)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  })));
  assert.deepEqual(error.Item.artist, { S: 'Ada' });
});

await check('ValidationException names token and neighbours', () => fails(
  'ValidationException', 'Invalid FilterExpression: Syntax error; token: "=", near: "= = :v"',
  () => documents.send(new ScanCommand({ TableName: table, FilterExpression: 'a = = :v', ExpressionAttributeValues: { ':v': 1 } }))));

await check('ResourceNotFoundException', () => fails(
  'ResourceNotFoundException', 'Requested resource not found',
  () => client.send(new PutItemCommand({ TableName: `${table}-no`, Item: { pk: { S: 'a' } } }))));

await check('BatchWrite and BatchGet', async () => {
  for (let start = 0; start < 100; start += 25) {
    const requests = Array.from({ length: 25 }, (_, i) => ({
      PutRequest: { Item: song('Bob', start + i, { genre: i % 2 ? 'odd' : 'even', text: 'x'.repeat(20000) }) },
    }));
    const { UnprocessedItems: rest } = await documents.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }));
    assert.deepEqual(rest, {});
  }

  const keys = Array.from({ length: 100 }, (_, i) => song('Bob', i));
  const { Responses: found, UnprocessedKeys: left } = await documents.send(new BatchGetCommand({
    RequestItems: { [table]: { Keys: keys, ProjectionExpression: '#y', ExpressionAttributeNames: { '#y': 'year' } } },
  }));
  assert.deepEqual(left, {});
  assert.deepEqual(found[table].map((item) => item.year).sort((a, b) => a - b), keys.map((key) => key.year));
});

await check('paginateQuery follows pages of 1 MB', async () => {
  let pages = 0;
  const items = await collect(
    paginateQuery({ client: documents }, {
      TableName: table, KeyConditionExpression: 'artist = :a', ExpressionAttributeValues: { ':a': 'Bob' }, ScanIndexForward: false,
    }),
    (page) => (pages++, page.Items));
  assert.deepEqual(items.map((item) => item.year), Array.from({ length: 100 }, (_, i) => 99 - i));
  assert.equal(pages, 2);
});

await check('paginateQuery on an index with a page size', async () => {
  const items = await collect(
    paginateQuery({ client: documents, pageSize: 7 }, {
      TableName: table,
      IndexName: 'by-genre',
      KeyConditionExpression: 'genre = :g AND #y BETWEEN :low AND :high',
      ExpressionAttributeNames: { '#y': 'year' },
      ExpressionAttributeValues: { ':g': 'odd', ':low': 10, ':high': 60 },
    }),
    (page) => page.Items);
  const expected = Array.from({ length: 100 }, (_, i) => i).filter((i) => (i % 25) % 2 === 1 && i >= 10 && i <= 60);
  assert.deepEqual(items, expected.map((year) => ({ genre: 'odd', artist: 'Bob', year })));
});

await check('paginateScan in segments sees every item once', async () => {
  const segments = await Promise.all([0, 1, 2].map((Segment) => collect(
    paginateScan({ client: documents, pageSize: 10 }, { TableName: table, Segment, TotalSegments: 3 }),
    (page) => page.Items)));
  assert.equal(new Set(segments.flat().map((item) => `${item.artist}/${item.year}`)).size, 102);
  assert.equal(segments.flat().length, 102);
});

await check('Query counts with a filter', async () => {
  const { Count, ScannedCount, Items } = await documents.send(new QueryCommand({
    TableName: table,
    KeyConditionExpression: 'artist = :a',
    FilterExpression: 'attribute_exists(plays)',
    ExpressionAttributeValues: { ':a': 'Ada' },
    Select: 'COUNT',
  }));
  assert.deepEqual([Count, ScannedCount, Items], [1, 2, undefined]);
});

await check('TransactWrite does everything', async () => {
  await documents.send(new TransactWriteCommand({
    TransactItems: [
      { Put: { TableName: table, Item: song('Eve', 1, { n: 1 }), ConditionExpression: 'attribute_not_exists(artist)' } },
      { Update: {
        TableName: table, Key: song('Eve', 2), UpdateExpression: 'ADD n :v', ExpressionAttributeValues: { ':v': 2 },
      } },
      { ConditionCheck: { TableName: table, Key: song('Ada', 1999), ConditionExpression: 'attribute_exists(artist)' } },
      { Delete: { TableName: table, Key: song('Bob', 0) } },
    ],
  }));
  const { Responses: read } = await documents.send(new TransactGetCommand({
    TransactItems: [song('Eve', 1), song('Eve', 2), song('Bob', 0)].map((Key) => ({ Get: { TableName: table, Key } })),
  }));
  assert.deepEqual(read.map((response) => response.Item?.n), [1, 2, undefined]);
});

await check('TransactWrite does nothing when one condition fails', async () => {
  const error = await fails(
    'TransactionCanceledException',
    'Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed]',
    () => documents.send(new TransactWriteCommand({
      TransactItems: [
        { Put: { TableName: table, Item: song('Eve', 3) } },
        { Put: {
          TableName: table, Item: song('Eve', 1), ConditionExpression: 'attribute_not_exists(artist)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        } },
      ],
    })));
  assert.deepEqual(error.CancellationReasons.map((reason) => [reason.Code, reason.Message]), [
    ['None', undefined], ['ConditionalCheckFailed', 'The conditional request failed'],
  ]);
  assert.deepEqual(error.CancellationReasons[1].Item, { artist: { S: 'Eve' }, year: { N: '1' }, n: { N: '1' } });
  const { Item: absent } = await documents.send(new GetCommand({ TableName: table, Key: song('Eve', 3) }));
  assert.equal(absent, undefined);
});

await check('TransactWrite with a token happens once', async () => {
  const add = (amount) => documents.send(new TransactWriteCommand({
    ClientRequestToken: `token-${process.pid}`,
    TransactItems: [{ Update: {
      TableName: table, Key: song('Eve', 4), UpdateExpression: 'ADD n :v', ExpressionAttributeValues: { ':v': amount },
    } }],
  }));
  await add(1);
  await add(1);
  const { Item: once } = await documents.send(new GetCommand({ TableName: table, Key: song('Eve', 4) }));
  assert.equal(once.n, 1);
  await assert.rejects(() => add(2), { name: 'IdempotentParameterMismatchException' });
});

await check('64 clients increment one counter', async () => {
  const increment = async () => {
    for (;;) {
      const { Item: { n } } = await documents.send(new GetCommand({ TableName: table, Key: song('Eve', 1), ConsistentRead: true }));
      try {
        await documents.send(new UpdateCommand({
          TableName: table, Key: song('Eve', 1), UpdateExpression: 'SET n = :next', ConditionExpression: 'n = :n',
          ExpressionAttributeValues: { ':n': n, ':next': n + 1 },
        }));
        return;
      } catch (error) {
        if (error.name !== 'ConditionalCheckFailedException') throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: 64 }, increment));
  const { Item: { n } } = await documents.send(new GetCommand({ TableName: table, Key: song('Eve', 1) }));
  assert.equal(n, 65);
});

await check('consumed capacity', async () => {
  const { ConsumedCapacity: capacity } = await documents.send(new PutCommand({
    TableName: table, Item: song('Eve', 5, { genre: 'odd' }), ReturnConsumedCapacity: 'INDEXES',
  }));
  assert.deepEqual(capacity, {
    TableName: table,
    CapacityUnits: 2,
    Table: { CapacityUnits: 1 },
    GlobalSecondaryIndexes: { 'by-genre': { CapacityUnits: 1 } },
  });
});

await check('a stream has the records of what is written', async () => {
  const { TableDescription: { LatestStreamArn: arn } } = await client.send(new UpdateTableCommand({
    TableName: table, StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  }));
  const { Streams: listed } = await streams.send(new ListStreamsCommand({ TableName: table }));
  assert.deepEqual(listed.map((stream) => stream.StreamArn), [arn]);
  const { StreamDescription: { StreamStatus: status, Shards: [{ ShardId: shard }] } } = await streams.send(new DescribeStreamCommand({ StreamArn: arn }));
  assert.equal(status, 'ENABLED');
  for (const type of ['TRIM_HORIZON', 'LATEST']) {
    const { ShardIterator: iterator } = await streams.send(new GetShardIteratorCommand({ StreamArn: arn, ShardId: shard, ShardIteratorType: type }));
    const key = song(`stream-${type}`, 1);
    await documents.send(new PutCommand({ TableName: table, Item: { ...key, n: 1 } }));
    await documents.send(new PutCommand({ TableName: table, Item: { ...key, n: 1 } }));
    await documents.send(new UpdateCommand({
      TableName: table, Key: key, UpdateExpression: 'ADD n :one', ExpressionAttributeValues: { ':one': 1 },
    }));
    await documents.send(new DeleteCommand({ TableName: table, Key: key }));
    const { Records: records } = await streams.send(new GetRecordsCommand({ ShardIterator: iterator }));
    assert.deepEqual(
      records.map(({ eventName, dynamodb: { NewImage, OldImage } }) => [eventName, OldImage?.n.N, NewImage?.n.N]),
      [['INSERT', undefined, '1'], ['MODIFY', '1', '2'], ['REMOVE', '2', undefined]]);
    assert.ok(records[0].dynamodb.ApproximateCreationDateTime instanceof Date);
  }

  await fails('ResourceNotFoundException', `Requested resource not found: Stream: ${arn}1 not found`, () => streams.send(new DescribeStreamCommand({ StreamArn: `${arn}1` })));
});

await check('ListTables and its paginator name the table', async () => {
  const { TableNames: names } = await client.send(new ListTablesCommand({}));
  assert.ok(names.includes(table));
  assert.ok((await collect(paginateListTables({ client, pageSize: 1 }, {}), (page) => page.TableNames)).includes(table));
});

await check('DeleteTable and wait until it is gone', async () => {
  await client.send(new DeleteTableCommand({ TableName: table }));
  await waitUntilTableNotExists({ client, maxWaitTime: 30 }, { TableName: table });
  await fails(
    'ResourceNotFoundException', `Requested resource not found: Table: ${table} not found`,
    () => client.send(new DescribeTableCommand({ TableName: table })));
});

console.log(`dynamodb-js against ${endpoint}\n  succeeded: ${passed}\n  failed: ${failed}`);
process.exitCode = failed === 0 ? 0 : 1;
