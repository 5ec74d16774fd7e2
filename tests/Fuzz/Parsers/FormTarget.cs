using RustStack.S3.Forms;

namespace RustStack.Fuzz.Parsers;

/// <summary>Bodies of form uploads, read to the end of the file.</summary>
internal sealed class FormTarget : IParserTarget
{
    private const int MaxFileBytes = 4096;

    public string Corpus => "forms";

    public void Run(byte[] input) => ReadAsync(input).GetAwaiter().GetResult();

    // A stream in memory never waits: nothing is blocked.
    private static async Task ReadAsync(byte[] input)
    {
        using MemoryStream body = new(input);
        using FormReader reader = new(body, "\r\n--xyz"u8.ToArray());
        FormFields fields = await reader.ReadFieldsAsync(CancellationToken.None);
        fields.ToHeaders();
        if (fields.Find("policy") is { } policy) PostPolicy.Parse(policy).Check(fields, "fuzz-bucket", DateTimeOffset.UnixEpoch);
        await using FormFileStream file = reader.OpenFile(MaxFileBytes);
        byte[] buffer = new byte[512];
        while (await file.ReadAsync(buffer) > 0)
        {
            // To the end.
        }
    }
}
