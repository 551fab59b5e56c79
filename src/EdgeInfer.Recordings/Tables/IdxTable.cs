using System.Globalization;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using EdgeInfer.Images.Pixels;
using EdgeInfer.Recordings.Idx;
using EdgeInfer.Recordings.Layout;
using static System.FormattableString;

namespace EdgeInfer.Recordings.Tables;

/// <summary>Reads a file of images with its file of labels.</summary>
internal static class IdxTable
{
    private const int ImageDimensions = 3;

    /// <summary>Blocks by index, from the header alone.</summary>
    public static IReadOnlyList<GroupRun> Runs(string path)
    {
        using var images = IdxFile.Open(path, ImageDimensions);
        return IdxBlocks.Of(path, images.Dimensions[0]);
    }

    /// <exception cref="InvalidInputException">
    /// A file is missing, damaged, of another size than the frame's, or holds an unknown label.
    /// </exception>
    public static SampleTable Read(string path, Dataset dataset)
    {
        using var images = IdxFile.Open(path, ImageDimensions);
        var count = images.Dimensions[0];
        FrameSize.Require(images.Dimensions[2], images.Dimensions[1], dataset.Frame!.ToShape(), path);
        var labels = Labels(IdxNames.LabelsOf(path), count, new LabelTexts(dataset));
        float[] values = [.. images.ReadValues()];
        return new SampleTable(values, count, null, labels, null, IdxBlocks.Of(path, count));
    }

    private static int[] Labels(string path, int count, LabelTexts texts)
    {
        using var file = IdxFile.Open(path, dimensions: 1);
        if (file.Dimensions[0] != count)
            throw new InvalidInputException(path, Invariant($"announces {file.Dimensions[0]} labels for {count} images"));
        int[] known = [.. Enumerable.Range(0, byte.MaxValue + 1).Select(value => texts.Find(value.ToString(CultureInfo.InvariantCulture)))];
        var values = file.ReadValues();
        var unknown = Array.FindIndex(values, value => known[value] == LabelIndex.Unlabelled);
        return unknown < 0
            ? [.. values.Select(value => known[value])]
            : throw new InvalidInputException(
                path, Invariant($"label {unknown}: {texts.Unknown(values[unknown].ToString(CultureInfo.InvariantCulture))}"));
    }
}
