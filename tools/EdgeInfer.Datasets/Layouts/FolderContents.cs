using EdgeInfer.Core.Errors;
using EdgeInfer.Images.Files;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Layouts;

/// <summary>The files of a folder by what they are.</summary>
/// <param name="Tables">Files of delimited text, in the order of their paths.</param>
/// <param name="Pictures">JPEG and PNG files.</param>
/// <param name="Sounds">WAV files, which are not read yet.</param>
/// <param name="Hidden">Files and folders that operating systems and file servers leave behind; passed over.</param>
/// <param name="Others">Files of no kind that is read.</param>
internal sealed record FolderContents(
    IReadOnlyList<string> Tables,
    IReadOnlyList<string> Pictures,
    IReadOnlyList<string> Sounds,
    IReadOnlyList<string> Hidden,
    IReadOnlyList<string> Others)
{
    private static readonly string[] PictureExtensions = [".jpg", ".jpeg", ".png"];

    /// <summary>Whether tables or pictures are the recordings: lists of pictures beside them are no recordings.</summary>
    public bool ArePictures => Pictures.Count > 0 && Pictures.Count >= Tables.Count;

    /// <exception cref="InvalidInputException">The folder is missing.</exception>
    public static FolderContents Read(string directory)
    {
        if (!Directory.Exists(directory))
            throw new InvalidInputException(directory, "folder not found");
        var kinds = FolderPath.ListAll(directory)
            .Order(StringComparer.Ordinal)
            .ToLookup(path => KindOf(directory, path), StringComparer.Ordinal);
        var tables = TableName.TablesOf(kinds["table"]);
        return new FolderContents(
            tables,
            [.. kinds["picture"]],
            [.. kinds["sound"]],
            [.. kinds["hidden"]],
            [.. kinds["table"].Except(tables), .. kinds["other"]]);
    }

    private static string KindOf(string directory, string path)
    {
        if (HiddenPath.Is(path))
            return "hidden";
        var extension = Path.GetExtension(path).ToLowerInvariant();
        if (extension == ".wav")
            return "sound";
        if (TableName.IsTable(path))
            return "table";
        return PictureExtensions.Contains(extension) || IsPicture(Path.Combine(directory, path)) ? "picture" : "other";
    }

    private static bool IsPicture(string path)
    {
        Span<byte> start = stackalloc byte[StillSignature.Length];
        using var file = File.OpenRead(path);
        return StillSignature.IsImage(start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
    }
}
