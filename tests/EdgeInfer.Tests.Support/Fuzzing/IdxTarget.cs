using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Core.Windows;
using EdgeInfer.Recordings.Idx;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Recordings.Tables;

namespace EdgeInfer.Tests.Support.Fuzzing;

/// <summary>
/// One input for the reader of IDX files: a byte with the length of the labels' file, that file, then the images' file.
/// </summary>
public static class IdxTarget
{
    private const string Images = "fuzzed-images-idx3-ubyte";

    private static readonly string Folder = Directory.CreateTempSubdirectory("edgeinfer-idx").FullName;

    private static readonly Dataset Dataset = new()
    {
        Schema = Dataset.CurrentSchema,
        Name = "fuzzed",
        Licence = "none",
        Kind = DatasetKind.ImagesIdx,
        Task = TaskKind.Classification,
        Labels = [new("even", "0"), new("odd", "1")],
        Frame = new DatasetFrame(3, 2, FrameColour.Gray),
        Splits = [],
    };

    /// <returns>Whether it was read.</returns>
    public static bool Run(byte[] bytes)
    {
        if (bytes.Length == 0 || bytes.Length <= bytes[0])
            return false;
        var path = Path.Combine(Folder, Images);
        File.WriteAllBytes(IdxNames.LabelsOf(path), bytes[1..(1 + bytes[0])]);
        File.WriteAllBytes(path, bytes[(1 + bytes[0])..]);
        try
        {
            var runs = IdxTable.Runs(path);
            var table = IdxTable.Read(path, Dataset);
            if (table.Labels!.Length != table.Count || table.Values.Length != table.Count * Dataset.SampleLength
                || runs.Sum(run => run.Count) != table.Count)
                throw new InvalidOperationException(
                    $"{table.Labels.Length} labels and {table.Values.Length} values for {table.Count} images in {runs.Count} blocks");
            return true;
        }
        catch (InvalidInputException refused) when (refused.Message.StartsWith(Folder, StringComparison.Ordinal))
        {
            return false;
        }
    }
}
