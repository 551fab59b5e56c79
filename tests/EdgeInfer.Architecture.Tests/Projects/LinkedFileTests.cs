using EdgeInfer.Tests.Support;

namespace EdgeInfer.Architecture.Tests.Projects;

/// <summary>Test projects share by reference. Where one compiles a file of another, the line above says why.</summary>
public sealed class LinkedFileTests
{
    private const string Link = "<Compile Include=\"../";

    [Fact]
    public void AFileThatATestProjectLinksHasItsReason()
    {
        var projects = Directory.GetFiles(Path.Combine(Repository.Root, "tests"), "*.csproj", SearchOption.AllDirectories);
        var unexplained = projects.SelectMany(project => LinesBelow(project))
            .Where(line => line.Text.Contains(Link, StringComparison.Ordinal))
            .Where(line => !line.Above.EndsWith("-->", StringComparison.Ordinal))
            .Select(line => line.Text.Trim());

        Assert.NotEmpty(projects);
        Assert.Empty(unexplained);
    }

    private static IEnumerable<(string Above, string Text)> LinesBelow(string file)
    {
        var lines = File.ReadAllLines(file);
        return lines.Zip(lines.Skip(1));
    }
}
