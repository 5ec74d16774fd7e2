using System.Text.Json;
using RustStack.DynamoDb.Tests.Operations;

namespace RustStack.DynamoDb.Tests.Statements;

/// <summary>Short ways to ask the service for statements.</summary>
internal static class StatementRequests
{
    /// <summary>The JSON of a request with one statement.</summary>
    public static string Json(string statement, string? parameters = null, string? more = null) =>
        $"{{{Members(statement, parameters)}{(more is null ? "" : "," + more)}}}";

    /// <summary>The JSON of a batch or transaction; each statement may have parameters, and more, behind a bar.</summary>
    public static string Json(string member, IEnumerable<string> statements, string? more = null)
    {
        IEnumerable<string> elements = statements.Select(static statement => statement.Split(" | "))
            .Select(static parts => Json(parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2)));
        return $"{{\"{member}\":[{string.Join(',', elements)}]{(more is null ? "" : "," + more)}}}";
    }

    /// <summary>Runs a statement and gives the items back as text, one after the other.</summary>
    public static async Task<string> RunAsync(this Service service, string statement, string? parameters = null, string? more = null)
    {
        JsonElement answer = await service.AskJsonAsync("ExecuteStatement", Json(statement, parameters, more));
        return Text(answer.GetProperty("Items"));
    }

    /// <summary>Runs a statement page by page and gives the pages back as text.</summary>
    public static async Task<List<string>> PagesAsync(this Service service, string statement, string? parameters = null, string? more = null)
    {
        List<string> pages = [];
        string? token = null;
        do
        {
            string members = string.Join(',', new[] { more, token is null ? null : $"\"NextToken\":\"{token}\"" }.OfType<string>());
            JsonElement answer = await service.AskJsonAsync("ExecuteStatement", Json(statement, parameters, members.Length == 0 ? null : members));
            pages.Add(Text(answer.GetProperty("Items")));
            token = answer.TryGetProperty("NextToken", out JsonElement next) ? next.GetString() : null;
            Assert.Equal(token is not null, answer.TryGetProperty("LastEvaluatedKey", out _));
        }
        while (token is not null);
        return pages;
    }

    /// <summary>Items without types and quotes, so that they can be read: <c>pk=a sk=1; pk=b sk=2</c>.</summary>
    public static string Text(JsonElement items) => string.Join("; ", items.EnumerateArray().Select(Item));

    public static string Item(JsonElement item) =>
        string.Join(' ', item.EnumerateObject().OrderBy(static attribute => attribute.Name, StringComparer.Ordinal)
            .Select(static attribute => $"{attribute.Name}={Value(attribute.Value)}"));

    private static string Value(JsonElement value)
    {
        JsonProperty typed = value.EnumerateObject().Single();
        return typed.Name switch
        {
            "S" or "N" or "B" => typed.Value.GetString()!,
            "L" => $"[{string.Join(',', typed.Value.EnumerateArray().Select(Value))}]",
            "M" => $"({Item(typed.Value)})",
            "SS" or "NS" or "BS" => $"<{string.Join(',', typed.Value.EnumerateArray().Select(static element => element.GetString()))}>",
            _ => typed.Value.GetRawText(),
        };
    }

    private static string Members(string statement, string? parameters) =>
        $"\"Statement\":{JsonSerializer.Serialize(statement)}{(string.IsNullOrEmpty(parameters) ? "" : $",\"Parameters\":[{parameters}]")}";
}
