using EdgeInfer.Tests.Support;

namespace EdgeInfer.Architecture.Tests.Projects;

public sealed class FastLaneTests
{
    /// <summary>CONTRIBUTING.md says so of it; EdgeInfer.EndToEnd is the other that is left out.</summary>
    private const string LeftOut = "EdgeInfer.Benchmarks.Tests";

    [Fact]
    public void EveryTestProjectIsInTheFastLaneOrNamedAsLeftOut()
    {
        var lane = File.ReadAllText(Path.Combine(Repository.Root, "EdgeInfer.Fast.slnf"));
        var projects = Directory.GetDirectories(Path.Combine(Repository.Root, "tests"), "*.Tests").Select(Path.GetFileName);

        Assert.Equal([LeftOut], projects.Where(project => !lane.Contains($"{project}.csproj", StringComparison.Ordinal)));
        Assert.Contains(LeftOut, File.ReadAllText(Path.Combine(Repository.Root, "CONTRIBUTING.md")), StringComparison.Ordinal);
    }
}
