using EdgeInfer.Cli.Demo;

namespace EdgeInfer.Cli.Tests.Demo;

public sealed class TrainingLineTests
{
    [Theory]
    [InlineData("har-phone-cnn: 4 of 40, loss 0.6621, 49 s left", "har-phone-cnn", 10, "loss 0.6621, 49 s left")]
    [InlineData("har-phone-fasttree: 2.5 of 5, log loss 0.0000, 22 s left", "har-phone-fasttree", 50, "log loss 0.0000, 22 s left")]
    public void ProgressIsReadFromTheTrainersLine(string line, string model, double percent, string detail) =>
        Assert.Equal(new TrainingLine(model, percent, detail), TrainingLine.Read(line));

    [Theory]
    [InlineData("")]
    [InlineData("har-phone-cnn: 18229 parameters, 429712 multiply-accumulates a window, 40 epochs")]
    [InlineData("har-phone-cnn: kept epoch 12 of 40")]
    [InlineData("har-phone-cnn: 4 of 0, loss 0.6621, 49 s left")]
    [InlineData("test side opened once")]
    public void WhatElseItSaysIsNoProgress(string line) => Assert.Null(TrainingLine.Read(line));
}
