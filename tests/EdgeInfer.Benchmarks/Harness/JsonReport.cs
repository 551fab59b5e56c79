using System.Text.Json;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Benchmarks.Harness;

/// <summary>Writes the records of a benchmark for programs.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static void Write<T>(FileInfo file, T records) =>
        File.WriteAllText(file.FullName, JsonSerializer.Serialize(records, Options) + "\n");

    /// <exception cref="InvalidInputException">Something else is in the file.</exception>
    public static T Read<T>(string file)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(file), Options) ?? throw new InvalidInputException(file, "holds null");
        }
        catch (JsonException e)
        {
            throw new InvalidInputException(file, $"is no {typeof(T).Name}: {e.Message}", e);
        }
    }
}
