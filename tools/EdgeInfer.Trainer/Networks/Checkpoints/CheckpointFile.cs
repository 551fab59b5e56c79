using System.Security.Cryptography;
using System.Text;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Hosting;

namespace EdgeInfer.Trainer.Networks.Checkpoints;

/// <summary>
/// The file of a training's last checkpoint: a line with the trainer's version and build, the training's identity, the checkpoint,
/// and the SHA-256 of all. It is written beside and moved into place, so that a stop at any moment leaves a whole one.
/// </summary>
/// <param name="path">Where it stands.</param>
/// <param name="identity">Of the training.</param>
/// <param name="time">Says when the next writing is due.</param>
internal sealed class CheckpointFile(string path, byte[] identity, TimeProvider time)
{
    /// <summary>A network of 10 million parameters with its moments and best weights takes a sixth of it.</summary>
    private const long MaxBytes = 1L << 30;

    /// <summary>A stop loses no more than that and an epoch; a writing takes a hundredth of it.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private const int MaxTensors = 100_000;

    private const string Heading = "EdgeInfer checkpoint, trainer ";

    /// <summary>Longer than the heading with any version and build.</summary>
    private const int MaxHeaderBytes = 120;

    private const string Unfinished = ".new";

    private long? _written;

    /// <summary>Whether the epochs since the last writing, or the first one, are worth another.</summary>
    public bool IsDue => _written is not { } written || time.GetElapsedTime(written) >= Pause;

    /// <summary>Whether this process has read or written it.</summary>
    public bool IsMet { get; private set; }

    /// <summary>The checkpoint, or null where none was written yet.</summary>
    /// <exception cref="InvalidInputException">It is damaged, of another build of the trainer, or of another training.</exception>
    public Checkpoint? TryRead()
    {
        if (!File.Exists(path))
            return null;
        if (new FileInfo(path).Length > MaxBytes)
            throw new InvalidInputException(path, $"larger than {MaxBytes} bytes: no checkpoint");
        var bytes = File.ReadAllBytes(path);
        var content = bytes.Length - SHA256.HashSizeInBytes;
        if (content < 0 || !SHA256.HashData(bytes.AsSpan(0, content)).AsSpan().SequenceEqual(bytes.AsSpan(content)))
            throw new InvalidInputException(path, "damaged checkpoint; delete it to train from the start");
        var heading = RequireBuild(bytes.AsSpan(0, content));
        if (!bytes.AsSpan(heading, content - heading).StartsWith(identity))
            throw new InvalidInputException(
                path, "checkpoint of another training: other data, network, options or seed; name another folder or delete it");
        IsMet = true;
        var start = heading + identity.Length;
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
            writer.Write(Encoding.UTF8.GetBytes($"{Heading}{TrainerVersion.Build}\n"));
            writer.Write(identity);
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

        stream.Write(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        Replace(stream.GetBuffer().AsSpan(0, (int)stream.Length));
        (IsMet, _written) = (true, time.GetTimestamp());
    }

    /// <summary>Other code may draw, augment or compute in another way: its checkpoint would give neither's network.</summary>
    /// <returns>Where the training's identity begins.</returns>
    private int RequireBuild(ReadOnlySpan<byte> content)
    {
        var end = content[..Math.Min(content.Length, MaxHeaderBytes)].IndexOf((byte)'\n');
        var line = end < 0 ? "" : Encoding.UTF8.GetString(content[..end]);
        if (!line.StartsWith(Heading, StringComparison.Ordinal))
            throw new InvalidInputException(
                path,
                $"no checkpoint of this trainer, which is {TrainerVersion.Build}: it names no version; delete it to train from the start");
        return line[Heading.Length..] == TrainerVersion.Build
            ? end + 1
            : throw new InvalidInputException(
                path,
                $"checkpoint of trainer {UserError.OneLine(line[Heading.Length..])}, this is {TrainerVersion.Build}; "
                + "finish with that one, name another folder or delete it");
    }

    public void Delete()
    {
        File.Delete(path);
        var (folder, name) = (Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path));
        if (!Directory.Exists(folder))
            return;
        // Of killed runs.
        foreach (var left in Directory.EnumerateFiles(folder, $"{name}.*{Unfinished}"))
            File.Delete(left);
    }

    private void Replace(ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var next = $"{path}.{Guid.NewGuid():N}{Unfinished}";
        try
        {
            using (var file = new FileStream(next, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(next, path, overwrite: true);
        }
        finally
        {
            File.Delete(next);
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
