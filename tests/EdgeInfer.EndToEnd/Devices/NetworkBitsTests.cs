using System.Runtime.InteropServices;
using EdgeInfer.Bundles.Preprocessing;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.EndToEnd.Support;
using EdgeInfer.KernelProbe;
using EdgeInfer.Onnx;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Emulation;
using EdgeInfer.Trainer.Networks;
using Architecture = EdgeInfer.Trainer.Networks.Architectures.Architecture;

namespace EdgeInfer.EndToEnd.Devices;

/// <summary>
/// Networks in int8 give the same bits here and on Arm, with its dot products and without. Compared are logits: the softmax
/// behind them computes in float.
/// </summary>
public sealed class NetworkBitsTests : IDisposable
{
    private const int Rows = 12;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> CommittedNetworks =>
        [.. from bundle in Directory.EnumerateDirectories(Path.Combine(Repository.Root, "models"), "*-cnn*-int8")
            from processor in GuestProcessor.All
            select (Path.GetFileName(bundle), processor.Name)];

    [Theory]
    [InlineData("cortex-a72", Architecture.DepthwiseSeparable, 6, 1, 100)]
    [InlineData("cortex-a76", Architecture.DepthwiseSeparable, 6, 1, 100)]
    [InlineData("cortex-a72", Architecture.DepthwiseSeparable, 3, 24, 16)]
    [InlineData("cortex-a76", Architecture.DepthwiseSeparable, 3, 24, 16)]
    [InlineData("cortex-a72", Architecture.Residual, 3, 20, 16)]
    [InlineData("cortex-a76", Architecture.Residual, 3, 20, 16)]
    public async Task ASeededNetworkGivesTheSameLogitsOnArm64(string processor, string architecture, int channels, int height, int width)
    {
        var input = new NetworkInput(channels, height, width);
        var model = SeededNetwork.Integers(architecture, input, seed: 11);
        await GivesTheSameLogitsAsync(processor, model, SeededNetwork.Inputs(Rows, input.ValueCount, seed: 12));
    }

    [Theory]
    [MemberData(nameof(CommittedNetworks))]
    public async Task ACommittedNetworkGivesTheSameLogitsOnArm64(string name, string processor)
    {
        var bundle = BundleReader.Open(Path.Combine(Repository.Root, "models", name));
        var preprocessor = Preprocessors.Create(bundle.Manifest.Preprocessing, bundle.Manifest.Input.ToShape());
        var inputs = bundle.Golden.Cases.Select(golden =>
        {
            var values = new float[preprocessor.OutputLength];
            preprocessor.Apply(golden.Window, values);
            return values;
        });
        await GivesTheSameLogitsAsync(processor, bundle.ModelBytes.ToArray(), [.. inputs]);
    }

    public void Dispose() => _folder.Dispose();

    private async Task GivesTheSameLogitsAsync(string processor, byte[] model, float[][] inputs)
    {
        var guest = GuestProcessor.All.Single(each => each.Name == processor);
        string[] probe = [.. Arm64.EmulatorOrSkip(guest, _folder.Path), Executables.PublishedProbe("linux-arm64")];
        var (file, rows) = (_folder.File("model.onnx"), _folder.File("rows"));
        await File.WriteAllBytesAsync(file, model, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(
            rows,
            MemoryMarshal.AsBytes<float>(inputs.SelectMany(input => input).ToArray()).ToArray(),
            TestContext.Current.CancellationToken);

        await using var run = ToolProcess.Start(_folder.Path, [.. probe, $"onnx:{FloatGraph.Logits}", file, rows, $"{inputs.Length}"]);
        var line = await run.LineAsync("digest");

        Assert.Equal(DigestHere(model, inputs), line.Split(' ')[^1]);
    }

    private static string DigestHere(byte[] model, float[][] inputs)
    {
        using var network = OnnxModel.Load(model, "model.onnx", FloatGraph.Logits);
        var (logits, digest) = (new float[network.OutputLength], new ScoreDigest());
        foreach (var input in inputs)
        {
            network.Predict(input, logits);
            digest.Add(logits);
        }

        return digest.ToString();
    }
}
