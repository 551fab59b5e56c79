using EdgeInfer.Measurement.Machine;

namespace EdgeInfer.Measurement.Tests.Machine;

public sealed class LoadAverageTests
{
    [Fact]
    public void TheFirstFigureIsThatOfTheLastMinute() => Assert.Equal(3.91, LoadAverage.Parse("3.91 2.25 1.36 5/412 2309\n"));

    [Theory]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("-1 0 0")]
    public void WhatIsNoFigureIsNone(string text) => Assert.Null(LoadAverage.Parse(text));
}
