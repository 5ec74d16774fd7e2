using System.Globalization;
using RustStack.Core.Errors;

namespace RustStack.Fuzz.Parsers;

/// <summary>
/// Every parser takes any bytes. Each runs on a thread with a small stack, so that recursion without a bound ends the process here and not
/// at a user's.
/// </summary>
public sealed class ParserTests
{
    private const int StackBytes = 1024 * 1024;

    private static readonly Dictionary<string, IParserTarget> Targets = new IParserTarget[]
    {
        new ItemTarget(), new NumberTarget(), new ConditionTarget(), new UpdateTarget(), new ProjectionTarget(), new StatementTarget(), new XmlTarget(), new ChunkedTarget(),
        new AuthorizationTarget(), new RequestTarget(), new FormTarget(), new BucketPolicyTarget(), new PostPolicyTarget(), new HeaderTarget(),
    }.ToDictionary(static target => target.GetType().Name, StringComparer.Ordinal);

    public static TheoryData<string> Names { get; } = [.. Targets.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AnyInput_IsTakenOrRefused(string name)
    {
        IParserTarget target = Targets[name];
        Corpus corpus = Corpus.Read(target.Corpus);
        Campaign campaign = new(name);
        Mutator mutator = new(target is ChunkedTarget or FormTarget ? corpus.WithCrLf() : corpus);

        OnSmallStack(() => campaign.Run(mutator.Next, input => Refusable(target, input)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Corpus_IsTaken(string name)
    {
        IParserTarget target = Targets[name];
        Corpus corpus = Corpus.Read(target.Corpus);

        OnSmallStack(() => Assert.All((target is ChunkedTarget or FormTarget ? corpus.WithCrLf() : corpus).Entries, entry => Refusable(target, entry)));
    }

    /// <summary>An answer of status 501 is how a feature that is not there is refused by name; any other from 500 up is a defect.</summary>
    private static void Refusable(IParserTarget target, byte[] input)
    {
        try
        {
            target.Run(input);
        }
        catch (AwsException exception) when (exception.StatusCode is < 500 or 501)
        {
            // Refused, as any input may be.
        }
    }

    private static void OnSmallStack(Action action)
    {
        Exception? failure = null;
        Thread thread = new(() => failure = Record.Exception(action), StackBytes);
        thread.CurrentCulture = CultureInfo.InvariantCulture;
        thread.Start();
        thread.Join();
        if (failure is not null) Assert.Fail(failure.ToString());
    }
}
