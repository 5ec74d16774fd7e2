using System.Text;
using Microsoft.AspNetCore.Http;
using RustStack.Core.Errors;
using RustStack.Core.Ids;
using RustStack.Core.Requests;
using RustStack.Core.Signing;
using RustStack.DynamoDb.Errors;
using RustStack.S3;
using RustStack.S3.Buckets;
using RustStack.S3.Routing;
using RustStack.S3.Signing;

namespace RustStack.Fuzz.Parsers;

/// <summary>Authorization headers: none of them is anybody's.</summary>
internal sealed class AuthorizationTarget : IParserTarget
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 0, 0, 0, TimeSpan.Zero);
    private static readonly AccessKeys Keys = new([new("test", "test", "000000000000")]);

    private readonly S3Authentication _s3 = new(Keys, new BucketRegistry(new IdSource()), "us-east-1");
    private readonly S3TargetReader _targets = new(new S3Options(false, true, S3Options.DefaultDomain, 1024));
    private readonly SigV4Verifier _dynamo = new(Keys, "dynamodb", encodesPathOnce: false, DynamoDbSignatureErrors.Instance);

    public string Corpus => "authorizations";

    public void Run(byte[] input)
    {
        string text = Encoding.UTF8.GetString(input);
        CredentialScope.ParseAuthorization(text);
        CredentialScope.ParseCredential(text);
        HeaderDictionary headers = new() { ["Host"] = "localhost", ["Authorization"] = text, ["x-amz-date"] = "20261125T000000Z", ["x-amz-content-sha256"] = "UNSIGNED-PAYLOAD" };
        RequestHead head = new("GET", "/fuzz-bucket/key?acl", headers);
        Refuse(() => IsSomebody(_s3.Authenticate(head, _targets.Read(head.Target, "localhost"), Now)));
        Refuse(() => IsSomebody(_dynamo.Verify(head, _dynamo.ReadHeader(text), new string('0', 64), Now)));
    }

    private static bool IsSomebody(Caller caller) => caller.Signer is not null;

    private static bool IsSomebody(VerifiedSignature signature) => signature.Signer is not null;

    private static void Refuse(Func<bool> isSomebody)
    {
        try
        {
            if (!isSomebody()) return;
        }
        catch (AwsException exception) when (exception.StatusCode is 400 or 403)
        {
            return;
        }

        throw new InvalidOperationException("It was taken for a signature.");
    }
}
