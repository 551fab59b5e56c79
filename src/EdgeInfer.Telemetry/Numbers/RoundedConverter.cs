using System.Text.Json;
using System.Text.Json.Serialization;

namespace EdgeInfer.Telemetry.Numbers;

/// <summary>A float field without the digits that nobody measured.</summary>
/// <param name="decimals">Digits after the point, at most; one there always is.</param>
internal abstract class RoundedConverter(int decimals) : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
        // The sum turns a negative zero into zero.
        FloatText.Write(writer, Math.Round(value, decimals, MidpointRounding.AwayFromZero) + 0.0);
}
