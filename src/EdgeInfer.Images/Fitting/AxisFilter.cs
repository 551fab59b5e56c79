namespace EdgeInfer.Images.Fitting;

/// <summary>
/// The weights by which the pixels of one axis become those of a shorter or longer one: a triangle, as wide as two source pixels where
/// the axis grows and as two target pixels where it shrinks, so that every source pixel counts. This is bilinear resizing
/// with anti-aliasing, as Pillow's BILINEAR and torchvision's <c>antialias=True</c> do it.
/// </summary>
internal sealed class AxisFilter
{
    private readonly int[] _first;
    private readonly double[][] _weights;

    private AxisFilter(int[] first, double[][] weights) => (_first, _weights) = (first, weights);

    /// <param name="source">Pixels of the axis.</param>
    /// <param name="from">Start of the part that is taken, in pixels from the axis' start.</param>
    /// <param name="size">Length of that part, in pixels.</param>
    /// <param name="target">Pixels wanted.</param>
    public static AxisFilter Of(int source, double from, double size, int target)
    {
        var (first, weights) = (new int[target], new double[target][]);
        var scale = size / target;
        var reach = Math.Max(scale, 1);
        for (var i = 0; i < target; i++)
        {
            var center = from + (i + 0.5) * scale;
            first[i] = Math.Max((int)(center - reach + 0.5), 0);
            var end = Math.Min((int)(center + reach + 0.5), source);
            weights[i] = Triangle(first[i], end, center, reach);
        }

        return new AxisFilter(first, weights);
    }

    /// <summary>One target pixel, summed in double from the first source pixel to the last: every processor gives the same bits.</summary>
    /// <param name="target">Index of the target pixel.</param>
    /// <param name="values">Values of the axis.</param>
    /// <param name="stride">Places from one value of the axis to the next.</param>
    public float Apply(int target, ReadOnlySpan<float> values, int stride)
    {
        var (sum, at) = (0.0, _first[target] * stride);
        foreach (var weight in _weights[target])
        {
            sum += weight * values[at];
            at += stride;
        }

        return (float)sum;
    }

    private static double[] Triangle(int first, int end, double center, double reach)
    {
        var weights = new double[end - first];
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = Math.Max(0, 1 - Math.Abs(first + i + 0.5 - center) / reach);
            sum += weights[i];
        }

        for (var i = 0; i < weights.Length; i++)
            weights[i] /= sum;
        return weights;
    }
}
