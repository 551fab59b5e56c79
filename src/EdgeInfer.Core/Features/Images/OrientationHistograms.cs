using EdgeInfer.Core.Windows;

namespace EdgeInfer.Core.Features.Images;

/// <summary>
/// A histogram of gradient directions a cell, as Dalal and Triggs (CVPR 2005) count them: gradients by [-1, 0, 1] with
/// repeated edge pixels, of the colour in which the gradient is largest, weighted by its size, shared linearly between
/// neighbouring bins and cells. In levels per pixel: sums over a cell are divided by its area.
/// </summary>
internal sealed class OrientationHistograms
{
    /// <summary>A ring of cells around the grid takes what pixels at its edge vote outwards.</summary>
    private const int Ring = 1;

    private readonly FrameShape _frame;
    private readonly CellShare[] _across;
    private readonly CellShare[] _down;
    private readonly double[] _votes;
    private readonly int _stride;
    private readonly double _weight;

    public OrientationHistograms(FrameShape frame, CellGrid grid)
    {
        _frame = frame;
        _across = CellShare.Along(frame.Width, grid.Left, grid.Side);
        _down = CellShare.Along(frame.Height, grid.Top, grid.Side);
        _stride = (grid.Columns + 2 * Ring) * Orientation.Bins;
        _votes = new double[_stride * (grid.Rows + 2 * Ring)];
        _weight = 1.0 / (grid.Side * grid.Side);
    }

    /// <summary>One value a bin.</summary>
    public ReadOnlySpan<double> Of(int row, int column) => _votes.AsSpan(Index(row, column), Orientation.Bins);

    public void Compute(ReadOnlySpan<float> frame)
    {
        Array.Clear(_votes);
        for (var row = 0; row < _frame.Height; row++)
        {
            for (var column = 0; column < _frame.Width; column++)
            {
                var (x, y, square) = Gradient(frame, row, column);
                if (square > 0)
                    Vote(row, column, Orientation.Of(x, y), Math.Sqrt(square) * _weight);
            }
        }
    }

    private (double X, double Y, double Square) Gradient(ReadOnlySpan<float> frame, int row, int column)
    {
        var (width, height) = (_frame.Width, _frame.Height);
        var (left, right) = (row * width + Math.Max(column - 1, 0), row * width + Math.Min(column + 1, width - 1));
        var (above, below) = (Math.Max(row - 1, 0) * width + column, Math.Min(row + 1, height - 1) * width + column);
        var largest = (X: 0.0, Y: 0.0, Square: 0.0);
        for (var plane = 0; plane < frame.Length; plane += _frame.PixelCount)
        {
            var x = (double)frame[plane + right] - frame[plane + left];
            var y = (double)frame[plane + below] - frame[plane + above];
            var square = x * x + y * y;
            if (square > largest.Square)
                largest = (x, y, square);
        }

        return largest;
    }

    private void Vote(int row, int column, (int Bin, int Neighbour, double Share) direction, double size)
    {
        var (down, across) = (_down[row], _across[column]);
        var first = Index(down.First, across.First);
        Vote(first, direction, size * (1 - down.Next) * (1 - across.Next));
        Vote(first + Orientation.Bins, direction, size * (1 - down.Next) * across.Next);
        Vote(first + _stride, direction, size * down.Next * (1 - across.Next));
        Vote(first + _stride + Orientation.Bins, direction, size * down.Next * across.Next);
    }

    private void Vote(int cell, (int Bin, int Neighbour, double Share) direction, double size)
    {
        _votes[cell + direction.Bin] += size * (1 - direction.Share);
        _votes[cell + direction.Neighbour] += size * direction.Share;
    }

    private int Index(int row, int column) => (row + Ring) * _stride + (column + Ring) * Orientation.Bins;
}
