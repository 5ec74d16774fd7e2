namespace RustStack.DynamoDb.Capacity;

/// <summary>What reads cost: one unit for each 4 KB begun, half of that unless the read is consistent.</summary>
internal static class ReadUnits
{
    private const int UnitBytes = 4096;

    /// <summary>The cost of a read.</summary>
    /// <param name="bytes">The size of what was read, in bytes; nothing costs as much as a little.</param>
    /// <param name="isConsistent">Whether the read is strongly consistent.</param>
    /// <returns>Read units.</returns>
    public static double Of(long bytes, bool isConsistent) =>
        Math.Max(1, (bytes + UnitBytes - 1) / UnitBytes) * (isConsistent ? 1.0 : 0.5);
}
