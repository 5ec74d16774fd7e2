using System.Text.Json;
using RustStack.DynamoDb.Persistence;
using RustStack.DynamoDb.Tests.Operations;

namespace RustStack.DynamoDb.Tests.Persistence;

/// <summary>How backups and restored tables are saved: piece by piece, and not there before they are whole.</summary>
public sealed class BackupSavingTests
{
    private const int Pieces = 3;

    private readonly HeldJournal _journal = new();
    private readonly Service _service;

    public BackupSavingTests() => _service = new(new(SkipSignatureValidation: true), _journal);

    [Fact]
    public async Task LargeBackup_IsAvailableOnceEveryPieceIsSaved()
    {
        string arn = await BackUpAsync();
        for (int piece = 1; piece <= Pieces; piece++)
        {
            Assert.Equal("CREATING", await StatusAsync(arn));
            Assert.Equal(("BackupInUseException", $"Backup is being created: {arn}"), await _service.FailAsync("RestoreTableFromBackup", Restore(arn)));
            Assert.Equal(("BackupInUseException", $"Backup is being created: {arn}"), await _service.FailAsync("DeleteBackup", Arn(arn)));
            _journal.Save();
        }

        Assert.Equal("AVAILABLE", await StatusAsync(arn));
        Assert.Equal(2_500, _journal.Records.OfType<SavedBackupItem>().Count());
        Assert.Equal([false, true], _journal.Records.OfType<SavedBackup>().Select(static backup => backup.IsComplete));
    }

    [Fact]
    public async Task FailedPiece_TakesTheBackupAway()
    {
        string arn = await BackUpAsync();
        _journal.Fail();

        Assert.Equal("BackupNotFoundException", (await _service.FailAsync("DescribeBackup", Arn(arn))).Code);
        Assert.IsType<RemovedBackup>(_journal.Records[^1]);
    }

    [Fact]
    public async Task LargeRestore_IsCreatingUntilEveryPieceIsSaved()
    {
        string arn = await BackUpAsync();
        for (int piece = 0; piece < Pieces; piece++) _journal.Save();
        _journal.Records.RemoveAll(static record => record is SavedItem);
        Task<string> answer = _service.AskAsync("RestoreTableFromBackup", Restore(arn));
        Assert.False(answer.IsCompleted);
        _journal.Save();
        Assert.Contains("\"TableStatus\":\"CREATING\"", await answer, StringComparison.Ordinal);
        Assert.Equal("ResourceNotFoundException", (await _service.FailAsync("Scan", """{"TableName":"new"}""")).Code);
        for (int piece = 1; piece <= Pieces; piece++)
        {
            Assert.Equal("CREATING", (await _service.DescribeAsync("new")).GetProperty("TableStatus").GetString());
            _journal.Save();
        }

        Assert.Equal("ACTIVE", (await _service.DescribeAsync("new")).GetProperty("TableStatus").GetString());
        Assert.Equal(2_500, _journal.Records.OfType<SavedItem>().Count());
        Assert.Equal([false, true], _journal.Records.OfType<SavedTable>().Select(IsComplete).OfType<bool>());
    }

    [Fact]
    public async Task FailedRestore_LeavesNothing()
    {
        string arn = await BackUpAsync();
        for (int piece = 0; piece < Pieces; piece++) _journal.Save();
        Task<string> answer = _service.AskAsync("RestoreTableFromBackup", Restore(arn));
        _journal.Save();
        await answer;
        _journal.Fail();

        Assert.Equal("ResourceNotFoundException", (await _service.FailAsync("DescribeTable", """{"TableName":"new"}""")).Code);
        Assert.IsType<RemovedTable>(_journal.Records[^1]);
    }

    [Fact]
    public async Task SmallRestore_IsOneChange_AndTakenBackWhenItFails()
    {
        await CreateAsync(count: 3);
        Task<JsonElement> created = _service.AskJsonAsync("CreateBackup", """{"TableName":"tab","BackupName":"first"}""");
        _journal.Save();
        string arn = (await created).GetProperty("BackupDetails").GetProperty("BackupArn").GetString()!;
        Assert.Equal("AVAILABLE", await StatusAsync(arn));

        foreach (bool fails in (bool[])[true, false])
        {
            _journal.Records.RemoveAll(static record => record is SavedItem);
            Task<(int Status, string Body)> answer = _service.SendAsync("RestoreTableFromBackup", Restore(arn));
            Assert.False(answer.IsCompleted);
            Assert.Equal(3, _journal.Records.OfType<SavedItem>().Count());
            if (fails) _journal.Fail();
            else _journal.Save();
            Assert.Equal(fails ? 500 : 200, (await answer).Status);
            Assert.Equal(fails ? 400 : 200, (await _service.SendAsync("DescribeTable", """{"TableName":"new"}""")).Status);
        }
    }

    private static bool? IsComplete(SavedTable table)
    {
        using var document = JsonDocument.Parse(table.Definition);
        return document.RootElement.TryGetProperty("restore", out JsonElement restore) ? restore.GetProperty("complete").GetBoolean() : null;
    }

    private static string Arn(string arn) => $$"""{"BackupArn":"{{arn}}"}""";

    private static string Restore(string arn) => $$"""{"BackupArn":"{{arn}}","TargetTableName":"new"}""";

    private async Task<string?> StatusAsync(string arn) => (await _service.AskJsonAsync("DescribeBackup", Arn(arn)))
        .GetProperty("BackupDescription").GetProperty("BackupDetails").GetProperty("BackupStatus").GetString();

    private async Task CreateAsync(int count)
    {
        Task created = _service.CreateSimpleAsync();
        _journal.Save();
        await created;
        Task[] puts = [.. Enumerable.Range(0, count).Select(i => _service.AskAsync("PutItem", $$$$"""{"TableName":"tab","Item":{"pk":{"S":"{{{{i}}}}"}}}"""))];
        _journal.Save();
        await Task.WhenAll(puts);
    }

    // A backup of three pieces, of which the first is saved.
    private async Task<string> BackUpAsync()
    {
        await CreateAsync(count: 2_500);
        Task<JsonElement> created = _service.AskJsonAsync("CreateBackup", """{"TableName":"tab","BackupName":"first"}""");
        Assert.False(created.IsCompleted);
        _journal.Save();
        return (await created).GetProperty("BackupDetails").GetProperty("BackupArn").GetString()!;
    }
}
