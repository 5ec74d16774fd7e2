using System.Text.Json;
using RustStack.S3.Buckets;
using RustStack.S3.Configurations;
using RustStack.S3.Lifecycle;
using RustStack.S3.Locking;
using RustStack.S3.Policies;

namespace RustStack.S3.Persistence.Documents;

/// <summary>What a bucket is configured with, as it is saved. A member that is not there is null.</summary>
internal static class BucketConfigurationDocument
{
    private const string Acl = "acl";
    private const string Ownership = "ownership";
    private const string Cors = "cors";
    private const string Website = "website";
    private const string Encryption = "encryption";
    private const string Lifecycle = "lifecycle";
    private const string LifecycleMinimumSize = "lifecycleMinimumSize";
    private const string Versioning = "versioning";
    private const string ObjectLock = "lock";
    private const string LockMode = "mode";
    private const string LockDays = "days";
    private const string LockYears = "years";
    private const string LocationConstraint = "location";
    private const string PublicAccessBlock = "publicAccessBlock";
    private const string Policy = "policy";
    private const string Tags = "tags";
    private const string AccelerateStatus = "accelerate";
    private const string Payer = "payer";
    private const string Logging = "logging";
    private const string Notification = "notification";
    private const string Replication = "replication";
    private const string Analytics = "analytics";
    private const string Inventories = "inventories";
    private const string Metrics = "metrics";
    private const string Tierings = "tierings";

    /// <summary>Writes a configuration.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <returns>The document.</returns>
    public static byte[] Encode(BucketConfiguration configuration) => DocumentEncoding.Encode(configuration, Write);

    /// <summary>Reads a configuration.</summary>
    /// <param name="document">The document.</param>
    /// <param name="bucket">The bucket's name.</param>
    /// <returns>The configuration.</returns>
    public static BucketConfiguration Decode(byte[] document, string bucket) =>
        DocumentEncoding.Decode(document, element => Read(element, bucket));

    private static void Write(Utf8JsonWriter writer, BucketConfiguration configuration)
    {
        writer.WriteStartObject(Acl);
        AclEncoding.Write(writer, configuration.Acl.List);
        writer.WriteEndObject();
        writer.Text(Ownership, configuration.Acl.Ownership);
        writer.Text(Versioning, configuration.Versioning.Name);
        if (configuration.ObjectLock is not null) WriteLock(writer, configuration.ObjectLock);
        writer.Text(LocationConstraint, configuration.LocationConstraint);
        writer.Text(Policy, configuration.Policy?.Text);
        writer.Text(AccelerateStatus, configuration.AccelerateStatus);
        writer.Text(Payer, configuration.Payer);
        writer.Text(LifecycleMinimumSize, configuration.Lifecycle?.MinimumSize);
        Write(writer, Cors, ConfigurationXml.Cors, configuration.Cors);
        Write(writer, Website, ConfigurationXml.Website, configuration.Website);
        Write(writer, Encryption, ConfigurationXml.Encryption, configuration.Encryption);
        Write(writer, Lifecycle, ConfigurationXml.Lifecycle, configuration.Lifecycle?.Rules);
        Write(writer, PublicAccessBlock, ConfigurationXml.PublicAccessBlock, configuration.PublicAccessBlock);
        Write(writer, Tags, ConfigurationXml.Tags, configuration.Tags);
        Write(writer, Logging, ConfigurationXml.Logging, configuration.Logging);
        Write(writer, Notification, ConfigurationXml.Notification, configuration.Notification);
        Write(writer, Replication, ConfigurationXml.Replication, configuration.Replication);
        Write(writer, Analytics, ConfigurationXml.Analytics, configuration.Analytics);
        Write(writer, Inventories, ConfigurationXml.Inventories, configuration.Inventories);
        Write(writer, Metrics, ConfigurationXml.Metrics, configuration.Metrics);
        Write(writer, Tierings, ConfigurationXml.Tierings, configuration.Tierings);
    }

    private static BucketConfiguration Read(JsonElement element, string bucket) => new()
    {
        Acl = new(element.Text(Ownership), AclEncoding.Read(element.GetProperty(Acl))),
        Cors = ConfigurationXml.Cors.Read(element.Text(Cors)),
        Website = ConfigurationXml.Website.ReadOne(element.Text(Website)),
        Encryption = ConfigurationXml.Encryption.ReadOne(element.Text(Encryption)),
        Lifecycle = ConfigurationXml.Lifecycle.Read(element.Text(Lifecycle)) is { } rules
            ? new LifecyclePolicy(rules, element.GetProperty(LifecycleMinimumSize).GetString()!)
            : null,
        Versioning = element.Text(Versioning) is { } status ? Enum.Parse<VersioningStatus>(status) : VersioningStatus.Unversioned,
        ObjectLock = element.Member(ObjectLock) is { } bucketLock ? ReadLock(bucketLock) : null,
        LocationConstraint = element.Text(LocationConstraint),
        PublicAccessBlock = ConfigurationXml.PublicAccessBlock.ReadOne(element.Text(PublicAccessBlock)),
        Policy = element.Text(Policy) is { } policy ? PolicyReader.Read(policy, bucket) : null,
        Tags = ConfigurationXml.Tags.Read(element.Text(Tags)),
        AccelerateStatus = element.Text(AccelerateStatus),
        Payer = element.Text(Payer) ?? Generated.Payer.BucketOwner,
        Logging = ConfigurationXml.Logging.ReadOne(element.Text(Logging)),
        Notification = ConfigurationXml.Notification.ReadOne(element.Text(Notification)) ?? new(),
        Replication = ConfigurationXml.Replication.ReadOne(element.Text(Replication)),
        Analytics = ReadSet(element.Text(Analytics), ConfigurationXml.Analytics, static one => one.Id!),
        Inventories = ReadSet(element.Text(Inventories), ConfigurationXml.Inventories, static one => one.Id!),
        Metrics = ReadSet(element.Text(Metrics), ConfigurationXml.Metrics, static one => one.Id!),
        Tierings = ReadSet(element.Text(Tierings), ConfigurationXml.Tierings, static one => one.Id!),
    };

    private static void Write<T>(Utf8JsonWriter writer, string name, XmlValues<T> xml, T? value)
        where T : class
    {
        if (value is not null) writer.Text(name, xml.Write(value));
    }

    private static void Write<T>(Utf8JsonWriter writer, string name, XmlValues<T> xml, IReadOnlyList<T>? values)
        where T : class
    {
        if (values is not null) writer.Text(name, xml.Write(values));
    }

    private static void Write<T>(Utf8JsonWriter writer, string name, XmlValues<T> xml, ConfigurationSet<T> values)
        where T : class
    {
        if (values.All.Any()) writer.Text(name, xml.Write(values.All));
    }

    private static ConfigurationSet<T> ReadSet<T>(string? document, XmlValues<T> xml, Func<T, string> idOf)
        where T : class
    {
        ConfigurationSet<T> set = ConfigurationSet<T>.Empty;
        foreach (T one in xml.Read(document) ?? []) set = set.With(idOf(one), idOf(one), one);
        return set;
    }

    private static void WriteLock(Utf8JsonWriter writer, BucketLock bucketLock)
    {
        writer.WriteStartObject(ObjectLock);
        writer.Text(LockMode, bucketLock.Default?.Mode.Name);
        writer.Number(LockDays, bucketLock.Default?.Days);
        writer.Number(LockYears, bucketLock.Default?.Years);
        writer.WriteEndObject();
    }

    private static BucketLock ReadLock(JsonElement element) => new(LockModes.Parse(element.Text(LockMode)) is { } mode
        ? new(mode, (int?)element.Number(LockDays), (int?)element.Number(LockYears))
        : null);
}
