using RustStack.S3.Errors;
using RustStack.S3.Generated;

namespace RustStack.S3.Lifecycle;

/// <summary>Checks the transitions of a lifecycle rule: when objects change their storage class, and in which order.</summary>
internal static class TransitionRules
{
    private const int MinInfrequentDays = 30;
    private const string Current = "Transition";
    private const string Noncurrent = "NoncurrentVersionTransition";

    /// <summary>The storage classes from the warmest to the coldest: objects go down only.</summary>
    private static readonly string[] Waterfall =
    [
        TransitionStorageClass.StandardIa, TransitionStorageClass.IntelligentTiering, TransitionStorageClass.OnezoneIa,
        TransitionStorageClass.GlacierIr, TransitionStorageClass.Glacier, TransitionStorageClass.DeepArchive,
    ];

    /// <summary>Checks the transitions of a rule against each other and against its expirations.</summary>
    /// <param name="rule">The rule.</param>
    /// <exception cref="Core.Errors.AwsException">S3 would refuse them.</exception>
    public static void Check(LifecycleRule rule)
    {
        string prefix = ActiveRule.PrefixOf(rule);
        IReadOnlyList<Transition> transitions = rule.Transitions ?? [];
        foreach (Transition transition in transitions) Check(transition);
        if (transitions.Select(static transition => transition.Days is null).Distinct().Count() > 1)
        {
            throw LifecycleErrors.MixedTransitions(prefix);
        }

        CheckOrder(
            Current,
            prefix,
            [.. transitions.Select(static transition => (transition.StorageClass!, Value(transition.Days, transition.Date)))],
            transitions is [{ Days: null }, ..] ? "Date" : "Days");
        if (transitions.Count > 0 && rule.Expiration is { } expiration) CheckExpiration(transitions, expiration, prefix);
        IReadOnlyList<NoncurrentVersionTransition> noncurrent = rule.NoncurrentVersionTransitions ?? [];
        foreach (NoncurrentVersionTransition transition in noncurrent) Check(transition);
        CheckOrder(
            Noncurrent,
            prefix,
            [.. noncurrent.Select(static transition => (transition.StorageClass!, Value(transition.NoncurrentDays, null)))],
            "NoncurrentDays");
    }

    private static void Check(Transition transition)
    {
        bool isWellFormed = TransitionStorageClass.Values.Contains(transition.StorageClass)
            && (transition.Days is null) != (transition.Date is null);
        if (!isWellFormed) throw RequestErrors.MalformedXml();
        if (transition.Date is { } date) LifecycleRules.CheckMidnight(date);
        if (transition.Days is { } days) CheckDays("Days", Current, transition.StorageClass!, days);
    }

    private static void Check(NoncurrentVersionTransition transition)
    {
        bool isWellFormed = TransitionStorageClass.Values.Contains(transition.StorageClass)
            && transition.NoncurrentDays is not null
            && !(transition.NewerNoncurrentVersions is < 1 or > 100);
        if (!isWellFormed) throw RequestErrors.MalformedXml();
        CheckDays("NoncurrentDays", Noncurrent, transition.StorageClass!, transition.NoncurrentDays!.Value);
    }

    private static void CheckDays(string member, string action, string storageClass, int days)
    {
        if (days < 0) throw LifecycleErrors.Negative(member, action, days);
        bool isInfrequent = storageClass is TransitionStorageClass.StandardIa or TransitionStorageClass.OnezoneIa;
        if (isInfrequent && days < MinInfrequentDays)
        {
            throw LifecycleErrors.TooSoonFor(member, action, storageClass, MinInfrequentDays, days);
        }
    }

    private static void CheckOrder(string action, string prefix, (string StorageClass, long Value)[] steps, string member)
    {
        if (steps.DistinctBy(static step => step.StorageClass).Count() < steps.Length)
        {
            throw LifecycleErrors.SameStorageClass(action, prefix);
        }

        (string StorageClass, long Value)[] ordered = [.. steps.OrderBy(static step => Array.IndexOf(Waterfall, step.StorageClass))];
        for (int i = 1; i < ordered.Length; i++)
        {
            if (ordered[i].Value > ordered[i - 1].Value) continue;
            throw LifecycleErrors.OutOfOrder(action, member, ordered[i].StorageClass, ordered[i - 1].StorageClass, prefix);
        }
    }

    private static void CheckExpiration(IReadOnlyList<Transition> transitions, LifecycleExpiration expiration, string prefix)
    {
        if (expiration.ExpiredObjectDeleteMarker is not null) return;
        bool hasDays = transitions[0].Days is not null;
        if (hasDays != (expiration.Days is not null)) throw LifecycleErrors.MixedActions(prefix);
        long last = transitions.Max(static transition => Value(transition.Days, transition.Date));
        if (Value(expiration.Days, expiration.Date) > last) return;
        throw LifecycleErrors.ExpiresFirst(hasDays ? "Days" : "Date", hasDays ? "greater" : "later", prefix);
    }

    private static long Value(int? days, DateTimeOffset? date) => days ?? date?.UtcTicks ?? 0;
}
