using RustStack.Core.Errors;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Backups;

/// <summary>The ARN of a backup.</summary>
/// <param name="Table">The table that the backup is of.</param>
/// <param name="Id">The backup's id.</param>
internal readonly record struct BackupArn(TableName Table, string Id)
{
    private const string Infix = "/backup/";

    /// <summary>Reads an ARN.</summary>
    /// <param name="text">The ARN.</param>
    /// <param name="context">Who asks.</param>
    /// <returns>The ARN's parts.</returns>
    /// <exception cref="AwsException">ValidationException or AccessDeniedException.</exception>
    public static BackupArn Read(string text, RequestContext context)
    {
        string[] parts = text.Split(':', 6);
        int at = parts.Length == 6 ? parts[5].IndexOf(Infix, StringComparison.Ordinal) : -1;
        if (parts[0] != "arn" || at < 0 || !parts[5].StartsWith("table/", StringComparison.Ordinal)) throw BackupErrors.InvalidArn();
        if (parts[1] != "aws" || parts[2] != "dynamodb") throw BackupErrors.ArnNotValid();
        if (parts[3].Length == 0 || parts[4] != context.AccountId) throw BackupErrors.Denied();
        return new(new(parts[4], parts[3], parts[5]["table/".Length..at]), parts[5][(at + Infix.Length)..]);
    }

    /// <summary>The same backup in another region: there is none, but AWS looks by endpoint alone.</summary>
    /// <param name="region">The region.</param>
    /// <returns>The ARN's parts.</returns>
    public BackupArn In(string region) => this with { Table = Table with { Region = region } };
}
