using RustStack.Core.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.Fuzz.Parsers;

/// <summary>The documents of bucket and object configurations, each read as every kind and skipped as none.</summary>
internal sealed class XmlTarget : IParserTarget
{
    private delegate void Reading(ref XmlBodyReader reader);

    private static readonly (string Root, Reading Read)[] Documents =
    [
        ("CORSConfiguration", static (ref XmlBodyReader reader) => CORSConfigurationXml.Read(ref reader)),
        ("Tagging", static (ref XmlBodyReader reader) => TaggingXml.Read(ref reader)),
        ("Delete", static (ref XmlBodyReader reader) => DeleteXml.Read(ref reader)),
        ("CompleteMultipartUpload", static (ref XmlBodyReader reader) => CompletedMultipartUploadXml.Read(ref reader)),
        ("AccessControlPolicy", static (ref XmlBodyReader reader) => AccessControlPolicyXml.Read(ref reader)),
        ("LifecycleConfiguration", static (ref XmlBodyReader reader) => BucketLifecycleConfigurationXml.Read(ref reader)),
        ("WebsiteConfiguration", static (ref XmlBodyReader reader) => WebsiteConfigurationXml.Read(ref reader)),
        ("NotificationConfiguration", static (ref XmlBodyReader reader) => NotificationConfigurationXml.Read(ref reader)),
        ("VersioningConfiguration", static (ref XmlBodyReader reader) => VersioningConfigurationXml.Read(ref reader)),
        ("Retention", static (ref XmlBodyReader reader) => ObjectLockRetentionXml.Read(ref reader)),
    ];

    public string Corpus => "documents";

    public void Run(byte[] input)
    {
        foreach ((string root, Reading read) in Documents)
        {
            Attempt(input, root, read);
            Attempt(input, root, static (ref XmlBodyReader reader) => reader.Skip());
        }
    }

    private static void Attempt(byte[] input, string root, Reading read)
    {
        try
        {
            XmlBodyReader reader = new(input);
            reader.ReadRoot(System.Text.Encoding.UTF8.GetBytes(root));
            read(ref reader);
            reader.ReadEnd();
        }
        catch (AwsException exception) when (exception.StatusCode < 500)
        {
            // Refused; the next kind may take it.
        }
    }
}
