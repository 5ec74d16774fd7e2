using RustStack.Core.Options;
#if WITH_DYNAMODB
using RustStack.DynamoDb;
#endif
#if WITH_S3
using RustStack.S3;
#endif

namespace RustStack.Server.Settings;

/// <summary>Every setting of the process, each in the record of the part that it belongs to.</summary>
internal sealed record ServerOptions
{
    private ServerOptions(SettingsReader reader)
    {
        Gateway = GatewayOptions.Read(reader);
        Services = ServiceOptions.Read(reader);
        Credentials = CredentialOptions.Read(reader);
#if WITH_S3
        S3 = S3Options.Read(reader);
#endif
#if WITH_DYNAMODB
        DynamoDb = DynamoDbOptions.Read(reader);
#endif
        Persistence = PersistenceOptions.Read(reader);
        Logging = LoggingOptions.Read(reader);
        LocalStack = LocalStackOptions.Read(reader);
    }

    /// <summary>Where to listen, and the default region.</summary>
    public GatewayOptions Gateway { get; }

    /// <summary>Which services to run.</summary>
    public ServiceOptions Services { get; }

    /// <summary>The key pairs that verification accepts.</summary>
    public CredentialOptions Credentials { get; }

#if WITH_S3
    /// <summary>The settings of S3.</summary>
    public S3Options S3 { get; }

#endif
#if WITH_DYNAMODB
    /// <summary>The settings of DynamoDB.</summary>
    public DynamoDbOptions DynamoDb { get; }

#endif
    /// <summary>The settings of persistence.</summary>
    public PersistenceOptions Persistence { get; }

    /// <summary>Whether every service takes requests whatever their signature.</summary>
    public bool NeedsNoSignature
    {
        get
        {
            bool needsNone = true;
#if WITH_S3
            needsNone &= S3.SkipSignatureValidation;
#endif
#if WITH_DYNAMODB
            needsNone &= DynamoDb.SkipSignatureValidation;
#endif
            return needsNone;
        }
    }

    /// <summary>What is logged.</summary>
    public LoggingOptions Logging { get; }

    /// <summary>LocalStack's settings that are accepted.</summary>
    public LocalStackOptions LocalStack { get; }

    /// <summary>Reads every setting; <see cref="SettingsReader.Errors"/> says afterwards whether they are usable.</summary>
    /// <param name="reader">Where they come from; it collects the errors.</param>
    /// <returns>The options, with defaults in place of unusable values.</returns>
    public static ServerOptions Read(SettingsReader reader) => new(reader);

    /// <summary>Every setting that this build knows, in the order that <c>--help</c> shows.</summary>
    /// <returns>The settings.</returns>
    public static IReadOnlyList<Setting> Declare()
    {
        SettingsReader reader = new(static _ => null);
        Read(reader);
        return reader.Settings;
    }
}
