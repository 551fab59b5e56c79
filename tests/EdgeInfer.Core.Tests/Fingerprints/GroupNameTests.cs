using EdgeInfer.Core.Fingerprints;

namespace EdgeInfer.Core.Tests.Fingerprints;

public sealed class GroupNameTests
{
    [Theory]
    [InlineData("Machine-13", "machine 13")]
    [InlineData("  machine_13 ", "MACHINE--13")]
    [InlineData("s.01", "S 01")]
    [InlineData("S 1", "s1")]
    [InlineData("s01", "s1")]
    [InlineData("s00", "s0")]
    [InlineData("Jos\u00E9", "Jose\u0301")]
    [InlineData("M\u00DCLLER 2", "mu\u0308ller2")]
    [InlineData("\uFF33\uFF11", "s1")]
    [InlineData("an\u200Bna", "anna")]
    [InlineData("subject#1", "subject 1")]
    [InlineData("A/B", "A B")]
    [InlineData(" --- ", "---")]
    public void AGroupIsOneHoweverItIsWritten(string one, string other) =>
        Assert.Equal(GroupName.Normalised(one), GroupName.Normalised(other));

    [Theory]
    [InlineData("s1", "s11")]
    [InlineData("1-11", "11-1")]
    [InlineData("s1", "s10")]
    [InlineData("a1", "b1")]
    [InlineData("+", "-")]
    public void NumbersAndWordsAreNotNormalisedAway(string one, string other) =>
        Assert.NotEqual(GroupName.Normalised(one), GroupName.Normalised(other));

    [Fact]
    public void HalfASurrogatePairIsNoReasonToFail() => Assert.NotEmpty(GroupName.Normalised("s\uD800 1"));
}
