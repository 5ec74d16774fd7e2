using System.Globalization;
using RustStack.Core.Ids;
using RustStack.Core.Requests;

namespace RustStack.Server.Gateway;

/// <summary>
/// The endpoints that speak of the instance itself, with the paths and shapes that LocalStack gives them. They answer only what no AWS
/// client sends, so that they shadow no bucket: a request with AWS credentials, or with a query where the path could be a bucket's, is left
/// to the services.
/// </summary>
internal sealed class InstanceEndpoints
{
    private const string OwnPrefix = "/_localstack/";
    private const string InitPrefix = "/_localstack/init/";

    private readonly TimeProvider _time;
    private readonly DateTimeOffset _started;
    private readonly string _sessionId;
    private readonly string _machineId;
    private readonly bool _inContainer;
    private readonly Func<bool> _isDegraded;
    private readonly byte[] _running;
    private readonly byte[] _degraded;

    /// <summary>Takes the facts that hold as long as the instance runs.</summary>
    /// <param name="serviceNames">The names of the services that run.</param>
    /// <param name="isDegraded">Tells whether changes cannot be saved.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ids">The source of the session's id.</param>
    public InstanceEndpoints(IEnumerable<string> serviceNames, Func<bool> isDegraded, TimeProvider time, IdSource ids)
    {
        _isDegraded = isDegraded;
        _time = time;
        _started = time.GetUtcNow();
        _sessionId = ids.NewUuid().ToString();
        _machineId = "gen_" + ids.NewHex(6);
        _inContainer = File.Exists("/.dockerenv");
        string[] names = [.. serviceNames.Order(StringComparer.Ordinal)];
        _running = Health(names, "running");
        _degraded = Health(names, "degraded");
    }

    /// <summary>Gives the answer to a request, when one of these endpoints is asked.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The document to answer with status 200, or null when the request is not for these endpoints.</returns>
    public byte[]? Answer(HttpRequest request)
    {
        string path = request.Path.Value ?? "";
        if (path.Length < 2 || path[1] is not ('_' or 'h' or 'm')) return null;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return null;
        if (request.QueryString.HasValue && !path.StartsWith(OwnPrefix, StringComparison.Ordinal)) return null;
        return Document(path) is { } document && CredentialScope.Of(request) is null ? document : null;
    }

    private byte[]? Document(string path) => path switch
    {
        "/_localstack/health" or "/_health" or "/health" => Health(),
        "/minio/health/live" or "/minio/health/ready" or "/minio/health/cluster" => Health(),
        "/_localstack/info" => Info(),
        "/_localstack/init" => InitStages(),
        _ => path.StartsWith(InitPrefix, StringComparison.Ordinal) ? InitStage(path[InitPrefix.Length..]) : null,
    };

    private static byte[] Health(string[] serviceNames, string state) => JsonAnswer.Document(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("services"u8);
        foreach (string name in serviceNames) writer.WriteString(name, state);
        writer.WriteEndObject();
        writer.WriteString("edition"u8, "community"u8);
        writer.WriteString("version"u8, ProductVersion.Text);
        writer.WriteEndObject();
    });

    private byte[] Health() => _isDegraded() ? _degraded : _running;

    private byte[] Info()
    {
        DateTimeOffset now = _time.GetUtcNow();
        return JsonAnswer.Document(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("version"u8, ProductVersion.Text);
            writer.WriteString("edition"u8, "community"u8);
            writer.WriteBoolean("is_license_activated"u8, false);
            writer.WriteString("session_id"u8, _sessionId);
            writer.WriteString("machine_id"u8, _machineId);
            writer.WriteString("system"u8, "linux"u8);
            writer.WriteBoolean("is_docker"u8, _inContainer);
            writer.WriteString("server_time_utc"u8, now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
            writer.WriteNumber("uptime"u8, (long)(now - _started).TotalSeconds);
            writer.WriteEndObject();
        });
    }

    /// <summary>There are no init scripts; whoever can ask finds the start completed and the shutdown not.</summary>
    private static byte[] InitStages() => JsonAnswer.Document(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("completed"u8);
        writer.WriteBoolean("BOOT"u8, true);
        writer.WriteBoolean("START"u8, true);
        writer.WriteBoolean("READY"u8, true);
        writer.WriteBoolean("SHUTDOWN"u8, false);
        writer.WriteEndObject();
        writer.WriteStartArray("scripts"u8);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static byte[]? InitStage(string name)
    {
        bool isShutdown = name.Equals("shutdown", StringComparison.OrdinalIgnoreCase);
        if (!isShutdown && name.ToLowerInvariant() is not ("boot" or "start" or "ready")) return null;
        return JsonAnswer.Document(writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("completed"u8, !isShutdown);
            writer.WriteStartArray("scripts"u8);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }
}
