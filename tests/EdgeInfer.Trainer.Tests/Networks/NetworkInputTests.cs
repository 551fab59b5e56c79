using EdgeInfer.Core.Windows;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Tests.Samples;

namespace EdgeInfer.Trainer.Tests.Networks;

public sealed class NetworkInputTests
{
    [Fact]
    public void AWindowIsOneRowHighAndAnImageAsHighAsItsFrame()
    {
        var window = ToyWindows.ShapeOf(channels: 3, length: 96);

        Assert.Equal(new NetworkInput(3, 1, 96), NetworkInput.Of(window));
        Assert.Equal(new NetworkInput(3, 8, 12), NetworkInput.Of(window with { Frame = new FrameShape(12, 8, FrameColour.Gray) }));
    }
}
