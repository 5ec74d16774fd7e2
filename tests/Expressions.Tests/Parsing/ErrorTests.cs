using RustStack.Expressions.Values;

namespace RustStack.Expressions.Tests.Parsing;

public sealed class ErrorTests
{
    public static TheoryData<string, string> Conditions => new()
    {
        { "", "The expression can not be empty;" },
        { "  \t", "The expression can not be empty;" },
        { "a = ", "Syntax error; token: \"<EOF>\", near: \"= \"" },
        { "a =", "Syntax error; token: \"<EOF>\", near: \"=\"" },
        { "a", "Syntax error; token: \"<EOF>\", near: \"a\"" },
        { "= :v", "Syntax error; token: \"=\", near: \"= :v\"" },
        { "a = :v :w", "Syntax error; token: \":w\", near: \":v :w\"" },
        { "a = :v )", "Syntax error; token: \")\", near: \":v )\"" },
        { "(a = :v", "Syntax error; token: \"<EOF>\", near: \":v\"" },
        { "a AND b = :v", "Syntax error; token: \"AND\", near: \"a AND b\"" },
        { "b = :v AND a", "Syntax error; token: \"<EOF>\", near: \"a\"" },
        { "NOT a", "Syntax error; token: \"<EOF>\", near: \"a\"" },
        { "(b = :v) = :v", "Syntax error; token: \"=\", near: \") = :v\"" },
        { "a = (b = :v)", "Syntax error; token: \"=\", near: \"b = :v\"" },
        { "a-b = :v", "Syntax error; token: \"-\", near: \"a-b\"" },
        { "_a = :v", "Syntax error; token: \"_\", near: \"_a\"" },
        { "a = # AND b = :v", "Syntax error; token: \"#\", near: \"= # AND\"" },
        { "a.0 = :v", "Syntax error; token: \"0\", near: \".0 =\"" },
        { "a[x] = :v", "Syntax error; token: \"x\", near: \"[x]\"" },
        { "size() = :v", "Syntax error; token: \")\", near: \"() =\"" },
        { "a IN :v", "Syntax error; token: \":v\", near: \"IN :v\"" },
        { "a BETWEEN :v", "Syntax error; token: \"<EOF>\", near: \":v\"" },
        { "a = 'x'", "Syntax error; token: \"'\", near: \"= 'x\"" },
        { "((a = :v))", "The expression has redundant parentheses;" },
        { "((a)) = :v", "The expression has redundant parentheses;" },
        { "foo(a)", "Invalid function name; function: foo" },
        { "SIZE(a) = :v", "Invalid function name; function: SIZE" },
        { "if_not_exists(a, :v) = :v", "Invalid function name; function: if_not_exists" },
        { "size(a)", "The function is not allowed to be used this way in an expression; function: size" },
        { "attribute_exists(a) = :v", "The function is not allowed to be used this way in an expression; function: attribute_exists" },
        {
            "contains(attribute_exists(a), :v)",
            "The function is not allowed to be used this way in an expression; function: attribute_exists"
        },
        { "status = :v", "Attribute name is a reserved keyword; reserved keyword: status" },
        { "a.Name = :v", "Attribute name is a reserved keyword; reserved keyword: Name" },
        { "a[99999999999] = :v", "List index is not within the allowable range; index: [99999999999]" },
        { "a = :x", "An expression attribute value used in expression is not defined; attribute value: :x" },
        { "#x = :v", "An expression attribute name used in the document path is not defined; attribute name: #x" },
        { "a = :x AND #y = :v", "An expression attribute value used in expression is not defined; attribute value: :x" },
        {
            "attribute_exists(a, b)",
            "Incorrect number of operands for operator or function; operator or function: attribute_exists, number of operands: 2"
        },
        {
            "begins_with(a)",
            "Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 1"
        },
        { "attribute_exists(:v)", "Operator or function requires a document path; operator or function: attribute_exists" },
        {
            "a = a",
            "The first operand must be distinct from the remaining operands for this operator or function; "
            + "operator: =, first operand: [a]"
        },
        {
            "l[0].k <> l[0].k",
            "The first operand must be distinct from the remaining operands for this operator or function; "
            + "operator: <>, first operand: [l, [0], k]"
        },
        { "a < :m", "Incorrect operand type for operator or function; operator or function: <, operand type: M" },
        { "a >= :t", "Incorrect operand type for operator or function; operator or function: >=, operand type: BOOL" },
        { "a BETWEEN :m AND :m", "Incorrect operand type for operator or function; operator or function: BETWEEN, operand type: M" },
        { "begins_with(a, :v)", "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N" },
        { "size(:v) = :v", "Incorrect operand type for operator or function; operator or function: size, operand type: N" },
        {
            "attribute_type(a, :v)",
            "Incorrect operand type for operator or function; operator or function: attribute_type, operand type: N"
        },
        {
            "attribute_type(a, b)",
            "Incorrect operand type for operator or function; "
            + "operator or function: attribute_type, operand type: {NS,SS,L,BS,N,M,B,BOOL,NULL,S}"
        },
        { "attribute_type(a, :s)", "Invalid attribute type name found; type: text, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}" },
        {
            "a BETWEEN :v AND :one",
            "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; "
            + "lower bound operand: AttributeValue: {N:5}, upper bound operand: AttributeValue: {N:1}"
        },
        {
            "a BETWEEN :v AND :s",
            "The BETWEEN operator requires same data type for lower and upper bounds; "
            + "lower bound operand: AttributeValue: {N:5}, upper bound operand: AttributeValue: {S:text}"
        },
    };

    public static TheoryData<string, string> Updates => new()
    {
        { "", "The expression can not be empty;" },
        { "a = :v", "Syntax error; token: \"a\", near: \"a =\"" },
        { "SET", "Syntax error; token: \"<EOF>\", near: \"SET\"" },
        { "SET a = :v,", "Syntax error; token: \"<EOF>\", near: \",\"" },
        { "SET a = :v, SET b = :v", "Syntax error; token: \"SET\", near: \", SET b\"" },
        { "ADD hits : incr", "Syntax error; token: \":\", near: \"hits : incr\"" },
        { "set _something = :something", "Syntax error; token: \"_\", near: \"set _something\"" },
        { "SET a = :v + :v + :v", "Syntax error; token: \"+\", near: \":v + :v\"" },
        { "ADD a b", "Syntax error; token: \"b\", near: \"a b\"" },
        { "REMOVE a, #, b", "Syntax error; token: \"#\", near: \", #,\"" },
        { "SET a = :v SET b = :v", "The \"SET\" section can only be used once in an update expression;" },
        { "remove a remove b", "The \"REMOVE\" section can only be used once in an update expression;" },
        { "SET size = :v", "Attribute name is a reserved keyword; reserved keyword: size" },
        { "SET a = foo(b)", "Invalid function name; function: foo" },
        { "SET a = size(b)", "Invalid function name; function: size" },
        { "SET #x = :v", "An expression attribute name used in the document path is not defined; attribute name: #x" },
        { "SET a = :x", "An expression attribute value used in expression is not defined; attribute value: :x" },
        {
            "SET a = :v, a = :v",
            "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]"
        },
        {
            "SET a = :v REMOVE a.b",
            "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b]"
        },
        {
            "SET a.b = :v REMOVE a[0]",
            "Two document paths conflict with each other; must remove or rewrite one of these paths; "
            + "path one: [a, b], path two: [a, [0]]"
        },
        {
            "SET a = if_not_exists(b)",
            "Incorrect number of operands for operator or function; operator or function: if_not_exists, number of operands: 1"
        },
        { "SET a = if_not_exists(:v, :v)", "Operator or function requires a document path; operator or function: if_not_exists" },
        {
            "SET a = list_append(b, :v)",
            "Incorrect operand type for operator or function; operator or function: list_append, operand type: N"
        },
        { "SET a = b + :s", "Incorrect operand type for operator or function; operator or function: +, operand type: S" },
        { "SET a = :t - b", "Incorrect operand type for operator or function; operator or function: -, operand type: BOOL" },
        { "ADD a :s", "Incorrect operand type for operator or function; operator: ADD, operand type: STRING" },
        { "ADD a :m", "Incorrect operand type for operator or function; operator: ADD, operand type: MAP" },
        { "DELETE a :v", "Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER" },
    };

    public static TheoryData<string, string> Projections => new()
    {
        { "", "The expression can not be empty;" },
        { "a,", "Syntax error; token: \"<EOF>\", near: \",\"" },
        { "a b", "Syntax error; token: \"b\", near: \"a b\"" },
        { "dummy-id", "Syntax error; token: \"-\", near: \"dummy-id\"" },
        { "a, Comment", "Attribute name is a reserved keyword; reserved keyword: Comment" },
        { "#x", "An expression attribute name used in the document path is not defined; attribute name: #x" },
        { "a, a", "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]" },
        {
            "a.b, a[1]",
            "Two document paths conflict with each other; must remove or rewrite one of these paths; "
            + "path one: [a, b], path two: [a, [1]]"
        },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Condition_IsRefusedInAwsWords(string text, string expected)
    {
        ExpressionCompiler compiler = new();
        Assert.Equal($"Invalid ConditionExpression: {expected}", Refuse(ExpressionKind.ConditionExpression));
        Assert.Equal($"Invalid FilterExpression: {expected}", Refuse(ExpressionKind.FilterExpression));

        string? Refuse(ExpressionKind kind) => compiler.CompileCondition(text, kind, Values()).Error?.Message;
    }

    [Theory]
    [MemberData(nameof(Updates))]
    public void Update_IsRefusedInAwsWords(string text, string expected) =>
        Assert.Equal($"Invalid UpdateExpression: {expected}", new ExpressionCompiler().CompileUpdate(text, Values()).Error?.Message);

    [Theory]
    [MemberData(nameof(Projections))]
    public void Projection_IsRefusedInAwsWords(string text, string expected) =>
        Assert.Equal(
            $"Invalid ProjectionExpression: {expected}", new ExpressionCompiler().CompileProjection(text, Values()).Error?.Message);

    [Fact]
    public void UnusedNamesAndValues_AreNamed()
    {
        ExpressionBindings bindings = Data.Bindings(
            ("#a", "a"), ("#b", "b"), (":a", Data.N("1")), (":b", Data.N("2")), (":c", Data.N("3")));
        Assert.Equal("Value provided in ExpressionAttributeNames unused in expressions: keys: {#a, #b}", bindings.FindUnused()?.Message);
        _ = new ExpressionCompiler().CompileCondition("#a = :a AND #b = :a", ExpressionKind.ConditionExpression, bindings);
        Assert.Equal("Value provided in ExpressionAttributeValues unused in expressions: keys: {:b, :c}", bindings.FindUnused()?.Message);
        _ = new ExpressionCompiler().CompileUpdate("SET x = :b, y = :c", bindings);
        Assert.Null(bindings.FindUnused());
    }

    [Fact]
    public void Placeholders_AreCheckedByThemselves()
    {
        AttributeValue one = Data.N("1");
        Assert.Null(new ExpressionBindings(null, null).Validate());
        Assert.Equal(
            "ExpressionAttributeNames must not be empty",
            new ExpressionBindings(new Dictionary<string, string>(), null).Validate()?.Message);
        Assert.Equal(
            "ExpressionAttributeNames contains invalid key: Syntax error; key: \"#a-b\"",
            new ExpressionBindings(new Dictionary<string, string> { ["#a-b"] = "x" }, null).Validate()?.Message);
        Assert.Equal(
            "ExpressionAttributeNames contains invalid value: Empty attribute name for key #a",
            new ExpressionBindings(new Dictionary<string, string> { ["#a"] = "" }, null).Validate()?.Message);
        Assert.Equal(
            "ExpressionAttributeValues contains invalid key: Syntax error; key: \"a\"",
            new ExpressionBindings(null, new Dictionary<string, AttributeValue> { ["a"] = one }).Validate()?.Message);
        Assert.Equal(
            "ExpressionAttributeValues contains invalid value: no type for key :a",
            Data.Bindings(("#a", "a"), (":a", new InvalidValue("no type"))).Validate()?.Message);
    }

    private static ExpressionBindings Values() => Data.Bindings(
        (":v", Data.N("5")), (":one", Data.N("1")), (":s", Data.S("text")), (":m", Data.Map()), (":t", BooleanValue.True));
}
