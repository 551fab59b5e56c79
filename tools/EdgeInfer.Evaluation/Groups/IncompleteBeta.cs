namespace EdgeInfer.Evaluation.Groups;

/// <summary>
/// Regularised incomplete beta function I_x(a, b) by its continued fraction (NIST Digital Library of Mathematical
/// Functions 8.17.22), evaluated by the modified Lentz algorithm (Thompson and Barnett 1986).
/// </summary>
internal static class IncompleteBeta
{
    // The fraction converges in O(sqrt(max(a, b))) steps: 10,000 serve up to millions of degrees of freedom.
    private const int MaximumSteps = 10_000;
    private const double Smallest = 1e-300;
    private const double Precision = 1e-16;

    /// <param name="a">First shape, above 0.</param>
    /// <param name="b">Second shape, above 0.</param>
    /// <param name="x">Argument, 0 to 1.</param>
    public static double Regularized(double a, double b, double x)
    {
        if (x <= 0)
            return 0;
        if (x >= 1)
            return 1;
        // The fraction converges fast below the mean; above it the symmetry I_x(a, b) = 1 - I_(1-x)(b, a) helps.
        return x < (a + 1) / (a + b + 2)
            ? Front(a, b, x) * Fraction(a, b, x) / a
            : 1 - Front(b, a, 1 - x) * Fraction(b, a, 1 - x) / b;
    }

    private static double Front(double a, double b, double x) => Math.Exp(
        LogGamma.Of(a + b) - LogGamma.Of(a) - LogGamma.Of(b) + a * Math.Log(x) + b * Math.Log(1 - x));

    private static double Fraction(double a, double b, double x)
    {
        var c = 1.0;
        var d = Inverse(1 - (a + b) * x / (a + 1));
        var product = d;
        for (var m = 1; m <= MaximumSteps; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            Step(even, ref c, ref d, ref product);
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            if (Math.Abs(Step(odd, ref c, ref d, ref product) - 1) < Precision)
                break;
        }
        return product;
    }

    private static double Step(double coefficient, ref double c, ref double d, ref double product)
    {
        d = Inverse(1 + coefficient * d);
        c = AwayFromZero(1 + coefficient / c);
        product *= c * d;
        return c * d;
    }

    private static double Inverse(double value) => 1 / AwayFromZero(value);

    private static double AwayFromZero(double value) => Math.Abs(value) < Smallest ? Smallest : value;
}
