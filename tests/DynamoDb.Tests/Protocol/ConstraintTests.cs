using System.Text;
using RustStack.Core.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Generated.Streams;
using RustStack.DynamoDb.Protocol.Json;
using RustStack.DynamoDb.Validation;

namespace RustStack.DynamoDb.Tests.Protocol;

public sealed class ConstraintTests
{
    private const string Required = "failed to satisfy constraint: Member must not be null";
    private const string NamePattern = "failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+";
    private const string Arn = "arn:aws:dynamodb:us-east-1:000000000000:table/abc";

    [Theory]
    [InlineData("GetItem", """{}""", "2 validation errors detected: Value null at 'tableName' " + Required + "; Value null at 'key' " + Required)]
    [InlineData("GetItem", """{"TableName":"","Key":{}}""", "1 validation error detected: Value '' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("GetItem", """{"TableName":"a b","Key":{}}""", "1 validation error detected: Value 'a b' at 'tableName' " + NamePattern)]
    [InlineData("GetItem", """{"TableName":"abc","Key":{},"ReturnConsumedCapacity":"hi"}""", "1 validation error detected: Value 'hi' at 'returnConsumedCapacity' failed to satisfy constraint: Member must satisfy enum value set: [INDEXES, TOTAL, NONE]")]
    [InlineData("GetItem", """{"TableName":"abc","Key":{},"AttributesToGet":[]}""", "1 validation error detected: Value '[]' at 'attributesToGet' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("GetItem", """{"TableName":"abc","Key":{},"AttributesToGet":["a",null]}""", "1 validation error detected: Value null at 'attributesToGet.2.member' " + Required)]
    [InlineData("Query", """{"TableName":"abc","Limit":0,"Select":"x","IndexName":"a"}""", "3 validation errors detected: Value 'a' at 'indexName' failed to satisfy constraint: Member must have length greater than or equal to 3; Value 'x' at 'select' failed to satisfy constraint: Member must satisfy enum value set: [SPECIFIC_ATTRIBUTES, COUNT, ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES]; Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    [InlineData("Query", """{"TableName":"abc","IndexName":"!"}""", "2 validation errors detected: Value '!' at 'indexName' " + NamePattern + "; Value '!' at 'indexName' failed to satisfy constraint: Member must have length greater than or equal to 3")]
    [InlineData("Query", """{"TableName":"abc","KeyConditions":{"k":{"ComparisonOperator":"ZZ"}}}""", "1 validation error detected: Value 'ZZ' at 'keyConditions.k.member.comparisonOperator' failed to satisfy constraint: Member must satisfy enum value set: [IN, NULL, BETWEEN, LT, NOT_CONTAINS, EQ, GT, NOT_NULL, NE, LE, BEGINS_WITH, GE, CONTAINS]")]
    [InlineData("ListTables", """{"Limit":101,"ExclusiveStartTableName":"ab"}""", "2 validation errors detected: Value 'ab' at 'exclusiveStartTableName' failed to satisfy constraint: Member must have length greater than or equal to 3; Value '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100")]
    [InlineData("CreateTable", """{"TableName":"abc","AttributeDefinitions":[{"AttributeName":"a","AttributeType":"X"},null],"KeySchema":[{}]}""", "4 validation errors detected: Value 'X' at 'attributeDefinitions.1.member.attributeType' failed to satisfy constraint: Member must satisfy enum value set: [B, N, S]; Value null at 'attributeDefinitions.2.member' " + Required + "; Value null at 'keySchema.1.member.attributeName' " + Required + "; Value null at 'keySchema.1.member.keyType' " + Required)]
    [InlineData("CreateTable", """{"TableName":"abc","AttributeDefinitions":[],"KeySchema":[{"AttributeName":"a","KeyType":"HASH"},{"AttributeName":"b","KeyType":"RANGE"},{"AttributeName":"c","KeyType":"RANGE"}]}""", "1 validation error detected: Value '[KeySchemaElement(attributeName=a, keyType=HASH), KeySchemaElement(attributeName=b, keyType=RANGE), KeySchemaElement(attributeName=c, keyType=RANGE)]' at 'keySchema' failed to satisfy constraint: Member must have length less than or equal to 2")]
    [InlineData("CreateTable", """{"TableName":"abc","AttributeDefinitions":[],"KeySchema":[{"AttributeName":"a","KeyType":"HASH"}],"GlobalSecondaryIndexes":[{"IndexName":"abc","KeySchema":[{"AttributeName":"a","KeyType":"HASH"}],"Projection":{"NonKeyAttributes":["a",""]}}]}""", "1 validation error detected: Value '[a, ]' at 'globalSecondaryIndexes.1.member.projection.nonKeyAttributes' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 255, Member must have length greater than or equal to 1]")]
    [InlineData("BatchWriteItem", """{"RequestItems":{}}""", "1 validation error detected: Value '{}' at 'requestItems' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("BatchWriteItem", """{"RequestItems":{"abc":[]}}""", "1 validation error detected: Value '{abc=[]}' at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length less than or equal to 25, Member must have length greater than or equal to 1]")]
    [InlineData("BatchWriteItem", """{"RequestItems":{"abc":[{"PutRequest":{}}],"abd":null}}""", "2 validation errors detected: Value null at 'requestItems.abd.member' " + Required + "; Value null at 'requestItems.abc.member.1.member.putRequest.item' " + Required)]
    [InlineData("BatchGetItem", """{"RequestItems":{"abc":{"Keys":[]}}}""", "1 validation error detected: Value '[]' at 'requestItems.abc.member.keys' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("BatchGetItem", """{"RequestItems":{"a b":{"Keys":[{"a":{"N":"1"}}]}}}""", "1 validation error detected: Value '{a b=KeysAndAttributes(keys=[{a=AttributeValue(s=null, n=1, b=null, sS=null, nS=null, bS=null, m=null, l=null, nULL=null, bOOL=null)}], attributesToGet=null, consistentRead=null, projectionExpression=null, expressionAttributeNames=null)}' at 'requestItems' failed to satisfy constraint: Map keys must satisfy constraint: [Member must have length less than or equal to 1024, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+]")]
    [InlineData("DescribeStream", """{"StreamArn":"short"}""", "1 validation error detected: Value 'short' at 'streamArn' failed to satisfy constraint: Member must have length greater than or equal to 37")]
    [InlineData("GetShardIterator", """{"StreamArn":"12345678901234567890123456789012345678","ShardId":"1234567890123456789012345678","ShardIteratorType":"x"}""", "1 validation error detected: Value 'x' at 'shardIteratorType' failed to satisfy constraint: Member must satisfy enum value set: [TRIM_HORIZON, LATEST, AT_SEQUENCE_NUMBER, AFTER_SEQUENCE_NUMBER]")]
    public void ViolatedConstraints_AreListedInOneMessage(string operation, string body, string message)
    {
        AwsException error = Assert.Throws<AwsException>(() => ConstraintErrors.ThrowIfAny(Read(operation, body)));
        Assert.Equal(("ValidationException", 400, message), (error.Code, error.StatusCode, error.Message));
    }

    [Theory]
    [InlineData("GetItem", """{"TableName":"abc","Key":{}}""")]
    [InlineData("GetItem", $$$$"""{"TableName":"{{{{Arn}}}}","Key":{},"ReturnConsumedCapacity":"TOTAL","AttributesToGet":["a"]}""")]
    [InlineData("Query", """{"TableName":"abc","Limit":1,"Select":"COUNT","IndexName":"a.-_Z9"}""")]
    [InlineData("ListTables", """{"Limit":100}""")]
    [InlineData("BatchGetItem", $$$$"""{"RequestItems":{"{{{{Arn}}}}":{"Keys":[{}]}}}""")]
    public void SatisfiedConstraints_AreSilent(string operation, string body) => ConstraintErrors.ThrowIfAny(Read(operation, body));

    [Fact]
    public void MoreThanTenViolations_AreCutAtTen()
    {
        string elements = string.Join(",", Enumerable.Repeat("{}", 8));
        AwsException error = Assert.Throws<AwsException>(() => ConstraintErrors.ThrowIfAny(Read("CreateTable", $$"""{"TableName":"abc","AttributeDefinitions":[{{elements}}]}""")));
        Assert.StartsWith("10 validation errors detected: Value null at 'attributeDefinitions.1.member.attributeName' ", error.Message);
        Assert.EndsWith("Value null at 'attributeDefinitions.5.member.attributeType' " + Required, error.Message);
    }

    [Theory]
    [InlineData("abcdefgh-1111-2222-3333-444444444444", false)]
    [InlineData("0123abcd-1111-2222-3333-444444444444", true)]
    [InlineData("0123abcd-1111-2222-3333-44444444444", false)]
    [InlineData("0123abcd_1111-2222-3333-444444444444", false)]
    public void TableId_FollowsItsPattern(string text, bool satisfied) => Assert.Equal(satisfied, TableIdConstraint.IsSatisfied(text));

    [Theory]
    [InlineData("bkt", true)]
    [InlineData("b.-_t", true)]
    [InlineData("b", false)]
    [InlineData(".bkt", false)]
    [InlineData("bkt-", false)]
    [InlineData("b t", false)]
    public void S3Bucket_FollowsItsPattern(string text, bool satisfied) => Assert.Equal(satisfied, S3BucketConstraint.IsSatisfied(text));

    [Theory]
    [InlineData("hi\t\U0001F600", true)]
    [InlineData("hi\u0001", false)]
    [InlineData("", false)]
    public void AutoScalingRoleArn_FollowsItsPattern(string text, bool satisfied) => Assert.Equal(satisfied, AutoScalingRoleArnConstraint.IsSatisfied(text));

    [Theory]
    [InlineData("a$", false)]
    [InlineData("aé", true)]
    [InlineData("", false)]
    public void ClientToken_FollowsItsPattern(string text, bool satisfied) => Assert.Equal(satisfied, ClientTokenConstraint.IsSatisfied(text));

    private static IConstrained Read(string operation, string body)
    {
        byte[] json = Encoding.UTF8.GetBytes(body);
        return operation switch
        {
            "GetItem" => JsonBody.Read(json, GetItemInput.Read),
            "Query" => JsonBody.Read(json, QueryInput.Read),
            "ListTables" => JsonBody.Read(json, ListTablesInput.Read),
            "CreateTable" => JsonBody.Read(json, CreateTableInput.Read),
            "BatchWriteItem" => JsonBody.Read(json, BatchWriteItemInput.Read),
            "BatchGetItem" => JsonBody.Read(json, BatchGetItemInput.Read),
            "DescribeStream" => JsonBody.Read(json, DescribeStreamInput.Read),
            "GetShardIterator" => JsonBody.Read(json, GetShardIteratorInput.Read),
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "No reader."),
        };
    }
}
