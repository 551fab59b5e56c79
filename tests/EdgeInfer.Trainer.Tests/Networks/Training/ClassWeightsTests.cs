using EdgeInfer.Trainer.Networks.Training;

namespace EdgeInfer.Trainer.Tests.Networks.Training;

public sealed class ClassWeightsTests
{
    [Fact]
    public void ClassesOfSimilarSizeWeighTheSame() =>
        Assert.Null(ClassWeights.Of([0, 0, 0, 1, 1, 1, 1, 2, 2, 2], classes: 3));

    [Fact]
    public void ARareClassWeighsTheRootOfItsRarityMoreAndTheMeanIsOne()
    {
        int[] labels = [.. Enumerable.Repeat(0, 90), .. Enumerable.Repeat(1, 10)];
        var weights = ClassWeights.Of(labels, classes: 2)!;

        Assert.Equal(3, weights[1] / weights[0], 1e-5);
        Assert.Equal(1, labels.Average(label => weights[label]), 1e-5);
    }
}
