using System.Text;

namespace RustStack.Fuzz;

/// <summary>Inputs that are worth changing: a file of entries with a line <c>%%</c> between them.</summary>
/// <param name="entries">The entries.</param>
internal sealed class Corpus(IReadOnlyList<byte[]> entries)
{
    private const string Separator = "\n%%\n";

    /// <summary>The entries in the order of the file.</summary>
    public IReadOnlyList<byte[]> Entries { get; } = entries;

    /// <summary>Reads the file of a name.</summary>
    public static Corpus Read(string name)
    {
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Corpus", name + ".txt")).TrimEnd('\n');
        return new([.. text.Split(Separator).Select(Encoding.UTF8.GetBytes)]);
    }

    /// <summary>The same with CRLF for every line break, as protocols want it.</summary>
    public Corpus WithCrLf() =>
        new([.. Entries.Select(static entry => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(entry).ReplaceLineEndings("\r\n")))]);
}
