using RustStack.S3.Policies;

namespace RustStack.S3.Tests.Policies;

/// <summary>The meaning of public: rows of what the Amazon S3 user guide says of it.</summary>
public sealed class PublicStatementTests
{
    [Theory]
    [InlineData("Allow", "\"*\"", "", true)]
    [InlineData("Deny", "\"*\"", "", false)]
    [InlineData("Allow", """{"AWS":"*"}""", "", true)]
    [InlineData("Allow", """{"AWS":["123456789012","*"]}""", "", true)]
    [InlineData("Allow", """{"AWS":"123456789012"}""", "", false)]
    [InlineData("Allow", """{"Service":"cloudfront.amazonaws.com"}""", "", false)]
    [InlineData("Allow", "\"*\"", """{"StringEquals":{"aws:SourceVpc":"vpc-91237329"}}""", false)]
    [InlineData("Allow", "\"*\"", """{"StringLike":{"aws:SourceVpc":"vpc-*"}}""", true)]
    [InlineData("Allow", "\"*\"", """{"StringEquals":{"aws:SourceVpc":["vpc-1","vpc-?"]}}""", true)]
    [InlineData("Allow", "\"*\"", """{"StringNotEquals":{"aws:SourceVpc":"vpc-1"}}""", true)]
    [InlineData("Allow", "\"*\"", """{"StringEqualsIfExists":{"aws:SourceVpc":"vpc-1"}}""", true)]
    [InlineData("Allow", "\"*\"", """{"ForAllValues:StringEquals":{"aws:SourceVpc":"vpc-1"}}""", true)]
    [InlineData("Allow", "\"*\"", """{"StringEquals":{"aws:PrincipalOrgID":"o-123"}}""", false)]
    [InlineData("Allow", "\"*\"", """{"StringEquals":{"aws:userid":"${aws:userid}"}}""", true)]
    [InlineData("Allow", "\"*\"", """{"StringEquals":{"aws:Referer":"https://example.test"}}""", true)]
    [InlineData("Allow", "\"*\"", """{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}""", false)]
    [InlineData("Allow", "\"*\"", """{"IpAddress":{"aws:SourceIp":"203.0.113.7"}}""", false)]
    [InlineData("Allow", "\"*\"", """{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}""", false)]
    [InlineData("Allow", "\"*\"", """{"IpAddress":{"aws:SourceIp":"0.0.0.0/1"}}""", true)]
    [InlineData("Allow", "\"*\"", """{"IpAddress":{"aws:SourceIp":["203.0.113.0/24","2001:db8::/31"]}}""", true)]
    [InlineData("Allow", "\"*\"", """{"StringLike":{"s3:DataAccessPointArn":"arn:aws:s3:us-west-2:123456789012:accesspoint/*"}}""", false)]
    [InlineData("Allow", "\"*\"", """{"StringLike":{"s3:DataAccessPointArn":"arn:aws:s3:us-west-2:*:accesspoint/a"}}""", true)]
    public void Statement_IsPublicWhenNothingFixesWhoIsMeant(string effect, string principal, string condition, bool expected)
    {
        string conditions = condition.Length == 0 ? "" : ",\"Condition\":" + condition;
        string statement =
            $$"""{"Effect":"{{effect}}","Principal":{{principal}},"Action":"s3:GetObject","Resource":"arn:aws:s3:::bucket/*"{{conditions}}""";
        string policy = "{\"Statement\":" + statement + "}}";
        Assert.Equal(expected, PolicyReader.Read(policy, "bucket").IsPublic);
    }

    [Fact]
    public void AllButSome_ArePublic() => Assert.True(PolicyReader.Read(
        """{"Statement":{"Effect":"Allow","NotPrincipal":{"AWS":"123456789012"},"Action":"s3:*","Resource":"*"}}""", "bucket").IsPublic);

    [Theory]
    [InlineData("*", "", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("a*c*e", "abcde", true)]
    [InlineData("a*c*e", "abcdef", false)]
    [InlineData("*aab", "aaaab", true)]
    [InlineData("A", "a", false)]
    public void Pattern_Matches(string pattern, string text, bool expected) => Assert.Equal(expected, PolicyPattern.Matches(pattern, text));
}
