using RustStack.Core.Errors;
using RustStack.DynamoDb.Items;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Tests.Items;

public sealed class ItemTests
{
    private const string Invalid = "One or more parameter values were invalid: ";

    private const string TooDeep =
        "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit";

    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("""{"a":{"S":"x"}}""", """{"a":{"S":"x"}}""")]
    [InlineData(""" { "a" : { "S" : "x\u0041\n\"\\\/\u0001é" } } """, """{"a":{"S":"xA\n\"\\/\u0001é"}}""")]
    [InlineData("""{"q\"\u0062":{"N":"1.00"},"b":{"N":"1e3"},"c":{"N":"-0.0"}}""", """{"q\"b":{"N":"1"},"b":{"N":"1000"},"c":{"N":"0"}}""")]
    [InlineData("""{"a":{"B":"AAE="},"b":{"BS":["AQ==","Ag=="]}}""", """{"a":{"B":"AAE="},"b":{"BS":["AQ==","Ag=="]}}""")]
    [InlineData("""{"a":{"SS":["a",""]},"b":{"NS":["1.0","2"]}}""", """{"a":{"SS":["a",""]},"b":{"NS":["1","2"]}}""")]
    [InlineData("""{"a":{"M":{"x":{"L":[{"NULL":true},{"BOOL":false}]},"y":{"M":{}}}}}""", """{"a":{"M":{"x":{"L":[{"NULL":true},{"BOOL":false}]},"y":{"M":{}}}}}""")]
    [InlineData("""{"a":{"S":"x","N":null,"Other":[1]}}""", """{"a":{"S":"x"}}""")]
    [InlineData("""{"a":{"S":"x"},"b":{"S":"y"},"\u0061":{"S":"z"}}""", """{"a":{"S":"z"},"b":{"S":"y"}}""")]
    [InlineData("""{"a":{"M":{"x":{"S":"1"},"x":{"S":"2"}}}}""", """{"a":{"M":{"x":{"S":"2"}}}}""")]
    public void Read_KeepsTheCanonicalForm(string json, string canonical)
    {
        Item item = JsonCodec.Item(json);
        Assert.Null(item.Defect);
        Assert.Equal(canonical, JsonCodec.Text(item));
        Assert.Equal(canonical, JsonCodec.Text(JsonCodec.Item(canonical)));
    }

    [Theory]
    [InlineData("""{}""", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("""{"S":null}""", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("""{"S":"a","N":"1"}""", "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes")]
    [InlineData("""{"NULL":false}""", Invalid + "Null attribute value types must have the value of true")]
    [InlineData("""{"SS":[]}""", Invalid + "An string set  may not be empty")]
    [InlineData("""{"NS":[]}""", Invalid + "An number set  may not be empty")]
    [InlineData("""{"BS":[]}""", Invalid + "Binary sets should not be empty")]
    [InlineData("""{"SS":["a","b","\u0061"]}""", Invalid + "Input collection [a, b, a] contains duplicates.")]
    [InlineData("""{"NS":["1","1.0"]}""", "Input collection contains duplicates")]
    [InlineData("""{"BS":["Yg==","Yg=="]}""", Invalid + "Input collection [Yg==, Yg==]of type BS contains duplicates.")]
    [InlineData("""{"N":""}""", "The parameter cannot be converted to a numeric value")]
    [InlineData("""{"N":"b"}""", "The parameter cannot be converted to a numeric value: b")]
    [InlineData("""{"L":[{"M":{"x":{"N":"b"}}}]}""", "The parameter cannot be converted to a numeric value: b")]
    [InlineData("""{"N":"1e126"}""", "Number overflow. Attempting to store a number with magnitude larger than supported range")]
    public void InvalidValue_IsRemembered(string value, string defect)
    {
        Assert.Equal(defect, JsonCodec.Item($$"""{"k":{"S":"x"},"a":{{value}}}""").Defect);
        Assert.Equal(defect, Assert.IsType<InvalidValue>(JsonCodec.Value(value)).Message);
    }

    [Theory]
    [InlineData("""{"S":1}""", "NUMBER_VALUE cannot be converted to String")]
    [InlineData("""{"S":1.5}""", "DECIMAL_VALUE cannot be converted to String")]
    [InlineData("""{"N":true}""", "TRUE_VALUE cannot be converted to String")]
    [InlineData("""{"S":[]}""", "Unrecognized collection type class java.lang.String")]
    [InlineData("""{"S":{}}""", "Start of structure or map found where not expected")]
    [InlineData("""{"BOOL":"true"}""", "Unexpected token received from parser")]
    [InlineData("""{"B":"abc"}""", "Base64 encoded length is expected a multiple of 4 bytes but found: 3")]
    [InlineData("""{"B":"ab!="}""", "Invalid Base64 character: '!'")]
    [InlineData("""{"B":"AAF="}""", "Invalid last non-pad Base64 character dectected")]
    [InlineData("""{"L":"x"}""", "Unexpected field type")]
    [InlineData("""{"M":"x"}""", "Unexpected field type")]
    [InlineData(""" "x" """, "Unexpected value type in payload")]
    [InlineData("""{"S":"\ud800"}""", "Invalid UTF-8 in payload")]
    public void WrongJsonType_ThrowsSerializationException(string value, string message)
    {
        AwsException error = Assert.Throws<AwsException>(() => JsonCodec.Item($$"""{"a":{{value}}}"""));
        Assert.Equal(("SerializationException", 400, message), (error.Code, error.StatusCode, error.Message));
    }

    [Theory]
    [InlineData(0, Invalid + "An attribute name may not be empty")]
    [InlineData(1, null)]
    [InlineData(65_535, null)]
    [InlineData(65_536, Invalid + "An attribute name may not have more than 65535 bytes")]
    public void Names_HaveOneByteTo64KB(int length, string? defect) =>
        Assert.Equal(defect, JsonCodec.Item($$$"""{"{{{new string('n', length)}}}":{"S":"x"}}""").Defect);

    [Theory]
    [InlineData(0, null)]
    [InlineData(65_535, null)]
    [InlineData(65_536, Invalid + "An attribute name may not have more than 65535 bytes")]
    public void NamesInMaps_HaveUpTo64KB(int length, string? defect) =>
        Assert.Equal(defect, JsonCodec.Item($$$$$"""{"a":{"M":{"{{{{{new string('n', length)}}}}}":{"S":"x"}}}}""").Defect);

    [Theory]
    [InlineData(31, null)]
    [InlineData(32, TooDeep)]
    [InlineData(60, TooDeep)]
    public void Nesting_EndsAt32Levels(int containers, string? defect)
    {
        string lists = string.Concat(Enumerable.Repeat("""{"L":[""", containers)) + """{"S":"x"}""" + string.Concat(Enumerable.Repeat("]}", containers));
        Item item = JsonCodec.Item($$"""{"a":{{lists}}}""");
        Assert.Equal(defect, item.Defect);
        if (defect is null) Assert.NotNull(item.Get("a"));
    }

    [Theory]
    [InlineData("{}", 0)]
    [InlineData("""{"ab":{"S":"éx"}}""", 2 + 3)]
    [InlineData("""{"a":{"S":"\n"},"b":{"NULL":true},"c":{"BOOL":true}}""", 6)]
    [InlineData("""{"a":{"N":"123"},"b":{"N":"-123"},"c":{"N":"0"}}""", 3 + 3 + 4 + 1)]
    [InlineData("""{"a":{"B":"AAE="},"b":{"BS":["AQ==","Ag=="]}}""", 1 + 2 + 1 + 2)]
    [InlineData("""{"a":{"L":[{"S":"xy"}]},"b":{"M":{"k":{"S":"v"}}}}""", 1 + 3 + 3 + 1 + 3 + 3)]
    [InlineData("""{"a":{"SS":["abc","d"]},"b":{"NS":["1","22"]}}""", 1 + 4 + 1 + 4)]
    public void SizeBytes_FollowsDynamoDbsRules(string json, int size) => Assert.Equal(size, JsonCodec.Item(json).SizeBytes);

    [Fact]
    public void Get_DecodesOneAttribute()
    {
        Item item = JsonCodec.Item("""{"a":{"S":"x"},"é\"":{"N":"7"},"ab":{"BOOL":true}}""");
        Assert.Equal(new StringValue("x"), item.Get("a"));
        Assert.Equal(new NumberValue(DynamoNumber.FromInt64(7)), item.Get("é\""));
        Assert.Equal(BooleanValue.True, item.Get("ab"));
        Assert.Null(item.Get("b"));
        Assert.Null(item.Get(new string('x', 5000)));
        Assert.Equal(3, item.Count);
    }

    [Fact]
    public void With_ReplacesInPlaceAddsAtTheEndAndRemoves()
    {
        Item item = JsonCodec.Item("""{"a":{"S":"x"},"b":{"S":"y"},"c":{"N":"1"}}""");
        Item changed = ItemEdit.With(item,
        [
            new("new\"", new StringValue("n")),
            new("a", NullValue.Instance),
            new("b", null),
            new("gone", null),
        ]);
        Assert.Equal("""{"a":{"NULL":true},"c":{"N":"1"},"new\"":{"S":"n"}}""", JsonCodec.Text(changed));
        Assert.Equal(JsonCodec.Item(JsonCodec.Text(changed)).SizeBytes, changed.SizeBytes);
    }

    [Fact]
    public void Only_KeepsTheNamedAttributes()
    {
        Item item = JsonCodec.Item("""{"a":{"S":"x"},"b":{"S":"y"},"c":{"N":"1"}}""");
        Item some = ItemEdit.Only(item, [WireName.Of("c"), WireName.Of("a"), WireName.Of("z")]);
        Assert.Equal("""{"a":{"S":"x"},"c":{"N":"1"}}""", JsonCodec.Text(some));
        Assert.Equal(5, some.SizeBytes);
    }

    [Fact]
    public void RandomValues_SurviveEncodingAndDecoding()
    {
        for (int seed = 0; seed < 500; seed++)
        {
            var values = new RandomValues(seed);
            Dictionary<string, AttributeValue> attributes = values.Attributes();
            Item item = ItemEdit.Of(attributes);
            Item again = JsonCodec.Item(JsonCodec.Text(item));
            Assert.True(item.Data.SequenceEqual(again.Data), $"seed {seed}");
            Assert.Equal(attributes.Sum(static entry => AttributeSize.Of(entry.Key, entry.Value)), item.SizeBytes);
            foreach ((string name, AttributeValue value) in attributes)
            {
                Assert.True(value.Equals(item.Get(name)), $"seed {seed}, attribute {name}");
                Assert.True(value.Equals(JsonCodec.Value(JsonCodec.Text(value))), $"seed {seed}, attribute {name}");
            }
        }
    }

    [Fact]
    public void RandomText_GivesAnItemOrAnAwsError()
    {
        const string Alphabet = """{}[]",:\uSNBMLaé0 """;
        for (int seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            char[] noise = [.. Enumerable.Range(0, random.Next(40)).Select(_ => Alphabet[random.Next(Alphabet.Length)])];
            string json = """{"a":{"M":{"x":{"S":"y"},"z":""" + new string(noise) + "}}}";
            try
            {
                JsonCodec.Item(json);
            }
            catch (AwsException error)
            {
                Assert.True(error.Code == "SerializationException", $"seed {seed}");
            }
            catch (System.Text.Json.JsonException)
            {
                // Not JSON at all: the protocol says so.
            }
        }
    }
}
