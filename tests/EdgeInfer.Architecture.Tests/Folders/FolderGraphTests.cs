namespace EdgeInfer.Architecture.Tests.Folders;

public sealed class FolderGraphTests
{
    [Fact]
    public void FoldersThatUseEachOtherInOneDirectionAreNoKnot() =>
        Assert.Empty(Of("Commands-Data", "Commands-Data/Csv", "Data-Data/Csv", "Data-Data").Knots());

    [Fact]
    public void AKnotHoldsTheFoldersOfItsCirclesAndNotThoseAboveOrBelow()
    {
        var knots = Of("Top-A", "A-B", "B-C", "C-A", "C-Bottom", "X-X/Y", "X/Y-X").Knots();

        Assert.Equal(["A B C", "X X/Y"], knots.Select(knot => string.Join(' ', knot)));
    }

    [Fact]
    public void TheShortestCycleIsTheOneOfFewestFoldersThenOfFewestUses()
    {
        var graph = Of("A-B", "B-C", "C-D", "D-A", "B-A", "B-A", "D-C");

        Assert.Equal(["C", "D", "C"], graph.ShortestCycle(Assert.Single(graph.Knots())));
    }

    [Fact]
    public void TheMessageNamesEachArrowOfTheShortestCycleWithItsTypesAndCounts()
    {
        var graph = Of("A-B", "B-A", "B-A", "A-C", "C-D", "D-A");

        Assert.Equal(
            """
            4 folders use each other in circles: A, B, C, D
            The shortest circle:
              A -> B, 1 uses
                InA -> InB, 1
              B -> A, 2 uses
                InB -> InA, 2

            """,
            KnotMessage.Of(graph, Assert.Single(graph.Knots())));
    }

    /// <param name="arrows">User and used, each a folder of one type.</param>
    private static FolderGraph Of(params string[] arrows) =>
        new(arrows.Select(arrow => arrow.Split('-')).Select(ends => new TypeUse(In(ends[0]), In(ends[1]))));

    private static PlacedType In(string folder) => new(folder, $"In{folder}");
}
