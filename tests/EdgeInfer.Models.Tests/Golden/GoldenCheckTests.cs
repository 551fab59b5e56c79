using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Models;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Models.Golden;

namespace EdgeInfer.Models.Tests.Golden;

public class GoldenCheckTests
{
    private static readonly Standardization Unchanged = new([0f], [1f], 2);

    [Fact]
    public void TheLargestDifferenceAndTheMismatchesAreReported()
    {
        using var model = new Echo(2);
        var golden = new GoldenSet(0.1, [new([0.25f, 0.75f], [0.3125f, 0.6875f]), new([0.5f, 0.75f], [0.75f, 0.5f])]);

        var result = GoldenCheck.Run(model, Unchanged, golden);

        Assert.Equal(new GoldenResult(2, 1, 0.25, 0.1), result);
        Assert.False(result.Passed);
    }

    [Fact]
    public void AModelWithinToleranceOnEveryCasePasses()
    {
        using var model = new Echo(2);

        Assert.True(GoldenCheck.Run(model, Unchanged, new(0.0625, [new([0.25f, 0.75f], [0.3125f, 0.6875f])])).Passed);
        Assert.False(GoldenCheck.Run(model, Unchanged, new(0.0624, [new([0.25f, 0.75f], [0.3125f, 0.6875f])])).Passed);
    }

    [Fact]
    public void AnOutputThatIsNaNNeverPasses()
    {
        using var model = new Echo(2);

        var result = GoldenCheck.Run(model, Unchanged, new(1, [new([float.NaN, 0.5f], [0.5f, 0.5f])]));

        Assert.Equal(double.PositiveInfinity, result.MaxAbsDiff);
        Assert.False(result.Passed);
    }

    [Fact]
    public void PartsThatDoNotFitAreNamed()
    {
        using var model = new Echo(3);

        var error = Assert.Throws<InvalidInputException>(() =>
            GoldenCheck.Run(model, Unchanged, new(1, [new([0, 1], [0, 1, 2])])));

        Assert.Equal("model.json: the preprocessing gives 2 values but the model takes 3", error.Message);
    }

    /// <summary>Gives back what it is given.</summary>
    private sealed class Echo(int length) : IModel
    {
        public int InputLength => length;

        public int OutputLength => length;

        public void Predict(ReadOnlySpan<float> input, Span<float> output) => input.CopyTo(output);

        public void Dispose()
        {
        }
    }
}
