using System.Text;

namespace RustStack.Codegen.Output;

/// <summary>A generated page of the documentation.</summary>
/// <param name="path">The file's path.</param>
/// <param name="text">The page, with LF ends.</param>
internal sealed class GeneratedPage(string path, string text) : IGeneratedOutput
{
    /// <summary>The page.</summary>
    public string Text { get; } = text;

    /// <inheritdoc/>
    public int Write()
    {
        if (IsCurrent()) return 0;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return 1;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Differences() => IsCurrent() ? [] : [path];

    private bool IsCurrent() => File.Exists(path) && File.ReadAllText(path) == Text;
}
