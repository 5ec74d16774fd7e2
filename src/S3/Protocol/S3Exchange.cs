using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using RustStack.Core.Requests;
using RustStack.S3.Errors;
using RustStack.S3.Routing;
using RustStack.S3.Signing;
using RustStack.S3.Uploads;

namespace RustStack.S3.Protocol;

/// <summary>
/// One request and its answer as an operation sees them: its place, its raw facts, and what it says beyond the typed output.
/// </summary>
internal sealed class S3Exchange
{
    private const string AmazonHeaderPrefix = "x-amz-";
    private const string ContentLengthHeader = "Content-Length";
    private const string XmlContentType = "application/xml";
    private const int CopyBufferBytes = 64 * 1024;

    private readonly HttpContext _http;
    private readonly IHeaderDictionary _requestHeaders;
    private readonly IHeaderDictionary _answerHeaders;
    private readonly IReadOnlyDictionary<string, string>? _headers;

    /// <summary>Makes the exchange of a routed request.</summary>
    /// <param name="http">The HTTP exchange; it does not leave this class.</param>
    /// <param name="context">Who asks, where and when.</param>
    /// <param name="target">What the request names.</param>
    public S3Exchange(HttpContext http, RequestContext context, S3Target target)
    {
        _http = http;
        _requestHeaders = http.Request.Headers;
        _answerHeaders = http.Response.Headers;
        Context = context;
        Target = target;
    }

    private S3Exchange(S3Exchange exchange, string key, IReadOnlyDictionary<string, string> headers, Caller? caller)
        : this(exchange._http, exchange.Context, exchange.Target with { Key = key })
    {
        _headers = headers;
        Caller = caller;
        if (caller?.AccountId is { } account) Context = exchange.Context with { AccountId = account };
    }

    /// <summary>Who asks, where and when.</summary>
    public RequestContext Context { get; }

    /// <summary>Who asks, verified; null where signatures are not verified.</summary>
    public Caller? Caller { get; set; }

    /// <summary>What the request's host, path and query name.</summary>
    public S3Target Target { get; }

    /// <summary>The bucket; empty for operations on the service.</summary>
    public string Bucket => Target.Bucket;

    /// <summary>The object's key; empty for operations on a bucket or the service.</summary>
    public string Key => Target.Key;

    /// <summary>The HTTP method in upper case.</summary>
    public string Method => _http.Request.Method;

    /// <summary>The scheme that the client used: <c>http</c> or <c>https</c>.</summary>
    public string Scheme => _http.Request.Scheme;

    /// <summary>The host that the client used, with its port.</summary>
    public string Host => _http.Request.Host.Value ?? "";

    /// <summary>The query as it was sent, with its question mark; empty when there is none.</summary>
    public string QueryString => _http.Request.QueryString.Value ?? "";

    /// <summary>Whether the request is signed by nobody.</summary>
    public bool IsAnonymous => !Target.Query.IsPresigned && _requestHeaders.Authorization.Count == 0;

    /// <summary>The names of the query's parameters, in order.</summary>
    public IEnumerable<string> QueryNames => Target.Query.Parameters.Select(static parameter => parameter.Key);

    /// <summary>Whether the query has parameters.</summary>
    public bool HasQuery => Target.Query.Parameters.Count > 0;

    /// <summary>The scheme and host that the client used, such as <c>http://localhost:4566</c>.</summary>
    public string BaseUrl => $"{_http.Request.Scheme}://{_http.Request.Host.Value}";

    /// <summary>The transfer's length in bytes as the head gives it, framing included; null for a chunked transfer or none.</summary>
    public long? ContentLength => _http.Request.ContentLength;

    /// <summary>The body as it comes, framing included. The client is not told to go on before it is read.</summary>
    public Stream RawBody => _http.Request.Body;

    /// <summary>The status of the answer: the model's unless the operation sets another.</summary>
    public int StatusCode
    {
        get => _http.Response.StatusCode;
        set => _http.Response.StatusCode = value;
    }

    /// <summary>A header's value, or null. A presigned URL may carry <c>x-amz-</c> headers in its query.</summary>
    /// <param name="name">The name, in any case.</param>
    public string? Header(string name)
    {
        if (_headers is not null) return _headers.GetValueOrDefault(name);
        if (_requestHeaders.TryGetValue(name, out StringValues values)) return values.ToString();
        bool mayBeInQuery = Target.Query.IsPresigned && name.StartsWith(AmazonHeaderPrefix, StringComparison.OrdinalIgnoreCase);
        return mayBeInQuery ? Target.Query.FindAnyCase(name) : null;
    }

    /// <summary>A header that the operation requires.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="Core.Errors.AwsException">MissingSecurityHeader when it is absent or empty.</exception>
    public string RequiredHeader(string name) => Header(name) is { Length: > 0 } value ? value : throw ProtocolErrors.MissingHeader(name);

    /// <summary>A query parameter's value, or null; empty when the parameter has none.</summary>
    /// <param name="name">The name, in exact case.</param>
    public string? Query(string name) => Target.Query.Find(name);

    /// <summary>A query parameter that the operation requires.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="Core.Errors.AwsException">InvalidArgument when it is absent or empty.</exception>
    public string RequiredQuery(string name) => Query(name) is { Length: > 0 } value ? value : throw ProtocolErrors.MissingParameter(name);

    /// <summary>The headers whose names start with a prefix, without it and in lower case; null when there are none.</summary>
    /// <param name="prefix">The prefix in lower case.</param>
    public IReadOnlyDictionary<string, string>? HeadersBelow(string prefix)
    {
        IEnumerable<KeyValuePair<string, string>> headers =
            _headers ?? _requestHeaders.Select(static header => KeyValuePair.Create(header.Key, header.Value.ToString()));
        Dictionary<string, string>? found = null;
        foreach ((string name, string value) in headers)
        {
            if (!name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) continue;
            (found ??= new(StringComparer.Ordinal))[name[prefix.Length..].ToLowerInvariant()] = value;
        }

        return found;
    }

    /// <summary>The same exchange as the upload of an object: with the key and the headers that the fields of a form stand for.</summary>
    /// <param name="key">The key.</param>
    /// <param name="headers">The headers, by name in any case.</param>
    /// <param name="caller">Who signed the form; null where signatures are not verified.</param>
    /// <returns>An exchange whose answer is this one's.</returns>
    public S3Exchange AsUpload(string key, IReadOnlyDictionary<string, string> headers, Caller? caller) => new(this, key, headers, caller);

    /// <summary>Refuses the request when it has a header or query parameter that is not supported.</summary>
    /// <param name="name">The header's or parameter's name.</param>
    /// <exception cref="Core.Errors.AwsException">NotImplemented, naming it.</exception>
    public void Refuse(string name)
    {
        if (Header(name) is not null || Query(name) is not null) throw RequestErrors.HeaderNotImplemented(name);
    }

    /// <summary>
    /// Reads a body that is a document, without its framing and checked against every digest that the head states. The checksums that come
    /// with the document that completes a multipart upload are the object's.
    /// </summary>
    /// <param name="maxBytes">The most bytes that it may have.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The bytes; none when there is no body.</returns>
    /// <exception cref="Core.Errors.AwsException">There are more bytes, or they are not what the head says.</exception>
    public ValueTask<ReadOnlyMemory<byte>> ReadDocumentAsync(int maxBytes, CancellationToken cancellationToken)
    {
        bool hasBody = ContentLength is not null || _requestHeaders.TransferEncoding.Count > 0;
        bool isUploadCompleted = Query("uploadId") is not null;
        if (!hasBody && Caller is null) return default;
        var plan = UploadPlan.ReadDocument(Header, Caller, hasChecksum: hasBody && !isUploadCompleted);
        return DocumentBody.ReadAsync(RawBody, plan, maxBytes, cancellationToken);
    }

    /// <summary>Sets a header of the answer; null sets none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value; controls in it become spaces.</param>
    public void SetHeader(string name, string? value)
    {
        if (value is not null) _answerHeaders[name] = HeaderText.WithoutControls(value);
    }

    /// <summary>Sets a numeric header of the answer; null sets none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public void SetHeader(string name, long? value)
    {
        if (value is not { } number) return;
        // The web server keeps the length as a number.
        if (name == ContentLengthHeader) _http.Response.ContentLength = number;
        else _answerHeaders[name] = number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Sets a boolean header of the answer; null sets none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public void SetHeader(string name, bool? value)
    {
        if (value is { } flag) _answerHeaders[name] = flag ? "true" : "false";
    }

    /// <summary>Sets a header of the answer to a time as HTTP prints it; null sets none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The time.</param>
    public void SetHttpDate(string name, DateTimeOffset? value)
    {
        if (value is { } time) _answerHeaders[name] = WireValue.PrintHttpDate(time);
    }

    /// <summary>Sets a header of the answer to a time as S3 prints it; null sets none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The time.</param>
    public void SetDateTime(string name, DateTimeOffset? value)
    {
        if (value is { } time) _answerHeaders[name] = WireValue.Print(time);
    }

    /// <summary>
    /// Sets the headers of user metadata; null sets none. The fields of a form may have names that no header can have: those are counted
    /// (Amazon S3 API reference, GetObject, <c>x-amz-missing-meta</c>).
    /// </summary>
    /// <param name="prefix">The prefix of the headers' names.</param>
    /// <param name="values">The values by name without prefix.</param>
    public void SetHeadersBelow(string prefix, IReadOnlyDictionary<string, string>? values)
    {
        if (values is null) return;
        int missing = 0;
        foreach ((string name, string value) in values)
        {
            if (HeaderText.IsName(name)) _answerHeaders[prefix + name] = HeaderText.Metadata(value);
            else missing++;
        }

        if (missing > 0) SetHeader("x-amz-missing-meta", missing);
    }

    /// <summary>Ends the answer's head; it has no body.</summary>
    public void WriteEmpty()
    {
        bool mayHaveLength = StatusCode != StatusCodes.Status204NoContent && !HttpMethods.IsHead(Method);
        if (mayHaveLength) _http.Response.ContentLength = 0;
        if (HttpMethods.IsHead(Method) && _http.Response.ContentType is null) _http.Response.ContentType = XmlContentType;
    }

    /// <summary>Writes a document as the answer's body; one that nothing was written to is no body.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public ValueTask WriteXmlAsync(XmlBodyWriter document, CancellationToken cancellationToken) =>
        WriteBodyAsync(document.Written, XmlContentType, cancellationToken);

    /// <summary>Writes a text as the answer's body; null writes none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public ValueTask WriteTextAsync(string? text, string contentType, CancellationToken cancellationToken) =>
        WriteBodyAsync(text is null ? default : System.Text.Encoding.UTF8.GetBytes(text), contentType, cancellationToken);

    /// <summary>Copies a stream to the answer's body and disposes it; null writes none. Its length is the operation's to set.</summary>
    /// <param name="body">The stream.</param>
    /// <param name="cancellationToken">Ends the copying.</param>
    public async ValueTask WriteStreamAsync(Stream? body, CancellationToken cancellationToken)
    {
        if (body is null)
        {
            WriteEmpty();
            return;
        }

        await using (body)
        {
            await body.CopyToAsync(_http.Response.Body, CopyBufferBytes, cancellationToken);
        }
    }

    private async ValueTask WriteBodyAsync(ReadOnlyMemory<byte> body, string contentType, CancellationToken cancellationToken)
    {
        if (body.IsEmpty)
        {
            WriteEmpty();
            return;
        }

        _http.Response.ContentType = contentType;
        _http.Response.ContentLength = body.Length;
        await _http.Response.Body.WriteAsync(body, cancellationToken);
    }
}
