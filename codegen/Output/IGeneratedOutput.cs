namespace RustStack.Codegen.Output;

/// <summary>Something that is generated in memory, to be written or compared with what is on disk.</summary>
internal interface IGeneratedOutput
{
    /// <summary>Makes the disk hold exactly what was generated.</summary>
    /// <returns>How many files were written or deleted; 0 means that regenerating changed nothing.</returns>
    int Write();

    /// <summary>Compares the disk with what was generated, and changes nothing.</summary>
    /// <returns>The paths of the files that are missing, stale or different.</returns>
    IReadOnlyList<string> Differences();
}
