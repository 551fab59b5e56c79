using System.Security.Cryptography;
using System.Text;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trainer.Networks.Training;

namespace EdgeInfer.Trainer.Networks.Checkpoints;

/// <summary>
/// The file of a training's last checkpoint: a line with the trainer's version, the training's identity, the checkpoint,
/// and the SHA-256 of all. It is written beside and moved into place, so that a stop at any moment leaves a whole one.
/// </summary>
internal sealed class CheckpointFile
{
    public const string Name = "training.checkpoint";

    /// <summary>A network of 10 million parameters with its moments and best weights takes a sixth of it.</summary>
    private const long MaxBytes = 1L << 30;

    private const int MaxTensors = 100_000;

    private const string Heading = "EdgeInfer checkpoint, trainer ";

    /// <summary>Longer than the heading with any version.</summary>
    private const int MaxHeaderBytes = 100;

    private readonly string _path;
    private readonly byte[] _identity;

    private CheckpointFile(string path, byte[] identity) => (_path, _identity) = (path, identity);

    /// <param name="plan">Where it stands.</param>
    /// <param name="network">As it is before training.</param>
    /// <param name="set">What it learns from.</param>
    /// <param name="options">How.</param>
    /// <param name="seed">Of every random choice.</param>
    public static CheckpointFile For(CheckpointPlan plan, TorchNetwork network, TrainingSet set, NetworkTrainingOptions options, int seed) =>
        new(Path.Combine(plan.Folder, Name), TrainingIdentity.Of(network, set, options, seed));

    /// <summary>The checkpoint, or null where none was written yet.</summary>
    /// <exception cref="InvalidInputException">It is damaged, of another version of the trainer, or of another training.</exception>
    public Checkpoint? TryRead()
    {
        if (!File.Exists(_path))
            return null;
        if (new FileInfo(_path).Length > MaxBytes)
            throw new InvalidInputException(_path, $"larger than {MaxBytes} bytes: no checkpoint");
        var bytes = File.ReadAllBytes(_path);
        var content = bytes.Length - SHA256.HashSizeInBytes;
        if (content < 0 || !SHA256.HashData(bytes.AsSpan(0, content)).AsSpan().SequenceEqual(bytes.AsSpan(content)))
            throw new InvalidInputException(_path, "damaged checkpoint; delete it to train from the start");
        var identity = RequireVersion(bytes.AsSpan(0, content));
        if (!bytes.AsSpan(identity, content - identity).StartsWith(_identity))
            throw new InvalidInputException(_path, "checkpoint of another training: other data, network, options or seed; name another folder or delete it");
        var start = identity + _identity.Length;
        using var reader = new BinaryReader(new MemoryStream(bytes, start, content - start));
        var (epoch, spent) = (reader.ReadInt32(), new TrainingTime(reader.ReadDouble(), reader.ReadDouble()));
        var (weights, optimizer) = (ReadWeights(reader), ReadBlob(reader));
        var best = reader.ReadBoolean() ? new BestEpoch(reader.ReadInt32(), reader.ReadDouble(), ReadWeights(reader)) : null;
        return new Checkpoint(epoch, spent, weights, optimizer, best);
    }

    public void Write(Checkpoint checkpoint)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Encoding.UTF8.GetBytes($"{Heading}{TrainerVersion.Current}\n"));
            writer.Write(_identity);
            writer.Write(checkpoint.Epoch);
            writer.Write(checkpoint.Spent.Seconds);
            writer.Write(checkpoint.Spent.CpuSeconds);
            WriteWeights(writer, checkpoint.Weights);
            WriteBlob(writer, checkpoint.Optimizer);
            writer.Write(checkpoint.Best is not null);
            if (checkpoint.Best is { } best)
            {
                writer.Write(best.Epoch);
                writer.Write(best.Loss);
                WriteWeights(writer, best.Weights);
            }
        }

        stream.Write(SHA256.HashData(stream.ToArray()));
        Replace(stream.ToArray());
    }

    /// <summary>Another version may draw, augment or compute in another way: its checkpoint would give neither's network.</summary>
    /// <returns>Where the training's identity begins.</returns>
    private int RequireVersion(ReadOnlySpan<byte> content)
    {
        var end = content[..Math.Min(content.Length, MaxHeaderBytes)].IndexOf((byte)'\n');
        var line = end < 0 ? "" : Encoding.UTF8.GetString(content[..end]);
        if (!line.StartsWith(Heading, StringComparison.Ordinal))
            throw new InvalidInputException(_path, $"no checkpoint of this trainer, which is {TrainerVersion.Current}: it names no version; delete it to train from the start");
        return line[Heading.Length..] == TrainerVersion.Current
            ? end + 1
            : throw new InvalidInputException(_path, $"checkpoint of trainer {UserError.OneLine(line[Heading.Length..])}, this is {TrainerVersion.Current}; finish with that version, name another folder or delete it");
    }

    private void Replace(byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_path))!);
        var temporary = $"{_path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, _path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static WeightSnapshot ReadWeights(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)MaxTensors);
        return new([.. Enumerable.Range(0, count).Select(_ => ReadBlob(reader))]);
    }

    private static byte[] ReadBlob(BinaryReader reader)
    {
        var length = reader.ReadInt32();
        ArgumentOutOfRangeException.ThrowIfGreaterThan((ulong)(uint)length, (ulong)(reader.BaseStream.Length - reader.BaseStream.Position));
        return reader.ReadBytes(length);
    }

    private static void WriteWeights(BinaryWriter writer, WeightSnapshot weights)
    {
        writer.Write(weights.Tensors.Count);
        foreach (var tensor in weights.Tensors)
            WriteBlob(writer, tensor);
    }

    private static void WriteBlob(BinaryWriter writer, byte[] blob)
    {
        writer.Write(blob.Length);
        writer.Write(blob);
    }
}
