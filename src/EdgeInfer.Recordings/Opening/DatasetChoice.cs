using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.BuiltIn;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Recordings.Opening;

/// <summary>Chooses the description of a folder, and one of its splits.</summary>
internal static class DatasetChoice
{
    public static Dataset Read(string directory, string? task)
    {
        if (!Directory.Exists(directory))
            throw new InvalidInputException(directory, "folder not found");
        var own = Path.Combine(directory, DatasetFile.Name);
        if (File.Exists(own))
        {
            var dataset = DatasetFile.Parse(own);
            if (task is not null && task == AnomalyTask.NameOf(dataset))
                return AnomalyTask.Of(dataset);
            return task is null || task == dataset.Name
                ? dataset
                : throw new InvalidInputException(
                    own,
                    $"describes task '{dataset.Name}'{(AnomalyTask.NameOf(dataset) is { } anomaly ? $" and '{anomaly}'" : "")}, "
                    + $"not '{task}'");
        }

        var known = string.Join(", ", BuiltInTasks.Names);
        if (task is null)
        {
            throw new InvalidInputException(directory,
                $"no {DatasetFile.Name} here; draft one with 'edgeinfer data init', or name a built-in task by --task: {known}");
        }

        return BuiltInTasks.Find(task) ?? throw new InvalidInputException(
            directory, $"unknown task '{task}'; without a {DatasetFile.Name} in the folder these are known: {known}");
    }

    /// <summary>
    /// The split of that name; the first, which is the headline, where <paramref name="name"/> is null. The name of a split by each
    /// group may end in a colon and the group that is left out.
    /// </summary>
    public static DatasetSplit Split(Dataset dataset, string directory, string? name)
    {
        if (name is null)
            return dataset.Splits[0];
        if (dataset.Splits.FirstOrDefault(split => split.Name == name) is { } whole)
            return whole;
        return dataset.Splits.FirstOrDefault(split =>
            split.By == SplitBy.EachGroup && name.StartsWith(split.NameWithout(""), StringComparison.Ordinal))
            is { } each
            ? each with { LeftOut = name[each.NameWithout("").Length..] }
            : throw new InvalidInputException(
                directory,
                $"unknown split '{name}' of task {dataset.Name}; known are {string.Join(", ", dataset.Splits.Select(Shown))}");
    }

    private static string Shown(DatasetSplit split) => split.By == SplitBy.EachGroup ? split.NameWithout("GROUP") : split.Name;
}
