using EdgeInfer.Images.Exif;
using static System.FormattableString;

namespace EdgeInfer.Datasets.Pictures;

/// <summary>What the user of a folder of pictures should know, as sentences.</summary>
public static class PictureNotes
{
    /// <summary>More names than these hide the rest of the words.</summary>
    private const int MostNamed = 20;

    public static IEnumerable<string> Of(PictureScan scan)
    {
        var broken = scan.Broken.GroupBy(picture => picture.Reason).OrderByDescending(same => same.Count()).ToArray();
        foreach (var same in broken.Take(MostNamed))
            yield return LeftOut(same.Key, [.. same.Select(picture => picture.Path)]);
        if (broken.Length > MostNamed)
            yield return Invariant($"{broken.Skip(MostNamed).Sum(same => same.Count())} more pictures can't be read and are left out");
        var turned = scan.Pictures.Count(picture => picture.Orientation != ExifOrientation.TopLeft);
        if (turned > 0)
            yield return Invariant($"{turned} of {scan.Pictures.Count} pictures are turned as their EXIF says");
        string[] damaged = [.. scan.Pictures.Where(picture => picture.ExifIsDamaged).Select(picture => picture.Path)];
        if (damaged.Length > 0)
            yield return Named(damaged, "pictures have damaged EXIF and are taken as they lie");
        if (scan.Indexes.Count > 0)
            yield return Named(scan.Indexes, "text files list pictures and are passed over: label, group and side do not come from them");
        if (scan.Others.Count > 0)
            yield return Named(scan.Others, "other files are passed over");
        if (scan.Hidden.Count > 0)
            yield return Named(scan.Hidden, "hidden files are passed over");
    }

    private static string LeftOut(string reason, IReadOnlyList<string> paths) => paths.Count == 1
        ? $"{paths[0]} is left out: {reason}"
        : Named(paths, $"pictures are left out: {reason}");

    private static string Named(IReadOnlyList<string> paths, string what) =>
        Invariant($"{paths.Count} {what}: {string.Join(", ", paths.Take(MostNamed))}{(paths.Count > MostNamed ? ", ..." : "")}");
}
