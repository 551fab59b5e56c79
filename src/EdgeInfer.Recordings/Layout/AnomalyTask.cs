using EdgeInfer.Core.Tasks;

namespace EdgeInfer.Recordings.Layout;

/// <summary>A classification that says which labels are normal, asked as an anomaly task.</summary>
internal static class AnomalyTask
{
    private const string Suffix = "-anomaly";

    /// <summary>The anomaly task's name, or null where the data set gives none.</summary>
    public static string? NameOf(Dataset dataset) =>
        dataset is { Task: TaskKind.Classification, Normal.Count: > 0 } ? dataset.Name + Suffix : null;

    /// <summary>The name of the classification that a task of that name would be made of, or null.</summary>
    public static string? SourceOf(string task) =>
        task.EndsWith(Suffix, StringComparison.Ordinal) ? task[..^Suffix.Length] : null;

    /// <param name="dataset">One that <see cref="NameOf"/> has a name for.</param>
    public static Dataset Of(Dataset dataset) => dataset with { Name = NameOf(dataset)!, Task = TaskKind.Anomaly };
}
