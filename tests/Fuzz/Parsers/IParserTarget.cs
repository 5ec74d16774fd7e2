namespace RustStack.Fuzz.Parsers;

/// <summary>A parser that takes any bytes: it gives a value, or refuses them in AWS's words.</summary>
internal interface IParserTarget
{
    /// <summary>The file of its corpus.</summary>
    string Corpus { get; }

    /// <summary>Parses, and checks what must hold of the outcome.</summary>
    /// <param name="input">The input.</param>
    void Run(byte[] input);
}
