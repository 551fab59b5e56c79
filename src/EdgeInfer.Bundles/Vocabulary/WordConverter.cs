using System.Text.Json;
using System.Text.Json.Serialization;

namespace EdgeInfer.Bundles.Vocabulary;

/// <summary>A word is a text in JSON. One that this version does not know is read too: a rule refuses it and says why.</summary>
public sealed class WordConverter<TWord> : JsonConverter<TWord>
    where TWord : class, IWord<TWord>
{
    public override TWord Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? TWord.Of(reader.GetString()!) : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, TWord value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}
