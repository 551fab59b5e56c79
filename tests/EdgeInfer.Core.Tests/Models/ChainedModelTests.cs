using EdgeInfer.Core.Models;

namespace EdgeInfer.Core.Tests.Models;

public sealed class ChainedModelTests
{
    [Fact]
    public void TheSecondModelAnswersWhatTheFirstGives()
    {
        using var chain = new ChainedModel(new Sums(3, 2, factor: 10), new Sums(2, 1, factor: 1));
        var output = new float[1];

        chain.Predict([1, 2, 3], output);

        Assert.Equal((3, 1), (chain.InputLength, chain.OutputLength));
        Assert.Equal([60f + 61f], output);
    }

    [Fact]
    public void ModelsThatDoNotFitAreRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => new ChainedModel(new Sums(3, 2, factor: 1), new Sums(4, 1, factor: 1)));

        Assert.StartsWith("the first model gives 2 values, the second takes 4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void APredictionAllocatesNothing()
    {
        using var chain = new ChainedModel(new Sums(3, 2, factor: 1), new Sums(2, 1, factor: 1));
        float[] input = [1, 2, 3], output = [0];
        chain.Predict(input, output);

        var before = GC.GetAllocatedBytesForCurrentThread();
        chain.Predict(input, output);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void WhatIsNoNumberInBetweenIsNoAnswer(float odd)
    {
        using var chain = new ChainedModel(new Sums(1, 2, factor: 1), new Always(2, 0.9f));
        var output = new float[1];

        chain.Predict([1], output);
        Assert.Equal([0.9f], output);

        chain.Predict([odd], output);
        Assert.Equal([float.NaN], output);
    }

    [Fact]
    public void BothModelsAreDisposedOf()
    {
        Sums first = new(1, 1, factor: 1), second = new(1, 1, factor: 1);
        new ChainedModel(first, second).Dispose();

        Assert.True(first.Disposed && second.Disposed);
    }

    /// <summary>Answers alike whatever it is asked, as trees do beyond their last threshold.</summary>
    private sealed class Always(int inputs, float answer) : IModel
    {
        public int InputLength => inputs;

        public int OutputLength => 1;

        public void Predict(ReadOnlySpan<float> input, Span<float> output) => output[0] = answer;

        public void Dispose()
        {
        }
    }

    /// <summary>Output i is the inputs' sum times a factor, plus i.</summary>
    private sealed class Sums(int inputs, int outputs, float factor) : IModel
    {
        public bool Disposed { get; private set; }

        public int InputLength => inputs;

        public int OutputLength => outputs;

        public void Predict(ReadOnlySpan<float> input, Span<float> output)
        {
            var sum = 0f;
            foreach (var value in input)
                sum += value;
            for (var i = 0; i < output.Length; i++)
                output[i] = factor * sum + i;
        }

        public void Dispose() => Disposed = true;
    }
}
