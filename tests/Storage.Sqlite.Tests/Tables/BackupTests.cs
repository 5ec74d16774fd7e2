using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using RustStack.Core.Persistence;
using RustStack.DynamoDb.Persistence;
using RustStack.DynamoDb.Tests.Operations;

namespace RustStack.Storage.Sqlite.Tests.Tables;

/// <summary>Backups across restarts.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(3)]
    [InlineData(2_300)]
    public async Task Backup_OutlivesItsTableAndTheProcess(int count)
    {
        string arn = "";
        await RunAsync(async service =>
        {
            await service.CreateSimpleAsync();
            await Task.WhenAll(Enumerable.Range(0, count).Select(i => service.AskAsync("PutItem", $$$$"""{"TableName":"tab","Item":{"pk":{"S":"{{{{i}}}}"}}}""")));
            JsonElement backup = await service.AskJsonAsync("CreateBackup", """{"TableName":"tab","BackupName":"first"}""");
            arn = backup.GetProperty("BackupDetails").GetProperty("BackupArn").GetString()!;
            await service.AskAsync("DeleteTable", """{"TableName":"tab"}""");
            await UntilAsync(service, "DescribeBackup", $$"""{"BackupArn":"{{arn}}"}""", "AVAILABLE");
        });
        await RunAsync(async service =>
        {
            await service.AskAsync("RestoreTableFromBackup", $$"""{"BackupArn":"{{arn}}","TargetTableName":"new"}""");
            await UntilAsync(service, "DescribeTable", """{"TableName":"new"}""", "\"TableStatus\":\"ACTIVE\"");
            await service.AskAsync("DeleteBackup", $$"""{"BackupArn":"{{arn}}"}""");
        });
        await RunAsync(async service =>
        {
            Assert.Equal(count, (await service.DescribeAsync("new")).GetProperty("ItemCount").GetInt32());
            Assert.Equal("BackupNotFoundException", (await service.FailAsync("DescribeBackup", $$"""{"BackupArn":"{{arn}}"}""")).Code);
            Assert.Contains("\"pk\":{\"S\":\"2\"}", await service.AskAsync("GetItem", """{"TableName":"new","Key":{"pk":{"S":"2"}}}"""), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task WhatWasNotComplete_IsForgottenAtTheStart()
    {
        await RunAsync(async service =>
        {
            await service.CreateSimpleAsync();
            await service.AskAsync("CreateBackup", """{"TableName":"tab","BackupName":"first"}""");
        });
        using (StateDirectory state = Open())
        {
            SavedBackup backup = Assert.Single(state.Tables.Backups());
            JournalRecord[] records = [new SavedBackup(9, backup.Document, IsComplete: false), new SavedBackupItem(9, [1], [1])];
            await state.Tables.Journal.Append(records, static () => { }).CommittedAsync();
        }

        await RunAsync(async service => Assert.Single(
            (await service.AskJsonAsync("ListBackups", "{}")).GetProperty("BackupSummaries").EnumerateArray()));
        using StateDirectory left = Open();
        Assert.Single(left.Tables.Backups());
        Assert.Equal(0, left.Tables.LastTableId() - 1);
    }

    [Fact]
    public async Task TableWithRecovery_CanBeRestoredToItsStateAtTheStart()
    {
        await RunAsync(async service =>
        {
            await service.CreateSimpleAsync();
            await service.AskAsync("UpdateContinuousBackups", """{"TableName":"tab","PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true}}""");
            await service.AskAsync("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"a"}}}""");
        });
        await RunAsync(async service =>
        {
            long start = service.Time.ToUnixTimeSeconds();
            service.Time += TimeSpan.FromSeconds(10);
            await service.AskAsync("DeleteItem", """{"TableName":"tab","Key":{"pk":{"S":"a"}}}""");
            await service.AskAsync("RestoreTableToPointInTime", $$"""{"SourceTableName":"tab","TargetTableName":"new","RestoreDateTime":{{start}}}""");
            Assert.Equal(1, (await service.DescribeAsync("new")).GetProperty("ItemCount").GetInt32());
        });
    }

    private static async Task UntilAsync(Service service, string operation, string json, string text)
    {
        for (int attempt = 0; attempt < 2_000; attempt++)
        {
            if ((await service.AskAsync(operation, json)).Contains(text, StringComparison.Ordinal)) return;
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        Assert.Fail($"{operation} did not come to {text}.");
    }

    private StateDirectory Open() => StateDirectory.Open(new(_directory.Path, SurvivesPowerLoss: false), TimeProvider.System, NullLogger.Instance);

    private async Task RunAsync(Func<Service, Task> work)
    {
        using StateDirectory state = Open();
        Service service = new(new(SkipSignatureValidation: true), state.Tables);
        await work(service);
        await service.StopAsync();
    }
}
