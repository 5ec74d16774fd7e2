using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using RustStack.S3.Blobs;
using RustStack.S3.Persistence;

namespace RustStack.S3.Tests.Persistence;

/// <summary>Everything that a value holds, as a text: two values are alike when their texts are.</summary>
internal static class ValueText
{
    public static string Of(object? value)
    {
        StringBuilder text = new();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string or bool or Enum or int or long or UInt128:
                text.Append(CultureInfo.InvariantCulture, $"'{value}'");
                break;
            case DateTimeOffset time:
                text.Append(time.UtcTicks);
                break;
            case byte[] bytes:
                text.Append(Convert.ToHexString(bytes));
                break;
            case Blob blob:
                List<BlobReference> references = [];
                blob.AddReferencesTo(references);
                Append(text, references);
                break;
            case IEnumerable sequence:
                AppendAll(text, sequence);
                break;
            default:
                AppendMembers(text, value);
                break;
        }
    }

    private static void AppendAll(StringBuilder text, IEnumerable sequence)
    {
        text.Append('[');
        foreach (object? element in sequence)
        {
            Append(text, element);
            text.Append(',');
        }

        text.Append(']');
    }

    private static void AppendMembers(StringBuilder text, object value)
    {
        text.Append('{');
        foreach (PropertyInfo property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length > 0) continue;
            text.Append(property.Name).Append('=');
            Append(text, property.GetValue(value));
            text.Append(';');
        }

        text.Append('}');
    }
}
