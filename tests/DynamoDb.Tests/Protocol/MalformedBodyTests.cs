using System.Text;
using Microsoft.AspNetCore.Http;
using RustStack.Core.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Protocol.Json;

namespace RustStack.DynamoDb.Tests.Protocol;

public sealed class MalformedBodyTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("null")]
    [InlineData("{}{}")]
    [InlineData("{} x")]
    [InlineData("{\"TableName\":}")]
    [InlineData("{\"TableName\":\"abc\",}")]
    [InlineData("{'TableName':\"abc\"}")]
    [InlineData("// comment\n{}")]
    [InlineData("{\"TableName\":\"\\ud800\"}")]
    [InlineData("{\"TableName\":\"\\x\"}")]
    [InlineData("{\"TableName\":01}")]
    [InlineData("\ufeff{}")]
    public void BodyThatIsNotOneJsonObject_IsRefusedWithoutText(string body) => Assert.Equal("", Error(body).Message);

    [Fact]
    public void BodyThatIsNotUtf8_IsRefused()
    {
        byte[] body = [.. "{\"TableName\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        AwsException error = Assert.Throws<AwsException>(() => JsonBody.Read(body, QueryInput.Read));
        Assert.Equal(("SerializationException", 400, ""), (error.Code, error.StatusCode, error.Message));
    }

    [Theory]
    [InlineData(JsonBody.MaxDepth - 1, true)]
    [InlineData(JsonBody.MaxDepth, false)]
    [InlineData(100_000, false)]
    public void Nesting_IsBounded(int depth, bool accepted)
    {
        string body = $"{{\"Unknown\":{new string('[', depth)}{new string(']', depth)}}}";
        if (accepted) Assert.Null(JsonBody.Read(Encoding.UTF8.GetBytes(body), QueryInput.Read).TableName);
        else Assert.Equal("", Error(body).Message);
    }

    [Theory]
    [InlineData("[]", "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.QueryInput")]
    [InlineData("23", "Unexpected field type")]
    [InlineData("""{"TableName":23}""", "NUMBER_VALUE cannot be converted to String")]
    [InlineData("""{"TableName":2.5}""", "DECIMAL_VALUE cannot be converted to String")]
    [InlineData("""{"TableName":true}""", "TRUE_VALUE cannot be converted to String")]
    [InlineData("""{"TableName":false}""", "FALSE_VALUE cannot be converted to String")]
    [InlineData("""{"TableName":[]}""", "Unrecognized collection type class java.lang.String")]
    [InlineData("""{"TableName":{}}""", "Start of structure or map found where not expected")]
    [InlineData("""{"ConsistentRead":"hi"}""", "Unexpected token received from parser")]
    [InlineData("""{"ConsistentRead":1}""", "NUMBER_VALUE cannot be converted to Boolean")]
    [InlineData("""{"ConsistentRead":[]}""", "Unrecognized collection type class java.lang.Boolean")]
    [InlineData("""{"ConsistentRead":{}}""", "Start of structure or map found where not expected")]
    [InlineData("""{"Limit":"1"}""", "STRING_VALUE cannot be converted to Integer")]
    [InlineData("""{"Limit":true}""", "TRUE_VALUE cannot be converted to Integer")]
    [InlineData("""{"Limit":2147483648}""", "NUMBER_VALUE cannot be converted to Integer")]
    [InlineData("""{"Limit":1e300}""", "DECIMAL_VALUE cannot be converted to Integer")]
    [InlineData("""{"Limit":[]}""", "Unrecognized collection type class java.lang.Integer")]
    [InlineData("""{"AttributesToGet":"hi"}""", "Unexpected field type")]
    [InlineData("""{"AttributesToGet":{}}""", "Start of structure or map found where not expected")]
    [InlineData("""{"AttributesToGet":[1]}""", "NUMBER_VALUE cannot be converted to String")]
    [InlineData("""{"AttributesToGet":[[]]}""", "Unrecognized collection type class java.lang.String")]
    [InlineData("""{"KeyConditions":"hi"}""", "Unexpected field type")]
    [InlineData("""{"KeyConditions":[]}""", "Unrecognized collection type java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.Condition>")]
    [InlineData("""{"KeyConditions":{"a":"hi"}}""", "Unexpected value type in payload")]
    [InlineData("""{"KeyConditions":{"a":[]}}""", "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.Condition")]
    [InlineData("""{"KeyConditions":{"a":{"AttributeValueList":["hi"]}}}""", "Unexpected value type in payload")]
    [InlineData("""{"ExclusiveStartKey":"hi"}""", "Unexpected field type")]
    [InlineData("""{"ExclusiveStartKey":[]}""", "Unrecognized collection type java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>")]
    [InlineData("""{"ExclusiveStartKey":{"a":"hi"}}""", "Unexpected value type in payload")]
    [InlineData("""{"ExpressionAttributeValues":{":a":{"S":1}}}""", "NUMBER_VALUE cannot be converted to String")]
    public void ValueOfAnotherType_IsRefused(string body, string message) => Assert.Equal(message, Error(body).Message);

    [Theory]
    [InlineData("""{"Limit":null,"TableName":null,"Unknown":{"a":[1,{"b":null}]},"AttributesToGet":null}""", null)]
    [InlineData("""{"Limit":2.9}""", 2)]
    [InlineData("""{"Limit":-1.5}""", -1)]
    [InlineData("""{"Limit":1e2}""", 100)]
    [InlineData("""{"Limit":1,"Limit":7}""", 7)]
    [InlineData("""{"L\u0069mit":8}""", 8)]
    [InlineData("""{"limit":8}""", null)]
    public void Limit_IsRead(string body, int? limit)
    {
        QueryInput input = JsonBody.Read(Encoding.UTF8.GetBytes(body), QueryInput.Read);
        Assert.Equal(limit, input.Limit);
        Assert.Null(input.AttributesToGet);
    }

    [Fact]
    public async Task SerializationException_SpellsItsMessageInUpperCase()
    {
        RouterHarness harness = new(new StubPutItem(static _ => new()));
        Assert.Equal(
            (400, """{"__type":"com.amazon.coral.service#SerializationException","Message":"NUMBER_VALUE cannot be converted to String"}"""),
            await harness.AskAsync("DynamoDB_20120810.PutItem", """{"TableName":1}"""));
        Assert.Equal(
            (400, """{"__type":"com.amazon.coral.service#SerializationException"}"""), await harness.AskAsync("DynamoDB_20120810.PutItem", "x"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task RandomBodies_AreNeverAServerError(int seed)
    {
        Random random = new(seed);
        RouterHarness harness = new(new StubPutItem(static _ => new()));
        byte[] valid = """{"TableName":"abc","Item":{"a":{"S":"x\u00e9"},"b":{"M":{"l":{"L":[{"N":"1"},{"BS":["AA=="]}]}}}},"ReturnValues":"ALL_OLD","Expected":{"a":{"Exists":true,"Value":{"S":"x"}}}}"""u8.ToArray();
        for (int round = 0; round < 2_000; round++)
        {
            byte[] body = round % 4 == 0 ? new byte[random.Next(64)] : [.. valid];
            if (round % 4 == 0) random.NextBytes(body);
            else for (int change = random.Next(1, 5); change > 0; change--) body[random.Next(body.Length)] = RandomByte(random);
            DefaultHttpContext http = RouterHarness.Request("DynamoDB_20120810.PutItem", body);
            string answer = await harness.AskAsync(http);
            Assert.True(http.Response.StatusCode is 200 or 400, $"seed {seed}, round {round}: {Convert.ToHexString(body)} gave {answer} {string.Join(' ', harness.Log.Lines)}");
        }
    }

    private static byte RandomByte(Random random) => random.Next(3) == 0 ? (byte)random.Next(256) : (byte)"{}[]\",:0ntf\\u"[random.Next(13)];

    private static AwsException Error(string body)
    {
        AwsException error = Assert.Throws<AwsException>(() => JsonBody.Read(Encoding.UTF8.GetBytes(body), QueryInput.Read));
        Assert.Equal(("SerializationException", 400), (error.Code, error.StatusCode));
        return error;
    }
}
