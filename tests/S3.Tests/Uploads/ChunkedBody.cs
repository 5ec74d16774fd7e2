using System.Globalization;
using System.Text;

namespace RustStack.S3.Tests.Uploads;

/// <summary>Writes aws-chunked bodies.</summary>
internal static class ChunkedBody
{
    public static byte[] Encode(byte[] payload, int chunkSize, bool signed, params (string Name, string Value)[] trailers)
    {
        var body = new MemoryStream();
        for (int at = 0, chunk = 0; at < payload.Length; at += chunkSize, chunk++)
        {
            int count = Math.Min(chunkSize, payload.Length - at);
            Write(body, count.ToString("x", CultureInfo.InvariantCulture) + (signed ? $";chunk-signature=sig{chunk}" : "") + "\r\n");
            body.Write(payload, at, count);
            Write(body, "\r\n");
        }

        Write(body, signed ? "0;chunk-signature=end\r\n" : "0\r\n");
        foreach ((string name, string value) in trailers) Write(body, $"{name}:{value}\r\n");
        Write(body, "\r\n");
        return body.ToArray();
    }

    private static void Write(MemoryStream body, string text) => body.Write(Encoding.ASCII.GetBytes(text));
}
