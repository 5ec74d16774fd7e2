using RustStack.S3.Forms;

namespace RustStack.Fuzz.Parsers;

/// <summary>Policies of forms, which come in base 64.</summary>
internal sealed class PostPolicyTarget : IParserTarget
{
    public string Corpus => "post-policies";

    public void Run(byte[] input)
    {
        FormFields fields = new();
        fields.Add("key", "a/b");
        PostPolicy.Parse(Convert.ToBase64String(input)).Check(fields, "fuzz-bucket", DateTimeOffset.UnixEpoch);
    }
}
