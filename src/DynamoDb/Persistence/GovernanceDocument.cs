using System.Text.Json;
using RustStack.DynamoDb.Insights;
using RustStack.DynamoDb.KinesisDestinations;
using RustStack.DynamoDb.Policies;
using RustStack.DynamoDb.Protocol.Json;

namespace RustStack.DynamoDb.Persistence;

/// <summary>The policies, Contributor Insights and Kinesis destinations in a table's document. Times are ticks.</summary>
internal static class GovernanceDocument
{
    /// <summary>Writes a policy.</summary>
    public static void Write(Utf8JsonWriter writer, ResourcePolicy policy)
    {
        writer.WriteStartObject();
        if (policy.StreamLabel is not null) writer.WriteString("stream"u8, policy.StreamLabel);
        if (policy.Document is not null) writer.WriteString("document"u8, policy.Document);
        writer.WriteNumber("revision"u8, policy.Revision);
        writer.WriteEndObject();
    }

    /// <summary>Writes the setting of a table or an index.</summary>
    public static void Write(Utf8JsonWriter writer, ContributorInsights insights)
    {
        writer.WriteStartObject();
        if (insights.IndexName is not null) writer.WriteString("index"u8, insights.IndexName);
        writer.WriteBoolean("enabled"u8, insights.IsEnabled);
        writer.WriteString("mode"u8, insights.Mode);
        writer.WriteNumber("enabledAt"u8, insights.EnabledAt.UtcTicks);
        writer.WriteNumber("changedAt"u8, insights.ChangedAt.UtcTicks);
        writer.WriteEndObject();
    }

    /// <summary>Writes a destination.</summary>
    public static void Write(Utf8JsonWriter writer, KinesisDestination destination)
    {
        writer.WriteStartObject();
        writer.WriteString("arn"u8, destination.StreamArn);
        writer.WriteString("step"u8, destination.LastStep);
        writer.WriteNumber("changedAt"u8, destination.ChangedAt.UtcTicks);
        if (destination.Precision is not null) writer.WriteString("precision"u8, destination.Precision);
        if (destination.Failure is not null) writer.WriteString("failure"u8, destination.Failure);
        writer.WriteEndObject();
    }

    /// <summary>Reads a policy.</summary>
    public static ResourcePolicy ReadPolicy(ref Utf8JsonReader reader)
    {
        var policy = new ResourcePolicy(StreamLabel: null, Document: null, Revision: 0);
        while (JsonInput.NextMember(ref reader))
        {
            string member = reader.GetString()!;
            reader.Read();
            switch (member)
            {
                case "stream": policy = policy with { StreamLabel = reader.GetString() }; break;
                case "document": policy = policy with { Document = reader.GetString() }; break;
                case "revision": policy = policy with { Revision = reader.GetInt64() }; break;
                default: reader.Skip(); break;
            }
        }

        return policy;
    }

    /// <summary>Reads the setting of a table or an index.</summary>
    public static ContributorInsights ReadInsights(ref Utf8JsonReader reader)
    {
        var insights = new ContributorInsights(IndexName: null, IsEnabled: false, Mode: "", default, default);
        while (JsonInput.NextMember(ref reader))
        {
            string member = reader.GetString()!;
            reader.Read();
            switch (member)
            {
                case "index": insights = insights with { IndexName = reader.GetString() }; break;
                case "enabled": insights = insights with { IsEnabled = reader.GetBoolean() }; break;
                case "mode": insights = insights with { Mode = reader.GetString()! }; break;
                case "enabledAt": insights = insights with { EnabledAt = ReadTime(ref reader) }; break;
                case "changedAt": insights = insights with { ChangedAt = ReadTime(ref reader) }; break;
                default: reader.Skip(); break;
            }
        }

        return insights;
    }

    /// <summary>Reads a destination.</summary>
    public static KinesisDestination ReadKinesis(ref Utf8JsonReader reader)
    {
        var destination = new KinesisDestination(StreamArn: "", LastStep: "", default, Precision: null, Failure: null);
        while (JsonInput.NextMember(ref reader))
        {
            string member = reader.GetString()!;
            reader.Read();
            switch (member)
            {
                case "arn": destination = destination with { StreamArn = reader.GetString()! }; break;
                case "step": destination = destination with { LastStep = reader.GetString()! }; break;
                case "changedAt": destination = destination with { ChangedAt = ReadTime(ref reader) }; break;
                case "precision": destination = destination with { Precision = reader.GetString() }; break;
                case "failure": destination = destination with { Failure = reader.GetString() }; break;
                default: reader.Skip(); break;
            }
        }

        return destination;
    }

    private static DateTimeOffset ReadTime(ref Utf8JsonReader reader) => new(reader.GetInt64(), TimeSpan.Zero);
}
