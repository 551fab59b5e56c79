using EdgeInfer.Core.Windows;

namespace EdgeInfer.Core.Tests.Features.Images;

/// <summary>Histograms of oriented gradients as the paper's text says, with angles in degrees and no tables.</summary>
internal static class TextbookHog
{
    public static double[] Of(FrameShape frame, float[] values, int side)
    {
        var (columns, rows) = (frame.Width / side, frame.Height / side);
        var (left, top) = ((frame.Width - columns * side) / 2, (frame.Height - rows * side) / 2);
        var cells = new double[rows, columns, 9];
        for (var y = 0; y < frame.Height; y++)
        {
            for (var x = 0; x < frame.Width; x++)
            {
                var (dx, dy) = Gradient(frame, values, x, y);
                var size = Math.Sqrt(dx * dx + dy * dy);
                var degrees = (Math.Atan2(dy, dx) * 180 / Math.PI + 360) % 180;
                for (var row = 0; row < rows; row++)
                {
                    for (var column = 0; column < columns; column++)
                    {
                        var near = Tent((y - top + 0.5) / side - (row + 0.5)) * Tent((x - left + 0.5) / side - (column + 0.5));
                        for (var bin = 0; near > 0 && bin < 9; bin++)
                        {
                            var apart = Math.Abs(degrees - (20 * bin + 10));
                            cells[row, column, bin] += near * Tent(Math.Min(apart, 180 - apart) / 20) * size / (side * side);
                        }
                    }
                }
            }
        }

        var features = new List<double>();
        for (var row = 0; row + 1 < rows; row++)
        {
            for (var column = 0; column + 1 < columns; column++)
            {
                double[] block = [.. from r in new[] { row, row + 1 }
                    from c in new[] { column, column + 1 }
                    from bin in Enumerable.Range(0, 9)
                    select cells[r, c, bin]];
                var length = Math.Sqrt(block.Sum(v => v * v) + 1);
                double[] clipped = [.. block.Select(v => Math.Min(v / length, 0.2))];
                var again = Math.Sqrt(clipped.Sum(v => v * v));
                features.AddRange(clipped.Select(v => again == 0 ? 0 : v / again));
            }
        }

        return [.. features];
    }

    private static (double X, double Y) Gradient(FrameShape frame, float[] values, int x, int y)
    {
        return Enumerable.Range(0, frame.Channels.Count)
            .Select(channel => (
                X: (double)At(channel, x + 1, y) - At(channel, x - 1, y),
                Y: (double)At(channel, x, y + 1) - At(channel, x, y - 1)))
            .MaxBy(gradient => gradient.X * gradient.X + gradient.Y * gradient.Y);

        float At(int channel, int column, int row) => values[
            channel * frame.PixelCount + Math.Clamp(row, 0, frame.Height - 1) * frame.Width + Math.Clamp(column, 0, frame.Width - 1)];
    }

    private static double Tent(double distance) => Math.Max(0, 1 - Math.Abs(distance));
}
