using System.IO.Compression;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Checksums;
using EdgeInfer.Core.Errors;
using static System.FormattableString;

namespace EdgeInfer.Bundles.Storage;

internal sealed class ZipContent : IBundleContent
{
    private readonly Dictionary<string, ZipArchiveEntry> _entries = [];
    private readonly ZipArchive _archive;
    private readonly string _path;

    private ZipContent(ZipArchive archive, string path)
    {
        (_archive, _path) = (archive, path);
        long total = 0;
        foreach (var entry in archive.Entries)
        {
            if (entry.FullName != entry.Name || !_entries.TryAdd(entry.Name, entry))
                throw new InvalidInputException(path, $"entry '{entry.FullName}' is not a plain file name, or stands twice");
            total += CheckedLength(entry, path);
        }

        if (total > BundleLimits.TotalBytes)
            throw new InvalidInputException(path, Invariant($"{total} bytes unpacked, more than {BundleLimits.TotalBytes}"));
    }

    public IReadOnlyCollection<string> Names => _entries.Keys;

    public static ZipContent Open(string path)
    {
        var file = File.OpenRead(path);
        try
        {
            ZipDirectory.Check(file, path);
            return new(new ZipArchive(file, ZipArchiveMode.Read), path);
        }
        catch (Exception error) when (IsDamage(error))
        {
            file.Dispose();
            throw new InvalidInputException(path, $"not a readable .zip: {error.Message}", error);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public long LengthOf(string name) => _entries[name].Length;

    public byte[] Read(string name)
    {
        try
        {
            var bytes = new byte[LengthOf(name)];
            using var stream = _entries[name].Open();
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (read != bytes.Length || stream.ReadByte() >= 0)
                throw new InvalidInputException(
                    _path, Invariant($"entry '{name}' is not the {bytes.Length} bytes that the directory says"));
            return Crc32.Of(bytes) == _entries[name].Crc32
                ? bytes
                : throw new InvalidInputException(_path, $"entry '{name}' is damaged: its checksum differs");
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw new InvalidInputException(_path, $"entry '{name}' cannot be unpacked: {error.Message}", error);
        }
    }

    public void Dispose() => _archive.Dispose();

    private static bool IsDamage(Exception error) =>
        error is InvalidDataException or EndOfStreamException or NotSupportedException;

    private static long CheckedLength(ZipArchiveEntry entry, string path)
    {
        if (entry.Length is < 0 or > BundleLimits.FileBytes)
            throw new InvalidInputException(
                path, Invariant($"entry '{entry.Name}' has {entry.Length} bytes, more than {BundleLimits.FileBytes}"));
        if (entry.CompressedLength > BundleLimits.TotalBytes || entry.Length > entry.CompressedLength * BundleLimits.ZipRatio)
            throw new InvalidInputException(
                path,
                Invariant($"entry '{entry.Name}' unpacks {entry.CompressedLength} to {entry.Length} bytes, ")
                + Invariant($"more than {BundleLimits.ZipRatio} times as many"));
        return entry.Length;
    }
}
