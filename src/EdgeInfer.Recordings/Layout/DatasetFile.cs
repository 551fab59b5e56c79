using System.Text.Encodings.Web;
using System.Text.Json;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Json;

namespace EdgeInfer.Recordings.Layout;

/// <summary>Reads and writes <c>dataset.json</c>.</summary>
public static class DatasetFile
{
    public const string Name = "dataset.json";

    /// <summary>A description is written by hand or drafted; a larger one is not a description.</summary>
    internal const int MaxBytes = 1 << 20;

    private static readonly DatasetJson Writing = new(new JsonSerializerOptions(DatasetJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <exception cref="InvalidInputException">Names the file, the field and the value that is wrong.</exception>
    public static Dataset Read(string path)
    {
        var dataset = Parse(path);
        DatasetRules.Check(dataset, path, Problems.Throw);
        return dataset;
    }

    /// <summary>The file's bytes, the same on every machine; ends with a line break.</summary>
    public static byte[] Write(Dataset dataset) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(dataset, Writing.Dataset), (byte)'\n'];

    internal static Dataset Parse(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new InvalidInputException(path, "file not found");
        if (file.Length > MaxBytes)
            throw new InvalidInputException(path, $"{file.Length} bytes; a description has at most {MaxBytes}");
        return Parse(File.ReadAllBytes(path), path);
    }

    internal static Dataset Parse(ReadOnlySpan<byte> json, string place)
    {
        if (json.StartsWith("\uFEFF"u8))
            json = json[3..];
        try
        {
            return JsonSerializer.Deserialize(json, DatasetJson.Default.Dataset)
                ?? throw new InvalidInputException(place, "holds null, not a description");
        }
        catch (JsonException error)
        {
            var field = error.Path is { Length: > 2 } path ? $"field {path[2..]}: " : "";
            var reason = $"{field}{JsonValueAt.Seen(json, error)}{Plain(error)}";
            throw InvalidInputException.AtLine(place, (error.LineNumber ?? 0) + 1, reason);
        }
    }

    /// <summary>A type's namespace says nothing to the reader of an error.</summary>
    private static string Plain(JsonException error) =>
        JsonReason.Of(error).Replace("EdgeInfer.Recordings.Layout.", "", StringComparison.Ordinal);
}
