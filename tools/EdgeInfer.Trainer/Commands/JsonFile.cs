using System.Text.Json;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Trainer.Commands;

/// <summary>A result as JSON, in the names and units of its record.</summary>
internal static class JsonFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <exception cref="InvalidInputException">The folder does not exist.</exception>
    public static void Write<T>(string? path, T result)
    {
        if (path is null)
            return;
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
            throw new InvalidInputException("--json", $"folder {folder} does not exist");
        File.WriteAllBytes(path, [.. JsonSerializer.SerializeToUtf8Bytes(result, Options), (byte)'\n']);
    }
}
