using EdgeInfer.Architecture.Tests.Projects;

namespace EdgeInfer.Architecture.Tests.Folders;

/// <summary>Arrows point down only, between the folders inside a project too.</summary>
public sealed class FolderCycleTests
{
    /// <summary>Folders in knots of the projects that are not untangled yet. It only shrinks, and goes when it is empty.</summary>
    private static readonly Dictionary<string, int> Knotted = new()
    {
    };

    public static TheoryData<string> Projects => [.. SolutionProject.ReadAll().Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void NoFolderIsUsedByAFolderThatItUses(string project)
    {
        var graph = new FolderGraph(TypeUse.ReadAll(SolutionProject.Named(project)));
        var knots = graph.Knots();
        var expected = Knotted.GetValueOrDefault(project);
        var found = knots.Sum(knot => knot.Count);

        var messages = string.Join('\n', knots.Select(knot => KnotMessage.Of(graph, knot)));
        Assert.True(found <= expected, $"{project} has {found} folders in knots, not {expected}.\n{messages}");
        Assert.True(
            found == expected,
            $"{project} has {found} folders in knots by now: say so in the table, where it has {expected}; at 0 its line goes.");
    }

    [Fact]
    public void TheTableOfKnotsNamesProjectsOfTheSolutionOnly() =>
        Assert.Empty(Knotted.Keys.Except(SolutionProject.ReadAll().Select(project => project.Name)));
}
