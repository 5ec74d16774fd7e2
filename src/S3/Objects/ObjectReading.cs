using Microsoft.AspNetCore.Http;
using RustStack.S3.Checksums;
using RustStack.S3.Encryption;
using RustStack.S3.Errors;
using RustStack.S3.Protocol;

namespace RustStack.S3.Objects;

/// <summary>What a GET or HEAD of an object is to answer.</summary>
/// <param name="Version">The version that is read.</param>
/// <param name="Range">The bytes that are read.</param>
/// <param name="Part">The part that was asked for by number; null when none was, or the object has no parts.</param>
/// <param name="IsPartial">Whether a range or a part was asked for.</param>
internal sealed record ObjectReading(StoredObject Version, ByteRange Range, ObjectPart? Part, bool IsPartial)
{
    private const string Enabled = "ENABLED";
    private const string OverridePrefix = "response-";

    /// <summary>The value of Content-Range; null for the whole object.</summary>
    public string? ContentRange => IsPartial && Version.SizeBytes > 0 ? Range.ContentRange(Version.SizeBytes) : null;

    /// <summary>How many parts the object has; S3 tells it to those who ask for one.</summary>
    public int? PartsCount => Part is null ? null : Version.Parts.Count;

    /// <summary>Checks a read and finds what it is to answer; sets the status of a partial answer.</summary>
    /// <param name="version">The version.</param>
    /// <param name="customerKey">The key that the request brings.</param>
    /// <param name="condition">The conditional headers.</param>
    /// <param name="range">The Range header.</param>
    /// <param name="partNumber">The part that is asked for.</param>
    /// <param name="exchange">The request.</param>
    /// <returns>What to answer.</returns>
    /// <exception cref="Core.Errors.AwsException">The key is wrong, a condition does not hold, or there is no such range or
    /// part.</exception>
    public static ObjectReading Begin(
        StoredObject version, CustomerKey customerKey, ReadCondition condition, string? range, int? partNumber, S3Exchange exchange)
    {
        if (range is not null && partNumber is not null) throw ObjectErrors.RangeWithPartNumber();
        bool hasOverrides = exchange.HasQuery && exchange.QueryNames.Any(static name => name.StartsWith(OverridePrefix, StringComparison.Ordinal));
        if (hasOverrides && exchange.IsAnonymous) throw ObjectErrors.OverridesOfNobody();
        customerKey.CheckRead(version.Properties.Encryption);
        CheckCondition(version, condition, exchange);
        ObjectReading reading = partNumber is { } number ? OfPart(version, number) : OfRange(version, range);
        if (reading.ContentRange is not null) exchange.StatusCode = StatusCodes.Status206PartialContent;
        return reading;
    }

    /// <summary>The checksum that the answer carries.</summary>
    /// <param name="mode"><c>x-amz-checksum-mode</c>.</param>
    /// <returns>
    /// The checksum of what is read; null when none was asked for or what is read has none of its own, as the parts of an object whose
    /// checksum is that of all its bytes.
    /// </returns>
    public ObjectChecksum? Checksum(string? mode)
    {
        if (!string.Equals(mode, Enabled, StringComparison.OrdinalIgnoreCase)) return null;
        if (Part is not null) return Version.Checksum is { IsComposite: true } ? Part.Checksum with { IsComposite = true } : null;
        return Range.LengthBytes == Version.SizeBytes ? Version.Checksum : null;
    }

    private static void CheckCondition(StoredObject version, ReadCondition condition, S3Exchange exchange)
    {
        (ReadConditionResult result, string header) = condition.Evaluate(version);
        if (result == ReadConditionResult.Failed) throw RequestErrors.PreconditionFailed(header);
        if (result == ReadConditionResult.Holds) return;
        exchange.SetHeader("Cache-Control", version.Properties.Metadata.CacheControl);
        exchange.SetHeader("Expires", version.Properties.Metadata.Expires);
        exchange.SetHeader("ETag", version.QuotedETag);
        exchange.SetHttpDate("Last-Modified", version.LastModified);
        throw RequestErrors.NotModified();
    }

    private static ObjectReading OfRange(StoredObject version, string? header) => ByteRange.Parse(header, version.SizeBytes) is { } range
        ? new(version, range, null, true)
        : new(version, new(0, version.SizeBytes), null, false);

    /// <summary>The parts of an object are counted from one in their order; an object that came in one piece is its only part.</summary>
    private static ObjectReading OfPart(StoredObject version, int number)
    {
        if (version.Parts.Count == 0 && number == 1) return new(version, new(0, version.SizeBytes), null, true);
        long offset = 0;
        foreach (ObjectPart part in version.Parts)
        {
            if (part.Number == number) return new(version, new(offset, part.SizeBytes), part, true);
            offset += part.SizeBytes;
        }

        throw ObjectErrors.InvalidPartNumber(number, Math.Max(version.Parts.Count, 1));
    }
}
