using EdgeInfer.Core.Errors;

namespace EdgeInfer.Recordings.Idx;

/// <summary>Names as MNIST gave them: <c>train-images-idx3-ubyte.gz</c> beside <c>train-labels-idx1-ubyte.gz</c>.</summary>
internal static class IdxNames
{
    private const string Images = "-images-idx3-ubyte";
    private const string Labels = "-labels-idx1-ubyte";
    private const string Gzip = ".gz";

    public static bool IsImages(string path) =>
        path.EndsWith(Images, StringComparison.Ordinal) || path.EndsWith(Images + Gzip, StringComparison.Ordinal);

    /// <summary>The file of labels that stands beside a file of images, packed as it is.</summary>
    /// <exception cref="InvalidInputException">The file is not named as one of images.</exception>
    public static string LabelsOf(string imagesPath)
    {
        if (!IsImages(imagesPath))
            throw new InvalidInputException(
                imagesPath, $"is not named ...{Images} or ...{Images}{Gzip}, which tells where its labels stand");
        var end = imagesPath.LastIndexOf(Images, StringComparison.Ordinal);
        return string.Concat(imagesPath.AsSpan(0, end), Labels, imagesPath.AsSpan(end + Images.Length));
    }

    /// <summary>What stands before the common part of the name: train, t10k.</summary>
    public static string Stem(string imagesPath)
    {
        var name = Path.GetFileName(imagesPath);
        var end = name.IndexOf(Images, StringComparison.Ordinal);
        return end > 0 ? name[..end] : Path.GetFileNameWithoutExtension(name);
    }
}
