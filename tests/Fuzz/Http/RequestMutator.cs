namespace RustStack.Fuzz.Http;

/// <summary>Changes requests in one or several of their parts, so that most still are requests.</summary>
/// <param name="corpus">The requests to begin with.</param>
internal sealed class RequestMutator(Corpus corpus)
{
    private static readonly string[] Methods = ["GET", "PUT", "POST", "DELETE", "HEAD", "OPTIONS", "PATCH", "get"];

    private static readonly string[] ExtraHeaders =
    [
        "Expect: 100-continue", "Transfer-Encoding: chunked", "Content-Length: 5", "Content-Length: -1", "Content-MD5: XrY7u+Ae7tCTyyK7j1rNww==", "If-Match: *", "If-None-Match: *", "Range: bytes=1-",
        "x-amz-content-sha256: UNSIGNED-PAYLOAD", "x-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER", "x-amz-decoded-content-length: 3", "Content-Encoding: aws-chunked", "x-amz-acl: public-read",
        "x-amz-copy-source: fuzz-bucket/key", "x-amz-expected-bucket-owner: 1", "Origin: http://a.example.com", "Authorization: AWS test:abc", "X-Amz-Target: DynamoDB_20120810.Scan", "x-amz-sdk-checksum-algorithm: CRC32",
    ];

    private readonly FuzzRequest[] _requests = [.. corpus.Entries.Select(FuzzRequest.Parse)];
    private readonly Mutator _bytes = new(corpus);

    /// <summary>The requests, unchanged.</summary>
    public IReadOnlyList<FuzzRequest> Requests => _requests;

    /// <summary>One of the requests with one to three changes.</summary>
    public FuzzRequest Next(Random random)
    {
        FuzzRequest request = _requests[random.Next(_requests.Length)];
        for (int changes = 1 + random.Next(3); changes > 0; changes--) request = Change(random, request);
        return request;
    }

    private FuzzRequest Change(Random random, FuzzRequest request) => random.Next(15) switch
    {
        0 => request with { Method = System.Text.Encoding.ASCII.GetBytes(Methods[random.Next(Methods.Length)]) },
        1 => request with { Target = _bytes.ChangeWord(random, request.Target) },
        2 or 3 => request with { Target = _bytes.Change(random, request.Target) },
        4 or 5 when request.Headers.Count > 0 => ChangeHeader(random, request),
        6 => request with { Headers = [.. request.Headers, System.Text.Encoding.ASCII.GetBytes(ExtraHeaders[random.Next(ExtraHeaders.Length)])] },
        7 => request with { Headers = [.. request.Headers, .. _requests[random.Next(_requests.Length)].Headers] },
        8 => request with { Body = _requests[random.Next(_requests.Length)].Body },
        9 or 10 or 11 or 12 => request with { Body = _bytes.ChangeWord(random, request.Body) },
        _ => request with { Body = _bytes.Change(random, request.Body) },
    };

    private FuzzRequest ChangeHeader(Random random, FuzzRequest request)
    {
        List<byte[]> headers = [.. request.Headers];
        int index = random.Next(headers.Count);
        if (random.Next(6) == 0) headers.RemoveAt(index);
        else headers[index] = random.Next(2) == 0 ? _bytes.ChangeWord(random, headers[index]) : _bytes.Change(random, headers[index]);
        return request with { Headers = headers };
    }
}
