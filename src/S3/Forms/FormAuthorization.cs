using RustStack.S3.Errors;
using RustStack.S3.Protocol;
using RustStack.S3.Signing;

namespace RustStack.S3.Forms;

/// <summary>Whether a form says who sends it, and keeps to the policy that was signed for it.</summary>
internal static class FormAuthorization
{
    /// <summary>The fields of a signature of version 4, and what errors call them.</summary>
    private static readonly string[] Version4 = ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Signature"];

    /// <summary>The fields of a signature of version 2.</summary>
    private static readonly string[] Version2 = ["AWSAccessKeyId", "Signature"];

    /// <summary>Finds out who signed a form. One without policy is signed by nobody.</summary>
    /// <param name="fields">The form's fields.</param>
    /// <param name="exchange">The request.</param>
    /// <param name="authentication">Verifies the signature; null where signatures are not verified.</param>
    /// <returns>Who signed it, or else the request; null where signatures are not verified.</returns>
    /// <exception cref="Core.Errors.AwsException">A field of the signature is missing, or the signature is not good.</exception>
    public static Caller? Authenticate(FormFields fields, S3Exchange exchange, S3Authentication? authentication)
    {
        bool hasPolicy = fields.Find("policy") is not null;
        bool isVersion4 = Version4.Any(name => fields.Find(name) is not null);
        bool isSigned = isVersion4 || Version2.Any(name => fields.Find(name) is not null);
        if (!hasPolicy) return isSigned ? throw FormErrors.MissingField("policy") : exchange.Caller;
        foreach (string name in isVersion4 ? Version4 : Version2)
        {
            if (string.IsNullOrEmpty(fields.Find(name))) throw FormErrors.MissingField(name);
        }

        return authentication?.AuthenticateForm(fields, exchange.Target);
    }

    /// <summary>Checks that a form keeps to its policy. One without policy is bound by nothing.</summary>
    /// <param name="fields">The form's fields.</param>
    /// <param name="exchange">The request.</param>
    /// <returns>How long the file may be.</returns>
    /// <exception cref="Core.Errors.AwsException">The policy is not valid, or not kept.</exception>
    public static LengthRange CheckPolicy(FormFields fields, S3Exchange exchange) => fields.Find("policy") is { } policy
        ? PostPolicy.Parse(policy).Check(fields, exchange.Bucket, exchange.Context.Time)
        : PostPolicy.AnyLength;
}
