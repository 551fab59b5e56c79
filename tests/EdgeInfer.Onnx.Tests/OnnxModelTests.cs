using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx.Tests.Support;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Onnx.Tests;

public sealed class OnnxModelTests
{
    private static readonly float[] Input = [1, 2, -0.5f];

    [Fact]
    public void AWindowGivesTheProbabilitiesThatArithmeticGives()
    {
        using var model = Load(new TinyModel());
        var output = new float[2];

        model.Predict(Input, output);

        Assert.Equal(3, model.InputLength);
        Assert.Equal(2, model.OutputLength);
        // Logits: 1*1 + 2*0.5 + -0.5*-2 = 3 and 1*-1 + 2*0.25 + -0.5*2 = -1.5.
        Assert.Equal(1 / (1 + Math.Exp(-4.5)), output[0], 1e-6);
        Assert.Equal(1, output.Sum(), 1e-6);
    }

    [Fact]
    public void APredictionAllocatesNothing()
    {
        using var model = Load(new TinyModel());
        var output = new float[2];
        for (var i = 0; i < 100; i++)
            model.Predict(Input, output);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            model.Predict(Input, output);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void IntegerProductsDoNotSaturate()
    {
        using var model = OnnxModel.Load(IntegerModel.ToBytes(), "integer.onnx");
        var output = new float[1];

        model.Predict([255, 255, 255, 255], output);

        Assert.Equal(4 * 255 * 127, output[0]);
    }

    [Fact]
    public void APredictionKeepsNothingOfTheOneBefore()
    {
        using var model = Load(new TinyModel());
        var (first, other, again) = (new float[2], new float[2], new float[2]);

        model.Predict(Input, first);
        model.Predict([-3, 0, 7], other);
        model.Predict(Input, again);

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public void AnOpenBatchIsRunAsOneWindow()
    {
        using var model = Load(new TinyModel { InputDims = [-1, 3], OutputDims = [-1, 2] });

        Assert.Equal(3, model.InputLength);
        Assert.Equal(2, model.OutputLength);
    }

    [Fact]
    public void AForeignNameOfTheOnlyOutputIsTaken()
    {
        using var model = Load(new TinyModel { InputName = "x", OutputName = "y" });

        Assert.Equal(2, model.OutputLength);
    }

    [Fact]
    public void ProbabilitiesArePreferredToOtherFloatOutputs()
    {
        using var model = Load(
            new TinyModel { ExtraGraph = graph => graph.Message(12, TinyModel.Value("logits", TinyModel.Float, [1, 2])) });
        var output = new float[2];

        model.Predict(Input, output);

        Assert.Equal(1, output.Sum(), 1e-6);
    }

    [Fact]
    public void TwoFloatOutputsOfForeignNamesAreRefused()
    {
        var error = Refused(new TinyModel
        {
            OutputName = "y",
            ExtraGraph = graph => graph.Message(12, TinyModel.Value("logits", TinyModel.Float, [1, 2])),
        });

        Assert.Contains("'probabilities' and 2 outputs of float", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnOpenShapeBeyondTheBatchIsRefused() =>
        Assert.Contains("not fixed", Refused(new TinyModel { InputDims = [1, -1] }).Message, StringComparison.Ordinal);

    [Fact]
    public void WhatOnnxRuntimeRefusesNamesTheFile()
    {
        var error = Refused(new TinyModel { InputDims = [1, 4] });

        Assert.StartsWith("tiny.onnx: ONNX Runtime refuses it", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 1)]
    public void SpansOfAnotherLengthAreRefused(int inputs, int outputs)
    {
        using var model = Load(new TinyModel());

        Assert.Throws<ArgumentException>(() => model.Predict(new float[inputs], new float[outputs]));
    }

    internal static OnnxModel Load(TinyModel model) => OnnxModel.Load(model.ToBytes(), "tiny.onnx");

    private static InvalidInputException Refused(TinyModel model) =>
        Assert.Throws<InvalidInputException>(() => Load(model).Dispose());
}
