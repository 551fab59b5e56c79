using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Compression;

namespace EdgeInfer.Trainer.Tests.Compression;

public sealed class CompressionChainTests
{
    [Fact]
    public void StepsStandInTheirOrder() =>
        Assert.Equal(["int8"], CompressionChain.Parse("int8").Steps.Select(step => step.Name));

    [Theory]
    [InlineData("int4", "--steps: 'int4' is no step; known are int8 and fp16")]
    [InlineData("", "--steps: '' is no step; known are int8 and fp16")]
    [InlineData("int8,fp16", "--steps: 'int8' stands before 'fp16'; it can only come last")]
    public void WhatCannotBeTakenIsRefusedByName(string steps, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidInputException>(() => CompressionChain.Parse(steps)).Message);
}
