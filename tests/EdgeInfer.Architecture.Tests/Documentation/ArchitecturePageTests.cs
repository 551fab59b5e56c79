using EdgeInfer.Architecture.Tests.Projects;

namespace EdgeInfer.Architecture.Tests.Documentation;

/// <summary>The map of projects in docs/architecture.md.</summary>
public sealed class ArchitecturePageTests
{
    private static readonly Page Page = new("docs/architecture.md");

    [Fact]
    public void EveryProjectHasItsRow() => Assert.Equal(
        SolutionProject.ReadAll().Select(project => $"`{project.Folder}`").Order(StringComparer.Ordinal),
        Page.Table("project").Select(row => row[0]).Order(StringComparer.Ordinal));

    [Fact]
    public void ARowNamesWhatItsProjectRefersTo() => Assert.All(SolutionProject.ReadAll(), project =>
    {
        var row = Page.Table("project").Single(row => row[0] == $"`{project.Folder}`");

        Assert.Equal(
            project.References.Select(name => name["EdgeInfer.".Length..]).Order(StringComparer.Ordinal),
            row[2].Split(", ").Where(name => name != "nothing").Order(StringComparer.Ordinal));
    });

    [Fact]
    public void TenChangesHaveARoom() => Assert.Equal(10, Page.Table("change").Count());
}
