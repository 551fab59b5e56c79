using EdgeInfer.Core.Windows;
using static System.FormattableString;

namespace EdgeInfer.Core.Features.Images;

/// <summary>Stable names of image features, in their order in the output; indices are [row,column] from the upper left.</summary>
internal static class ImageFeatureNames
{
    public static IReadOnlyList<string> Of(FrameShape frame, CellGrid edges, CellGrid levels)
    {
        var names = new List<string>();
        for (var block = 0; block < (edges.Rows - 1) * (edges.Columns - 1); block++)
        {
            var (row, column) = (block / (edges.Columns - 1), block % (edges.Columns - 1));
            for (var cell = 0; cell < BlockNormalization.Cells * BlockNormalization.Cells; cell++)
            {
                var (down, across) = (row + cell / BlockNormalization.Cells, column + cell % BlockNormalization.Cells);
                for (var bin = 0; bin < Orientation.Bins; bin++)
                    names.Add(Invariant($"hog[{row},{column}].cell[{down},{across}].deg{Orientation.Degrees(bin):000}"));
            }
        }

        for (var cell = 0; cell < levels.Count; cell++)
            names.AddRange(CellLevels.Names.Select(name => Invariant($"gray[{cell / levels.Columns},{cell % levels.Columns}].{name}")));
        if (frame.Colour == FrameColour.Rgb)
            names.AddRange(frame.Channels.Select(channel => $"{channel.Name}.mean"));
        return names;
    }
}
