using RustStack.S3.Checksums;
using RustStack.S3.Errors;

namespace RustStack.S3.Multipart;

/// <summary>The checksum that an upload was begun with.</summary>
/// <param name="Kind">The algorithm.</param>
/// <param name="IsComposite">Whether the object's checksum is that of the parts' checksums.</param>
/// <param name="IsDeclared">Whether the client asked for it; else it is S3's default and parts need not bring it.</param>
internal readonly record struct UploadChecksum(ChecksumKind Kind, bool IsComposite, bool IsDeclared)
{
    private const string Composite = "COMPOSITE";
    private const string FullObject = "FULL_OBJECT";

    /// <summary>The type in the model's words.</summary>
    public string Type => IsComposite ? Composite : FullObject;

    /// <summary>Reads the headers of CreateMultipartUpload.</summary>
    /// <param name="algorithm"><c>x-amz-checksum-algorithm</c>.</param>
    /// <param name="type"><c>x-amz-checksum-type</c>.</param>
    /// <returns>The checksum.</returns>
    /// <exception cref="Core.Errors.AwsException">The algorithm is unknown or cannot be of that type.</exception>
    public static UploadChecksum Parse(string? algorithm, string? type)
    {
        if (type is not (null or Composite or FullObject)) throw UploadErrors.InvalidHeaderValue("x-amz-checksum-type");
        if (algorithm is null)
        {
            return type is null ? new(ChecksumKind.Crc64Nvme, false, false) : throw MultipartErrors.ChecksumTypeWithoutAlgorithm();
        }

        ChecksumKind kind = ChecksumKinds.Parse(algorithm) ?? throw MultipartErrors.UnsupportedChecksumAlgorithm();
        bool isComposite = type is null ? kind != ChecksumKind.Crc64Nvme : type == Composite;
        if (isComposite && kind == ChecksumKind.Crc64Nvme) throw MultipartErrors.NoCompositeChecksum(kind.Name());
        if (!isComposite && !kind.IsCombinable()) throw MultipartErrors.NoFullObjectChecksum(kind.Name());
        return new(kind, isComposite, true);
    }
}
