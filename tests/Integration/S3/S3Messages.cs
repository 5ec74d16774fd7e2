namespace RustStack.Integration.S3;

/// <summary>AWS's words for the errors that many tests expect.</summary>
internal static class S3Messages
{
    public const string NoSuchBucket = "The specified bucket does not exist";
    public const string NoSuchKey = "The specified key does not exist.";
    public const string NoSuchUpload =
        "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.";

    public const string InvalidPart =
        "One or more of the specified parts could not be found. The part may not have been uploaded, "
        + "or the specified entity tag may not match "
        + "the part's entity tag.";

    public const string InvalidPartOrder = "The list of parts was not in ascending order. Parts must be ordered by part number.";
    public const string EntityTooSmall = "Your proposed upload is smaller than the minimum allowed size";
    public const string InvalidRange = "The requested range is not satisfiable";
    public const string MalformedXml = "The XML you provided was not well-formed or did not validate against our published schema";
    public const string MethodNotAllowed = "The specified method is not allowed against this resource.";
    public const string NotImplementedHeader = "A header you provided implies functionality that is not implemented";
}
