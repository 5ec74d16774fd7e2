// Drives a running instance with the AWS SDK for JavaScript. usage: node check.mjs ENDPOINT
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import * as s3 from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";

const endpoint = process.argv[2];
if (!endpoint) throw new Error("usage: node check.mjs ENDPOINT");
const settings = {
  endpoint,
  region: "us-east-1",
  forcePathStyle: true,
  credentials: { accessKeyId: "test", secretAccessKey: "test" },
  maxAttempts: 1,
};
const client = new s3.S3Client(settings);
// By default the SDK signs the checksum of an empty body into a URL for uploads, and S3 refuses any other body.
const presigner = new s3.S3Client({ ...settings, requestChecksumCalculation: "WHEN_REQUIRED" });
const Bucket = `js-${process.pid}`;
const send = (command) => client.send(command);
const md5 = (bytes) => createHash("md5").update(bytes).digest("hex");
const text = async (Key, more = {}) => (await send(new s3.GetObjectCommand({ Bucket, Key, ...more }))).Body.transformToString();
const put = (Key, Body, more = {}) => send(new s3.PutObjectCommand({ Bucket, Key, Body, ...more }));

// Asserts that a call fails with exactly this error.
async function fails(status, name, message, call) {
  const error = await call.then(() => assert.fail(`expected ${name}`), (reason) => reason);
  assert.deepEqual([error.$metadata?.httpStatusCode, error.name, error.message], [status, name, message]);
}

const checks = {
  async "create bucket, head, waiter"() {
    assert.equal((await send(new s3.CreateBucketCommand({ Bucket }))).Location, `/${Bucket}`);
    await s3.waitUntilBucketExists({ client, minDelay: 1, maxWaitTime: 10 }, { Bucket });
    assert.equal((await send(new s3.HeadBucketCommand({ Bucket }))).BucketRegion, "us-east-1");
  },
  async "put and get with the SDK's own checksum"() {
    const answer = await put("greeting", "Grüße", { ContentType: "text/plain; charset=utf-8", Metadata: { colour: "blue" } });
    assert.equal(answer.ETag, `"${md5("Grüße")}"`);
    const read = await send(new s3.GetObjectCommand({ Bucket, Key: "greeting" }));
    assert.equal(await read.Body.transformToString(), "Grüße");
    assert.deepEqual([read.ContentType, read.Metadata], ["text/plain; charset=utf-8", { colour: "blue" }]);
  },
  async "every checksum algorithm"() {
    for (const ChecksumAlgorithm of ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"]) {
      await put(`sum/${ChecksumAlgorithm}`, "checked", { ChecksumAlgorithm });
      const head = await send(new s3.HeadObjectCommand({ Bucket, Key: `sum/${ChecksumAlgorithm}`, ChecksumMode: "ENABLED" }));
      assert.ok(head[`Checksum${ChecksumAlgorithm}`], ChecksumAlgorithm);
      assert.equal(head.ChecksumType, "FULL_OBJECT");
    }
  },
  async "a wrong checksum changes nothing"() {
    await fails(400, "BadDigest", "The CRC32 you specified did not match the calculated checksum.", put("greeting", "other", { ChecksumCRC32: "AAAAAA==" }));
    assert.equal(await text("greeting"), "Grüße");
  },
  async "streams of unknown length in parts"() {
    const bytes = randomBytes(12_000_000);
    const upload = new Upload({ client, params: { Bucket, Key: "big", Body: bytes }, partSize: 5 * 1024 * 1024, queueSize: 2 });
    const done = await upload.done();
    assert.match(done.ETag, /^"[0-9a-f]{32}-3"$/);
    const read = await send(new s3.GetObjectCommand({ Bucket, Key: "big" }));
    assert.equal(md5(await read.Body.transformToByteArray()), md5(bytes));
    const part = await send(new s3.GetObjectCommand({ Bucket, Key: "big", PartNumber: 2 }));
    assert.equal(md5(await part.Body.transformToByteArray()), md5(bytes.subarray(5 * 1024 * 1024, 10 * 1024 * 1024)));
    assert.equal(part.PartsCount, 3);
  },
  async "ranges and conditions"() {
    assert.equal(await text("greeting", { Range: "bytes=0-1" }), "Gr");
    const { ETag } = await send(new s3.HeadObjectCommand({ Bucket, Key: "greeting" }));
    await fails(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold", put("greeting", "x", { IfNoneMatch: "*" }));
    await fails(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold",
      send(new s3.GetObjectCommand({ Bucket, Key: "greeting", IfMatch: '"other"' })));
    await put("greeting", "Grüße", { IfMatch: ETag });
  },
  async "keys of every kind"() {
    const keys = ["a b+c%d", "ünï/cödé", "//double", "dots/../up", "trailing/", "'quotes\" & <tags>", "🚀"];
    for (const key of keys) await put(`keys/${key}`, key);
    for (const key of keys) assert.equal(await text(`keys/${key}`), key);
    const listed = await send(new s3.ListObjectsV2Command({ Bucket, Prefix: "keys/" }));
    assert.deepEqual(new Set(listed.Contents.map((entry) => entry.Key)), new Set(keys.map((key) => `keys/${key}`)));
  },
  async "the paginator sees every key once"() {
    await Promise.all(Array.from({ length: 25 }, (_, i) => put(`page/${i}`, "x")));
    const seen = [];
    for await (const page of s3.paginateListObjectsV2({ client, pageSize: 10 }, { Bucket, Prefix: "page/" })) seen.push(...page.Contents.map((e) => e.Key));
    assert.equal(seen.length, 25);
    assert.deepEqual(seen, [...seen].sort());
  },
  async "copy"() {
    await send(new s3.CopyObjectCommand({ Bucket, Key: "copied", CopySource: `${Bucket}/greeting` }));
    assert.equal(await text("copied"), "Grüße");
  },
  async "tags"() {
    const TagSet = [{ Key: "team", Value: "blue" }];
    await send(new s3.PutObjectTaggingCommand({ Bucket, Key: "copied", Tagging: { TagSet } }));
    assert.deepEqual((await send(new s3.GetObjectTaggingCommand({ Bucket, Key: "copied" }))).TagSet, TagSet);
    assert.equal((await send(new s3.GetObjectCommand({ Bucket, Key: "copied" }))).TagCount, 1);
  },
  async "presigned PUT and GET"() {
    const sealed = await getSignedUrl(client, new s3.PutObjectCommand({ Bucket, Key: "presigned" }), { expiresIn: 60 });
    assert.match(await (await fetch(sealed, { method: "PUT", body: "by url" })).text(), /<Code>BadDigest<\/Code>/);
    const upload = await getSignedUrl(presigner, new s3.PutObjectCommand({ Bucket, Key: "presigned" }), { expiresIn: 60 });
    const answer = await fetch(upload, { method: "PUT", body: "by url" });
    assert.equal(answer.status, 200);
    const download = await getSignedUrl(client, new s3.GetObjectCommand({ Bucket, Key: "presigned", ResponseContentType: "text/x-own" }), { expiresIn: 60 });
    const read = await fetch(download);
    assert.deepEqual([read.status, read.headers.get("content-type"), await read.text()], [200, "text/x-own", "by url"]);
  },
  async "presigned POST of a form"() {
    const { url, fields } = await createPresignedPost(client, {
      Bucket,
      Key: "forms/${filename}",
      Conditions: [["content-length-range", 1, 100], { success_action_status: "201" }],
      Fields: { success_action_status: "201", "Content-Type": "text/plain" },
    });
    const send = (content) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      form.append("file", new Blob([content]), "note.txt");
      return fetch(url, { method: "POST", body: form });
    };
    const accepted = await send("by form");
    assert.equal(accepted.status, 201);
    assert.match(await accepted.text(), /<Key>forms\/note\.txt<\/Key>/);
    assert.equal(await text("forms/note.txt"), "by form");
    const refused = await send("x".repeat(101));
    assert.equal(refused.status, 400);
    assert.match(await refused.text(), /<Code>EntityTooLarge<\/Code>/);
  },
  async "versions"() {
    await send(new s3.PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: "Enabled" } }));
    const first = await put("versioned", "one");
    const second = await put("versioned", "two");
    assert.notEqual(first.VersionId, second.VersionId);
    const marker = await send(new s3.DeleteObjectCommand({ Bucket, Key: "versioned" }));
    assert.equal(marker.DeleteMarker, true);
    await fails(404, "NoSuchKey", "The specified key does not exist.", text("versioned"));
    assert.equal(await text("versioned", { VersionId: first.VersionId }), "one");
    const listed = await send(new s3.ListObjectVersionsCommand({ Bucket, Prefix: "versioned" }));
    assert.deepEqual(listed.Versions.map((v) => [v.VersionId, v.IsLatest]), [[second.VersionId, false], [first.VersionId, false]]);
    assert.deepEqual(listed.DeleteMarkers.map((m) => [m.VersionId, m.IsLatest]), [[marker.VersionId, true]]);
  },
  async "a browser's preflight and request"() {
    await send(new s3.PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules: [
      { AllowedOrigins: ["https://*.example.test"], AllowedMethods: ["GET", "PUT"], AllowedHeaders: ["*"], ExposeHeaders: ["ETag"], MaxAgeSeconds: 60 }] } }));
    const url = `${endpoint}/${Bucket}/greeting`;
    const preflight = await fetch(url, { method: "OPTIONS", headers: {
      Origin: "https://app.example.test", "Access-Control-Request-Method": "PUT", "Access-Control-Request-Headers": "content-type" } });
    assert.equal(preflight.status, 200);
    assert.equal(preflight.headers.get("access-control-allow-origin"), "https://app.example.test");
    assert.equal(preflight.headers.get("access-control-max-age"), "60");
    const refused = await fetch(url, { method: "OPTIONS", headers: { Origin: "https://evil.test", "Access-Control-Request-Method": "PUT" } });
    assert.equal(refused.status, 403);
    const read = await fetch(url, { headers: { Origin: "https://app.example.test" } });
    assert.equal(read.headers.get("access-control-expose-headers"), "ETag");
  },
  async "errors have AWS's names"() {
    await fails(404, "NoSuchKey", "The specified key does not exist.", text("absent"));
    await fails(404, "NoSuchBucket", "The specified bucket does not exist", send(new s3.ListObjectsV2Command({ Bucket: `${Bucket}-absent` })));
    await fails(409, "BucketNotEmpty", "The bucket you tried to delete is not empty", send(new s3.DeleteBucketCommand({ Bucket })));
  },
  async "delete every version, then the bucket"() {
    for (let more = true; more; ) {
      const page = await send(new s3.ListObjectVersionsCommand({ Bucket, MaxKeys: 20 }));
      const Objects = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].map(({ Key, VersionId }) => ({ Key, VersionId }));
      const answer = await send(new s3.DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }));
      assert.equal(answer.Errors, undefined);
      more = page.IsTruncated;
    }
    await send(new s3.DeleteBucketCommand({ Bucket }));
    await s3.waitUntilBucketNotExists({ client, minDelay: 1, maxWaitTime: 10 }, { Bucket });
  },
};

let succeeded = 0;
let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
    succeeded++;
    console.log(`ok      ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAILED  ${name}\n${error.stack ?? error}`);
  }
}
console.log(`s3-js against ${endpoint}\n  succeeded: ${succeeded}\n  failed: ${failed}`);
process.exitCode = failed === 0 ? 0 : 1;
