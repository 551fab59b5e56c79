using EdgeInfer.EndToEnd.Support;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.EndToEnd.Demo;

public sealed class SeedTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SeedTests() => OwnRecordings.Write(_folder.File("data"));

    [Fact]
    public async Task ASeedRepeatsANetworkToTheByteAndAnotherGivesAnother()
    {
        await TrainAsync("first", seed: 7, "net", "--margin", "100");
        await TrainAsync("again", seed: 7, "net", "--margin", "100");
        await TrainAsync("other", seed: 8, "net", "--margin", "100");

        foreach (var file in new[] { "pumps-cnn-fp32/model.onnx", "pumps-cnn-int8/model.onnx" })
        {
            Assert.Equal(Bytes("first", file), Bytes("again", file));
            Assert.NotEqual(Bytes("first", file), Bytes("other", file));
        }
    }

    [Fact]
    public async Task ASeedRepeatsTreesToTheByte()
    {
        await TrainAsync("first", seed: 7, "trees");
        await TrainAsync("again", seed: 7, "trees");

        foreach (var file in new[] { "pumps-fasttree/model.trees", "pumps-fasttree/model.onnx", "pumps-fasttree/golden.json" })
            Assert.Equal(Bytes("first", file), Bytes("again", file));
    }

    public void Dispose() => _folder.Dispose();

    private async Task TrainAsync(string output, int seed, params string[] verb) => (await ToolProcess.EdgeInferAsync(
        _folder.Path, ["train", .. verb, "--data", "data", "--quick", "--seed", $"{seed}", "--out", output])).Succeeded();

    private byte[] Bytes(string output, string file) => File.ReadAllBytes(_folder.File($"{output}/{file}"));
}
