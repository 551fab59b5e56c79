using EdgeInfer.Core.Errors;
using EdgeInfer.Images.Files;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Recordings.Opening;

/// <summary>Tells by its first bytes whether a file is of the data set's kind.</summary>
internal static class FileSignature
{
    private const int Length = StillSignature.Length;

    public static void Check(string path, DatasetKind kind)
    {
        if (!File.Exists(path))
            throw new InvalidInputException(path, Directory.Exists(path) ? "is a folder, not a file" : "file not found");
        if (kind is DatasetKind.SensorCsv or DatasetKind.ImagesIdx)
            return;
        using var file = File.OpenRead(path);
        Span<byte> buffer = stackalloc byte[Length];
        var start = buffer[..file.ReadAtLeast(buffer, Length, throwOnEndOfStream: false)];
        if (kind == DatasetKind.Images)
            StillSignature.Require(start, path);
        if (kind == DatasetKind.AudioWav && !IsWave(start))
            throw new InvalidInputException(path, "is not a WAV file");
    }

    private static bool IsWave(ReadOnlySpan<byte> start) =>
        start.Length == Length && start.StartsWith("RIFF"u8) && start[8..].SequenceEqual("WAVE"u8);
}
