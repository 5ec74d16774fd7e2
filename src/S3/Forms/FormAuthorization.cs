using RustStack.S3.Errors;
using RustStack.S3.Protocol;

namespace RustStack.S3.Forms;

/// <summary>Whether a form says who sends it, and keeps to the policy that was signed for it.</summary>
internal static class FormAuthorization
{
    /// <summary>The fields of a signature of version 4, and what errors call them.</summary>
    private static readonly string[] Version4 = ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Signature"];

    /// <summary>The fields of a signature of version 2.</summary>
    private static readonly string[] Version2 = ["AWSAccessKeyId", "Signature"];

    /// <summary>Checks a form. One without policy is anonymous and bound by nothing.</summary>
    /// <param name="fields">The form's fields.</param>
    /// <param name="exchange">The request.</param>
    /// <returns>How long the file may be.</returns>
    /// <exception cref="Core.Errors.AwsException">A field of the signature is missing, or the policy is not valid, or not kept.</exception>
    public static LengthRange Check(FormFields fields, S3Exchange exchange)
    {
        string? policy = fields.Find("policy");
        bool isVersion4 = Version4.Any(name => fields.Find(name) is not null);
        bool isSigned = isVersion4 || Version2.Any(name => fields.Find(name) is not null);
        if (policy is null) return isSigned ? throw FormErrors.MissingField("policy") : PostPolicy.AnyLength;
        foreach (string name in isVersion4 ? Version4 : Version2)
        {
            if (string.IsNullOrEmpty(fields.Find(name))) throw FormErrors.MissingField(name);
        }

        return PostPolicy.Parse(policy).Check(fields, exchange.Bucket, exchange.Context.Time);
    }
}
