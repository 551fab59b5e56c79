using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Compression;

namespace EdgeInfer.Trainer.Tests.Compression;

public sealed class CompressionChainTests
{
    [Fact]
    public void StepsStandInTheirOrder() =>
        Assert.Equal(["prune:0.4", "distil", "int8"], CompressionChain.Parse("prune:0.4, distil,int8").Steps.Select(step => step.Name));

    [Fact]
    public void TheSameChainTwiceIsRefused() => Assert.Equal(
        "--steps: 'prune:0.4,int8' is given 2 times; every chain is tried once",
        Assert.Throws<InvalidInputException>(() => CompressionChain.ParseAll(["int8", "prune:0.4,int8", "prune:0.40, int8"])).Message);

    [Theory]
    [InlineData("int4", "--steps: 'int4' is no step; known are prune:SHARE, distil, int8 and fp16")]
    [InlineData("", "--steps: '' is no step; known are prune:SHARE, distil, int8 and fp16")]
    [InlineData("prune", "--steps: 'prune' is no step; known are prune:SHARE, distil, int8 and fp16")]
    [InlineData("prune:1", "--steps: 'prune:1': the share of channels to take out is a number above 0 and below 1")]
    [InlineData("prune:half", "--steps: 'prune:half': the share of channels to take out is a number above 0 and below 1")]
    [InlineData("int8,prune:0.4", "--steps: 'int8' stands before 'prune:0.4'; it can only come last")]
    [InlineData("int8,fp16", "--steps: 'int8' stands before 'fp16'; it can only come last")]
    public void WhatCannotBeTakenIsRefusedByName(string steps, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidInputException>(() => CompressionChain.Parse(steps)).Message);
}
