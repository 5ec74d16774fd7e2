using RustStack.S3.Checksums;
using RustStack.S3.Errors;

namespace RustStack.S3.Uploads;

/// <summary>The checksum that a request states for its payload, in a header or in a trailing one.</summary>
/// <param name="Kind">The algorithm.</param>
/// <param name="Value">The value in base 64, or null when it comes as a trailer.</param>
internal sealed record ChecksumClaim(ChecksumKind Kind, string? Value)
{
    private const string AlgorithmHeader = "x-amz-sdk-checksum-algorithm";
    private const string TrailerHeader = "x-amz-trailer";

    /// <summary>Reads the claim of a request.</summary>
    /// <param name="header">Gives a request header's value, or null.</param>
    /// <param name="hasTrailers">Whether the body announces trailing headers.</param>
    /// <returns>The claim, or null when there is none.</returns>
    /// <exception cref="Core.Errors.AwsException">More than one, an unusable value, or one that contradicts the stated
    /// algorithm.</exception>
    public static ChecksumClaim? Read(Func<string, string?> header, bool hasTrailers)
    {
        ChecksumClaim? claim = ReadHeaders(header);
        if (hasTrailers && ReadTrailer(header) is { } trailer)
        {
            if (claim is not null) throw UploadErrors.MultipleChecksums();
            claim = trailer;
        }

        if (header(AlgorithmHeader) is not { } text) return claim;
        ChecksumKind algorithm = ChecksumKinds.Parse(text) ?? throw UploadErrors.InvalidHeaderValue(AlgorithmHeader);
        if (claim is null) throw UploadErrors.AlgorithmWithoutChecksum();
        return claim.Kind == algorithm ? claim : throw UploadErrors.InvalidHeaderValue(AlgorithmHeader);
    }

    /// <summary>Whether a request makes a claim at all, in a header or a trailing one.</summary>
    /// <param name="header">Gives a request header's value, or null.</param>
    /// <returns>True when it does.</returns>
    public static bool IsMade(Func<string, string?> header)
    {
        foreach (ChecksumKind kind in ChecksumKinds.All)
        {
            if (header(kind.HeaderName()) is not null) return true;
        }

        return header(TrailerHeader) is not null;
    }

    /// <summary>Reads the claim that request headers make, leaving trailers and the stated algorithm aside.</summary>
    /// <param name="header">Gives a request header's value, or null.</param>
    /// <param name="isComposite">Whether the value may be one of a composite checksum, which ends in a count of parts.</param>
    /// <returns>The claim, or null when there is none.</returns>
    /// <exception cref="Core.Errors.AwsException">More than one, or an unusable value.</exception>
    public static ChecksumClaim? ReadHeaders(Func<string, string?> header, bool isComposite = false)
    {
        ChecksumClaim? claim = null;
        foreach (ChecksumKind kind in ChecksumKinds.All)
        {
            if (header(kind.HeaderName()) is not { } value) continue;
            if (claim is not null) throw UploadErrors.MultipleChecksums();
            claim = new(kind, value);
            Checked(kind, isComposite ? value.Split('-')[0] : value);
        }

        return claim;
    }

    /// <summary>Checks the payload's checksum against the claim.</summary>
    /// <param name="calculated">The value calculated.</param>
    /// <param name="trailers">The trailing headers that came.</param>
    /// <exception cref="Core.Errors.AwsException">It differs, or the announced trailer did not come.</exception>
    public void Verify(ReadOnlySpan<byte> calculated, IReadOnlyList<KeyValuePair<string, string>> trailers)
    {
        string stated = Value ?? Checked(Kind, FindTrailer(trailers));
        if (!Convert.FromBase64String(stated).AsSpan().SequenceEqual(calculated)) throw UploadErrors.BadChecksum(Kind.Name());
    }

    private static ChecksumClaim? ReadTrailer(Func<string, string?> header)
    {
        ChecksumClaim? claim = null;
        string names = header(TrailerHeader) ?? "";
        foreach (string name in names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (claim is not null) throw UploadErrors.MultipleChecksums();
            claim = new(ChecksumKinds.ParseHeader(name) ?? throw UploadErrors.InvalidHeaderValue(TrailerHeader), null);
        }

        return claim;
    }

    private static string Checked(ChecksumKind kind, string value) =>
        ObjectChecksum.IsWellFormed(kind, value) ? value : throw UploadErrors.InvalidHeaderValue(kind.HeaderName());

    private string FindTrailer(IReadOnlyList<KeyValuePair<string, string>> trailers)
    {
        foreach (KeyValuePair<string, string> trailer in trailers)
        {
            if (ChecksumKinds.ParseHeader(trailer.Key) == Kind) return trailer.Value;
        }

        throw UploadErrors.MalformedTrailer();
    }
}
