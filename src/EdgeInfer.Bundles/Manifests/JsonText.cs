using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Json;

namespace EdgeInfer.Bundles.Manifests;

/// <summary>JSON from outside: what is wrong with it becomes one line with file, line and JSON path.</summary>
internal static class JsonText
{
    public static T Read<T>(ReadOnlySpan<byte> utf8, JsonTypeInfo<T> type, string place)
    {
        try
        {
            var value = JsonSerializer.Deserialize(utf8, type) ?? throw new InvalidInputException(place, "$: is null");
            RefuseNullInLists(utf8, place);
            return value;
        }
        catch (JsonException error)
        {
            var reason = $"{error.Path ?? "$"}: {JsonReason.Of(error)}";
            throw error.LineNumber is { } line
                ? InvalidInputException.AtLine(place, line + 1, reason)
                : new InvalidInputException(place, reason, error);
        }
    }

    /// <summary>Nullable annotations are respected for members, but not for the elements of a list.</summary>
    private static void RefuseNullInLists(ReadOnlySpan<byte> utf8, string place)
    {
        var reader = new Utf8JsonReader(utf8);
        var (property, isMember) = ("", false);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Null && !isMember)
            {
                var line = utf8[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1;
                throw InvalidInputException.AtLine(place, line, $"null stands in the list '{property}'");
            }

            isMember = reader.TokenType == JsonTokenType.PropertyName;
            property = isMember ? reader.GetString() ?? "" : property;
        }
    }
}
