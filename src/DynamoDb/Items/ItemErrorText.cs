namespace RustStack.DynamoDb.Items;

/// <summary>AWS's texts for attribute values that can be read but not stored.</summary>
internal static class ItemErrorText
{
    private const string Invalid = "One or more parameter values were invalid: ";

    public const string NoType = "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes";
    public const string ManyTypes =
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes";
    public const string NullNotTrue = Invalid + "Null attribute value types must have the value of true";
    public const string EmptyStringSet = Invalid + "An string set  may not be empty";
    public const string EmptyNumberSet = Invalid + "An number set  may not be empty";
    public const string EmptyBinarySet = Invalid + "Binary sets should not be empty";
    public const string NullInSet = Invalid + "A set may not contain a null element";
    public const string DuplicateNumbers = "Input collection contains duplicates";
    public const string EmptyName = Invalid + "An attribute name may not be empty";
    public const string NameTooLong = Invalid + "An attribute name may not have more than 65535 bytes";
    public const string NestedTooDeep =
        "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit";

    public static string DuplicateStrings(string elements) => $"{Invalid}Input collection [{elements}] contains duplicates.";

    public static string DuplicateBinaries(string elements) => $"{Invalid}Input collection [{elements}]of type BS contains duplicates.";
}
