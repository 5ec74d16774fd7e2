using System.Reflection;
using RustStack.Core.Errors;
using RustStack.S3.Access;
using RustStack.S3.Blobs;
using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Multipart;
using RustStack.S3.Objects;
using RustStack.S3.Persistence;
using RustStack.S3.Persistence.Documents;

namespace RustStack.S3.Tests.Persistence;

/// <summary>What is saved comes back as it was, to the last member: a member that a document does not carry fails here.</summary>
public sealed class DocumentTests
{
    private const int Seed = 20;
    private const int Rounds = 200;

    private static readonly Random Values = new(Seed);

    [Fact]
    public void BucketConfiguration_ComesBack()
    {
        BucketConfiguration minimal = new() { Acl = new(null, new("", [])), PublicAccessBlock = null };
        RoundTrips(minimal, static one => BucketConfigurationDocument.Decode(BucketConfigurationDocument.Encode(one), ValueFiller.Bucket));
    }

    [Fact]
    public void StoredObject_ComesBack() => RoundTrips(
        new StoredObject { LastModified = default },
        static one => StoredObjectDocument.Decode(StoredObjectDocument.Encode(one), one.Order, Find));

    [Fact]
    public void ObjectProperties_ComeBack() => RoundTrips(new ObjectProperties(), static one => RoundTrip(one));

    [Fact]
    public void ObjectMetadata_ComesBack() => RoundTrips(
        new ObjectMetadata(), static one => RoundTrip(new ObjectProperties { Metadata = one }).Metadata);

    [Fact]
    public void PendingUpload_ComesBack() => RoundTrips(
        new PendingUpload([], "", default, "", new(), default) { ObjectExisted = false },
        static one => PendingUploadDocument.Decode(PendingUploadDocument.Encode(one), one.Key, one.UploadId),
        static filler => new(
            [1, 2, 3],
            filler.Fill<string>(),
            filler.Fill<DateTimeOffset>(),
            filler.Fill<string>(),
            filler.Fill<ObjectProperties>(),
            filler.Fill<UploadChecksum>())
        { ObjectExisted = true });

    [Fact]
    public void StoredPart_ComesBack() => RoundTrips(
        new StoredPart(0, "", default, new MemoryBlob([], 0), new(default, "", false)),
        static one => StoredPartDocument.Decode(StoredPartDocument.Encode(one), one.Number, Find));

    /// <summary>Any one member of what is configured may be missing, unless the API asks for it.</summary>
    [Fact]
    public void ConfigurationWithoutAMember_ComesBack()
    {
        int kept = 0;
        for (int round = 0; round < Rounds; round++)
        {
            BucketConfiguration one = new ValueFiller(Values).Fill<BucketConfiguration>();
            if (!TakeOut(one)) continue;
            try
            {
                Assert.Equal(ValueText.Of(one), ValueText.Of(BucketConfigurationDocument.Decode(BucketConfigurationDocument.Encode(one), ValueFiller.Bucket)));
                kept++;
            }
            catch (AwsException required)
            {
                Assert.Equal("MalformedXML", required.Code);
            }
        }

        Assert.True(kept > Rounds / 4, $"seed {Seed}: only {kept} of {Rounds} configurations could be read.");
    }

    [Fact]
    public void DefaultConfiguration_ComesBack()
    {
        BucketConfiguration one = new() { Acl = new("BucketOwnerEnforced", AccessControlList.Private("owner")) };
        Assert.Equal(ValueText.Of(one), ValueText.Of(BucketConfigurationDocument.Decode(BucketConfigurationDocument.Encode(one), ValueFiller.Bucket)));
        one = one with { PublicAccessBlock = null, ObjectLock = new() };
        Assert.Equal(ValueText.Of(one), ValueText.Of(BucketConfigurationDocument.Decode(BucketConfigurationDocument.Encode(one), ValueFiller.Bucket)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Blob_ComesBackInItsPieces(int pieces)
    {
        Blob[] blobs = [.. Enumerable.Range(1, pieces).Select(static i => new NamedBlob((UInt128)i, i))];
        Blob whole = pieces switch { 0 => new MemoryBlob([], 0), 1 => blobs[0], _ => new CompositeBlob([.. blobs, new MemoryBlob([], 0)]) };
        StoredObject version = new() { LastModified = default, Blob = whole };

        StoredObject read = StoredObjectDocument.Decode(StoredObjectDocument.Encode(version), 0, Find);

        Assert.Equal(ValueText.Of(version), ValueText.Of(read));
        Assert.False(read.IsDeleteMarker);
        Assert.Equal(whole.LengthBytes, read.SizeBytes);
    }

    [Fact]
    public void Marker_ComesBackAsOne()
    {
        var marker = StoredObject.Marker(new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero));
        byte[] document = StoredObjectDocument.Encode(marker);
        Assert.True(StoredObjectDocument.Decode(document, 0, Find).IsDeleteMarker);
        Assert.Equal("{\"time\":638397614450000000}", System.Text.Encoding.UTF8.GetString(document));
    }

    private static void RoundTrips<T>(T minimal, Func<T, T> roundTrip, Func<ValueFiller, T>? fill = null)
    {
        for (int round = 0; round < Rounds; round++)
        {
            ValueFiller filler = new(Values);
            T filled = fill is null ? filler.Fill<T>() : fill(filler);
            foreach (PropertyInfo member in typeof(T).GetProperties().Where(static member => member.SetMethod is not null || IsFromConstructor(member)))
            {
                bool differs = ValueText.Of(member.GetValue(filled)) != ValueText.Of(member.GetValue(minimal));
                Assert.True(differs, $"{member.Name} is not filled: the test knows nothing of it.");
            }

            string expected = ValueText.Of(filled);
            string actual = ValueText.Of(roundTrip(filled));
            Assert.True(expected == actual, $"seed {Seed}, round {round}:\n{expected}\n{actual}");
        }

        Assert.Equal(ValueText.Of(minimal), ValueText.Of(roundTrip(minimal)));
    }

    private static bool IsFromConstructor(PropertyInfo member) => member.DeclaringType!.GetConstructors()
        .SelectMany(static constructor => constructor.GetParameters())
        .Any(parameter => string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase));

    private static ObjectProperties RoundTrip(ObjectProperties properties)
    {
        StoredObject version = new() { LastModified = default, Properties = properties };
        return StoredObjectDocument.Decode(StoredObjectDocument.Encode(version), 0, Find).Properties;
    }

    /// <summary>Sets a member somewhere in what the API's shapes configure to null.</summary>
    private static bool TakeOut(BucketConfiguration configuration)
    {
        object[] roots =
        [
            configuration.Website!, configuration.Encryption!, configuration.PublicAccessBlock!, configuration.Logging!,
            configuration.Notification, configuration.Replication!, configuration.Cors![0], configuration.Lifecycle!.Rules[0],
            configuration.Analytics.All.First(), configuration.Inventories.All.First(), configuration.Metrics.All.First(),
            configuration.Tierings.All.First(),
        ];
        object at = roots[Values.Next(roots.Length)];
        while (true)
        {
            PropertyInfo[] members = [.. ValueFiller.Members(at.GetType()).Where(member => member.GetValue(at) is not null)];
            if (members.Length == 0) return false;
            PropertyInfo member = members[Values.Next(members.Length)];
            object below = member.GetValue(at)!;
            if (below.GetType().Namespace == typeof(Tag).Namespace && !below.GetType().IsArray && Values.Next(3) > 0)
            {
                at = below;
                continue;
            }

            if (Nullable.GetUnderlyingType(member.PropertyType) is null && member.PropertyType.IsValueType) return false;
            if (member.Name == "Id") return false;
            member.SetValue(at, null);
            return true;
        }
    }

    private static Blob Find(BlobReference reference) => new NamedBlob(reference.Name, reference.LengthBytes);
}
