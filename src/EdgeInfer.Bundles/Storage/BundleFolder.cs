using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Bundles.Storage;

/// <summary>The folder that a bundle is written to.</summary>
internal static class BundleFolder
{
    /// <summary>Replacing deletes what stood there: only a bundle or an empty folder may be lost.</summary>
    public static void RefuseForeign(string folder)
    {
        if (File.Exists(folder))
            throw new InvalidInputException(folder, "is a file; a bundle is written to a folder");
        for (var above = Path.GetDirectoryName(folder); above is not null; above = Path.GetDirectoryName(above))
        {
            if (File.Exists(above))
                throw new InvalidInputException(above, "is a file; a folder of bundles was to be there");
        }

        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any())
            return;
        if (!File.Exists(Path.Combine(folder, BundleFiles.Manifest)) || Directory.EnumerateDirectories(folder).Any())
            throw new InvalidInputException(folder, "holds something else than a bundle and is not replaced");
    }

    public static void Replace(string folder, string complete, BundleDisk disk)
    {
        if (!Directory.Exists(folder))
        {
            disk.MoveFolder(complete, folder);
            return;
        }

        var old = Path.ChangeExtension(complete, ".old");
        disk.MoveFolder(folder, old);
        try
        {
            disk.MoveFolder(complete, folder);
        }
        catch
        {
            Directory.Move(old, folder);
            throw;
        }

        Directory.Delete(old, recursive: true);
    }
}
