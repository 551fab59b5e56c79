using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Errors;
using static System.FormattableString;

namespace EdgeInfer.Bundles.Storage;

internal sealed class FolderContent : IBundleContent
{
    private readonly Dictionary<string, FileInfo> _files = [];

    public FolderContent(string folder)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            if (entry is not FileInfo file || entry.LinkTarget is not null)
                throw new InvalidInputException(entry.FullName, "a bundle holds plain files only, neither folders nor links");
            if (_files.Count == BundleLimits.Entries)
                throw new InvalidInputException(folder, Invariant($"more than {BundleLimits.Entries} files"));
            _files.Add(entry.Name, file);
        }
    }

    public IReadOnlyCollection<string> Names => _files.Keys;

    public long LengthOf(string name) => _files[name].Length;

    public byte[] Read(string name)
    {
        var bytes = new byte[LengthOf(name)];
        using var stream = _files[name].OpenRead();
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw new InvalidInputException(_files[name].FullName, "became shorter while it was read");
        return bytes;
    }

    public void Dispose()
    {
    }
}
