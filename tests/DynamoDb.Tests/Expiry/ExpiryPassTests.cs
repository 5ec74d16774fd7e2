using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using RustStack.Core.Ids;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Expiry;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Protocol.Json;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Tables.Creation;
using RustStack.DynamoDb.Tests.Operations;

namespace RustStack.DynamoDb.Tests.Expiry;

/// <summary>What one pass of the sweep does, and where the next goes on.</summary>
public sealed class ExpiryPassTests
{
    private readonly FakeTimeProvider _time = new(new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly TableCatalog _tables = new();

    [Fact]
    public void Pass_IsBoundedAndGoesOnWhereTheLastOneStopped()
    {
        Table[] tables = [NewTable("one", 7), NewTable("two", 7), NewTable("three", 7)];
        var sweep = new ExpirySweep(_tables, _time, mostItemsInPass: 5);

        List<string> left = [];
        for (int pass = 0; pass < 5; pass++)
        {
            sweep.Pass();
            left.Add(string.Join(' ', tables.Select(static table => table.Items.Count)));
        }

        Assert.Equal(["2 7 7", "0 4 7", "0 0 6", "0 0 1", "0 0 0"], left);
    }

    [Fact]
    public void ItemsThatStay_DoNotHoldThePassUp()
    {
        Table kept = NewTable("kept", 12, expired: false);
        Table swept = NewTable("swept", 12);
        var sweep = new ExpirySweep(_tables, _time, mostItemsInPass: 10);
        for (int pass = 0; pass < 3; pass++) sweep.Pass();
        Assert.Equal((12, 0), (kept.Items.Count, swept.Items.Count));
        NewTable("later", 3);
        sweep.Pass();
        sweep.Pass();
        Assert.Equal(0, _tables.All()[2].Items.Count);
    }

    [Fact]
    public void ItemOfATransaction_IsLeftToALaterPass()
    {
        Table table = NewTable("tab", 2);
        byte[] key = table.Items.First().Key;
        ItemAddress[] claim = [new(table, key)];
        Assert.Null(table.Claims.TryClaim(claim));
        var sweep = new ExpirySweep(_tables, _time);
        sweep.Pass();
        Assert.Equal(1, table.Items.Count);
        table.Claims.Release(claim);
        sweep.Pass();
        Assert.Equal(0, table.Items.Count);
    }

    [Fact]
    public void TableDeletedMeanwhile_IsPassedOver()
    {
        Table deleted = NewTable("deleted", 7);
        Table swept = NewTable("swept", 2);
        var sweep = new ExpirySweep(_tables, _time, mostItemsInPass: 5);
        sweep.Pass();
        lock (deleted.Gate) _tables.Delete(deleted, _time.GetUtcNow());
        sweep.Pass();
        Assert.Equal((2, 0), (deleted.Items.Count, swept.Items.Count));
    }

    private Table NewTable(string name, int items, bool expired = true)
    {
        byte[] json = Encoding.UTF8.GetBytes($$"""{"TableName":"{{name}}",{{Service.PkOnly}}}""");
        RequestContext context = new("REQUEST1", RequestContext.DefaultAccountId, "us-east-1", _time.GetUtcNow());
        Table table = _tables.Create(TableCreation.Read(JsonBody.Read(json, CreateTableInput.Read), context, new IdSource()), out _);
        table.Redefine(table.Definition with { TimeToLiveAttribute = "t" });
        long time = _time.GetUtcNow().ToUnixTimeSeconds() + (expired ? -1 : 1000);
        for (int i = 0; i < items; i++)
        {
            Utf8JsonReader reader = new(Encoding.UTF8.GetBytes($$"""{"pk":{"S":"{{i}}"},"t":{"N":"{{time}}"} }"""));
            reader.Read();
            var item = Item.Read(ref reader);
            table.Commit(new(table.Definition.Key.Encode(item).ToArray(), null, item));
        }

        return table;
    }
}
