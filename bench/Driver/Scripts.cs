using System.Globalization;

namespace RustStack.Bench.Driver;

/// <summary>Scripts for wrk: each sends the same kind of request again and again, with another key each time.</summary>
internal static class Scripts
{
    /// <summary>A DynamoDB operation. In the body <c>@</c> stands for the next number below <paramref name="keys"/>.</summary>
    public static string Dynamo(string operation, string body, int keys) => $$"""
        local n = 0
        local headers = { ["X-Amz-Target"] = "DynamoDB_20120810.{{operation}}", ["Content-Type"] = "application/x-amz-json-1.0" }
        local parts = {}
        local body = [==[{{body}}]==]
        for part in (body .. "@"):gmatch("(.-)@") do parts[#parts + 1] = part end
        function request()
          local out = parts[1]
          for i = 2, #parts do
            n = (n * 7919 + 17) % {{keys}}
            out = out .. n .. parts[i]
          end
          return wrk.format("POST", "/", headers, out)
        end
        """;

    /// <summary>An S3 request. In the path <c>@</c> stands for the next number below <paramref name="keys"/>.</summary>
    public static string S3(string method, string path, int keys, int bodyBytes = 0, string? range = null) => $$"""
        local n = 0
        local headers = { {{(range is null ? "" : $"[\"Range\"] = \"{range}\"")}} }
        local body = {{(bodyBytes == 0 ? "nil" : $"string.rep(\"v\", {bodyBytes.ToString(CultureInfo.InvariantCulture)})")}}
        function request()
          n = (n * 7919 + 17) % {{keys}}
          local path = ("{{path}}"):gsub("@", tostring(n))
          return wrk.format("{{method}}", path, headers, body)
        end
        """;

    /// <summary>A request to the reference with a body and an answer of the same sizes.</summary>
    public static string Reference(string method, int bodyBytes, int answerBytes, bool isHashed) => $$"""
        local body = {{(bodyBytes == 0 ? "nil" : $"string.rep(\"v\", {bodyBytes.ToString(CultureInfo.InvariantCulture)})")}}
        local headers = { ["X-Amz-Target"] = "DynamoDB_20120810.GetItem", ["Content-Type"] = "application/x-amz-json-1.0" }
        local fixed
        function request()
          fixed = fixed or wrk.format("{{method}}", "/{{(isHashed ? "hash" : "plain")}}/{{answerBytes.ToString(CultureInfo.InvariantCulture)}}", headers, body)
          return fixed
        end
        """;
}
