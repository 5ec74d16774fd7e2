using System.IO.Hashing;
using System.Text;
using RustStack.DynamoDb.Generated.Streams;

namespace RustStack.DynamoDb.Streams;

/// <summary>Entries of streams as GetRecords answers them.</summary>
internal static class StreamRecords
{
    private const string Version = "1.1";
    private const string Source = "aws:dynamodb";

    private static readonly Identity Expiry = new() { PrincipalId = "dynamodb.amazonaws.com", Type = "Service" };

    /// <summary>Makes the record of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="stream">The stream that it is of.</param>
    /// <returns>The record.</returns>
    public static Record Of(StreamEntry entry, StreamDefinition stream)
    {
        string number = SequenceNumbers.ToText(entry.Number);
        return new()
        {
            EventID = Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(stream.Name.Arn + number))),
            EventName = entry.EventName,
            EventVersion = Version,
            EventSource = Source,
            AwsRegion = stream.Name.Table.Region,
            Dynamodb = new()
            {
                ApproximateCreationDateTime = DateTimeOffset.FromUnixTimeSeconds(entry.CreatedAt.ToUnixTimeSeconds()),
                Keys = entry.Keys,
                OldImage = entry.OldImage,
                NewImage = entry.NewImage,
                SequenceNumber = number,
                SizeBytes = entry.SizeBytes,
                StreamViewType = stream.ViewType,
            },
            UserIdentity = entry.IsExpiry ? Expiry : null,
        };
    }
}
