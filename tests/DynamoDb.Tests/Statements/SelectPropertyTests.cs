using System.Text.Json;
using RustStack.DynamoDb.Tests.Operations;

namespace RustStack.DynamoDb.Tests.Statements;

/// <summary>Whatever way a SELECT takes to its items, they are those that a scan with the same condition as its filter finds.</summary>
public sealed class SelectPropertyTests
{
    private readonly Service _service = new();

    [Theory]
    [InlineData(41, null)]
    [InlineData(4_100, null)]
    [InlineData(42, "all")]
    [InlineData(43, "lsi")]
    public async Task Select_FindsWhatAFilteredScanFinds(int seed, string? index)
    {
        Random random = new(seed);
        await _service.CreateIndexedAsync();
        await FillAsync(random);
        int found = 0;
        for (int i = 0; i < 200; i++)
        {
            var where = new RandomWhere(random);
            (string condition, string filter) = where.Condition(depth: 3);
            string source = index is null ? "tab" : $"tab.\"{index}\"";
            string? limit = random.Next(2) == 0 ? null : $"\"Limit\":{random.Next(1, 9)}";

            List<string> pages = await _service.PagesAsync($"SELECT * FROM {source} WHERE {condition}", where.Parameters, limit);

            string[] items = [.. pages.Where(static page => page.Length > 0).SelectMany(static page => page.Split("; ")).Order(StringComparer.Ordinal)];
            string[] expected = [.. await ScanAsync(index, filter, where.Values)];
            Assert.True(expected.SequenceEqual(items), $"Seed {seed}, {condition}: {string.Join("; ", items)} instead of {string.Join("; ", expected)}");
            found += items.Length;
        }

        Assert.InRange(found, 500, int.MaxValue);
    }

    private async Task<IEnumerable<string>> ScanAsync(string? index, string filter, string values)
    {
        string names = index is null ? "" : $"\"IndexName\":\"{index}\",";
        string members = values.Length == 0 ? "" : $",\"ExpressionAttributeValues\":{{{values}}}";
        JsonElement answer = await _service.AskJsonAsync(
            "Scan", $"{{\"TableName\":\"tab\",{names}\"FilterExpression\":{JsonSerializer.Serialize(filter)}{members}}}");
        return answer.GetProperty("Items").EnumerateArray().Select(StatementRequests.Item).Order(StringComparer.Ordinal);
    }

    private async Task FillAsync(Random random)
    {
        string[] texts = ["a", "b", "ab", "it''s", "é😀"];
        foreach (string pk in texts)
        {
            for (int sk = -3; sk < 4; sk++)
            {
                string item = $"'pk': '{pk}', 'sk': {sk}";
                if (random.Next(3) > 0) item += $", 'g': '{texts[random.Next(texts.Length)]}'";
                if (random.Next(3) > 0) item += $", 'h': {random.Next(-3, 4)}";
                if (random.Next(2) == 0) item += $", 'a1': {random.GetItems(["'a'", "'ab'", "''", "1", "TRUE", "NULL", "<<'a', 'b'>>"], 1)[0]}";
                if (random.Next(2) == 0) item += $", 'b1': {random.GetItems(["1", "2.0", "-3", "100", "'a'", "NULL", "[1]"], 1)[0]}";
                if (random.Next(2) == 0) item += $", 'l1': {random.GetItems(["['a']", "['ab', 1]", "[]", "[1]"], 1)[0]}";
                await _service.RunAsync($"INSERT INTO tab VALUE {{{item}}}");
            }
        }
    }
}
