using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;

namespace RustStack.DynamoDb.Tables.Creation;

/// <summary>Checks throughput settings against the billing mode and their bounds.</summary>
internal static class ThroughputRules
{
    private const long MostUnits = 1_000_000_000_000;

    /// <summary>Checks a table's throughput.</summary>
    /// <param name="billingMode">The billing mode.</param>
    /// <param name="throughput">The throughput, if the request has one.</param>
    public static void Check(string billingMode, ProvisionedThroughput? throughput)
    {
        if (billingMode == BillingMode.Provisioned && throughput is null)
            throw DynamoDbErrors.Validation(CreationErrorText.ProvisionedWithoutUnits);
        if (billingMode == BillingMode.PayPerRequest && throughput is not null)
            throw DynamoDbErrors.Validation(CreationErrorText.OnDemandWithUnits);
        CheckBounds(throughput, indexName: null);
    }

    /// <summary>Checks the numbers of a throughput.</summary>
    /// <param name="throughput">The throughput, or null.</param>
    /// <param name="indexName">The index that it is for; null for the table.</param>
    public static void CheckBounds(ProvisionedThroughput? throughput, string? indexName)
    {
        if (throughput?.ReadCapacityUnits is > MostUnits and long read)
            throw DynamoDbErrors.Validation(CreationErrorText.OutOfBounds(read, nameof(throughput.ReadCapacityUnits), indexName));
        if (throughput?.WriteCapacityUnits is > MostUnits and long write)
            throw DynamoDbErrors.Validation(CreationErrorText.OutOfBounds(write, nameof(throughput.WriteCapacityUnits), indexName));
    }
}
