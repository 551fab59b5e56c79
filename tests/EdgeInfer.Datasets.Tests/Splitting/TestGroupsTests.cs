using EdgeInfer.Datasets.Splitting;

namespace EdgeInfer.Datasets.Tests.Splitting;

public sealed class TestGroupsTests
{
    [Fact]
    public void EveryClassOfTwoGroupsOrMoreStandsOnBothSides()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var counts = Enumerable.Range(0, 30).ToDictionary(
                i => ($"c{random.Next(6)}", $"g{i}-{seed}"), _ => 1L);
            var table = ClassGroupTable.Of("files", counts);

            var test = TestGroups.Of(table);

            for (var label = 0; label < table.Classes.Count; label++)
            {
                string[] groups = [.. table.GroupsOf(label)];
                if (groups.Length < 2)
                    continue;
                Assert.Contains(groups, test.Contains);
                Assert.Contains(groups, group => !test.Contains(group));
            }
        }
    }

    [Fact]
    public void AThirdOfGroupsWithAllClassesJudges()
    {
        var counts = (from label in new[] { "a", "b" } from place in Enumerable.Range(0, 20) select (label, $"g{place}"))
            .ToDictionary(key => key, _ => 10L);

        var test = TestGroups.Of(ClassGroupTable.Of("rows", counts));

        Assert.Equal(6, test.Count);
        Assert.Equal(test, TestGroups.Of(ClassGroupTable.Of("rows", counts)));
    }

    [Fact]
    public void AClassOfOneGroupIsLearnt()
    {
        var counts = new Dictionary<(string, string), long> { [("a", "g1")] = 1, [("b", "g2")] = 1, [("b", "g3")] = 1 };

        Assert.DoesNotContain("g1", TestGroups.Of(ClassGroupTable.Of("rows", counts)));
    }
}
