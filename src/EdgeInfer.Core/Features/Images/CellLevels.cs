namespace EdgeInfer.Core.Features.Images;

/// <summary>Mean and deviation (of the population) of the gray values in each cell, levels.</summary>
internal static class CellLevels
{
    public static IReadOnlyList<string> Names { get; } = ["mean", "deviation"];

    public static void Write(ReadOnlySpan<double> gray, int width, CellGrid grid, ref FeatureWriter features)
    {
        double area = grid.Side * grid.Side;
        for (var cell = 0; cell < grid.Count; cell++)
        {
            var corner = (grid.Top + cell / grid.Columns * grid.Side) * width + grid.Left + cell % grid.Columns * grid.Side;
            // Counted from a pixel of the cell itself: a cell of one level has a deviation of exactly 0.
            var origin = gray[corner];
            var (sum, squares) = (0.0, 0.0);
            for (var row = 0; row < grid.Side; row++)
            {
                foreach (var value in gray.Slice(corner + row * width, grid.Side))
                {
                    var difference = value - origin;
                    sum += difference;
                    squares += difference * difference;
                }
            }

            features.Write(origin + sum / area);
            features.Write(Math.Sqrt(Math.Max(0, squares / area - sum / area * (sum / area))));
        }
    }
}
