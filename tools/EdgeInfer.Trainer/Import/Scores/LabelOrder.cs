using System.Globalization;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Trainer.Import.Scores;

/// <summary>Where the labels of a task stand among the classes of a file.</summary>
internal static class LabelOrder
{
    /// <summary>
    /// Column of the file for each label of the task. Classes match by name; integers 0 to C-1, and a file without
    /// names, by their place in the task's list.
    /// </summary>
    /// <exception cref="InvalidInputException">The file has other classes; the first one amiss is named.</exception>
    public static int[] Of(IReadOnlyList<string>? classes, int columns, IReadOnlyList<string> labels, string file)
    {
        if (columns != labels.Count)
            throw new InvalidInputException(file, $"{columns} classes, the task has {labels.Count}: {string.Join(", ", labels)}");
        if (classes is null)
            return [.. Enumerable.Range(0, columns)];
        List<string> names = [.. classes];
        if (!labels.All(names.Contains) && Enumerable.Range(0, columns).All(i => names.Contains(Text(i))))
            return [.. Enumerable.Range(0, columns).Select(i => names.IndexOf(Text(i)))];
        return names.FirstOrDefault(name => !labels.Contains(name)) is { } foreign
            ? throw new InvalidInputException(file, $"class '{foreign}' is no label of the task: {string.Join(", ", labels)}")
            : [.. labels.Select(label => names.IndexOf(label))];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
