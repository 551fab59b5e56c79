using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Import.Networks;

namespace EdgeInfer.Trainer.Tests.Import.Networks;

public sealed class InputScalingTests
{
    [Fact]
    public void OneNumberIsForAllChannelsAndWhatIsLeftOutChangesNothing()
    {
        var preprocessing = new InputScaling(Mean: null, "255").For(channels: 3);

        Assert.Equal([0, 0, 0], preprocessing.Mean!);
        Assert.Equal([255, 255, 255], preprocessing.Deviation!);
    }

    [Fact]
    public void AChannelHasItsOwn() =>
        Assert.Equal([123.675f, -2, 1e3f], new InputScaling("123.675,-2,1e3", Deviation: null).For(channels: 3).Mean!);

    [Theory]
    [InlineData("1,2", null, "--mean: 2 numbers, not 1 or one for each of 3 channels")]
    [InlineData("1,,3", null, "--mean: '' is no number")]
    [InlineData("NaN", null, "--mean: 'NaN' is no number")]
    [InlineData(null, "1,0,1", "--deviation: 0 is not above 0")]
    [InlineData(null, "1e-45", "--deviation: 1E-45 is not above 0")]
    public void AnythingElseIsRefused(string? mean, string? deviation, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidInputException>(() => new InputScaling(mean, deviation).For(channels: 3)).Message);
}
