using RustStack.S3.Generated;

namespace RustStack.S3.Persistence.Documents;

/// <summary>The configurations that are kept as XML.</summary>
internal static class ConfigurationXml
{
    public static readonly XmlValues<CORSRule> Cors = new(CORSRuleXml.Read, CORSRuleXml.Write);

    public static readonly XmlValues<WebsiteConfiguration> Website = new(WebsiteConfigurationXml.Read, WebsiteConfigurationXml.Write);

    public static readonly XmlValues<ServerSideEncryptionRule> Encryption =
        new(ServerSideEncryptionRuleXml.Read, ServerSideEncryptionRuleXml.Write);

    public static readonly XmlValues<LifecycleRule> Lifecycle = new(LifecycleRuleXml.Read, LifecycleRuleXml.Write);

    public static readonly XmlValues<PublicAccessBlockConfiguration> PublicAccessBlock =
        new(PublicAccessBlockConfigurationXml.Read, PublicAccessBlockConfigurationXml.Write);

    public static readonly XmlValues<Tag> Tags = new(TagXml.Read, TagXml.Write);

    public static readonly XmlValues<LoggingEnabled> Logging = new(LoggingEnabledXml.Read, LoggingEnabledXml.Write);

    public static readonly XmlValues<NotificationConfiguration> Notification =
        new(NotificationConfigurationXml.Read, NotificationConfigurationXml.Write);

    public static readonly XmlValues<ReplicationConfiguration> Replication =
        new(ReplicationConfigurationXml.Read, ReplicationConfigurationXml.Write);

    public static readonly XmlValues<AnalyticsConfiguration> Analytics = new(AnalyticsConfigurationXml.Read, AnalyticsConfigurationXml.Write);

    public static readonly XmlValues<InventoryConfiguration> Inventories = new(InventoryConfigurationXml.Read, InventoryConfigurationXml.Write);

    public static readonly XmlValues<MetricsConfiguration> Metrics = new(MetricsConfigurationXml.Read, MetricsConfigurationXml.Write);

    public static readonly XmlValues<IntelligentTieringConfiguration> Tierings =
        new(IntelligentTieringConfigurationXml.Read, IntelligentTieringConfigurationXml.Write);
}
