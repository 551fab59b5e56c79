using EdgeInfer.Core.Numerics;

namespace EdgeInfer.Core.Features.Images;

/// <summary>
/// Unsigned direction of a gradient among nine bins of 20 degrees, centred on 10, 30 ... 170 degrees; without the C
/// library's arctangent, which is not the same on every processor.
/// </summary>
internal static class Orientation
{
    public const int Bins = 9;

    private const int BinDegrees = 180 / Bins;
    private const int DegreesPerTurn = 360;
    private const double BinRadians = 0.349065850398865915;

    private static readonly double[] BoundaryCosine = Table(bin => PortableMath.CosineOfTurns(bin * BinDegrees, DegreesPerTurn));
    private static readonly double[] BoundarySine = Table(bin => PortableMath.SineOfTurns(bin * BinDegrees, DegreesPerTurn));
    private static readonly double[] CentreCosine = Table(bin => PortableMath.CosineOfTurns(Degrees(bin), DegreesPerTurn));
    private static readonly double[] CentreSine = Table(bin => PortableMath.SineOfTurns(Degrees(bin), DegreesPerTurn));

    /// <summary>Centre of a bin.</summary>
    public static int Degrees(int bin) => bin * BinDegrees + BinDegrees / 2;

    /// <param name="x">Gradient to the right; not both 0.</param>
    /// <param name="y">Gradient downwards.</param>
    /// <returns>The bin, the neighbour that the vote is shared with, and the neighbour's share, 0 to 0.5.</returns>
    public static (int Bin, int Neighbour, double Share) Of(double x, double y)
    {
        if (y < 0 || (y == 0 && x < 0))
            (x, y) = (-x, -y);
        var bin = 0;
        for (var boundary = 1; boundary < Bins; boundary++)
            bin += BoundaryCosine[boundary] * y - BoundarySine[boundary] * x >= 0 ? 1 : 0;
        var (cosine, sine) = (CentreCosine[bin], CentreSine[bin]);
        var offset = SmallArctangent((cosine * y - sine * x) / (cosine * x + sine * y)) / BinRadians;
        return offset < 0
            ? (bin, (bin + Bins - 1) % Bins, -offset)
            : (bin, (bin + 1) % Bins, offset);
    }

    /// <summary>Within 1e-12 up to the tangent of half a bin, 0.176.</summary>
    private static double SmallArctangent(double tangent)
    {
        var square = tangent * tangent;
        var series = 1.0 / 13;
        series = 1.0 / 11 - square * series;
        series = 1.0 / 9 - square * series;
        series = 1.0 / 7 - square * series;
        series = 1.0 / 5 - square * series;
        series = 1.0 / 3 - square * series;
        return tangent * (1 - square * series);
    }

    private static double[] Table(Func<int, double> of) => [.. Enumerable.Range(0, Bins).Select(of)];
}
