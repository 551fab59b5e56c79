namespace EdgeInfer.Core.Features.Images;

/// <summary>
/// Histograms of two by two neighbouring cells brought to one length together, blocks overlapping: L2-Hys of Dalal and
/// Triggs, v / sqrt(|v|^2 + e^2), clipped at 0.2, then once more.
/// </summary>
internal sealed class BlockNormalization(CellGrid grid)
{
    public const int Cells = 2;

    private const int Values = Cells * Cells * Orientation.Bins;
    private const double Clip = 0.2;

    /// <summary>A level a pixel: noise in a flat block is not blown up to the size of an edge.</summary>
    private const double SquaredFloor = 1;

    private readonly double[] _block = new double[Values];

    public static int CountOf(CellGrid grid) => (grid.Rows - 1) * (grid.Columns - 1) * Values;

    public void Write(OrientationHistograms histograms, ref FeatureWriter features)
    {
        for (var row = 0; row < grid.Rows - 1; row++)
        {
            for (var column = 0; column < grid.Columns - 1; column++)
            {
                for (var cell = 0; cell < Cells * Cells; cell++)
                    histograms.Of(row + cell / Cells, column + cell % Cells).CopyTo(_block.AsSpan(cell * Orientation.Bins));
                Scale(SquaredFloor);
                foreach (ref var value in _block.AsSpan())
                    value = Math.Min(value, Clip);
                Scale(0);
                foreach (var value in _block)
                    features.Write(value);
            }
        }
    }

    private void Scale(double floor)
    {
        var sum = floor;
        foreach (var value in _block)
            sum += value * value;
        if (sum == 0)
            return;
        var length = Math.Sqrt(sum);
        foreach (ref var value in _block.AsSpan())
            value /= length;
    }
}
