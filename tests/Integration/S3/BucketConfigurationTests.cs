using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.S3;

/// <summary>Configurations of buckets that are documents, as the SDK writes and reads them.</summary>
public sealed class BucketConfigurationTests(RunningInstance instance) : S3Test(instance)
{
    [Fact]
    public async Task Tags_ComeBackUntilTheyAreDeleted()
    {
        string bucket = await NewBucketAsync();
        await S3.PutBucketTaggingAsync(bucket, [new Tag { Key = "team", Value = "blue" }, new Tag { Key = "cost", Value = "12" }]);

        GetBucketTaggingResponse tags = await S3.GetBucketTaggingAsync(new GetBucketTaggingRequest { BucketName = bucket });
        await S3.DeleteBucketTaggingAsync(bucket);

        Assert.Equal([("team", "blue"), ("cost", "12")], tags.TagSet.Select(static tag => (tag.Key, tag.Value)));
        await FailsAsync(
            404, "NoSuchTagSet", "The TagSet does not exist", () => S3.GetBucketTaggingAsync(new GetBucketTaggingRequest { BucketName = bucket }));
    }

    [Fact]
    public async Task Notification_ComesBackWithFiltersAndIds()
    {
        string bucket = await NewBucketAsync();
        await S3.PutBucketNotificationAsync(new PutBucketNotificationRequest
        {
            BucketName = bucket,
            QueueConfigurations =
            [
                new QueueConfiguration
                {
                    Queue = "arn:aws:sqs:us-east-1:000000000000:queue",
                    Events = [EventType.ObjectCreatedAll],
                    Filter = new Filter { S3KeyFilter = new S3KeyFilter { FilterRules = [new FilterRule("suffix", ".jpg")] } },
                },
            ],
            LambdaFunctionConfigurations =
            [
                new LambdaFunctionConfiguration
                {
                    Id = "fn", FunctionArn = "arn:aws:lambda:us-east-1:000000000000:function:fn", Events = [EventType.ObjectRemovedAll],
                },
            ],
        });

        GetBucketNotificationResponse got = await S3.GetBucketNotificationAsync(bucket);

        QueueConfiguration queue = Assert.Single(got.QueueConfigurations);
        Assert.NotEmpty(queue.Id);
        FilterRule rule = Assert.Single(queue.Filter.S3KeyFilter.FilterRules);
        Assert.Equal(("Suffix", ".jpg"), (rule.Name, rule.Value));
        Assert.Equal("fn", Assert.Single(got.LambdaFunctionConfigurations).Id);
    }

    [Fact]
    public async Task LoggingAccelerationAndPayment_ComeBack()
    {
        string bucket = await NewBucketAsync();
        string target = await NewBucketAsync();
        await S3.PutBucketLoggingAsync(new PutBucketLoggingRequest
        {
            BucketName = bucket, LoggingConfig = new S3BucketLoggingConfig { TargetBucketName = target, TargetPrefix = "logs/" },
        });
        await S3.PutBucketAccelerateConfigurationAsync(new PutBucketAccelerateConfigurationRequest
        {
            BucketName = bucket, AccelerateConfiguration = new AccelerateConfiguration { Status = BucketAccelerateStatus.Enabled },
        });
        await S3.PutBucketRequestPaymentAsync(bucket, new RequestPaymentConfiguration { Payer = "Requester" });

        GetBucketLoggingResponse logging = await S3.GetBucketLoggingAsync(bucket);
        GetBucketAccelerateConfigurationResponse acceleration = await S3.GetBucketAccelerateConfigurationAsync(bucket);
        GetBucketRequestPaymentResponse payment = await S3.GetBucketRequestPaymentAsync(bucket);

        Assert.Equal((target, "logs/"), (logging.BucketLoggingConfig.TargetBucketName, logging.BucketLoggingConfig.TargetPrefix));
        Assert.Equal(BucketAccelerateStatus.Enabled, acceleration.Status);
        Assert.Equal("Requester", payment.Payer);
    }

    [Fact]
    public async Task KeyedConfigurations_AreListedAndDeleted()
    {
        string bucket = await NewBucketAsync();
        foreach (string id in new[] { "b", "a" })
        {
            await S3.PutBucketMetricsConfigurationAsync(new PutBucketMetricsConfigurationRequest
            {
                BucketName = bucket,
                MetricsId = id,
                MetricsConfiguration = new MetricsConfiguration
                {
                    MetricsId = id, MetricsFilter = new MetricsFilter { MetricsFilterPredicate = new MetricsPrefixPredicate("p/") },
                },
            });
        }

        ListBucketMetricsConfigurationsResponse list =
            await S3.ListBucketMetricsConfigurationsAsync(new ListBucketMetricsConfigurationsRequest { BucketName = bucket });
        await S3.DeleteBucketMetricsConfigurationAsync(new DeleteBucketMetricsConfigurationRequest { BucketName = bucket, MetricsId = "a" });

        Assert.Equal(["a", "b"], list.MetricsConfigurationList.Select(static configuration => configuration.MetricsId));
        await FailsAsync(
            404,
            "NoSuchConfiguration",
            "The specified configuration does not exist.",
            () => S3.DeleteBucketMetricsConfigurationAsync(new DeleteBucketMetricsConfigurationRequest { BucketName = bucket, MetricsId = "a" }));
    }

    [Fact]
    public async Task Inventory_ComesBack()
    {
        string bucket = await NewBucketAsync();
        await S3.PutBucketInventoryConfigurationAsync(new PutBucketInventoryConfigurationRequest
        {
            BucketName = bucket,
            InventoryId = "daily",
            InventoryConfiguration = new InventoryConfiguration
            {
                InventoryId = "daily",
                IsEnabled = true,
                IncludedObjectVersions = InventoryIncludedObjectVersions.Current,
                Schedule = new InventorySchedule { Frequency = InventoryFrequency.Daily },
                Destination = new InventoryDestination
                {
                    S3BucketDestination = new InventoryS3BucketDestination { BucketName = "arn:aws:s3:::reports", InventoryFormat = InventoryFormat.CSV },
                },
            },
        });

        GetBucketInventoryConfigurationResponse got = await S3.GetBucketInventoryConfigurationAsync(
            new GetBucketInventoryConfigurationRequest { BucketName = bucket, InventoryId = "daily" });

        Assert.Equal("arn:aws:s3:::reports", got.InventoryConfiguration.Destination.S3BucketDestination.BucketName);
        Assert.True(got.InventoryConfiguration.IsEnabled);
    }

    [Fact]
    public async Task Replication_NeedsVersioning()
    {
        string bucket = await NewBucketAsync();
        string target = await NewBucketAsync();
        var request = new PutBucketReplicationRequest
        {
            BucketName = bucket,
            Configuration = new ReplicationConfiguration
            {
                Role = "arn:aws:iam::000000000000:role/replication",
                Rules =
                [
                    new ReplicationRule
                    {
                        Id = "all",
                        Priority = 1,
                        Status = ReplicationRuleStatus.Enabled,
                        Filter = new ReplicationRuleFilter { Prefix = "" },
                        DeleteMarkerReplication = new DeleteMarkerReplication { Status = DeleteMarkerReplicationStatus.Disabled },
                        Destination = new ReplicationDestination { BucketArn = "arn:aws:s3:::" + target },
                    },
                ],
            },
        };
        await FailsAsync(
            400,
            "InvalidRequest",
            "Versioning must be 'Enabled' on the bucket to apply a replication configuration",
            () => S3.PutBucketReplicationAsync(request));
        foreach (string name in new[] { bucket, target })
        {
            await S3.PutBucketVersioningAsync(new PutBucketVersioningRequest
            {
                BucketName = name, VersioningConfig = new S3BucketVersioningConfig { Status = VersionStatus.Enabled },
            });
        }

        PutBucketReplicationResponse put = await S3.PutBucketReplicationAsync(request);
        GetBucketReplicationResponse got = await S3.GetBucketReplicationAsync(new GetBucketReplicationRequest { BucketName = bucket });

        Assert.Equal(HttpStatusCode.OK, put.HttpStatusCode);
        Assert.Equal("all", Assert.Single(got.Configuration.Rules).Id);
    }
}
