namespace EdgeInfer.Evaluation.Groups;

/// <summary>
/// Logarithm of the gamma function for positive arguments: Stirling's series (NIST Digital Library of Mathematical
/// Functions 5.11.1) from 10 up, reached by the recurrence (5.5.1); relative error below 1e-14.
/// </summary>
internal static class LogGamma
{
    private const double StartOfSeries = 10;

    // B_2k / (2k (2k - 1)), k = 1 to 7.
    private static readonly double[] Coefficients =
        [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156];

    public static double Of(double x)
    {
        var product = 1.0;
        while (x < StartOfSeries)
            product *= x++;
        var sum = 0.0;
        var power = 1 / x;
        foreach (var coefficient in Coefficients)
        {
            sum += coefficient * power;
            power /= x * x;
        }
        return (x - 0.5) * Math.Log(x) - x + 0.5 * Math.Log(2 * Math.PI) + sum - Math.Log(product);
    }
}
