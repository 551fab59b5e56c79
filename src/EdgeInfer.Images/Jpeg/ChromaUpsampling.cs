namespace EdgeInfer.Images.Jpeg;

/// <summary>
/// Interpolates a component that is sampled at every second pixel, as libjpeg does by default ('fancy upsampling', described in its
/// jdsample.c): a pixel takes three parts of the nearest sample and one of the next, along each axis; halves are rounded by turns.
/// JpegLibrary repeats the samples: its edges of colour lie a hundred levels from what networks elsewhere were trained on.
/// </summary>
internal static class ChromaUpsampling
{
    /// <summary>libjpeg repeats the samples of narrower components.</summary>
    private const int LeastColumns = 3;

    /// <param name="plane">Samples of the component, each repeated over its pixels; receives the interpolated ones.</param>
    /// <param name="frame">The picture's header.</param>
    /// <param name="component">Index of the component.</param>
    public static void Smooth(Span<byte> plane, JpegFrame frame, int component)
    {
        var spacing = frame.Spacing(component);
        var columns = (frame.Width + spacing.Horizontal - 1) / spacing.Horizontal;
        if (spacing is not ((1 or 2, 2) or (2, 1)) || (spacing.Horizontal == 2 && columns < LeastColumns))
            return;
        var samples = Samples(plane, frame, spacing);
        var rows = samples.Length / columns;
        for (var y = 0; y < frame.Height; y++)
        {
            var near = y / spacing.Vertical;
            var far = spacing.Vertical == 1 ? near : Math.Clamp(near + Side(y), 0, rows - 1);
            for (var x = 0; x < frame.Width; x++)
            {
                var column = x / spacing.Horizontal;
                var other = spacing.Horizontal == 1 ? column : Math.Clamp(column + Side(x), 0, columns - 1);
                int At(int row, int place) => samples[row * columns + place];
                plane[y * frame.Width + x] = (byte)(spacing switch
                {
                    (2, 1) => (3 * At(near, column) + At(near, other) + 1 + x % 2) / 4,
                    (1, 2) => (3 * At(near, column) + At(far, column) + 1 + y % 2) / 4,
                    _ => (3 * (3 * At(near, column) + At(far, column)) + 3 * At(near, other) + At(far, other) + 8 - x % 2) / 16,
                });
            }
        }
    }

    /// <summary>The first pixel of a sample leans towards the sample before, the second towards the one behind.</summary>
    private static int Side(int pixel) => pixel % 2 == 0 ? -1 : 1;

    private static byte[] Samples(ReadOnlySpan<byte> plane, JpegFrame frame, (int Horizontal, int Vertical) spacing)
    {
        var columns = (frame.Width + spacing.Horizontal - 1) / spacing.Horizontal;
        var rows = (frame.Height + spacing.Vertical - 1) / spacing.Vertical;
        var samples = new byte[columns * rows];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                samples[row * columns + column] = plane[row * spacing.Vertical * frame.Width + column * spacing.Horizontal];
        }

        return samples;
    }
}
