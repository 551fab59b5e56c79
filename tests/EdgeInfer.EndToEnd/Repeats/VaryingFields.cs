using System.Text.Json;
using System.Text.RegularExpressions;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.EndToEnd.Repeats;

/// <summary>Fields of report.json that two runs of a command need not share, as docs/formats/report.md lists them.</summary>
internal sealed partial record VaryingFields(IReadOnlyList<string> Names)
{
    private const string Page = "docs/formats/report.md";

    public static VaryingFields Read() =>
        new([.. Row().Matches(File.ReadAllText(Path.Combine(Repository.Root, Page))).Select(row => row.Groups[1].Value)]);

    /// <summary>Every value of the report by its path, but for the listed ones.</summary>
    public IReadOnlyList<string> Others(JsonElement report) =>
    [
        .. Values("", "", report).Where(value => !Names.Any(name => IsIn(value.Field, name)))
            .Select(value => $"{value.Path} = {value.Text}"),
    ];

    /// <summary>Names of the list that the report holds no value for.</summary>
    public IReadOnlyList<string> Unused(JsonElement report)
    {
        string[] fields = [.. Values("", "", report).Select(value => value.Field)];
        return [.. Names.Where(name => !fields.Any(field => IsIn(field, name)))];
    }

    private static bool IsIn(string field, string name) => field == name || field.StartsWith($"{name}.", StringComparison.Ordinal);

    private static IEnumerable<(string Field, string Path, string Text)> Values(string field, string path, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(
                one => Values(field.Length == 0 ? one.Name : $"{field}.{one.Name}", $"{path}.{one.Name}", one.Value)),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((one, i) => Values(field, $"{path}[{i}]", one)),
            _ => [(field, path, value.GetRawText())],
        };

    [GeneratedRegex(@"^\| `([a-z0-9_.]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
