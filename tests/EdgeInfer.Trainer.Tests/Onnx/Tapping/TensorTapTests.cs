using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Tapping;
using EdgeInfer.Trainer.Tests.Onnx.NetworkFiles;

namespace EdgeInfer.Trainer.Tests.Onnx.Tapping;

public sealed class TensorTapTests
{
    [Fact]
    public void ATensorAboveTheLimitOfBytesIsRefusedBeforeItIsComputed()
    {
        var file = File(side: 1500);

        var error = Assert.Throws<InvalidInputException>(() => new TensorTap(file.Model, file, ["first", "second"]));

        Assert.Equal("small.onnx: tensor 'first' takes 72000000 bytes, at most 67108864 are looked at", error.Message);
    }

    [Fact]
    public void TensorsThatTogetherPassTheLimitAreAllLookedAt()
    {
        var file = File(side: 1100);

        using var tapped = new TensorTap(file.Model, file, ["input", "first", "second"]);

        Assert.Equal([["first"], ["second"]], tapped.Parts);
        Assert.Equal(["first", "second"], tapped.Types().Select(each => each.Tensor));
        var input = SmallNetworks.Inputs(2, file.InputLength, seed: 3);
        var seen = new List<(string Tensor, float Value)>();
        tapped.Run(input, (name, values) => seen.Add((name, values[^1])));
        Assert.Equal(["input", "input", "first", "first", "second", "second"], seen.Select(each => each.Tensor));
        foreach (var (name, at) in new[] { ("first", 2), ("second", 4) })
        {
            using var alone = new TensorTap(file.Model, file, [name]);
            var values = new List<float>();
            alone.Run(input, (_, found) => values.Add(found[^1]));
            Assert.Equal(values, seen.Skip(at).Take(2).Select(each => each.Value));
        }
    }

    private static NetworkFile File(int side)
    {
        var small = new SmallNetworks(seed: 1);
        small.Convolution("second", small.Convolution("first", small.Input(1, 1, side, side), 1, 8), 8, 8);
        return NetworkFile.Parse(small.Model("second", 8, side, side), "small.onnx");
    }
}
