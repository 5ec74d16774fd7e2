namespace RustStack.Bench.Driver;

/// <summary>One kind of request.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Script">wrk's script for RustStack.</param>
/// <param name="Sample">Sends one such request and gives the answer's body.</param>
internal sealed record Scenario(string Name, string Script, Func<Server, Task<byte[]>> Sample)
{
    /// <summary>Bytes of the request's body.</summary>
    public int BodyBytes { get; init; }

    /// <summary>The method that the reference gets.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>The path, in which <c>@</c> stands for a number below <see cref="Keys"/>.</summary>
    public string Path { get; init; } = "/";

    /// <summary>How many keys the requests go to.</summary>
    public int Keys { get; init; } = 1;

    /// <summary>Whether the reference hashes the body, as an upload must be.</summary>
    public bool IsHashed { get; init; }

    /// <summary>The most CPU time, as a multiple of the reference's in the same run; null when there is no such budget.</summary>
    public double? MostRatio { get; init; }

    /// <summary>The most CPU time in microseconds; null when there is no such budget.</summary>
    public double? MostMicroseconds { get; init; }

    /// <summary>Open connections.</summary>
    public int Connections { get; init; } = 16;

    /// <summary>What is to be there before; nothing when null.</summary>
    public Func<Server, Task>? Prepare { get; init; }
}
