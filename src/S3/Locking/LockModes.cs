namespace RustStack.S3.Locking;

/// <summary>The modes in the model's words.</summary>
internal static class LockModes
{
    private const string Governance = "GOVERNANCE";
    private const string Compliance = "COMPLIANCE";

    /// <summary>Finds a mode by its name.</summary>
    /// <param name="name">The name, in exact case.</param>
    /// <returns>The mode, or null when there is none of that name.</returns>
    public static LockMode? Parse(string? name) => name switch
    {
        Governance => LockMode.Governance,
        Compliance => LockMode.Compliance,
        _ => null,
    };

    extension(LockMode mode)
    {
        /// <summary>The mode's name.</summary>
        public string Name => mode == LockMode.Governance ? Governance : Compliance;
    }
}
