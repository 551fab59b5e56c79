using System.Globalization;
using EdgeInfer.Telemetry.Messages;

namespace EdgeInfer.Hub.Ingestion;

/// <summary>Ranges of the fields that several messages share.</summary>
internal static class FieldCheck
{
    public static void Schema(int value)
    {
        if (value != MessageSchema.Version)
            throw new RejectedMessageException(Rejection.Schema, Seen("schema", value));
    }

    public static void Text(string value, string field) =>
        Require(value.Length is > 0 and <= MessageLimits.MaxTextLength, field, value.Length);

    public static void Texts(IReadOnlyList<string> values, string field)
    {
        foreach (var value in values)
            Text(value, field);
    }

    public static void Equal(string value, string expected, string field) =>
        Require(value == expected, field, $"not the topic's {expected}");

    public static void Seq(long value) => Require(value is >= 1 and <= MessageLimits.MaxSeq, "seq", value);

    /// <summary>A number that overflows a double reads as infinity.</summary>
    public static void Finite(double value, string field) => Require(double.IsFinite(value), field, value);

    public static void NotNegative(double value, string field) =>
        Require(double.IsFinite(value) && value >= 0, field, value);

    public static void Require(bool holds, string field, object seen)
    {
        if (!holds)
            throw new RejectedMessageException(Rejection.Value, Seen(field, seen));
    }

    private static string Seen(string field, object seen) =>
        string.Create(CultureInfo.InvariantCulture, $"{field} is {seen}");
}
