using System.Text;
using RustStack.Core.Errors;
using RustStack.S3.Encryption;
using RustStack.S3.Forms;
using RustStack.S3.Listing;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;
using RustStack.S3.Uploads;

namespace RustStack.Fuzz.Parsers;

/// <summary>Values of headers and parameters: ranges, copy sources, tags, tokens, dates, digests, each tried as all.</summary>
internal sealed class HeaderTarget : IParserTarget
{
    private static readonly Action<string>[] Parsers =
    [
        static text => CheckRange(ByteRange.Parse(text, 100)),
        static text => ByteRange.Parse(text, 0),
        static text => CheckRange(ByteRange.ParseCopy(text, 100)),
        static text => CopySource.Parse(text),
        static text => TagSets.ParseHeader(text),
        static text => ContinuationToken.Parse(text),
        static text => WriteCondition.Parse(text, null),
        static text => WriteCondition.Parse(null, text),
        static text => WireValue.HttpDateOrNull(text),
        static text => WireValue.DateTimeOrNull(text),
        static text => WireValue.Integer(text, "max-keys"),
        static text => WireValue.PartNumber(text),
        static text => WireValue.Long(text, "x-amz-mp-object-size"),
        static text => HeaderParameters.Parse(text),
        static text => FormBoundary.ReadDelimiter("multipart/form-data; boundary=" + text),
        static text => VersionId.IsWellFormed(text),
        static text => ObjectKey.Parse(text),
        static text => CustomerKey.Parse("AES256", text, text),
        static text => UploadPlan.Read(name => text, null),
        static text => UploadPlan.Read(name => name.StartsWith("x-amz-checksum", StringComparison.OrdinalIgnoreCase) ? text : null, null),
        static text => HeaderText.Metadata(text),
    ];

    public string Corpus => "headers";

    public void Run(byte[] input)
    {
        string text = Encoding.UTF8.GetString(input);
        foreach (Action<string> parse in Parsers) Attempt(parse, text);
        if (HeaderText.WithoutControls(text).Any(static character => character is < ' ' and not '\t' or '\u007F')) throw new InvalidOperationException("A control is left.");
    }

    private static void CheckRange(ByteRange? range)
    {
        if (range is { } given && (given.Offset < 0 || given.LengthBytes <= 0 || given.Offset + given.LengthBytes > 100)) throw new InvalidOperationException("It is outside.");
    }

    private static void Attempt(Action<string> parse, string text)
    {
        try
        {
            parse(text);
        }
        catch (AwsException exception) when (exception.StatusCode is < 500 or 501)
        {
            // Refused; the next parser may take it.
        }
    }
}
