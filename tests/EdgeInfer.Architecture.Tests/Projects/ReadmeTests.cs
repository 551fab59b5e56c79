using EdgeInfer.Tests.Support;

namespace EdgeInfer.Architecture.Tests.Projects;

/// <summary>The README's table of the house.</summary>
public sealed class ReadmeTests
{
    [Theory]
    [InlineData("src/")]
    [InlineData("tools/")]
    public void EveryProjectStandsInItsRow(string folder)
    {
        var row = File.ReadLines(Path.Combine(Repository.Root, "README.md"))
            .Single(line => line.StartsWith($"| `{folder}` |", StringComparison.Ordinal))
            .Replace(" ", "", StringComparison.Ordinal);
        var missing = SolutionProject.ReadAll()
            .Where(project => project.Folder.StartsWith(folder, StringComparison.Ordinal))
            .Select(project => project.Name["EdgeInfer.".Length..])
            .Where(name => !row.Contains(name, StringComparison.OrdinalIgnoreCase));

        Assert.Empty(missing);
    }
}
