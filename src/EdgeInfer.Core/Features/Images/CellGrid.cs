using EdgeInfer.Core.Windows;

namespace EdgeInfer.Core.Features.Images;

/// <summary>Square cells that lie in the middle of a frame; what is left at its edges is shared by both sides.</summary>
/// <param name="Side">Pixels along a cell.</param>
/// <param name="Columns">Cells in a row.</param>
/// <param name="Rows">Cells in a column.</param>
/// <param name="Left">Pixels left of the first cell.</param>
/// <param name="Top">Pixels above the first cell.</param>
internal sealed record CellGrid(int Side, int Columns, int Rows, int Left, int Top)
{
    public const int SmallestFrame = 4;

    private const int SmallestSide = 2;

    public int Count => Columns * Rows;

    /// <param name="frame">Geometry of the images.</param>
    /// <param name="cells">Cells along the shorter side of the frame, fewer where they would be smaller than 2 px.</param>
    public static CellGrid Of(FrameShape frame, int cells)
    {
        var side = Math.Max(SmallestSide, Math.Min(frame.Width, frame.Height) / cells);
        var (columns, rows) = (frame.Width / side, frame.Height / side);
        return new CellGrid(
            side, columns, rows, (frame.Width - columns * side) / 2, (frame.Height - rows * side) / 2);
    }
}
