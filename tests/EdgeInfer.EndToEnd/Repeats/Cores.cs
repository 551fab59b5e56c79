namespace EdgeInfer.EndToEnd.Repeats;

/// <summary>Processors that a child may be bound to, as taskset names them.</summary>
/// <param name="One">The first.</param>
/// <param name="Two">The first two.</param>
internal sealed record Cores(string One, string Two)
{
    private const string TaskSet = "/usr/bin/taskset";
    private const string Status = "/proc/self/status";
    private const string Allowed = "Cpus_allowed_list:";

    /// <summary>Skips the test where there is one processor, or nothing to bind a process with.</summary>
    public static Cores Require()
    {
        Assert.SkipUnless(File.Exists(TaskSet), $"needs {TaskSet} (Debian: apt-get install util-linux)");
        int[] allowed = [.. File.ReadLines(Status).Single(line => line.StartsWith(Allowed, StringComparison.Ordinal))[Allowed.Length..]
            .Split(',').SelectMany(Range)];
        Assert.SkipUnless(allowed.Length > 1, "needs two processors, and this process may use one");
        return new($"{allowed[0]}", $"{allowed[0]},{allowed[1]}");
    }

    public static string[] Bind(string processors, params IEnumerable<string> command) => [TaskSet, "-c", processors, .. command];

    private static IEnumerable<int> Range(string text)
    {
        int[] ends = [.. text.Split('-').Select(end => int.Parse(end, System.Globalization.CultureInfo.InvariantCulture))];
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    }
}
