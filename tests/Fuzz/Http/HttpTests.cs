using System.Diagnostics;
using System.Text;

namespace RustStack.Fuzz.Http;

/// <summary>
/// Requests over HTTP to an instance in this process: each is answered below 500, by 501 where a feature that is not there is
/// refused by name, or by 505 where the version is not HTTP's; nothing is logged as an error, and the instance goes on.
/// </summary>
public sealed class HttpTests
{
    private const int RestoreEvery = 400;
    private const int LookEvery = 50;
    private const int TimesAsLong = 4;

    [Theory]
    [InlineData("s3", false)]
    [InlineData("s3", true)]
    [InlineData("dynamodb", false)]
    [InlineData("dynamodb", true)]
    public async Task AnyRequest_IsAnswered(string service, bool verifiesSignatures)
    {
        await using FuzzedInstance instance = await FuzzedInstance.StartAsync(verifiesSignatures);
        RequestMutator mutator = new(Corpus.Read(service));
        Campaign campaign = new($"{service}{(verifiesSignatures ? " verifying" : "")} over HTTP");
        Mutator bytes = new(new([.. mutator.Requests.Select(request => request.ToBytes(instance.Authority))]));
        SortedDictionary<int, int> statuses = [];
        Stopwatch watch = Stopwatch.StartNew();
        int iteration = 0;
        for (; watch.Elapsed < FuzzOptions.Time * TimesAsLong; iteration++)
        {
            if (iteration % RestoreEvery == 0) await RestoreAsync(instance, mutator, service);
            Random random = campaign.Source(iteration);
            byte[] input = random.Next(6) == 0 ? bytes.Next(random) : Request(random, mutator, service, instance.Authority).ToBytes(instance.Authority);
            int status = await CheckAsync(campaign, instance, iteration, input);
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
        }

        campaign.Report(iteration);
        TestContext.Current.SendDiagnosticMessage("  " + string.Join(", ", statuses.Select(static pair => $"{pair.Key}: {pair.Value}")));
    }

    [Theory]
    [InlineData("s3")]
    [InlineData("dynamodb")]
    public async Task Corpus_SignedAndSentAsItIs_IsMostlyAccepted(string service)
    {
        await using FuzzedInstance instance = await FuzzedInstance.StartAsync(verifiesSignatures: true);
        RequestMutator mutator = new(Corpus.Read(service));
        int accepted = 0;
        List<string> refused = [];
        foreach (FuzzRequest request in mutator.Requests)
        {
            FuzzRequest signed = RequestSigner.Sign(request, service, instance.Authority, TimeProvider.System.GetUtcNow());
            if (await instance.SendAsync(signed.ToBytes(instance.Authority)) is { } status && status < 400) accepted++;
            else refused.Add(Campaign.Show([.. request.Method, (byte)' ', .. request.Target, .. request.Header("X-Amz-Target") is { } t ? Encoding.UTF8.GetBytes(t) : []]));
        }

        Assert.True(accepted > mutator.Requests.Count * 6 / 10, string.Join('\n', refused));
    }

    /// <summary>Two thirds are signed after the change, so that what they say is looked at also where signatures are verified.</summary>
    private static FuzzRequest Request(Random random, RequestMutator mutator, string service, string host)
    {
        FuzzRequest request = mutator.Next(random);
        return random.Next(3) > 0 ? RequestSigner.Sign(request, service, host, TimeProvider.System.GetUtcNow()) : request;
    }

    private static async Task<int> CheckAsync(Campaign campaign, FuzzedInstance instance, int iteration, byte[] input)
    {
        try
        {
            int? status = await instance.SendAsync(input);
            if (instance.Log.Take() is { } defect) throw new InvalidOperationException(defect);
            if (status is >= 500 and not (501 or 505)) throw new InvalidOperationException($"It answers {status}.");
            if (iteration % LookEvery == 0) Assert.Equal(200, await instance.SendAsync(Encoding.ASCII.GetBytes("GET /_localstack/health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")));
            return status ?? 0;
        }
        catch (Exception exception)
        {
            throw campaign.Finding(iteration, Campaign.Show(input), exception);
        }
    }

    /// <summary>Puts buckets, tables and configurations back that requests have changed or deleted.</summary>
    private static async Task RestoreAsync(FuzzedInstance instance, RequestMutator mutator, string service)
    {
        foreach (FuzzRequest request in mutator.Requests)
            await instance.SendAsync(RequestSigner.Sign(request, service, instance.Authority, TimeProvider.System.GetUtcNow()).ToBytes(instance.Authority));
    }
}
