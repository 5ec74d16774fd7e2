using RustStack.S3.Access;
using RustStack.S3.Buckets;
using RustStack.S3.Checksums;
using RustStack.S3.Errors;
using RustStack.S3.Forms;
using RustStack.S3.Generated;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;
using RustStack.S3.Signing;
using RustStack.S3.Uploads;

namespace RustStack.S3.Operations;

/// <summary>The upload that a browser's form makes (not in the model; API reference, "POST Object"). The file streams.</summary>
/// <param name="buckets">The buckets.</param>
/// <param name="receiver">Takes the file in.</param>
/// <param name="authentication">Verifies signatures; null where they are not verified.</param>
internal sealed class PostObject(BucketRegistry buckets, UploadReceiver receiver, S3Authentication? authentication) : S3Operation
{
    /// <inheritdoc/>
    public override string Name => "PostObject";

    /// <inheritdoc/>
    public override async ValueTask InvokeAsync(S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(exchange.Bucket, exchange.Header("x-amz-expected-bucket-owner"));
        byte[] delimiter = FormBoundary.ReadDelimiter(exchange.Header("Content-Type")) ?? throw FormErrors.NotMultipart();
        using FormReader form = new(exchange.RawBody, delimiter);
        FormFields fields = await form.ReadFieldsAsync(cancellationToken);
        string name = fields.Find("key") is { Length: > 0 } given ? given : throw FormErrors.MissingField("key");
        byte[] key = ObjectKey.Parse(name);
        Caller? caller = FormAuthorization.Authenticate(fields, exchange, authentication);
        LengthRange range = FormAuthorization.CheckPolicy(fields, exchange);
        if (caller is not null) AccessRules.Check(bucket, caller, "s3:PutObject", name);
        S3Exchange described = exchange.AsUpload(name, fields.ToHeaders(), caller);
        ObjectProperties properties = ReadTags(ObjectHeaders.Read(described, bucket), fields.Find("tagging"));
        UploadPlan plan = ReadPlan(described);

        await using FormFileStream file = form.OpenFile(range.MaxBytes);
        using ReceivedUpload upload = await receiver.ReceiveAsync(file, plan, cancellationToken);
        range.CheckMin(upload.Blob.LengthBytes);
        StoredObject version = new()
        {
            LastModified = ObjectTime.Of(exchange.Context),
            ETag = upload.ETag,
            Blob = upload.Blob,
            Checksum = upload.Checksum,
            Properties = properties,
        };
        version = await bucket.PutAsync(key, version, default);
        upload.Keep();

        exchange.SetHeader("x-amz-version-id", bucket.Configuration.Versioning.Answer(version));
        exchange.SetHeader("x-amz-expiration", bucket.Configuration.Lifecycle?.ExpirationHeader(key, version));
        await FormAnswer.WriteAsync(exchange, fields, name, version, cancellationToken);
    }

    /// <summary>The plan of the file: what the fields state of the body; the transfer of the form itself is no matter of theirs.</summary>
    private static UploadPlan ReadPlan(S3Exchange described)
    {
        const string AlgorithmField = "x-amz-checksum-algorithm";
        var plan = UploadPlan.ReadDocument(
            name => name is "x-amz-content-sha256" or "x-amz-trailer" ? null : described.Header(name), described.Caller, hasChecksum: true);
        if (described.Header(AlgorithmField) is not { } algorithm) return plan;
        ChecksumKind kind = ChecksumKinds.Parse(algorithm) ?? throw UploadErrors.InvalidHeaderValue(AlgorithmField);
        return plan.Claim is null || plan.Claim.Kind == kind
            ? plan with { KeptChecksum = kind }
            : throw UploadErrors.InvalidHeaderValue(AlgorithmField);
    }

    private static ObjectProperties ReadTags(ObjectProperties properties, string? document)
    {
        if (string.IsNullOrEmpty(document)) return properties;
        XmlBodyReader reader = new(System.Text.Encoding.UTF8.GetBytes(document));
        reader.ReadRoot("Tagging"u8);
        Tagging tagging = TaggingXml.Read(ref reader);
        reader.ReadEnd();
        return properties with { Tags = TagSets.Check([.. tagging.TagSet!.Select(ReadTag)]) };
    }

    private static KeyValuePair<string, string> ReadTag(Tag tag) =>
        new(tag.Key ?? throw RequestErrors.MalformedXml(), tag.Value ?? throw RequestErrors.MalformedXml());
}
