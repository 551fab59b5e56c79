using System.Collections.Concurrent;
using EdgeInfer.Core.Errors;
using EdgeInfer.Images.Files;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Pictures;

/// <summary>
/// What a folder of pictures holds. Each file is walked once from its header to its end, so that a cut one is found; pixels are not
/// decoded, which <c>data check</c> does. Lists are in the order of paths.
/// </summary>
/// <param name="Pictures">Those that can be read.</param>
/// <param name="Broken">Those that can't.</param>
/// <param name="Hidden">Files of operating systems and servers, passed over.</param>
/// <param name="Indexes">Text files that list pictures.</param>
/// <param name="Others">Every other file.</param>
public sealed record PictureScan(
    IReadOnlyList<ScannedPicture> Pictures,
    IReadOnlyList<BrokenPicture> Broken,
    IReadOnlyList<string> Hidden,
    IReadOnlyList<string> Indexes,
    IReadOnlyList<string> Others)
{
    /// <summary>Bounds the files that lie in memory at once, 16 MiB each at most.</summary>
    private const int MostAtOnce = 4;

    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".heic", ".heif", ".avif",
    };

    /// <param name="directory">The folder, searched with all folders below.</param>
    /// <exception cref="InvalidInputException">The folder is missing.</exception>
    public static PictureScan Run(string directory)
    {
        if (!Directory.Exists(directory))
            throw new InvalidInputException(directory, "folder not found");
        var (pictures, broken) = (new ConcurrentBag<ScannedPicture>(), new ConcurrentBag<BrokenPicture>());
        var (hidden, others) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
        var width = new ParallelOptions { MaxDegreeOfParallelism = Math.Min(MostAtOnce, Environment.ProcessorCount) };
        Parallel.ForEach(FolderPath.ListAll(directory), width, path =>
        {
            if (HiddenPath.Is(path))
                hidden.Add(path);
            else if (!IsPicture(directory, path))
                others.Add(path);
            else
                Look(directory, path, pictures, broken);
        });

        var names = pictures.Select(picture => Path.GetFileName(picture.Path)).ToHashSet(StringComparer.Ordinal);
        var indexes = others.Where(path => PictureIndex.Lists(Path.Combine(directory, path), names)).ToHashSet(StringComparer.Ordinal);
        return new PictureScan(
            [.. pictures.OrderBy(picture => picture.Path, StringComparer.Ordinal)],
            [.. broken.OrderBy(picture => picture.Path, StringComparer.Ordinal)],
            [.. hidden.Order(StringComparer.Ordinal)],
            [.. indexes.Order(StringComparer.Ordinal)],
            [.. others.Where(path => !indexes.Contains(path)).Order(StringComparer.Ordinal)]);
    }

    private static void Look(
        string directory, string path, ConcurrentBag<ScannedPicture> pictures, ConcurrentBag<BrokenPicture> broken)
    {
        var full = Path.Combine(directory, path);
        try
        {
            var header = StillHeader.Read(StillFile.Read(full), full);
            pictures.Add(new ScannedPicture(
                path, header.Width, header.Height, header.Orientation, header.ExifIsDamaged, header.IsGray));
        }
        catch (InvalidInputException problem)
        {
            broken.Add(new BrokenPicture(path, problem.Reason));
        }
    }

    private static bool IsPicture(string directory, string path)
    {
        if (Extensions.Contains(Path.GetExtension(path)))
            return true;
        Span<byte> start = stackalloc byte[StillSignature.Length];
        using var file = File.OpenRead(Path.Combine(directory, path));
        return StillSignature.IsImage(start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
    }
}
