using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Recordings.BuiltIn;

/// <summary>Descriptions of public data sets whose folders carry none of their own.</summary>
public static class BuiltInTasks
{
    private const string Suffix = ".json";

    /// <summary>Names to choose one by, in order; anomaly tasks beside the classifications that give them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(BuiltInTasks).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(name => Read(name[..^Suffix.Length])!)
            .SelectMany(dataset => new[] { dataset.Name, AnomalyTask.NameOf(dataset) })
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The description, or null where no built-in task has that name.</summary>
    public static Dataset? Find(string name) =>
        Read(name)
        ?? (AnomalyTask.SourceOf(name) is { } source && Read(source) is { } dataset && AnomalyTask.NameOf(dataset) == name
            ? AnomalyTask.Of(dataset)
            : null);

    private static Dataset? Read(string name)
    {
        using var resource = typeof(BuiltInTasks).Assembly.GetManifestResourceStream(name + Suffix);
        if (resource is null)
            return null;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return DatasetFile.Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), $"built-in {name}") with { IsBuiltIn = true };
    }
}
