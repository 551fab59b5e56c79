using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EdgeInfer.Core.Errors;
using EdgeInfer.Files;

namespace EdgeInfer.Trainer.Commands;

/// <summary>Where <c>--json</c> puts a result, in the names and units of its record; nowhere without the option.</summary>
internal sealed class JsonFile
{
    private const string Option = "--json";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    private readonly string? _path;

    private JsonFile(string? path) => _path = path;

    /// <summary>Before the work begins: a mistyped folder must not cost a training.</summary>
    /// <param name="path">Null without the option.</param>
    /// <param name="others">Files and bundles of the same command.</param>
    /// <exception cref="InvalidInputException">The file could not be written, or is one of the others.</exception>
    public static JsonFile At(string? path, params ReadOnlySpan<string?> others)
    {
        DistinctPlaces.Require(Option, path, others);
        if (path is not null)
            WholeFile.Require(Option, path);
        return new JsonFile(path);
    }

    /// <summary>Whole or not at all.</summary>
    public void Write<T>(T result)
    {
        if (_path is not null)
            WholeFile.Write(_path, [.. JsonSerializer.SerializeToUtf8Bytes(result, Options), (byte)'\n']);
    }
}
