using RustStack.Core.Requests;
using RustStack.DynamoDb.Backups;
using RustStack.DynamoDb.Generated;

namespace RustStack.DynamoDb.Operations;

/// <summary>DescribeBackup. As at AWS the region that the ARN names does not matter.</summary>
internal sealed class DescribeBackup(BackupCatalog backups) : DescribeBackupOperation
{
    /// <inheritdoc/>
    protected override ValueTask<DescribeBackupOutput> HandleAsync(
        DescribeBackupInput input, RequestContext context, CancellationToken cancellationToken)
    {
        BackupArn arn = BackupArn.Read(input.BackupArn, context).In(context.Region);
        Backup backup = backups.Find(arn, context.Time) ?? throw BackupErrors.NotFound(input.BackupArn);
        return new(new DescribeBackupOutput
        {
            BackupDescription = BackupDescriber.Describe(backup.Definition, BackupDescriber.Status(backup)),
        });
    }
}
