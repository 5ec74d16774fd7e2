using System.Globalization;
using System.Text;
using System.Text.Json;

namespace RustStack.DynamoDb.Tests.Tables;

/// <summary>What a table with sort key <c>sk</c> and the indexes of the tests must answer, the slow and simple way.</summary>
internal sealed class TableModel
{
    private readonly Dictionary<(string Pk, int Sk), Row> _rows = [];

    public long SizeBytes => _rows.Sum(static row => row.Value.SizeBytes(row.Key.Pk, row.Key.Sk));

    public void Set(string pk, int sk, string? g, int? h, string x) => _rows[(pk, sk)] = new(g, h, x);

    public void Remove(string pk, int sk) => _rows.Remove((pk, sk));

    public List<string> All() => Show(_rows);

    public List<string> Range(string pk, int low, int high, bool forward)
    {
        var rows = _rows.Where(row => row.Key.Pk == pk && row.Key.Sk >= low && row.Key.Sk <= high);
        return Show(forward ? rows.OrderBy(static row => row.Key.Sk) : rows.OrderByDescending(static row => row.Key.Sk));
    }

    public List<string> Local(string pk, bool forward)
    {
        var rows = _rows.Where(row => row.Key.Pk == pk && row.Value.H is not null);
        return Show(forward ? rows.OrderBy(static row => row.Value.H) : rows.OrderByDescending(static row => row.Value.H));
    }

    public List<string> Global(string g, int lowest) => Show(_rows.Where(row => row.Value.G == g && row.Value.H >= lowest));

    public List<string> Indexed() =>
        [.. _rows.Where(static row => row.Value.G is not null).Select(static row => Show(row.Key.Pk, row.Key.Sk, row.Value with { H = null }))];

    /// <summary>An item of an answer in the model's words.</summary>
    public static string Show(JsonElement item) => Show(
        Escaped(item.GetProperty("pk").GetProperty("S").GetString()!),
        int.Parse(item.GetProperty("sk").GetProperty("N").GetString()!, CultureInfo.InvariantCulture),
        new(
            item.TryGetProperty("g", out JsonElement g) ? g.GetProperty("S").GetString() : null,
            item.TryGetProperty("h", out JsonElement h) ? int.Parse(h.GetProperty("N").GetString()!, CultureInfo.InvariantCulture) : null,
            item.GetProperty("x").GetProperty("S").GetString()!));

    private static List<string> Show(IEnumerable<KeyValuePair<(string Pk, int Sk), Row>> rows) =>
        [.. rows.Select(static row => Show(row.Key.Pk, row.Key.Sk, row.Value))];

    private static string Show(string pk, int sk, Row row) => $"{pk}/{sk}: {row.G} {row.H} {row.X}";

    // Requests have the zero character escaped.
    private static string Escaped(string text) => text.Replace("\0", "\\u0000", StringComparison.Ordinal);

    private sealed record Row(string? G, int? H, string X)
    {
        public int SizeBytes(string pk, int sk) =>
            2 + Encoding.UTF8.GetByteCount(pk.Replace("\\u0000", "\0", StringComparison.Ordinal)) + 2 + NumberBytes(sk)
            + (G is null ? 0 : 1 + G.Length) + (H is { } h ? 1 + NumberBytes(h) : 0) + 1 + X.Length;

        private static int NumberBytes(int number) => number == 0 ? 1 : 2;
    }
}
