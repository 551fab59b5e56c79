using EdgeInfer.Architecture.Tests.Projects;

namespace EdgeInfer.Architecture.Tests.Folders;

/// <summary>Arrows point down only, between the folders inside a project too.</summary>
public sealed class FolderCycleTests
{
    public static TheoryData<string> Projects => [.. SolutionProject.ReadAll().Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void NoFolderIsUsedByAFolderThatItUses(string project)
    {
        var graph = new FolderGraph(TypeUse.ReadAll(SolutionProject.Named(project)));

        var knots = graph.Knots().Select(knot => KnotMessage.Of(graph, knot));

        Assert.True(!knots.Any(), string.Join('\n', knots));
    }
}
