namespace RustStack.S3.Configurations;

/// <summary>One entry of a notification configuration, whatever kind of destination it has.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Arn">The destination.</param>
/// <param name="ArnName">What errors call the destination.</param>
/// <param name="Service">The service that the destination must be of.</param>
/// <param name="Events">The events.</param>
/// <param name="Prefix">What keys must start with.</param>
/// <param name="Suffix">What keys must end with.</param>
internal sealed record NotificationTarget(
    string Id, string Arn, string ArnName, string Service, IReadOnlyList<string> Events, string Prefix, string Suffix)
{
    private const string EveryEvent = "*";

    /// <summary>Whether one change of an object could make both entries notify.</summary>
    /// <param name="other">The other entry.</param>
    public bool Overlaps(NotificationTarget other) =>
        Events.Any(mine => other.Events.Any(theirs => Overlap(mine, theirs)))
        && (Prefix.StartsWith(other.Prefix, StringComparison.Ordinal) || other.Prefix.StartsWith(Prefix, StringComparison.Ordinal))
        && (Suffix.EndsWith(other.Suffix, StringComparison.Ordinal) || other.Suffix.EndsWith(Suffix, StringComparison.Ordinal));

    private static bool Overlap(string mine, string theirs) => mine == theirs || Covers(mine, theirs) || Covers(theirs, mine);

    private static bool Covers(string wide, string narrow) =>
        wide.EndsWith(EveryEvent, StringComparison.Ordinal) && narrow.StartsWith(wide[..^EveryEvent.Length], StringComparison.Ordinal);
}
