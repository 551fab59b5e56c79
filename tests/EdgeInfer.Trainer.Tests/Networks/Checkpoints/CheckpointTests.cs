using System.Security.Cryptography;
using System.Text;
using EdgeInfer.Core.Errors;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Networks.Checkpoints;
using EdgeInfer.Trainer.Networks.Training;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trainer.Tests.Torch;

namespace EdgeInfer.Trainer.Tests.Networks.Checkpoints;

[Collection<TorchSession>]
public sealed class CheckpointTests : IDisposable
{
    private static readonly NetworkTrainingOptions Options = NetworkSamples.Tiny with { Epochs = 5 };
    private static readonly ToyWindows Data = new(40, 3, 32, seed: 1);
    private static readonly ToyWindows Held = new(12, 3, 32, seed: 2);

    private readonly TemporaryFolder _folder = new();

    private string CheckpointPath => Path.Combine(_folder.Path, CheckpointFile.Name);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void AResumedTrainingGivesTheBytesOfAnUninterruptedOne(int stoppedAfter, bool validated)
    {
        var set = NetworkSamples.Set(Data, validated ? Held : null);
        var whole = Train(set, checkpoints: null, stopAfter: null);

        Assert.Null(Train(set, Plan(everyEpochs: 2), stoppedAfter));
        Assert.Equal(stoppedAfter > 1, File.Exists(CheckpointPath));
        var heard = new List<int>();
        var resumed = Train(set, Plan(everyEpochs: 2), stopAfter: null, heard);

        Assert.Equal(whole, resumed);
        Assert.Equal(stoppedAfter / 2 * 2 + 1, heard[0]);
    }

    [Fact]
    public void AFinishedTrainingIsNotRepeated()
    {
        var set = NetworkSamples.Set(Data);
        var heard = new List<int>();
        var first = Train(set, Plan(everyEpochs: 2), stopAfter: null);

        Assert.Equal(first, Train(set, Plan(everyEpochs: 2), stopAfter: null, heard));
        Assert.Empty(heard);
        Assert.Equal([CheckpointPath], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void ACheckpointOfAnotherTrainingIsRefused()
    {
        var set = NetworkSamples.Set(Data);
        Train(set, Plan(everyEpochs: 1), stopAfter: 1);

        var message = $"{CheckpointPath}: checkpoint of another training: other data, network, options or seed; name another folder or delete it";
        Assert.Equal(message, Error(set, Options, seed: 8));
        Assert.Equal(message, Error(set, Options with { Epochs = 6 }, seed: 7));
        Assert.Equal(message, Error(NetworkSamples.Set(new ToyWindows(40, 3, 32, seed: 5)), Options, seed: 7));
    }

    [Fact]
    public void TheTimeBeforeAStopIsKept()
    {
        var set = NetworkSamples.Set(Data);
        Train(set, Plan(everyEpochs: 1), stopAfter: 2);
        var before = Read(set).Spent;

        using var network = TorchNetwork.Create(NetworkSamples.Spec(Data), seed: 7);
        var outcome = new NetworkTraining(Options, seed: 7, Plan(everyEpochs: 1)).Run(network, set, (_, _) => { });

        Assert.True(before is { Seconds: > 0, CpuSeconds: > 0 });
        Assert.Equal(before, outcome.Before);
        var after = Read(set).Spent;
        Assert.True(after.Seconds > before.Seconds && after.CpuSeconds > before.CpuSeconds, $"{after} after {before}");
    }

    [Fact]
    public void ACheckpointOfAnotherVersionIsRefused()
    {
        var set = NetworkSamples.Set(Data);
        Train(set, Plan(everyEpochs: 1), stopAfter: 1);
        var header = $"EdgeInfer checkpoint, trainer {TrainerVersion.Current}\n";
        var bytes = File.ReadAllBytes(CheckpointPath);
        Assert.Equal(header, Encoding.UTF8.GetString(bytes, 0, header.Length));

        WriteSealed([.. "EdgeInfer checkpoint, trainer 0.0.7\n"u8, .. bytes[header.Length..^SHA256.HashSizeInBytes]]);
        Assert.Equal(
            $"{CheckpointPath}: checkpoint of trainer 0.0.7, this is {TrainerVersion.Current}; finish with that version, name another folder or delete it",
            Error(set, Options, seed: 7));
        WriteSealed(bytes[header.Length..^SHA256.HashSizeInBytes]);
        Assert.Equal(
            $"{CheckpointPath}: no checkpoint of this trainer, which is {TrainerVersion.Current}: it names no version; delete it to train from the start",
            Error(set, Options, seed: 7));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(-1)]
    public void ADamagedCheckpointIsRefused(int at)
    {
        var set = NetworkSamples.Set(Data);
        Train(set, Plan(everyEpochs: 1), stopAfter: 1);
        var bytes = File.ReadAllBytes(CheckpointPath);
        bytes[at < 0 ? ^1 : at] ^= 1;
        File.WriteAllBytes(CheckpointPath, bytes);

        Assert.Equal($"{CheckpointPath}: damaged checkpoint; delete it to train from the start", Error(set, Options, seed: 7));
        File.WriteAllBytes(CheckpointPath, bytes[..20]);
        Assert.Equal($"{CheckpointPath}: damaged checkpoint; delete it to train from the start", Error(set, Options, seed: 7));
    }

    private void WriteSealed(byte[] content) => File.WriteAllBytes(CheckpointPath, [.. content, .. SHA256.HashData(content)]);

    private Checkpoint Read(TrainingSet set)
    {
        using var network = TorchNetwork.Create(NetworkSamples.Spec(Data), seed: 7);
        return CheckpointFile.For(Plan(everyEpochs: 1), network, set, Options, seed: 7).TryRead()!;
    }

    private CheckpointPlan Plan(int everyEpochs) => new(_folder.Path, everyEpochs);

    private string Error(TrainingSet set, NetworkTrainingOptions options, int seed)
    {
        using var network = TorchNetwork.Create(NetworkSamples.Spec(Data), seed);
        return Assert.Throws<InvalidInputException>(
            () => new NetworkTraining(options, seed, Plan(everyEpochs: 1)).Run(network, set, (_, _) => { })).Message;
    }

    /// <summary>The trained file; null where the training was stopped.</summary>
    private static byte[]? Train(TrainingSet set, CheckpointPlan? checkpoints, int? stopAfter, List<int>? heard = null)
    {
        using var network = TorchNetwork.Create(NetworkSamples.Spec(Data), seed: 7);
        try
        {
            new NetworkTraining(Options, seed: 7, checkpoints).Run(network, set, (epoch, _) =>
            {
                heard?.Add(epoch);
                if (epoch == stopAfter)
                    throw new OperationCanceledException();
            });
            return NetworkSamples.File(network);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
