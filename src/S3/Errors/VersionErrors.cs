using System.Text;
using RustStack.Core.Errors;
using RustStack.S3.Protocol;

namespace RustStack.S3.Errors;

/// <summary>What can be wrong with versions, and what answers tell of delete markers.</summary>
internal static class VersionErrors
{
    private const string MarkerHeader = "x-amz-delete-marker";
    private const string VersionHeader = "x-amz-version-id";

    public static AwsException EmptyVersionId() =>
        RequestErrors.InvalidArgument("Version id cannot be the empty string", "versionId", "");

    public static AwsException InvalidVersionId(string versionId) =>
        RequestErrors.InvalidArgument("Invalid version id specified", "versionId", versionId);

    public static AwsException InvalidVersionIdMarker(string versionId) =>
        RequestErrors.InvalidArgument("Invalid version id specified", "version-id-marker", versionId);

    public static AwsException EmptyVersionIdMarker() =>
        RequestErrors.InvalidArgument("A version-id marker cannot be empty.", "version-id-marker", "");

    public static AwsException VersionIdMarkerAlone(string versionId) =>
        RequestErrors.InvalidArgument(
            "A version-id marker cannot be specified without a key marker.", "version-id-marker", versionId);

    public static AwsException NoSuchVersion(ReadOnlySpan<byte> key, string versionId) =>
        new AwsException("NoSuchVersion", 404, "The specified version does not exist.")
            .With("Key", Encoding.UTF8.GetString(key))
            .With("VersionId", versionId);

    /// <summary>The object is not there since its newest version is a delete marker.</summary>
    public static AwsException IsDeleted(ReadOnlySpan<byte> key, string markerId) =>
        ObjectErrors.NoSuchKey(key).WithHeader(MarkerHeader, "true").WithHeader(VersionHeader, markerId);

    /// <summary>The version that is asked for is a delete marker.</summary>
    public static AwsException IsMarker(string method, string markerId, DateTimeOffset lastModified) =>
        ProtocolErrors.MethodNotAllowed(method, "DeleteMarker")
            .WithHeader("Allow", "DELETE")
            .WithHeader("Last-Modified", WireValue.PrintHttpDate(lastModified))
            .WithHeader(MarkerHeader, "true")
            .WithHeader(VersionHeader, markerId);

    public static AwsException CopyOfMarker() =>
        RequestErrors.InvalidRequest("The source of a copy request may not specifically refer to a delete marker by version id.");

    public static AwsException NoStatus() =>
        new("IllegalVersioningConfigurationException", 400, "The Versioning element must be specified");

    public static AwsException MfaDeleteNotImplemented() => RequestErrors.ElementNotImplemented("MfaDelete");

    public static AwsException Conflict(string condition, ReadOnlySpan<byte> key) =>
        new AwsException(
            "ConditionalRequestConflict",
            409,
            "The conditional request cannot succeed due to a conflicting operation against this resource.")
            .With("Condition", condition)
            .With("Key", Encoding.UTF8.GetString(key));
}
