using RustStack.Core.Options;
using RustStack.Core.Signing;
using RustStack.Server.Settings;

namespace RustStack.Server.Tests.Settings;

public sealed class ServerOptionsTests
{
    [Fact]
    public void NothingSet_GivesDefaults()
    {
        ServerOptions options = OptionsReader.ReadUsable();

        Assert.Equal("0.0.0.0:4566", Assert.Single(options.Gateway.Addresses).ToString());
        Assert.Equal("us-east-1", options.Gateway.DefaultRegion);
        Assert.True(options.Services.S3);
        Assert.True(options.Services.DynamoDb);
        Assert.Equal(new AccessKey("test", "test", "000000000000"), options.Credentials.Keys.Find("test"));
        Assert.Equal(new PersistenceOptions(false, "/var/lib/ruststack", true), options.Persistence);
        Assert.True(options.S3.SkipSignatureValidation);
        Assert.Equal(60, options.S3.LifecycleSweepSeconds);
        Assert.True(options.DynamoDb.SkipSignatureValidation);
    }

    [Theory]
    [InlineData("GATEWAY_LISTEN", "foo", "GATEWAY_LISTEN is 'foo', but it must be a comma-separated list of at most 16 addresses such as 0.0.0.0:4566, [::]:4566 or localhost:4566.")]
    [InlineData("GATEWAY_LISTEN", "127.0.0.1:1,", "GATEWAY_LISTEN is '127.0.0.1:1,', but it must be a comma-separated list of at most 16 addresses such as 0.0.0.0:4566, [::]:4566 or localhost:4566.")]
    [InlineData("DEFAULT_REGION", "US East", "DEFAULT_REGION is 'US East', but it must be a region name such as us-east-1.")]
    [InlineData("SERVICES", "sqs, sns", "SERVICES is 'sqs, sns', but it must be a comma-separated list with at least one of s3, dynamodb and dynamodbstreams.")]
    [InlineData("SERVICES", ",", "SERVICES is ',', but it must be a comma-separated list with at least one of s3, dynamodb and dynamodbstreams.")]
    [InlineData("CREDENTIALS", "key", "Entry 1 of CREDENTIALS is unusable: it must be key:secret or key:secret:account, with an account of 12 digits.")]
    [InlineData("CREDENTIALS", "a:b, c:hidden:123", "Entry 2 of CREDENTIALS is unusable: it must be key:secret or key:secret:account, with an account of 12 digits.")]
    [InlineData("CREDENTIALS", "a:b,:hidden", "Entry 2 of CREDENTIALS is unusable: it must be key:secret or key:secret:account, with an account of 12 digits.")]
    [InlineData("CREDENTIALS", "a:hidden,", "Entry 2 of CREDENTIALS is unusable: it must be key:secret or key:secret:account, with an account of 12 digits.")]
    [InlineData("CREDENTIALS", "a:b:123456789012:c", "Entry 1 of CREDENTIALS is unusable: it must be key:secret or key:secret:account, with an account of 12 digits.")]
    [InlineData("CREDENTIALS", "a:b,a:hidden", "CREDENTIALS names the access key 'a' twice.")]
    [InlineData("S3_SKIP_SIGNATURE_VALIDATION", "maybe", "S3_SKIP_SIGNATURE_VALIDATION is 'maybe', but it must be 1, true, yes or on; 0, false, no or off.")]
    [InlineData("S3_LIFECYCLE_SWEEP_SECONDS", "-1", "S3_LIFECYCLE_SWEEP_SECONDS is '-1', but it must be a whole number from 0 to 86400.")]
    [InlineData("PERSISTENCE", "maybe", "PERSISTENCE is 'maybe', but it must be 1, true, yes or on; 0, false, no or off.")]
    [InlineData("PERSISTENCE_SYNC", "off", "PERSISTENCE_SYNC is 'off', but it must be full or normal.")]
    [InlineData("LOG_LEVEL", "loud", "LOG_LEVEL is 'loud', but it must be error, warn, info, debug or trace.")]
    [InlineData("LS_LOG", "off", "LS_LOG is 'off', but it must be error, warn, info, debug or trace.")]
    [InlineData("DEBUG", "2", "DEBUG is '2', but it must be 1, true, yes or on; 0, false, no or off.")]
    [InlineData("RUST_LOG", "s3=loud", "RUST_LOG is 's3=loud', but it must be a level (error, warn, info, debug, trace or off) or category=level,....")]
    public void UnusableValue_GivesOneSentence(string name, string value, string sentence) =>
        Assert.Equal(sentence, Assert.Single(OptionsReader.Read($"{name}={value}").Errors));

    [Fact]
    public void SeveralUnusableValues_GivesEverySentence() =>
        Assert.Equal(3, OptionsReader.Read("LOG_LEVEL=x", "PERSISTENCE=maybe", "GATEWAY_LISTEN=y").Errors.Count);

    [Theory]
    [InlineData("s3", true, false)]
    [InlineData(" S3 ", true, false)]
    [InlineData("dynamodb", false, true)]
    [InlineData("DynamoDBStreams", false, true)]
    [InlineData("s3,dynamodb,dynamodbstreams", true, true)]
    [InlineData(" dynamodb , ,S3,", true, true)]
    [InlineData("", true, true)]
    public void Services_SelectsTheNamed(string value, bool s3, bool dynamoDb)
    {
        ServiceOptions services = OptionsReader.ReadUsable($"SERVICES={value}").Services;

        Assert.Equal((s3, dynamoDb), (services.S3, services.DynamoDb));
        Assert.Empty(services.UnknownNames);
    }

    [Fact]
    public void Services_UnknownAmongKnown_IsReported() =>
        Assert.Equal(["sqs", "Lambda"], OptionsReader.ReadUsable("SERVICES=sqs,s3,Lambda").Services.UnknownNames);

    [Theory]
    [InlineData("127.0.0.1:1,127.0.0.1:2", "127.0.0.1:1 127.0.0.1:2")]
    [InlineData("127.0.0.1:1, 127.0.0.1:1", "127.0.0.1:1")]
    [InlineData("0.0.0.0:1,[::]:1", "[::]:1")]
    [InlineData("[::]:1,0.0.0.0:1", "[::]:1")]
    [InlineData("127.0.0.1:0,127.0.0.1:0", "127.0.0.1:0 127.0.0.1:0")]
    public void Addresses_CoveredOnesAreLeftOut(string value, string expected) =>
        Assert.Equal(expected, string.Join(' ', OptionsReader.ReadUsable($"GATEWAY_LISTEN={value}").Gateway.Addresses));

    [Theory]
    [InlineData(new[] { "AWS_ACCESS_KEY_ID=a", "AWS_SECRET_ACCESS_KEY=b" }, "a", "b")]
    [InlineData(new[] { "ACCESS_KEY=c", "AWS_ACCESS_KEY_ID=a", "SECRET_KEY=d", "AWS_SECRET_ACCESS_KEY=b" }, "c", "d")]
    [InlineData(new[] { "SECRET_KEY=d", "AWS_ACCESS_KEY_ID=a" }, "a", "d")]
    public void Credentials_OwnNamesWin(string[] pairs, string accessKey, string secretKey) =>
        Assert.Equal(
            new AccessKey(accessKey, secretKey, "000000000000"), OptionsReader.ReadUsable(pairs).Credentials.Keys.Find(accessKey));

    [Theory]
    [InlineData("alice", "wonder", "111111111111")]
    [InlineData("bob", "builder/+=", "000000000000")]
    [InlineData("222222222222", "digits", "222222222222")]
    [InlineData("333333333333", "other", "444444444444")]
    public void Credentials_EachPairHasItsAccount(string accessKey, string secret, string account) => Assert.Equal(
        new AccessKey(accessKey, secret, account),
        OptionsReader.ReadUsable(
            "CREDENTIALS=alice:wonder:111111111111, bob:builder/+=, 222222222222:digits,333333333333:other:444444444444").Credentials.Keys.Find(accessKey));

    [Theory]
    [InlineData(new[] { "CREDENTIALS=alice:wonder" }, false)]
    [InlineData(new[] { "CREDENTIALS=alice:wonder", "ACCESS_KEY=test" }, true)]
    [InlineData(new[] { "CREDENTIALS=alice:wonder", "AWS_ACCESS_KEY_ID=test" }, true)]
    [InlineData(new string[0], true)]
    public void DefaultPair_CountsUnlessOnlyOthersAreNamed(string[] pairs, bool counts) =>
        Assert.Equal(counts, OptionsReader.ReadUsable(pairs).Credentials.Keys.Find("test") is not null);

    [Fact]
    public void Credentials_NamedBySinglePairAndList_AreRefused() => Assert.Equal(
        "CREDENTIALS names the access key 'a', which ACCESS_KEY or AWS_ACCESS_KEY_ID names as well.",
        Assert.Single(OptionsReader.Read("ACCESS_KEY=a", "CREDENTIALS=a:hidden").Errors));

    [Fact]
    public void Credentials_AsText_LeaveTheSecretOut() => Assert.DoesNotContain(
        "hidden", new AccessKey("key", "hidden", "000000000000").ToString() + OptionsReader.ReadUsable("CREDENTIALS=a:hidden").Credentials, StringComparison.Ordinal);

    [Fact]
    public void Declare_NamesEverySettingOnce()
    {
        string[] names = [.. ServerOptions.Declare().Select(static setting => setting.Name)];

        Assert.Equal(names.Distinct(), names);
        Assert.Equal(
            [
                "ACCESS_KEY", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "CREDENTIALS", "DATA_DIR", "DEBUG", "DEFAULT_REGION", "DYNAMODB_SKIP_SIGNATURE_VALIDATION",
                "DYNAMODB_STATUS_DELAY_MS", "DYNAMODB_STREAM_MEMORY_MB", "DYNAMODB_STREAM_SHARDS", "DYNAMODB_STREAM_SHARD_SECONDS", "DYNAMODB_TTL_SWEEP_SECONDS",
                "EAGER_SERVICE_LOADING", "GATEWAY_LISTEN", "LOCALSTACK_AUTH_TOKEN", "LOCALSTACK_HOST", "LOG_LEVEL", "LS_LOG", "PERSISTENCE",
                "PERSISTENCE_SYNC", "RUST_LOG", "S3_DOMAIN", "S3_LIFECYCLE_SWEEP_SECONDS", "S3_MAX_MEMORY_OBJECT_SIZE",
                "S3_SKIP_SIGNATURE_VALIDATION", "S3_VIRTUAL_HOSTING", "SECRET_KEY", "SERVICES",
            ],
            names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Declare_EveryDefaultIsUsable()
    {
        Dictionary<string, string> defaults = ServerOptions.Declare().ToDictionary(static setting => setting.Name, static setting => setting.Default);
        SettingsReader reader = new(defaults.GetValueOrDefault);
        ServerOptions.Read(reader);

        Assert.Empty(reader.Errors);
    }
}
