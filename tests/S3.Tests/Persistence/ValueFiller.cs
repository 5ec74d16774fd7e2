using System.Reflection;
using RustStack.S3.Blobs;
using RustStack.S3.Configurations;
using RustStack.S3.Generated;
using RustStack.S3.Lifecycle;
using RustStack.S3.Policies;
using Type = System.Type;

namespace RustStack.S3.Tests.Persistence;

/// <summary>
/// Makes values of any kind with something in every member, which differs from the member's default. A kind that it does not know how to
/// fill is an error: the test has to learn it.
/// </summary>
/// <param name="random">Decides the values.</param>
internal sealed class ValueFiller(Random random)
{
    /// <summary>The name of the bucket that filled policies are for.</summary>
    public const string Bucket = "bucket";

    private const string Characters = "abcXYZ019 <>&\"'\\/\u00e4\u6f22\u007f\t";

    public T Fill<T>() => (T)Fill(typeof(T), typeof(T));

    /// <summary>The members that a filled value must have.</summary>
    public static IEnumerable<PropertyInfo> Members(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.SetMethod is not null);

    private object Fill(Type type, Type owner)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return Text();
        if (type == typeof(bool)) return true;
        if (type == typeof(int)) return random.Next(1, int.MaxValue);
        if (type == typeof(long)) return random.NextInt64(1, long.MaxValue);
        if (type.IsEnum) return Enum.GetValues(type).GetValue(random.Next(1, Enum.GetValues(type).Length))!;
        if (type == typeof(DateTimeOffset)) return Time(owner);
        if (type == typeof(BucketPolicy)) return Policy();
        if (type == typeof(LifecyclePolicy)) return new LifecyclePolicy(Fill<IReadOnlyList<LifecycleRule>>(), Text());
        if (type == typeof(Blob)) return new CompositeBlob([Piece(), Piece(), Piece()]);
        if (type.IsGenericType) return FillGeneric(type);
        return type.GetConstructor([]) is null ? Construct(type) : SetMembers(Activator.CreateInstance(type)!);
    }

    private object FillGeneric(Type type)
    {
        Type[] arguments = type.GetGenericArguments();
        Type definition = type.GetGenericTypeDefinition();
        if (definition == typeof(IReadOnlyDictionary<,>)) return new Dictionary<string, string> { [Text()] = Text(), [Text()] = Text() };
        if (definition == typeof(KeyValuePair<,>)) return KeyValuePair.Create(Text(), Text());
        if (definition == typeof(ConfigurationSet<>)) return FillSet(type, arguments[0]);
        if (definition != typeof(IReadOnlyList<>)) throw new NotSupportedException($"Nothing fills a {type}.");
        var list = Array.CreateInstance(arguments[0], random.Next(1, 4));
        for (int i = 0; i < list.Length; i++) list.SetValue(Fill(arguments[0], arguments[0]), i);
        return list;
    }

    private object FillSet(Type type, Type kind)
    {
        object set = type.GetProperty("Empty")!.GetValue(null)!;
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            object one = Fill(kind, kind);
            string id = $"id{random.Next()}";
            kind.GetProperty("Id")!.SetValue(one, id);
            set = type.GetMethod("With")!.Invoke(set, [id, id, one])!;
        }

        return set;
    }

    private object Construct(Type type)
    {
        ConstructorInfo constructor = type.GetConstructors().MaxBy(static one => one.GetParameters().Length)
            ?? throw new NotSupportedException($"Nothing fills a {type}.");
        object value = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Fill(parameter.ParameterType, type))]);
        return type.IsValueType || !IsRecord(type) ? SetMembers(value) : value;
    }

    /// <summary>A filter is one of several things: whichever.</summary>
    private object SetMembers(object value)
    {
        PropertyInfo[] members = [.. Members(value.GetType())];
        bool isUnion = value is AnalyticsFilter or MetricsFilter;
        foreach (PropertyInfo member in isUnion ? [members[random.Next(members.Length)]] : members)
        {
            if (member.Name != "EqualityContract") member.SetValue(value, Fill(member.PropertyType, value.GetType()));
        }

        return value;
    }

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static NamedBlob Piece(Random random) =>
        new(new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64()), random.NextInt64(1, 1L << 40));

    private NamedBlob Piece() => Piece(random);

    /// <summary>XML has times in whole seconds; our own documents have all of a time.</summary>
    private DateTimeOffset Time(Type owner)
    {
        var time = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(random.Next());
        return owner.Namespace == typeof(Tag).Namespace ? time : time.AddTicks(random.Next(1, 10_000_000));
    }

    private string Text() => $"{random.Next()}{new string(random.GetItems<char>(Characters, random.Next(20)))}.";

    private BucketPolicy Policy()
    {
        string text = $$"""
            {"Version": "2012-10-17", "Statement": [{"Sid": "s{{random.Next()}}", "Effect": "Deny", "Principal": "*",
             "Action": "s3:GetObject", "Resource": "arn:aws:s3:::{{Bucket}}/*"}]}
            """;
        return PolicyReader.Read(text, Bucket);
    }
}
