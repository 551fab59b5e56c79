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
        await TrainAsync("net", "first", seed: 7);
        await TrainAsync("net", "again", seed: 7);
        await TrainAsync("net", "other", seed: 8);

        foreach (var file in new[] { "pumps-cnn-fp32/model.onnx", "pumps-cnn-int8/model.onnx" })
        {
            Assert.Equal(Bytes("first", file), Bytes("again", file));
            Assert.NotEqual(Bytes("first", file), Bytes("other", file));
        }
    }

    [Fact]
    public async Task ASeedRepeatsTreesToTheByte()
    {
        await TrainAsync("trees", "first", seed: 7);
        await TrainAsync("trees", "again", seed: 7);

        foreach (var file in new[] { "pumps-fasttree/model.trees", "pumps-fasttree/model.onnx", "pumps-fasttree/golden.json" })
            Assert.Equal(Bytes("first", file), Bytes("again", file));
    }

    public void Dispose() => _folder.Dispose();

    private async Task TrainAsync(string verb, string output, int seed) => (await ToolProcess.EdgeInferAsync(
        _folder.Path, "train", verb, "--data", "data", "--quick", "--seed", $"{seed}", "--out", output)).Succeeded();

    private byte[] Bytes(string output, string file) => File.ReadAllBytes(_folder.File($"{output}/{file}"));
}
