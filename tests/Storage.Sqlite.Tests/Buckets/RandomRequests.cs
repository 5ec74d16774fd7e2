using System.Text;

namespace RustStack.Storage.Sqlite.Tests.Buckets;

/// <summary>Makes requests that change S3, and learns from the answers which versions and uploads there are.</summary>
/// <param name="random">Decides.</param>
internal sealed class RandomRequests(Random random)
{
    private const int MinPartBytes = 5 * 1024 * 1024;

    private static readonly string[] Configurations =
    [
        "cors|<CORSConfiguration><CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>http://o{0}</AllowedOrigin></CORSRule></CORSConfiguration>",
        "website|<WebsiteConfiguration><IndexDocument><Suffix>index{0}.html</Suffix></IndexDocument></WebsiteConfiguration>",
        "tagging|<Tagging><TagSet><Tag><Key>k{0}</Key><Value>v + w</Value></Tag></TagSet></Tagging>",
        "lifecycle|<LifecycleConfiguration><Rule><ID>r{0}</ID><Status>Enabled</Status><Filter><Prefix>none</Prefix></Filter><Expiration><Days>9</Days></Expiration></Rule></LifecycleConfiguration>",
        "encryption|<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>arn:aws:kms:us-east-1:000000000000:key/{0}</KMSMasterKeyID></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>",
        "publicAccessBlock|<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>",
        "ownershipControls|<OwnershipControls><Rule><ObjectOwnership>ObjectWriter</ObjectOwnership></Rule></OwnershipControls>",
        "notification|<NotificationConfiguration><EventBridgeConfiguration/></NotificationConfiguration>",
        "requestPayment|<RequestPaymentConfiguration><Payer>Requester</Payer></RequestPaymentConfiguration>",
        "accelerate|<AccelerateConfiguration><Status>Suspended</Status></AccelerateConfiguration>",
        "metrics&id=m{0}|<MetricsConfiguration><Id>m{0}</Id></MetricsConfiguration>",
    ];

    private readonly List<(string Path, string VersionId)> _versions = [];
    private readonly List<(string Path, string UploadId)> _uploads = [];
    private readonly Dictionary<string, SortedDictionary<int, string>> _parts = [];

    /// <summary>The buckets.</summary>
    public static IReadOnlyList<string> Buckets { get; } = ["alpha", "beta", "gamma"];

    /// <summary>The next request.</summary>
    public S3Request Next() => random.Next(24) switch
    {
        0 => new("PUT", $"/{Bucket()}") { Headers = random.Next(3) == 0 ? [("x-amz-bucket-object-lock-enabled", "true")] : [] },
        1 => new("DELETE", $"/{Bucket()}"),
        2 => Versioning(),
        3 or 4 => Configure(),
        5 or 6 or 7 => new("DELETE", ObjectPath()),
        8 => DeleteVersion(),
        9 => DeleteMany(),
        10 or 11 => Copy(),
        12 => Tag(),
        13 => new("POST", $"{ObjectPath()}?uploads") { Headers = Describe() },
        14 or 15 => UploadPart(),
        16 => Complete(),
        17 => OfUpload((path, id) => new("DELETE", $"{path}?uploadId={id}")),
        18 => Hold(),
        _ => new("PUT", ObjectPath(), Bytes(random.Next(3000))) { Headers = Describe() },
    };

    /// <summary>Learns from an answer.</summary>
    public void Learn(S3Request request, S3Answer answer)
    {
        string path = request.Target.Split('?')[0];
        if (answer.Header("x-amz-version-id") is { } id and not "null") _versions.Add((path, id));
        if (request.Target.EndsWith("?uploads", StringComparison.Ordinal) && answer.Status == 200) _uploads.Add((path, answer.All("UploadId").Single()));
        int part = request.Target.IndexOf("partNumber=", StringComparison.Ordinal);
        if (part < 0 || answer.Status != 200) return;
        string[] words = request.Target[part..].Split('=', '&');
        if (!_parts.TryGetValue(words[3], out SortedDictionary<int, string>? parts)) _parts[words[3]] = parts = [];
        parts[int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture)] = answer.Header("ETag") ?? answer.All("ETag").Single().Replace("&quot;", "\"", StringComparison.Ordinal);
    }

    private string Bucket() => Buckets[random.Next(Buckets.Count)];

    private string ObjectPath() => $"/{Bucket()}/key{random.Next(5)}";

    private S3Request Versioning() => S3Request.Put(
        $"/{Bucket()}?versioning", $"<VersioningConfiguration><Status>{(random.Next(2) == 0 ? "Enabled" : "Suspended")}</Status></VersioningConfiguration>");

    private S3Request Configure()
    {
        string[] words = Configurations[random.Next(Configurations.Length)].Split('|');
        string target = string.Format(System.Globalization.CultureInfo.InvariantCulture, $"/{Bucket()}?{words[0]}", random.Next(4));
        if (random.Next(4) == 0) return new("DELETE", target);
        byte[] body = Encoding.UTF8.GetBytes(words[1].Replace("{0}", target[^1..], StringComparison.Ordinal));
        return new("PUT", target, body) { Headers = [("Content-MD5", Md5(body))] };
    }

    private S3Request DeleteVersion()
    {
        if (_versions.Count == 0 || random.Next(4) == 0) return new("DELETE", $"{ObjectPath()}?versionId=null");
        (string path, string id) = _versions[random.Next(_versions.Count)];
        return new("DELETE", $"{path}?versionId={id}");
    }

    private S3Request DeleteMany()
    {
        string objects = string.Concat(Enumerable.Range(0, 3).Select(_ => $"<Object><Key>key{random.Next(5)}</Key></Object>"));
        byte[] body = Encoding.UTF8.GetBytes($"<Delete>{objects}</Delete>");
        return new("POST", $"/{Bucket()}?delete", body) { Headers = [("Content-MD5", Md5(body))] };
    }

    private S3Request Copy() => new("PUT", ObjectPath())
    {
        Headers = [("x-amz-copy-source", ObjectPath()), ("x-amz-metadata-directive", "REPLACE"), .. Describe()],
    };

    private S3Request Tag() => S3Request.Put(
        $"{ObjectPath()}?tagging", $"<Tagging><TagSet><Tag><Key>k</Key><Value>{random.Next(100)}</Value></Tag></TagSet></Tagging>");

    private S3Request Hold()
    {
        byte[] body = Encoding.UTF8.GetBytes($"<LegalHold><Status>{(random.Next(3) == 0 ? "ON" : "OFF")}</Status></LegalHold>");
        return new("PUT", $"{ObjectPath()}?legal-hold", body) { Headers = [("Content-MD5", Md5(body))] };
    }

    private S3Request UploadPart() => OfUpload((path, id) =>
    {
        string target = $"{path}?partNumber={random.Next(1, 4)}&uploadId={id}";
        if (random.Next(4) == 0) return new("PUT", target) { Headers = [("x-amz-copy-source", ObjectPath())] };
        return new("PUT", target, Bytes(random.Next(12) == 0 ? MinPartBytes : random.Next(2000)));
    });

    private S3Request Complete() => OfUpload((path, id) =>
    {
        IEnumerable<KeyValuePair<int, string>> parts = _parts.TryGetValue(id, out SortedDictionary<int, string>? known) ? known : [];
        if (random.Next(2) == 0) parts = parts.TakeLast(1);
        string document = string.Concat(parts.Select(static part => $"<Part><PartNumber>{part.Key}</PartNumber><ETag>{part.Value}</ETag></Part>"));
        return new("POST", $"{path}?uploadId={id}", Encoding.UTF8.GetBytes($"<CompleteMultipartUpload>{document}</CompleteMultipartUpload>"));
    });

    private S3Request OfUpload(Func<string, string, S3Request> request)
    {
        if (_uploads.Count == 0) return new("POST", $"{ObjectPath()}?uploads");
        (string path, string id) = _uploads[^(1 + random.Next(Math.Min(4, _uploads.Count)))];
        return request(path, id);
    }

    private (string Name, string Value)[] Describe() => random.Next(3) switch
    {
        0 => [],
        1 => [("x-amz-meta-color", $"c{random.Next(9)}"), ("Content-Type", "text/plain"), ("x-amz-tagging", "a=1&b=2")],
        _ => [("x-amz-storage-class", "GLACIER_IR"), ("Cache-Control", "no-cache"), ("x-amz-website-redirect-location", "/there"), ("x-amz-checksum-algorithm", "SHA256")],
    };

    private byte[] Bytes(int count)
    {
        byte[] bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private static string Md5(byte[] body) => Convert.ToBase64String(System.Security.Cryptography.MD5.HashData(body));
}
