using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.DynamoDb;

/// <summary>Backups, restores and point-in-time recovery.</summary>
public sealed class BackupTests(RunningInstance instance) : DynamoDbTest(instance)
{
    [Fact]
    public async Task Backup_IsListedRestoredAndDeleted()
    {
        string table = await NewTableAsync();
        await PutAsync(table, Item(("pk", "a"), ("n", 1)), Item(("pk", "b")));
        BackupDetails details = (await Dynamo.CreateBackupAsync(new() { TableName = table, BackupName = "nightly" })).BackupDetails;
        Assert.Equal((BackupStatus.CREATING, BackupType.USER), (details.BackupStatus, details.BackupType));
        await PutAsync(table, Item(("pk", "a"), ("n", 2)));
        await Dynamo.DeleteTableAsync(table);

        BackupDescription described = (await Dynamo.DescribeBackupAsync(new() { BackupArn = details.BackupArn })).BackupDescription;
        Assert.Equal(
            (BackupStatus.AVAILABLE, table, 2),
            (described.BackupDetails.BackupStatus, described.SourceTableDetails.TableName, described.SourceTableDetails.ItemCount));
        BackupSummary summary = Assert.Single((await Dynamo.ListBackupsAsync(new() { TableName = table })).BackupSummaries);
        Assert.Equal((details.BackupArn, "nightly"), (summary.BackupArn, summary.BackupName));

        string restored = Instance.NewName("restored");
        RestoreTableFromBackupResponse answer = await Dynamo.RestoreTableFromBackupAsync(new() { BackupArn = details.BackupArn, TargetTableName = restored });
        Assert.Equal(details.BackupArn, answer.TableDescription.RestoreSummary.SourceBackupArn);
        await ActiveAsync(restored);
        Assert.Equal("{n: N 1, pk: S a}", Text((await Dynamo.GetItemAsync(restored, Item(("pk", "a")))).Item));
        await FailsAsync<TableAlreadyExistsException>(
            $"Table already exists: {restored}",
            () => Dynamo.RestoreTableFromBackupAsync(new() { BackupArn = details.BackupArn, TargetTableName = restored }));

        Assert.Equal(
            BackupStatus.DELETED,
            (await Dynamo.DeleteBackupAsync(new() { BackupArn = details.BackupArn })).BackupDescription.BackupDetails.BackupStatus);
        await FailsAsync<BackupNotFoundException>(
            $"Backup not found: {details.BackupArn}", () => Dynamo.DescribeBackupAsync(new() { BackupArn = details.BackupArn }));
    }

    [Fact]
    public async Task PointInTime_RestoresTheLatestState_AndDeletingLeavesASystemBackup()
    {
        string table = await NewTableAsync();
        string restored = Instance.NewName("restored");
        await FailsAsync<PointInTimeRecoveryUnavailableException>(
            $"Point in time recovery is not enabled for table '{table}'",
            () => Dynamo.RestoreTableToPointInTimeAsync(new() { SourceTableName = table, TargetTableName = restored, UseLatestRestorableTime = true }));
        await Dynamo.UpdateContinuousBackupsAsync(
            new() { TableName = table, PointInTimeRecoverySpecification = new() { PointInTimeRecoveryEnabled = true } });
        await PutAsync(table, Item(("pk", "a")));
        await Dynamo.RestoreTableToPointInTimeAsync(new() { SourceTableName = table, TargetTableName = restored, UseLatestRestorableTime = true });
        Assert.Equal(1, (await ActiveAsync(restored)).ItemCount);

        await Dynamo.DeleteTableAsync(table);
        Assert.Empty((await Dynamo.ListBackupsAsync(new() { TableName = table })).BackupSummaries ?? []);
        BackupSummary system = Assert.Single((await Dynamo.ListBackupsAsync(new() { TableName = table, BackupType = BackupTypeFilter.SYSTEM })).BackupSummaries);
        Assert.Equal(table + "$DeletedTableBackup", system.BackupName);
    }
}
