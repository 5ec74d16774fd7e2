using RustStack.Codegen.Output;
using RustStack.Codegen.S3;
using static RustStack.Codegen.Tests.S3.InlineS3Model;

namespace RustStack.Codegen.Tests.S3;

public sealed class S3EmitterTests
{
    private const string Required = "\"smithy.api#required\": {}";
    private const string Label = "\"smithy.api#httpLabel\": {}, " + Required;
    private const string Text = "smithy.api#String";

    private const string Item = """
        "t#Item": { "type": "structure", "members": {
            "Name": { "target": "smithy.api#String", "traits": { "smithy.api#required": {}, "smithy.api#xmlName": "N" } },
            "Kind": { "target": "smithy.api#String", "traits": { "smithy.api#xmlAttribute": {}, "smithy.api#xmlName": "xsi:type" } } } },
        "t#Items": { "type": "list", "member": { "target": "t#Item", "traits": { "smithy.api#xmlName": "Item" } } }
        """;

    [Fact]
    public void Labels_ComeFromThePath() => AssertOperation(Member("Bucket", Text, Label), "Bucket = exchange.Bucket,");

    [Theory]
    [InlineData(Text, "\"smithy.api#httpHeader\": \"x-amz-acl\"", "M = exchange.Header(\"x-amz-acl\"),")]
    [InlineData(Text, "\"smithy.api#httpHeader\": \"x-amz-source\", " + Required, "M = exchange.RequiredHeader(\"x-amz-source\"),")]
    [InlineData(Text, "\"smithy.api#httpQuery\": \"prefix\"", "M = exchange.Query(\"prefix\"),")]
    [InlineData(Text, "\"smithy.api#httpQuery\": \"id\", " + Required, "M = exchange.RequiredQuery(\"id\"),")]
    [InlineData(Text, "\"smithy.api#httpQuery\": \"response-x\"", "M = WireValue.HeaderText(exchange.Query(\"response-x\"), \"response-x\"),")]
    [InlineData("smithy.api#Integer", "\"smithy.api#httpQuery\": \"n\"", "M = WireValue.Integer(exchange.Query(\"n\"), \"n\"),")]
    [InlineData("t#Bounded", "\"smithy.api#httpQuery\": \"n\"", "M = WireValue.Integer(exchange.Query(\"n\"), \"n\", 1, 9),")]
    [InlineData("smithy.api#Long", "\"smithy.api#httpHeader\": \"n\"", "M = WireValue.Long(exchange.Header(\"n\"), \"n\"),")]
    [InlineData("smithy.api#Long", "\"smithy.api#httpHeader\": \"Content-Length\"", "M = exchange.ContentLength,")]
    [InlineData("smithy.api#Boolean", "\"smithy.api#httpHeader\": \"f\"", "M = WireValue.Boolean(exchange.Header(\"f\"), \"f\"),")]
    [InlineData("smithy.api#Timestamp", "\"smithy.api#httpHeader\": \"d\"", "M = WireValue.HttpDate(exchange.Header(\"d\"), \"d\"),")]
    [InlineData("smithy.api#Timestamp", "\"smithy.api#httpHeader\": \"If-X\"", "M = WireValue.HttpDateOrNull(exchange.Header(\"If-X\")),")]
    [InlineData("t#Iso", "\"smithy.api#httpHeader\": \"d\"", "M = WireValue.DateTime(exchange.Header(\"d\"), \"d\"),")]
    [InlineData("t#Map", "\"smithy.api#httpPrefixHeaders\": \"x-m-\"", "M = exchange.HeadersBelow(\"x-m-\"),")]
    [InlineData("t#Stream", "\"smithy.api#httpPayload\": {}", "M = exchange.RawBody,")]
    public void BoundMember_IsReadFromItsPlace(string target, string binding, string expected) => AssertOperation(
        Member("M", target, binding),
        expected,
        shapes: """
            "t#Bounded": { "type": "integer", "traits": { "smithy.api#range": { "min": 1, "max": 9 } } },
            "t#Iso": { "type": "timestamp", "traits": { "smithy.api#timestampFormat": "date-time" } },
            "t#Map": { "type": "map", "key": { "target": "smithy.api#String" }, "value": { "target": "smithy.api#String" } },
            "t#Stream": { "type": "blob", "traits": { "smithy.api#streaming": {} } }
            """);

    [Theory]
    [InlineData(Required, "if (body.IsEmpty) throw ProtocolErrors.MissingRequestBody();")]
    [InlineData("\"smithy.api#xmlName\": \"Root\"", "if (body.IsEmpty) return head;")]
    [InlineData("\"smithy.api#xmlName\": \"Root\"", "reader.ReadRoot(\"Root\"u8);")]
    [InlineData(Required, "reader.ReadRoot(\"Item\"u8);")]
    public void Payload_IsReadFromTheDocument(string traits, string expected) =>
        AssertOperation(Member("Body", "t#Item", "\"smithy.api#httpPayload\": {}, " + traits), expected, shapes: Item);

    [Theory]
    [InlineData(Text, "\"smithy.api#httpHeader\": \"ETag\"", "exchange.SetHeader(\"ETag\", output.M);")]
    [InlineData("smithy.api#Timestamp", "\"smithy.api#httpHeader\": \"D\"", "exchange.SetHttpDate(\"D\", output.M);")]
    [InlineData(Text, "\"smithy.api#xmlName\": \"Z\"", "writer.Element(\"Z\"u8, output.M);")]
    [InlineData(Text, "\"smithy.api#xmlName\": \"Z\"", "writer.Start(\"PutResult\"u8);")]
    [InlineData("t#Items", "\"smithy.api#xmlFlattened\": {}", "foreach (Item element in output.M ?? []) ItemXml.Write(writer, \"M\"u8, element);")]
    [InlineData("t#Items", "\"smithy.api#xmlName\": \"L\"", "    foreach (Item element in output.M ?? []) ItemXml.Write(writer, \"Item\"u8, element);")]
    [InlineData("t#Item", "\"smithy.api#httpPayload\": {}", "ItemXml.Write(writer, \"Item\"u8, output.M);")]
    public void OutputMember_IsWrittenToItsPlace(string target, string traits, string expected) =>
        AssertOperation("", expected, Member("M", target, traits), Item);

    [Fact]
    public void Status_IsTheModels() => AssertOperation("", "exchange.StatusCode = 204;");

    [Fact]
    public void Structure_IsReadAndWrittenByItsXmlNames()
    {
        S3Model s3 = new(Of("/{Bucket}", Member("In", "t#Items"), Member("Out", "t#Item"), Item));
        string source = new XmlEmitter(s3, new(s3)).Emit(s3.Model.Find("t#Item"));
        Assert.Contains("string? kindValue = reader.Attribute(\"type\"u8);", source, StringComparison.Ordinal);
        Assert.Contains("if (reader.NameIs(\"N\"u8)) nameValue = reader.ReadString(nameValue);", source, StringComparison.Ordinal);
        Assert.Contains("if (nameValue is null) throw RequestErrors.MalformedXml();", source, StringComparison.Ordinal);
        Assert.Contains("writer.Attribute(\"xsi:type\"u8, value.Kind);", source, StringComparison.Ordinal);
        Assert.Contains("writer.Element(\"N\"u8, value.Name);", source, StringComparison.Ordinal);
        Assert.DoesNotContain("Words of the model", source, StringComparison.Ordinal);
    }

    [Fact]
    public void RequiredMember_IsNeverNullInWhatIsOnlyRead()
    {
        S3Model read = new(Of("/{Bucket}", Member("In", "t#Item"), "", Item));
        Assert.Contains("public string Name { get; init; } = null!;", RecordEmitter.Emit(read.Model.Find("t#Item"), new(read)), StringComparison.Ordinal);
        S3Model both = new(Of("/{Bucket}", Member("In", "t#Item"), Member("Out", "t#Item"), Item));
        Assert.Contains("public string? Name { get; init; }\n", RecordEmitter.Emit(both.Model.Find("t#Item"), new(both)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("STANDARD_IA", "StandardIa")]
    [InlineData("aws_kms_dsse", "AwsKmsDsse")]
    [InlineData("s3_ObjectCreated_Put", "S3ObjectCreatedPut")]
    [InlineData("CRC64NVME", "Crc64nvme")]
    [InlineData("Enabled", "Enabled")]
    public void EnumMember_BecomesAConstant(string member, string constant) => Assert.Equal(constant, Names.Constant(member));

    [Theory]
    [InlineData("/{Bucket}?tagging", "new(\"Put\", literals: [new(\"tagging\", null)]),")]
    [InlineData("/{Bucket}?list-type=2", "new(\"Put\", literals: [new(\"list-type\", \"2\")]")]
    [InlineData("/{Bucket}/{Key+}?x-id=Put", "new(\"Put\", queries: [\"id\"], headers: [\"h\"]),")]
    [InlineData("/{Bucket}/{Key+}", "(S3Level.Object, \"PUT\") => ObjectPut,")]
    [InlineData("/", "(S3Level.Service, \"PUT\") => ServicePut,")]
    [InlineData("/Fixed", "new(\"Put\", path: \"Fixed\", queries: [\"id\"], headers: [\"h\"]),")]
    public void Route_HasWhatTheOperationRequires(string uri, string expected)
    {
        string input = Member("Id", Text, "\"smithy.api#httpQuery\": \"id\", " + Required) + ","
            + Member("H", Text, "\"smithy.api#httpHeader\": \"h\", " + Required);
        Assert.Contains(expected, RouteTableEmitter.Emit(Of(uri, input)), StringComparison.Ordinal);
    }

    private static void AssertOperation(string input, string expected, string output = "", string shapes = "")
    {
        S3Model s3 = new(Of("/{Bucket}", input, output, shapes));
        string source = new OperationEmitter(s3, new(s3)).Emit(s3.Model.Operations.Single());
        Assert.Contains(expected, source, StringComparison.Ordinal);
        Assert.DoesNotContain("Words of the model", source, StringComparison.Ordinal);
    }
}
