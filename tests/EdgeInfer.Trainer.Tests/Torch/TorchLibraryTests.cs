using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Torch;
using static TorchSharp.torch;

namespace EdgeInfer.Trainer.Tests.Torch;

[Collection<TorchSession>]
public sealed class TorchLibraryTests
{
    [Fact]
    public void TorchCalculatesOnThisHost()
    {
        TorchLibrary.EnsureLoaded();
        using var sum = tensor(new[] { 1f, 2f, 3.5f }).sum();

        Assert.Equal(6.5f, sum.item<float>());
    }

    [Fact]
    public void ALibraryThatIsMissingIsNamedWithTheRemedy()
    {
        var error = Assert.Throws<InvalidInputException>(() => TorchLibrary.Find("libnowhere.so"));

        Assert.Equal("libnowhere.so", error.Place);
        Assert.Contains("restore the trainer's packages", error.Reason, StringComparison.Ordinal);
    }
}
