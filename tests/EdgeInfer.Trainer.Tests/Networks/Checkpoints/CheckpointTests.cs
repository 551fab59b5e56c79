using System.Security.Cryptography;
using System.Text;
using EdgeInfer.Core.Errors;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Hosting;
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
    /// <summary>An epoch takes 3 s: the checkpoint is due after the first and the third.</summary>
    private readonly HandTurnedClock _clock = new();

    private string CheckpointPath => Assert.Single(Directory.GetFiles(_folder.Path));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, 2, false)]
    [InlineData(2, 2, false)]
    [InlineData(3, 4, false)]
    [InlineData(4, 4, true)]
    public void AResumedTrainingGivesTheBytesOfAnUninterruptedOne(int stoppedAfter, int resumedAt, bool validated)
    {
        var set = NetworkSamples.Set(Data, validated ? Held : null);
        var whole = Train(set, checkpoints: null, stopAfter: null);

        Assert.Null(Train(set, Plan(), stoppedAfter));
        var heard = new List<string>();
        var resumed = Train(set, Plan(), stopAfter: null, heard);

        Assert.Equal(whole, resumed);
        Assert.Equal($"resumed at epoch {resumedAt} of 5", heard[0]);
        Assert.Equal(5 - resumedAt + 1, heard.Count - 1);
    }

    [Fact]
    public void AFinishedTrainingIsNotRepeated()
    {
        var set = NetworkSamples.Set(Data);
        var heard = new List<string>();
        var first = Train(set, Plan(), stopAfter: null);

        Assert.Equal(first, Train(set, Plan(), stopAfter: null, heard));
        Assert.Equal(["taken from its checkpoint, trained to epoch 5 of 5"], heard);
        Assert.EndsWith(CheckpointFolder.Extension, CheckpointPath, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryTrainingHasAFileOfItsOwnAndACommandClearsThoseItAskedFor()
    {
        var set = NetworkSamples.Set(Data);
        var folder = new CheckpointFolder(_folder.Path, _clock);
        Train(set, new CheckpointPlan(folder, Clock: null), stopAfter: 1);
        var own = CheckpointPath;
        // What a killed run leaves.
        File.WriteAllText($"{own}.0f3a.new", "half");

        Stop(set, Options, seed: 8);
        Stop(set, Options with { Epochs = 6 }, seed: 7);
        Stop(NetworkSamples.Set(new ToyWindows(40, 3, 32, seed: 5)), Options, seed: 7);

        Assert.Equal(5, Directory.GetFiles(_folder.Path).Length);
        folder.Clear();
        Assert.Equal(3, Directory.GetFiles(_folder.Path).Length);
        Assert.False(File.Exists(own));
    }

    [Fact]
    public void ACheckpointOfAnotherTrainingUnderItsNameIsRefused()
    {
        var set = NetworkSamples.Set(Data);
        Stop(set, Options, seed: 8);
        var other = CheckpointPath;
        Stop(set, Options, seed: 7);
        var own = Assert.Single(Directory.GetFiles(_folder.Path), path => path != other);
        File.Move(other, own, overwrite: true);

        Assert.Equal(
            $"{own}: checkpoint of another training: other data, network, options or seed; name another folder or delete it",
            Error(set, Options, seed: 7));
    }

    [Fact]
    public void TheTimeBeforeAStopIsKeptAndCountedOnce()
    {
        var (set, clock, earlier) = (NetworkSamples.Set(Data), new TrainingClock(), new TrainingTime(1e6, 2e6));
        Train(set, Plan(), stopAfter: 2);
        Write(set, checkpoint => checkpoint with { Spent = earlier });
        var plan = new CheckpointPlan(new CheckpointFolder(_folder.Path, _clock), clock);

        // The second finds what the first has done and counted.
        Train(set, plan, stopAfter: null);
        Train(set, plan, stopAfter: null);

        Assert.All([clock.Time, Read(set).Spent], spent =>
        {
            Assert.InRange(spent.Seconds, 1e6, 1.5e6);
            Assert.InRange(spent.CpuSeconds, 2e6, 2.5e6);
            Assert.NotEqual(earlier, spent);
        });
    }

    [Fact]
    public void ACheckpointOfOtherCodeIsRefused()
    {
        var set = NetworkSamples.Set(Data);
        Train(set, Plan(), stopAfter: 1);
        var header = $"EdgeInfer checkpoint, trainer {TrainerVersion.Build}\n";
        var bytes = File.ReadAllBytes(CheckpointPath);
        Assert.Equal(header, Encoding.UTF8.GetString(bytes, 0, header.Length));
        Assert.Matches($"^{TrainerVersion.Current} build [0-9a-f]{{32}}$", TrainerVersion.Build);

        string[] others =
        [
            "0.0.7", "0.0.7 build 00112233445566778899aabbccddeeff", $"{TrainerVersion.Current} build 00112233445566778899aabbccddeeff",
        ];
        foreach (var other in others)
        {
            WriteSealed(
                [.. Encoding.UTF8.GetBytes($"EdgeInfer checkpoint, trainer {other}\n"), .. bytes[header.Length..^SHA256.HashSizeInBytes]]);
            Assert.Equal(
                $"{CheckpointPath}: checkpoint of trainer {other}, this is {TrainerVersion.Build}; "
                + "finish with that one, name another folder or delete it",
                Error(set, Options, seed: 7));
        }

        WriteSealed(bytes[header.Length..^SHA256.HashSizeInBytes]);
        Assert.Equal(
            $"{CheckpointPath}: no checkpoint of this trainer, which is {TrainerVersion.Build}: "
            + "it names no version; delete it to train from the start",
            Error(set, Options, seed: 7));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(-1)]
    public void ADamagedCheckpointIsRefused(int at)
    {
        var set = NetworkSamples.Set(Data);
        Train(set, Plan(), stopAfter: 1);
        var bytes = File.ReadAllBytes(CheckpointPath);
        bytes[at < 0 ? ^1 : at] ^= 1;
        File.WriteAllBytes(CheckpointPath, bytes);

        Assert.Equal($"{CheckpointPath}: damaged checkpoint; delete it to train from the start", Error(set, Options, seed: 7));
        File.WriteAllBytes(CheckpointPath, bytes[..20]);
        Assert.Equal($"{CheckpointPath}: damaged checkpoint; delete it to train from the start", Error(set, Options, seed: 7));
    }

    private void WriteSealed(byte[] content) => File.WriteAllBytes(CheckpointPath, [.. content, .. SHA256.HashData(content)]);

    private Checkpoint Read(TrainingSet set) => FileOf(set).TryRead()!;

    private void Write(TrainingSet set, Func<Checkpoint, Checkpoint> change) => FileOf(set).Write(change(Read(set)));

    private CheckpointFile FileOf(TrainingSet set)
    {
        using var network = GraphModule.Create(NetworkSamples.Spec(Data), seed: 7);
        return new CheckpointFolder(_folder.Path, _clock).For(TrainingIdentity.Hash(network, set, Options, seed: 7));
    }

    /// <summary>Of a command of its own.</summary>
    private CheckpointPlan Plan() => new(new CheckpointFolder(_folder.Path, _clock), Clock: null);

    private string Error(TrainingSet set, NetworkTrainingOptions options, int seed)
    {
        using var network = GraphModule.Create(NetworkSamples.Spec(Data), seed);
        return Assert.Throws<InvalidInputException>(
            () => new NetworkTraining(options, seed, Plan()).Run(network, set, (_, _, _) => { })).Message;
    }

    private void Stop(TrainingSet set, NetworkTrainingOptions options, int seed)
    {
        using var network = GraphModule.Create(NetworkSamples.Spec(Data), seed);
        Assert.Throws<OperationCanceledException>(() => new NetworkTraining(options, seed, Plan()).Run(
            network,
            set,
            (_, _, found) => throw (found ? new InvalidOperationException("found a checkpoint") : new OperationCanceledException())));
    }

    /// <summary>The trained file; null where the training was stopped.</summary>
    private byte[]? Train(TrainingSet set, CheckpointPlan? checkpoints, int? stopAfter, List<string>? heard = null)
    {
        using var network = GraphModule.Create(NetworkSamples.Spec(Data), seed: 7);
        try
        {
            new NetworkTraining(Options, seed: 7, checkpoints).Run(network, set, (epoch, detail, _) =>
            {
                heard?.Add(detail);
                _clock.Seconds += 3;
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
