using System.Text.Json;

namespace EdgeInfer.Benchmarks.Harness;

/// <summary>Writes the records of a benchmark for programs.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
    };

    public static void Write<T>(FileInfo file, IReadOnlyList<T> records) =>
        File.WriteAllText(file.FullName, JsonSerializer.Serialize(records, Options) + "\n");
}
