using EdgeInfer.Trainer.Networks.Training;

namespace EdgeInfer.Trainer.Tests.Networks.Training;

public sealed class ValidationGroupsTests
{
    private static readonly string[] Twenty = [.. Enumerable.Range(0, 80).Select(i => $"group{i / 4}")];
    private static readonly int[] FourEach = [.. Enumerable.Range(0, 80).Select(i => i % 4)];

    [Fact]
    public void TwoOfTwentyGroupsAreHeldOutTheSameForTheSameSeed()
    {
        var chosen = ValidationGroups.Choose(Twenty, FourEach, seed: 3);

        Assert.Equal(2, chosen.Count);
        Assert.Subset(Twenty.ToHashSet(), chosen.ToHashSet());
        Assert.Equal(chosen, ValidationGroups.Choose(Twenty, FourEach, seed: 3));
        Assert.Contains(Enumerable.Range(0, 10), seed => !chosen.SetEquals(ValidationGroups.Choose(Twenty, FourEach, seed)));
    }

    [Fact]
    public void OfFewGroupsNoneIsHeldOut() =>
        Assert.Empty(ValidationGroups.Choose([.. Twenty.Take(76)], [.. FourEach.Take(76)], seed: 3));

    [Fact]
    public void EveryClassKeepsAGroupToBeLearntFrom()
    {
        // Class 3 is known from two groups only.
        int[] labels = [.. FourEach.Select((label, i) => label == 3 && i >= 8 ? 0 : label)];
        for (var seed = 0; seed < 50; seed++)
        {
            var chosen = ValidationGroups.Choose(Twenty, labels, seed);
            Assert.Equal(2, chosen.Count);
            Assert.Contains(3, labels.Zip(Twenty).Where(pair => !chosen.Contains(pair.Second)).Select(pair => pair.First));
        }
    }
}
