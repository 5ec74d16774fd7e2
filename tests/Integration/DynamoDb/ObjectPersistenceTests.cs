using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.DynamoDb;

/// <summary>The SDK's object persistence model, as applications use it.</summary>
public sealed class ObjectPersistenceTests(RunningInstance instance) : DynamoDbTest(instance)
{
    [Fact]
    public async Task Object_RoundTrips()
    {
        string table = await NewTableAsync("Author:S Year:N");
        using DynamoDBContext context = Context();
        var book = new Book
        {
            Author = "Ann",
            Year = 2001,
            Title = "One",
            Price = 12.5m,
            Tags = ["a", "b"],
            Pages = [1, 2, 3],
            Extra = new() { ["k"] = "v" },
        };

        await context.SaveAsync(book, new SaveConfig { OverrideTableName = table });
        Book back = await context.LoadAsync<Book>("Ann", 2001, new LoadConfig { OverrideTableName = table });

        Assert.Equal((book.Author, book.Year, book.Title, book.Price), (back.Author, back.Year, back.Title, back.Price));
        Assert.Equal(["a", "b"], back.Tags.Order(StringComparer.Ordinal));
        Assert.Equal(book.Pages, back.Pages);
        Assert.Equal("v", back.Extra["k"]);
        Assert.Equal(0, back.Version);
    }

    [Fact]
    public async Task OptimisticLock_RefusesTheStaleWrite()
    {
        string table = await NewTableAsync("Author:S Year:N");
        using DynamoDBContext context = Context();
        var save = new SaveConfig { OverrideTableName = table };
        var load = new LoadConfig { OverrideTableName = table };
        await context.SaveAsync(new Book { Author = "Ann", Year = 1 }, save);
        Book first = await context.LoadAsync<Book>("Ann", 1, load);
        Book second = await context.LoadAsync<Book>("Ann", 1, load);

        first.Title = "first";
        await context.SaveAsync(first, save);
        second.Title = "second";

        await FailsAsync<Amazon.DynamoDBv2.Model.ConditionalCheckFailedException>(
            "The conditional request failed", () => context.SaveAsync(second, save));
        Assert.Equal("first", (await context.LoadAsync<Book>("Ann", 1, load)).Title);
    }

    [Fact]
    public async Task QueryScanAndDelete_WorkOnObjects()
    {
        string table = await NewTableAsync("Author:S Year:N");
        using DynamoDBContext context = Context();
        for (int year = 2000; year < 2010; year++)
        {
            var book = new Book { Author = "Ann", Year = year, Title = $"T{year}" };
            await context.SaveAsync(book, new SaveConfig { OverrideTableName = table });
        }

        List<Book> queried = await context.QueryAsync<Book>(
            "Ann", QueryOperator.Between, [2003, 2005], new QueryConfig { OverrideTableName = table }).GetRemainingAsync();
        List<Book> scanned = await context.ScanAsync<Book>(
            [new ScanCondition("Title", ScanOperator.BeginsWith, "T200")],
            new ScanConfig { OverrideTableName = table }).GetRemainingAsync();
        await context.DeleteAsync<Book>("Ann", 2003, new DeleteConfig { OverrideTableName = table });

        Assert.Equal([2003, 2004, 2005], queried.Select(static book => book.Year));
        Assert.Equal(10, scanned.Count);
        Assert.Null(await context.LoadAsync<Book>("Ann", 2003, new LoadConfig { OverrideTableName = table }));
    }

    [Fact]
    public async Task Batches_OfObjects()
    {
        string table = await NewTableAsync("Author:S Year:N");
        using DynamoDBContext context = Context();
        var config = new BatchWriteConfig { OverrideTableName = table, SkipVersionCheck = true };
        IBatchWrite<Book> write = context.CreateBatchWrite<Book>(config);
        for (int year = 0; year < 60; year++) write.AddPutItem(new Book { Author = "Ann", Year = year });
        await write.ExecuteAsync();

        IBatchGet<Book> get = context.CreateBatchGet<Book>(new BatchGetConfig { OverrideTableName = table });
        for (int year = 0; year < 60; year++) get.AddKey("Ann", year);
        await get.ExecuteAsync();

        Assert.Equal(60, get.Results.Count);
    }

    [Fact]
    public async Task TransactionsOfObjects_ReadAndWrite()
    {
        string table = await NewTableAsync("Author:S Year:N");
        using DynamoDBContext context = Context();
        var config = new TransactWriteConfig { OverrideTableName = table };
        ITransactWrite<Book> write = context.CreateTransactWrite<Book>(config);
        for (int year = 0; year < 5; year++) write.AddSaveItem(new Book { Author = "Ann", Year = year, Title = $"T{year}" });
        await write.ExecuteAsync();

        ITransactGet<Book> get = context.CreateTransactGet<Book>(new TransactGetConfig { OverrideTableName = table });
        for (int year = 4; year >= 0; year--) get.AddKey("Ann", year);
        await get.ExecuteAsync();

        Assert.Equal(["T4", "T3", "T2", "T1", "T0"], get.Results.Select(static book => book.Title));
        Assert.All(get.Results, static book => Assert.Equal(0, book.Version));
    }

    [Fact]
    public async Task TransactionWithAStaleObject_WritesNothing()
    {
        string table = await NewTableAsync("Author:S Year:N");
        using DynamoDBContext context = Context();
        var save = new SaveConfig { OverrideTableName = table };
        var load = new LoadConfig { OverrideTableName = table };
        await context.SaveAsync(new Book { Author = "Ann", Year = 1 }, save);
        Book stale = await context.LoadAsync<Book>("Ann", 1, load);
        await context.SaveAsync(await context.LoadAsync<Book>("Ann", 1, load), save);

        ITransactWrite<Book> write = context.CreateTransactWrite<Book>(new TransactWriteConfig { OverrideTableName = table });
        write.AddSaveItem(new Book { Author = "Ann", Year = 2 });
        write.AddSaveItem(stale);

        await FailsAsync<Amazon.DynamoDBv2.Model.TransactionCanceledException>(
            "Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed]",
            () => write.ExecuteAsync());
        Assert.Null(await context.LoadAsync<Book>("Ann", 2, load));
    }

    [Fact]
    public async Task Documents_RoundTrip()
    {
        string name = await NewTableAsync("pk:S");
        ITable table = new TableBuilder(Dynamo, name).AddHashKey("pk", DynamoDBEntryType.String).Build();
        Document document = Document.FromJson("""{"pk":"1","n":1.25,"list":[1,"a",true,null],"map":{"x":{"y":[]}}}""");

        await table.PutItemAsync(document);
        Document back = await table.GetItemAsync("1");

        Assert.Equal(1.25m, back["n"].AsDecimal());
        Assert.Equal("""{"x":{"y":[]}}""", back["map"].AsDocument().ToJson());
        Assert.Equal(4, back["list"].AsDynamoDBList().Entries.Count);
    }

    private DynamoDBContext Context() => new DynamoDBContextBuilder().WithDynamoDBClient(() => Dynamo).Build();
}
