using System.Text;

namespace RustStack.Load;

/// <summary>Requests of both services on a bounded set of keys, so that what is kept does not grow.</summary>
internal static class Traffic
{
    private const int Keys = 2_000;
    private const int MostObjectBytes = 16 * 1024;
    private const string Dynamo = "Content-Type: application/x-amz-json-1.0\r\nX-Amz-Target: DynamoDB_20120810.";

    /// <summary>What has to be there first.</summary>
    public static IEnumerable<byte[]> Preparation =>
    [
        Connection.Request("PUT /load-bucket", "", []),
        Item("CreateTable", """{"TableName":"load","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"N"}],"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],"BillingMode":"PAY_PER_REQUEST"}"""),
        .. Enumerable.Range(0, Keys).SelectMany(static key => (byte[][])[PutItem(key, "first"), PutObject(key, MostObjectBytes)]),
    ];

    /// <summary>One request; each is accepted.</summary>
    public static byte[] Next(Random random)
    {
        int key = random.Next(Keys);
        return random.Next(10) switch
        {
            0 or 1 => PutItem(key, new string('x', random.Next(1_000))),
            2 or 3 => Item("GetItem", $"{{\"TableName\":\"load\",\"Key\":{KeyOf(key)}}}"),
            4 => Item("Query", $"{{\"TableName\":\"load\",\"KeyConditionExpression\":\"pk = :p\",\"FilterExpression\":\"contains(v, :v)\",\"ExpressionAttributeValues\":{{\":p\":{{\"S\":\"p{key % 100}\"}},\":v\":{{\"S\":\"x\"}}}}}}"),
            5 => Item("UpdateItem", $"{{\"TableName\":\"load\",\"Key\":{KeyOf(key)},\"UpdateExpression\":\"ADD n :n\",\"ExpressionAttributeValues\":{{\":n\":{{\"N\":\"1\"}}}}}}"),
            6 or 7 => PutObject(key, random.Next(MostObjectBytes)),
            8 => Connection.Request($"GET /load-bucket/o{key}", "", []),
            _ => Connection.Request($"GET /load-bucket?list-type=2&max-keys=20&start-after=o{key}", "", []),
        };
    }

    private static string KeyOf(int key) => $"{{\"pk\":{{\"S\":\"p{key % 100}\"}},\"sk\":{{\"N\":\"{key}\"}}}}";

    private static byte[] PutItem(int key, string value) => Item(
        "PutItem",
        $"{{\"TableName\":\"load\",\"Item\":{{{KeyOf(key)[1..^1]},\"v\":{{\"S\":\"{value}\"}},\"m\":{{\"M\":{{\"l\":{{\"L\":[{{\"N\":\"1\"}},{{\"BOOL\":true}}]}}}}}}}}}}");

    private static byte[] Item(string operation, string body) => Connection.Request("POST /", $"{Dynamo}{operation}\r\n", Encoding.ASCII.GetBytes(body));

    private static byte[] PutObject(int key, int length) => Connection.Request($"PUT /load-bucket/o{key}", "", new byte[length]);
}
