using NewCitizen.Storage;

namespace NewCitizen.Addresses;

/// <summary>How standard addresses are stored.</summary>
public static class StandardAddressKind
{
    internal const string Key = "address_key";
    internal const string Text = "address_text";
    internal const string Division = "division_code";

    /// <summary>The declaration.</summary>
    public static RecordKind Kind { get; } = new(
        "standard_address",
        "标准地址: one door; people, homes and employers are recorded on it",
        [
            new(Key, FieldType.Text, "spelling-independent form of the address; unique"),
            new(Text, FieldType.Text, "address as first stated, tidied"),
            new(Division, FieldType.Text, "division code of 6, 9 or 12 digits (GB/T 2260, GB/T 10114)"),
        ],
        [new(Key, IndexType.Unique), new(Division, IndexType.Lookup)]);
}
