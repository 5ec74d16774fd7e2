using System.Buffers;

namespace RustStack.Core.Signing;

/// <summary>The query as a signature of version 4 covers it (IAM user guide, "Create a signed AWS API request", step 1).</summary>
internal static class CanonicalQuery
{
    /// <summary>Writes the canonical query.</summary>
    /// <param name="text">Receives it.</param>
    /// <param name="query">The query as it was sent, without its question mark.</param>
    /// <param name="excluded">The parameter that is left out: the signature itself; null for none.</param>
    public static void Write(SigningText text, ReadOnlySpan<char> query, string? excluded)
    {
        if (query.IsEmpty) return;
        QueryParameter[] parameters = ArrayPool<QueryParameter>.Shared.Rent(query.Count('&') + 1);
        using SigningText encoded = new();
        int count = Encode(encoded, query, excluded, parameters);
        parameters.AsSpan(0, count).Sort(new QueryOrder(encoded));
        for (int i = 0; i < count; i++)
        {
            QueryParameter parameter = parameters[i];
            if (i > 0) text.Append((byte)'&');
            text.Append(encoded.Written.Slice(parameter.Start, parameter.NameLength));
            text.Append((byte)'=');
            text.Append(encoded.Written.Slice(parameter.Start + parameter.NameLength, parameter.ValueLength));
        }

        ArrayPool<QueryParameter>.Shared.Return(parameters);
    }

    private static int Encode(SigningText encoded, ReadOnlySpan<char> query, string? excluded, QueryParameter[] parameters)
    {
        int count = 0;
        foreach (Range part in query.Split('&'))
        {
            ReadOnlySpan<char> parameter = query[part];
            if (parameter.IsEmpty) continue;
            int equals = parameter.IndexOf('=');
            int start = encoded.Length;
            encoded.AppendRecoded(equals < 0 ? parameter : parameter[..equals], keepsSlash: false, plusIsSpace: true);
            int nameLength = encoded.Length - start;
            if (excluded is not null && IsNamed(encoded.Written[start..], excluded))
            {
                encoded.Truncate(start);
                continue;
            }

            if (equals >= 0) encoded.AppendRecoded(parameter[(equals + 1)..], keepsSlash: false, plusIsSpace: true);
            parameters[count++] = new(start, nameLength, encoded.Length - start - nameLength);
        }

        return count;
    }

    private static bool IsNamed(ReadOnlySpan<byte> name, string expected)
    {
        if (name.Length != expected.Length) return false;
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] != expected[i]) return false;
        }

        return true;
    }
}
