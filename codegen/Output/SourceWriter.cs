using System.Text;

namespace RustStack.Codegen.Output;

/// <summary>Writes indented C#: lines with LF ends, four spaces a level.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes one line at the current depth; an empty one has no trailing blanks.</summary>
    public void Line(string line = "")
    {
        if (line.Length > 0) _text.Append(' ', _depth * 4).Append(line);
        _text.Append('\n');
    }

    /// <summary>Writes a heading and what follows in braces.</summary>
    /// <param name="heading">What stands before the opening brace, on its own line.</param>
    /// <param name="body">Writes the block's inside.</param>
    /// <param name="end">What closes it.</param>
    public void Block(string heading, Action body, string end = "}")
    {
        Line(heading);
        Line("{");
        _depth++;
        body();
        _depth--;
        Line(end);
    }

    /// <summary>What was written.</summary>
    public override string ToString() => _text.ToString();
}
