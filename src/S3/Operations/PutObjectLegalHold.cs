using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>PutObjectLegalHold.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class PutObjectLegalHold(BucketRegistry buckets) : PutObjectLegalHoldOperation
{
    protected override async ValueTask<PutObjectLegalHoldOutput> HandleAsync(
        PutObjectLegalHoldRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        if (bucket.Configuration.ObjectLock is null) throw LockErrors.BucketWithoutLock();
        ObjectLockLegalHold document = input.LegalHold ?? throw ProtocolErrors.MissingRequestBody();
        bool isOn = document.Status switch { "ON" => true, "OFF" => false, _ => throw RequestErrors.MalformedXml() };

        await bucket.UpdateAsync(
            ObjectReference.Parse(exchange, input.VersionId),
            properties => properties with { Lock = properties.Lock with { LegalHold = isOn } });

        return new PutObjectLegalHoldOutput();
    }
}
