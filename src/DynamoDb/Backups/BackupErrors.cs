using System.Globalization;
using RustStack.Core.Errors;

namespace RustStack.DynamoDb.Backups;

/// <summary>The errors of operations on backups and of restores.</summary>
internal static class BackupErrors
{
    private const string Invalid = "Invalid Request: ";

    /// <summary>The text is no backup's ARN.</summary>
    public static AwsException InvalidArn() => Validation("Invalid Backup ARN");

    /// <summary>The text is an ARN of another partition, service or region.</summary>
    public static AwsException ArnNotValid() => Validation($"{Invalid}BackupArn is not valid");

    /// <summary>The ARN is another account's.</summary>
    public static AwsException Denied() => new("AccessDeniedException", 400, "Access is denied");

    /// <summary>There is no such backup.</summary>
    /// <param name="arn">Its ARN.</param>
    public static AwsException NotFound(string arn) => new("BackupNotFoundException", 400, $"Backup not found: {arn}");

    /// <summary>The backup is being made.</summary>
    /// <param name="arn">Its ARN.</param>
    public static AwsException BeingCreated(string arn) => InUse($"Backup is being created: {arn}");

    /// <summary>A table is being restored from the backup that is to be deleted.</summary>
    /// <param name="arn">Its ARN.</param>
    public static AwsException BeingRestored(string arn) => InUse($"Backup is being used to restore table: {arn}");

    /// <summary>A table is being restored from the backup already.</summary>
    /// <param name="arn">Its ARN.</param>
    public static AwsException RestoredToAnother(string arn) => InUse($"Backup is being used to restore another table: {arn}");

    /// <summary>The backup is the system's own.</summary>
    /// <param name="arn">Its ARN.</param>
    /// <param name="expiresAt">When it goes by itself.</param>
    public static AwsException SystemBackup(string arn, DateTimeOffset? expiresAt) => Validation(string.Create(
        CultureInfo.InvariantCulture,
        $"{Invalid}User is not allowed to delete the system backup with arn {arn}. "
        + $"It will automatically expire on {expiresAt?.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"));

    /// <summary>The cursor of a list is another region's.</summary>
    public static AwsException CursorOfOtherRegion() =>
        Validation($"{Invalid}The supplied ExclusiveStartBackupArn does not match the region");

    /// <summary>A time range ends before it begins.</summary>
    public static AwsException InvertedRange() => Validation(
        "One or more parameter values were invalid: Time range lower bound must be less than or equal to upper bound");

    /// <summary>The table that is to be restored is there.</summary>
    /// <param name="table">Its name.</param>
    public static AwsException TableExists(string table) => new("TableAlreadyExistsException", 400, $"Table already exists: {table}");

    /// <summary>The table is being restored already.</summary>
    /// <param name="table">Its name.</param>
    /// <param name="source">What from: a backup or a table.</param>
    public static AwsException RestoreInProgress(string table, string source) =>
        new("TableInUseException", 400, $"Table: {table} is already being restored from backup: {source}");

    /// <summary>The table has no point-in-time recovery.</summary>
    /// <param name="table">Its name.</param>
    public static AwsException RecoveryUnavailable(string table) => new(
        "PointInTimeRecoveryUnavailableException", 400, $"Point in time recovery is not enabled for table '{table}'");

    /// <summary>The table cannot be restored to the time.</summary>
    /// <param name="time">The time.</param>
    /// <param name="earliest">The earliest time that it can be restored to.</param>
    /// <param name="latest">The latest.</param>
    public static AwsException InvalidTime(DateTimeOffset time, DateTimeOffset earliest, DateTimeOffset latest) => new(
        "InvalidRestoreTimeException",
        400,
        string.Create(
            CultureInfo.InvariantCulture,
            $"RestoreDateTime '{time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}' must be within EarliestRestorableDateTime "
            + $"'{earliest.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}' and LatestRestorableDateTime "
            + $"'{latest.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}'"));

    /// <summary>A restore that cannot be done as asked.</summary>
    /// <param name="what">Why, in AWS's words.</param>
    public static AwsException InvalidRestore(string what) => Validation(Invalid + what);

    /// <summary>A request that cannot be understood.</summary>
    /// <param name="message">Why, in AWS's words.</param>
    public static AwsException Validation(string message) => Errors.DynamoDbErrors.Validation(message);

    private static AwsException InUse(string message) => new("BackupInUseException", 400, message);
}
