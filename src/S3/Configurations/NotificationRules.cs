using RustStack.Core.Ids;
using RustStack.S3.Errors;
using RustStack.S3.Generated;

namespace RustStack.S3.Configurations;

/// <summary>What a notification configuration must be. Whether its destinations are there is not known here.</summary>
internal static class NotificationRules
{
    private const int ArnParts = 6;

    /// <summary>Checks a configuration.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="region">The bucket's region.</param>
    /// <param name="ids">Gives entries without id one.</param>
    /// <returns>The configuration as S3 gives it back: every entry has an id.</returns>
    /// <exception cref="Core.Errors.AwsException">It breaks a rule.</exception>
    public static NotificationConfiguration Check(NotificationConfiguration configuration, string region, IdSource ids)
    {
        NotificationConfiguration complete = Complete(configuration, ids);
        NotificationTarget[] targets = [.. Targets(complete)];
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < targets.Length; i++)
        {
            Check(targets[i], region);
            if (!seen.Add(targets[i].Id)) throw NotificationErrors.DuplicateId(targets[i].Id);
            if (targets.Take(i).Any(targets[i].Overlaps)) throw NotificationErrors.Ambiguous();
        }

        return complete;
    }

    private static NotificationConfiguration Complete(NotificationConfiguration configuration, IdSource ids) => configuration with
    {
        TopicConfigurations = All(
            configuration.TopicConfigurations, entry => entry with { Id = IdOf(entry.Id, ids), Filter = NotificationFilters.Check(entry.Filter) }),
        QueueConfigurations = All(
            configuration.QueueConfigurations, entry => entry with { Id = IdOf(entry.Id, ids), Filter = NotificationFilters.Check(entry.Filter) }),
        LambdaFunctionConfigurations = All(
            configuration.LambdaFunctionConfigurations,
            entry => entry with { Id = IdOf(entry.Id, ids), Filter = NotificationFilters.Check(entry.Filter) }),
    };

    private static IReadOnlyList<T>? All<T>(IReadOnlyList<T>? entries, Func<T, T> complete) =>
        entries is null ? null : [.. entries.Select(complete)];

    private static string IdOf(string? id, IdSource ids) => string.IsNullOrEmpty(id) ? ids.NewUuid().ToString() : id;

    private static IEnumerable<NotificationTarget> Targets(NotificationConfiguration configuration) =>
    [
        .. (configuration.TopicConfigurations ?? []).Select(static entry => new NotificationTarget(
            entry.Id!, entry.TopicArn!, "TopicArn", "sns", entry.Events!,
            NotificationFilters.PrefixOf(entry.Filter), NotificationFilters.SuffixOf(entry.Filter))),
        .. (configuration.QueueConfigurations ?? []).Select(static entry => new NotificationTarget(
            entry.Id!, entry.QueueArn!, "QueueArn", "sqs", entry.Events!,
            NotificationFilters.PrefixOf(entry.Filter), NotificationFilters.SuffixOf(entry.Filter))),
        .. (configuration.LambdaFunctionConfigurations ?? []).Select(static entry => new NotificationTarget(
            entry.Id!, entry.LambdaFunctionArn!, "LambdaFunctionArn", "lambda", entry.Events!,
            NotificationFilters.PrefixOf(entry.Filter), NotificationFilters.SuffixOf(entry.Filter))),
    ];

    private static void Check(NotificationTarget target, string region)
    {
        foreach (string name in target.Events)
        {
            if (!Event.Values.Contains(name)) throw NotificationErrors.UnsupportedEvent(name);
        }

        string[] arn = target.Arn.Split(':', ArnParts);
        bool isArn = arn is ["arn", "aws" or "aws-cn" or "aws-us-gov", _, { Length: > 0 }, { Length: > 0 }, { Length: > 0 }];
        if (!isArn || arn[2] != target.Service) throw NotificationErrors.InvalidArn(target.ArnName, target.Arn);
        if (arn[3] != region) throw NotificationErrors.WrongRegion(target.ArnName, target.Arn);
    }
}
