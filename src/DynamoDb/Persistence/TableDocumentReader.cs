using System.Text.Json;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Insights;
using RustStack.DynamoDb.Keys;
using RustStack.DynamoDb.KinesisDestinations;
using RustStack.DynamoDb.Policies;
using RustStack.DynamoDb.Protocol.Json;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Tables.Creation;

namespace RustStack.DynamoDb.Persistence;

/// <summary>Reads one table's document: member after member, and then what is derived from them.</summary>
internal sealed class TableDocumentReader
{
    private readonly List<(string Name, bool IsGlobal, IReadOnlyList<KeySchemaElement> KeySchema, Projection Projection)> _indexes = [];
    private readonly Dictionary<string, ThroughputSettings> _indexThroughput = new(StringComparer.Ordinal);
    private string? _accountId;
    private string? _region;
    private string? _name;
    private string? _id;
    private DateTimeOffset _createdAt;
    private IReadOnlyList<AttributeDefinition> _attributes = [];
    private IReadOnlyList<KeySchemaElement> _keySchema = [];
    private string? _billingMode;
    private DateTimeOffset? _onDemandSince;
    private ThroughputSettings? _throughput;
    private StreamSpecification? _stream;
    private string? _streamLabel;
    private SSESpecification? _encryption;
    private string? _tableClass;
    private DateTimeOffset? _tableClassChangedAt;
    private bool _deletionProtection;
    private IReadOnlyList<Tag> _tags = [];
    private string? _timeToLive;
    private PointInTimeRecovery? _recovery;
    private IReadOnlyList<ResourcePolicy> _policies = [];
    private IReadOnlyList<ContributorInsights> _insights = [];
    private IReadOnlyList<KinesisDestination> _kinesis = [];

    /// <summary>Reads the document.</summary>
    /// <param name="reader">On its first token.</param>
    /// <returns>The definition.</returns>
    public TableDefinition Read(ref Utf8JsonReader reader)
    {
        while (JsonInput.NextMember(ref reader))
        {
            string member = reader.GetString()!;
            reader.Read();
            if (!ReadRequired(ref reader, member) && !ReadOptional(ref reader, member)) reader.Skip();
        }

        return Build();
    }

    private bool ReadRequired(ref Utf8JsonReader reader, string member)
    {
        switch (member)
        {
            case "accountId": _accountId = reader.GetString(); return true;
            case "region": _region = reader.GetString(); return true;
            case "name": _name = reader.GetString(); return true;
            case "id": _id = reader.GetString(); return true;
            case "createdAt": _createdAt = ReadTime(ref reader); return true;
            case "attributes": _attributes = JsonInput.ReadList(ref reader, AttributeDefinition.Read, isStructured: true)!; return true;
            case "keySchema": _keySchema = ReadKeySchema(ref reader); return true;
            case "indexes": ReadIndexes(ref reader); return true;
            case "billingMode": _billingMode = reader.GetString(); return true;
            case "onDemandSince": _onDemandSince = ReadTime(ref reader); return true;
            case "throughput": _throughput = ReadThroughput(ref reader); return true;
            case "indexThroughput": ReadIndexThroughput(ref reader); return true;
            default: return false;
        }
    }

    private bool ReadOptional(ref Utf8JsonReader reader, string member)
    {
        switch (member)
        {
            case "stream": _stream = StreamSpecification.Read(ref reader); return true;
            case "streamLabel": _streamLabel = reader.GetString(); return true;
            case "encryption": _encryption = SSESpecification.Read(ref reader); return true;
            case "tableClass": _tableClass = reader.GetString(); return true;
            case "tableClassChangedAt": _tableClassChangedAt = ReadTime(ref reader); return true;
            case "deletionProtection": _deletionProtection = reader.GetBoolean(); return true;
            case "tags": _tags = JsonInput.ReadList(ref reader, Tag.Read, isStructured: true)!; return true;
            case "timeToLive": _timeToLive = reader.GetString(); return true;
            case "policies": _policies = JsonInput.ReadList(ref reader, GovernanceDocument.ReadPolicy, isStructured: true)!; return true;
            case "insights": _insights = JsonInput.ReadList(ref reader, GovernanceDocument.ReadInsights, isStructured: true)!; return true;
            case "kinesis": _kinesis = JsonInput.ReadList(ref reader, GovernanceDocument.ReadKinesis, isStructured: true)!; return true;
            case "pointInTimeRecovery": _recovery = ReadRecovery(ref reader); return true;
            default: return false;
        }
    }

    private TableDefinition Build()
    {
        if (_keySchema.Count == 0) throw new FormatException("The key schema is missing.");
        var keys = new KeySchemaRules(_attributes);
        KeyLayout key = keys.ReadTable(_keySchema);
        return new()
        {
            Name = new(Required(_accountId), Required(_region), Required(_name)),
            Id = Required(_id),
            CreatedAt = _createdAt,
            AttributeDefinitions = _attributes,
            KeySchema = _keySchema,
            Key = key,
            Indexes = [.. _indexes.Select(index => new IndexDefinition
            {
                Name = index.Name,
                IsGlobal = index.IsGlobal,
                KeySchema = index.KeySchema,
                Key = index.IsGlobal ? keys.ReadGlobal(index.KeySchema, key) : keys.ReadLocal(index.KeySchema, key),
                Projection = index.Projection,
            })],
            BillingMode = Required(_billingMode),
            OnDemandSince = _onDemandSince,
            Throughput = _throughput ?? throw new FormatException("throughput is missing."),
            IndexThroughput = _indexThroughput,
            StreamSpecification = _stream,
            StreamLabel = _streamLabel,
            SseSpecification = _encryption,
            TableClass = _tableClass,
            TableClassChangedAt = _tableClassChangedAt,
            DeletionProtectionEnabled = _deletionProtection,
            Tags = _tags,
            TimeToLiveAttribute = _timeToLive,
            PointInTimeRecovery = _recovery,
            ResourcePolicies = _policies,
            ContributorInsights = _insights,
            KinesisDestinations = _kinesis,
        };
    }

    private void ReadIndexes(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            (string? Name, bool IsGlobal, IReadOnlyList<KeySchemaElement> KeySchema, Projection? Projection) index = (null, false, [], null);
            while (JsonInput.NextMember(ref reader))
            {
                string member = reader.GetString()!;
                reader.Read();
                switch (member)
                {
                    case "name": index.Name = reader.GetString(); break;
                    case "global": index.IsGlobal = reader.GetBoolean(); break;
                    case "keySchema": index.KeySchema = ReadKeySchema(ref reader); break;
                    case "projection": index.Projection = Projection.Read(ref reader); break;
                    default: reader.Skip(); break;
                }
            }

            _indexes.Add((Required(index.Name), index.IsGlobal, index.KeySchema, index.Projection ?? new()));
        }
    }

    private void ReadIndexThroughput(ref Utf8JsonReader reader)
    {
        while (JsonInput.NextMember(ref reader))
        {
            string name = reader.GetString()!;
            reader.Read();
            _indexThroughput[name] = ReadThroughput(ref reader);
        }
    }

    private static ThroughputSettings ReadThroughput(ref Utf8JsonReader reader)
    {
        var throughput = new ThroughputSettings { Warm = ThroughputSettings.OnDemandWarm };
        while (JsonInput.NextMember(ref reader))
        {
            string member = reader.GetString()!;
            reader.Read();
            switch (member)
            {
                case "provisioned": throughput = throughput with { Provisioned = ProvisionedThroughput.Read(ref reader) }; break;
                case "onDemand": throughput = throughput with { OnDemand = OnDemandThroughput.Read(ref reader) }; break;
                case "warm": throughput = throughput with { Warm = WarmThroughput.Read(ref reader)! }; break;
                case "increasedAt": throughput = throughput with { IncreasedAt = ReadTime(ref reader) }; break;
                case "decreasedAt": throughput = throughput with { DecreasedAt = ReadTime(ref reader) }; break;
                case "decreases": throughput = throughput with { Decreases = reader.GetInt32() }; break;
                default: reader.Skip(); break;
            }
        }

        return throughput;
    }

    private static PointInTimeRecovery ReadRecovery(ref Utf8JsonReader reader)
    {
        var recovery = new PointInTimeRecovery(default, 0);
        while (JsonInput.NextMember(ref reader))
        {
            string member = reader.GetString()!;
            reader.Read();
            switch (member)
            {
                case "enabledAt": recovery = recovery with { EnabledAt = ReadTime(ref reader) }; break;
                case "days": recovery = recovery with { PeriodInDays = reader.GetInt32() }; break;
                default: reader.Skip(); break;
            }
        }

        return recovery;
    }

    private static IReadOnlyList<KeySchemaElement> ReadKeySchema(ref Utf8JsonReader reader) =>
        JsonInput.ReadList(ref reader, KeySchemaElement.Read, isStructured: true)!;

    private static DateTimeOffset ReadTime(ref Utf8JsonReader reader) => new(reader.GetInt64(), TimeSpan.Zero);

    private static string Required(string? text) => text ?? throw new FormatException("A member is missing.");
}
