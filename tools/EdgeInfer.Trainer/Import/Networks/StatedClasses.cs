using System.Text.RegularExpressions;
using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Trainer.Import.Scores;
using EdgeInfer.Trainer.Onnx.Schema;

namespace EdgeInfer.Trainer.Import.Networks;

/// <summary>
/// Classes that a network's file states beside its graph, in its metadata: as a list in quotes (JSON, or Python's as Ultralytics
/// writes it under 'names'), or separated by commas or lines. ONNX itself names no classes.
/// </summary>
internal static partial class StatedClasses
{
    private static readonly string[] Keys = ["names", "labels", "classes", "class_names", "class_labels", "id2label"];

    /// <summary>Whether the file states its classes.</summary>
    /// <exception cref="InvalidInputException">It states other classes than the task's labels, or in another order.</exception>
    public static bool RequireOrder(ModelProto model, IReadOnlyList<DatasetLabel> labels, string file)
    {
        var entry = model.MetadataProps.FirstOrDefault(entry => Keys.Contains(entry.Key, StringComparer.OrdinalIgnoreCase));
        if (entry is null || Read(entry.Value) is not { Count: > 1 } classes)
            return false;
        var order = LabelOrder.Of(classes, classes.Count, labels, $"{file}: metadata '{entry.Key}'");
        return order.Columns.SequenceEqual(Enumerable.Range(0, classes.Count))
            ? true
            : throw new InvalidInputException(
                file,
                $"metadata '{entry.Key}' names its classes {string.Join(", ", classes)}, and the task's labels are in another order: "
                + $"{string.Join(", ", labels.Select(label => label.Name))}; put those of dataset.json into the file's order");
    }

    private static List<string> Read(string text)
    {
        string[] quoted =
            [.. Quoted().Matches(text).Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value)];
        return quoted.Length > 0
            // A JSON object quotes its keys too: {"0": "idle", "1": "walk"}.
            ? [.. QuotedKeys().IsMatch(text) ? quoted.Where((_, place) => place % 2 == 1) : quoted]
            : [.. text.Split(',', '\n').Select(word => word.Trim()).Where(word => word.Length > 0)];
    }

    [GeneratedRegex("'([^']*)'|\"([^\"]*)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("^\\s*\\{\\s*['\"][^'\"]*['\"]\\s*:")]
    private static partial Regex QuotedKeys();
}
