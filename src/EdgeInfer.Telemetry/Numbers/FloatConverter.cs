using System.Text.Json;
using System.Text.Json.Serialization;

namespace EdgeInfer.Telemetry.Numbers;

/// <summary>Scores and other float32 values, in the fewest digits that read back as the same bits: parity is checked with them.</summary>
internal sealed class FloatConverter : JsonConverter<float>
{
    public override float Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetSingle();

    public override void Write(Utf8JsonWriter writer, float value, JsonSerializerOptions options) => FloatText.Write(writer, value);
}
