namespace EdgeInfer.Trees.Explanations;

/// <summary>
/// Gauss and Legendre's quadrature over 0 to 1: with n points exact for every polynomial of degree up to 2 n - 1. Points
/// are the zeros of Legendre's polynomial, by Newton's method from Tricomi's estimate (Abramowitz and Stegun 1964,
/// 22.16.6, 25.4.29).
/// </summary>
internal static class GaussLegendre
{
    private const int NewtonSteps = 8;

    /// <param name="points">Receives the points, falling.</param>
    /// <param name="rests">Receives 1 less each point, to full precision.</param>
    /// <param name="weights">Receives the weights, all above 0; their sum is 1.</param>
    public static void Rule(Span<double> points, Span<double> rests, Span<double> weights)
    {
        var count = points.Length;
        for (var index = 0; index < count; index++)
        {
            var x = Math.Cos(Math.PI * (index + 0.75) / (count + 0.5));
            var slope = 0.0;
            for (var step = 0; step < NewtonSteps; step++)
            {
                (var value, slope) = Legendre(count, x);
                x -= value / slope;
            }

            points[index] = (1 + x) / 2;
            rests[index] = (1 - x) / 2;
            weights[index] = 1 / ((1 - x) * (1 + x) * slope * slope);
        }
    }

    /// <summary>Legendre's polynomial and its derivative, by recurrence.</summary>
    private static (double Value, double Slope) Legendre(int degree, double x)
    {
        var (before, value) = (1.0, x);
        for (var n = 2; n <= degree; n++)
            (before, value) = (value, (((2 * n) - 1) * x * value - ((n - 1) * before)) / n);
        return (value, degree * (before - x * value) / ((1 - x) * (1 + x)));
    }
}
