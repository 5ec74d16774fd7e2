using RustStack.Core.Errors;
using RustStack.DynamoDb.Transactions;

namespace RustStack.DynamoDb.Tests.Transactions;

public sealed class TransactionTokensTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void TokenInUse_IsInProgress()
    {
        var tokens = new TransactionTokens();
        Assert.True(tokens.TryBegin(Token("t"), 1, Now));
        AwsException error = Assert.Throws<AwsException>(() => tokens.TryBegin(Token("t"), 1, Now));
        Assert.Equal(("TransactionInProgressException", "Transaction from previous request is still in progress"), (error.Code, error.Message));
        Assert.Equal("IdempotentParameterMismatchException", Assert.Throws<AwsException>(() => tokens.TryBegin(Token("t"), 2, Now)).Code);
        tokens.End(Token("t"), isDone: true, Now);
        Assert.False(tokens.TryBegin(Token("t"), 1, Now));
    }

    [Fact]
    public void BeyondCapacity_TheOldestIsForgotten()
    {
        var tokens = new TransactionTokens(capacity: 2);
        foreach (string text in new[] { "1", "2", "3" })
        {
            Assert.True(tokens.TryBegin(Token(text), 1, Now));
            tokens.End(Token(text), isDone: true, Now);
        }

        Assert.False(tokens.TryBegin(Token("2"), 1, Now));
        Assert.False(tokens.TryBegin(Token("3"), 1, Now));
        Assert.True(tokens.TryBegin(Token("1"), 1, Now));
    }

    [Fact]
    public void ForgottenToken_DoesNotTakeItsSuccessorAlong()
    {
        var tokens = new TransactionTokens();
        Assert.True(tokens.TryBegin(Token("t"), 1, Now));
        tokens.End(Token("t"), isDone: true, Now);
        Assert.True(tokens.TryBegin(Token("t"), 2, Now.AddMinutes(10)));
        tokens.End(Token("t"), isDone: true, Now.AddMinutes(10));
        Assert.False(tokens.TryBegin(Token("t"), 2, Now.AddMinutes(19)));
    }

    private static TransactionToken Token(string text) => new("000000000000", "us-east-1", text);
}
