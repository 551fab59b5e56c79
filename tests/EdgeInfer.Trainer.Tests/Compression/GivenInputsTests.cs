using EdgeInfer.Core.Errors;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Compression;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Tests.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Tests.Samples;

namespace EdgeInfer.Trainer.Tests.Compression;

public sealed class GivenInputsTests
{
    [Theory]
    [InlineData(2, 6)]
    [InlineData(12)]
    [InlineData(1, 12, 1)]
    public void AFlatNetworkTakesInputsHoweverTheyAreFolded(params int[] shape) => Given(shape).RequireFit(Flat());

    [Fact]
    public void AnotherNumberOfValuesIsRefused() => Assert.Equal(
        "given: inputs of shape [2, 7]; input 'input' of flat.onnx is [12]",
        Assert.Throws<InvalidInputException>(() => Given([2, 7]).RequireFit(Flat())).Message);

    [Fact]
    public void ABundleThatFailsItsGoldenCasesGivesNone()
    {
        using var folder = new TemporaryFolder();
        var bundle = WrongBundle.Write(Path.Combine(Repository.Root, "models", "har-phone-cnn-fp32"), folder.File("wrong"));

        Assert.StartsWith(
            $"{bundle}: golden case 0: ",
            Assert.Throws<InvalidInputException>(() => GivenInputs.Read(bundle)).Message,
            StringComparison.Ordinal);
    }

    private static GivenInputs Given(int[] shape)
    {
        var length = shape.Aggregate(1, (product, size) => product * size);
        return new("given", shape, [[.. Enumerable.Range(0, length).Select(i => (float)i)], new float[length]]);
    }

    private static NetworkFile Flat()
    {
        var built = new SmallNetworks(seed: 1);
        return NetworkFile.Parse(built.Model(built.Dense("dense", built.Input(1, 12), 12, 3), 3), "flat.onnx");
    }
}
