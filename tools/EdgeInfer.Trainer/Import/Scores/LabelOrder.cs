using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Trainer.Import.Scores;

/// <summary>Where the labels of a task stand among the classes of a file.</summary>
/// <param name="Columns">Column of the file for each label of the task.</param>
/// <param name="Reading">By what they were matched, for people.</param>
internal sealed record LabelOrder(int[] Columns, string Reading)
{
    private const string ByName = "by name";
    private const string ByValue = "by value";
    private const string ByPlace = "by place";

    /// <summary>
    /// Classes are the labels' names, or their values: the texts that stand for them in the data. Only where the file names no
    /// class, or numbers them from 0 and no label states a value, they stand in the task's order.
    /// </summary>
    /// <param name="classes">Of the columns; null where the file names none.</param>
    /// <param name="columns">How many the file has.</param>
    /// <param name="labels">Of the task.</param>
    /// <param name="file">For errors.</param>
    /// <exception cref="InvalidInputException">The file has other classes, or names and values tell different orders.</exception>
    public static LabelOrder Of(IReadOnlyList<string>? classes, int columns, IReadOnlyList<DatasetLabel> labels, string file)
    {
        if (columns != labels.Count)
            throw new InvalidInputException(file, $"{columns} classes{Shown(classes)}, the task has {labels.Count}: {Shown(labels)}");
        if (classes is null)
            return new([.. Enumerable.Range(0, columns)], ByPlace);
        var byName = ClassText.Match(classes, [.. labels.Select(label => label.Name)]);
        var byValue = ClassText.Match(classes, [.. labels.Select(label => label.Value ?? label.Name)]);
        if (byName is not null && byValue is not null && !byName.SequenceEqual(byValue))
            throw new InvalidInputException(
                file,
                $"classes {string.Join(", ", classes)} are names and values of the task's labels, in different orders: {Shown(labels)}; "
                + "rename the labels");
        if (byName is not null)
            return new(byName, ByName);
        if (byValue is not null)
            return new(byValue, ByValue);
        if (labels.All(label => label.Value is null) && ClassText.Numbers(classes) is { } byPlace)
            return new(byPlace, ByPlace);
        var foreign = classes.FirstOrDefault(name => labels.All(label => label.Name != name && label.Value != name)) ?? classes[0];
        throw new InvalidInputException(
            file, $"class '{foreign}' of {string.Join(", ", classes)} is no label of the task: {Shown(labels)}");
    }

    private static string Shown(IReadOnlyList<string>? classes) => classes is null ? "" : $" ({string.Join(", ", classes)})";

    private static string Shown(IReadOnlyList<DatasetLabel> labels) =>
        string.Join(", ", labels.Select(label => label.Value is { } value ? $"{label.Name} (value {value})" : label.Name));
}
