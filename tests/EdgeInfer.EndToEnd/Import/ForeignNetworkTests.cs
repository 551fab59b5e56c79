using EdgeInfer.Bundles.Storage;
using EdgeInfer.EndToEnd.Support;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Tests.Support.Networks;

namespace EdgeInfer.EndToEnd.Import;

/// <summary>A network that another program wrote, all the way from its file to the device's executable.</summary>
public sealed class ForeignNetworkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task ItIsImportedQuantisedAndProvenByTheRuntime()
    {
        OwnRecordings.Write(_folder.File("data"));
        var network = new ForeignNetwork(OwnRecordings.Hertz, OwnRecordings.RateHz, OwnRecordings.RateHz);
        await File.WriteAllBytesAsync(_folder.File("net.onnx"), network.AsKeras(), TestContext.Current.CancellationToken);

        (await ToolProcess.EdgeInferAsync(_folder.Path, "import", "net.onnx", "--data", "data", "--family", "net", "--out", "bundles"))
            .Succeeded();
        (await ToolProcess.EdgeInferAsync(
            _folder.Path, "compress", "bundles/pumps-net-fp32", "--data", "data", "--steps", "int8", "--margin", "100",
            "--out", "bundles")).Succeeded();

        foreach (var format in new[] { "fp32", "int8" })
        {
            await using var check = ToolProcess.Start(_folder.Path, [.. Executables.JitRuntime, "check", $"bundles/pumps-net-{format}"]);
            Assert.Contains("8 golden cases within", Assert.Single((await check.EndAsync()).Succeeded().Output), StringComparison.Ordinal);
            var metrics = BundleReader.Open(_folder.File($"bundles/pumps-net-{format}")).Manifest.Metrics;
            Assert.True(metrics.Single(metric => metric.Name == "accuracy").Value > 0.95);
        }
    }

    public void Dispose() => _folder.Dispose();
}
