using System.Globalization;
using System.Text.Json;

namespace EdgeInfer.Telemetry.Numbers;

/// <summary>
/// Numbers of a float field as JSON: 3.0, never 3. A store of time series takes a field's type from its first value, and InfluxDB
/// refuses every later one of another type.
/// </summary>
internal static class FloatText
{
    /// <summary>Longest shortest text of a double is 24 characters; two more for what is appended.</summary>
    private const int MaxBytes = 32;

    public static void Write(Utf8JsonWriter writer, double value)
    {
        Span<byte> text = stackalloc byte[MaxBytes];
        RequireFinite(double.IsFinite(value));
        _ = value.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        Write(writer, text, length);
    }

    /// <summary>In the fewest digits that read back as the same value.</summary>
    public static void Write(Utf8JsonWriter writer, float value)
    {
        Span<byte> text = stackalloc byte[MaxBytes];
        RequireFinite(float.IsFinite(value));
        _ = value.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        Write(writer, text, length);
    }

    private static void Write(Utf8JsonWriter writer, Span<byte> text, int length)
    {
        if (!text[..length].ContainsAny(".E"u8))
        {
            ".0"u8.CopyTo(text[length..]);
            length += 2;
        }

        writer.WriteRawValue(text[..length], skipInputValidation: true);
    }

    private static void RequireFinite(bool isFinite)
    {
        if (!isFinite)
            throw new ArgumentException("a number is NaN or infinite, which JSON can't hold");
    }
}
