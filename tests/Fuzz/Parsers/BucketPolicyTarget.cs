using System.Text;
using RustStack.S3.Policies;

namespace RustStack.Fuzz.Parsers;

/// <summary>Policies of buckets.</summary>
internal sealed class BucketPolicyTarget : IParserTarget
{
    public string Corpus => "policies";

    public void Run(byte[] input) => PolicyReader.Read(Encoding.UTF8.GetString(input), "fuzz-bucket");
}
