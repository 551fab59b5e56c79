using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Hosting;

namespace EdgeInfer.Trainer.Tests.Hosting;

public sealed class TrainingHostTests
{
    [Theory]
    [InlineData("linux-arm64")]
    [InlineData("win-x64")]
    [InlineData("osx-arm64")]
    public void AnyOtherHostIsRefusedInOneLineThatNamesBoth(string host)
    {
        var error = Assert.Throws<InvalidInputException>(() => TrainingHost.Require(host));

        Assert.DoesNotContain('\n', error.Message);
        Assert.Contains($"this is {host};", error.Message, StringComparison.Ordinal);
        Assert.Contains("proven on linux-x64 only", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheProvenHostIsAccepted() => TrainingHost.Require("linux-x64");

    [Fact]
    public void ThisHostIsNamedLikeARuntimeIdentifier() => Assert.Matches("^(linux|osx|win)-(x64|arm64|x86|arm)$", TrainingHost.Current);
}
