#!/usr/bin/env bash
# MathNet.Numerics 5.0.0: quantiles of Student's t distribution far out.
#
# Guess:   StudentT.InvCDF gives a number for every probability between 0 and 1, as CDF does the other way.
# Instead: it looks for the root between -800 and +800 and throws NonConvergenceException beyond. With one degree of
#          freedom that begins at 0.9996, with two at 0.99999922. The beta distribution, of which t is a transform,
#          gives the same quantile without trouble.
# Matters: an interval over two or three groups with Bonferroni's correction, or at a late look of a sequential test, ends
#          in an exception, for some numbers of comparisons only.
# Date:    2026-11-28
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home"
export XDG_DATA_HOME="$work/home" DOTNET_CLI_TELEMETRY_OPTOUT=1
cd "$work"

cat > finding.cs <<'CS'
#:package MathNet.Numerics@5.0.0
#:property PublishAot=false
using System.Globalization;
using MathNet.Numerics.Distributions;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
foreach (var (degrees, probability) in new[] { (1, 0.9995), (1, 0.9997), (2, 0.999999), (2, 0.9999999) })
    Console.WriteLine($"{degrees} degrees, {probability}: {Quantile(degrees, probability)}, by the beta distribution {ByBeta(degrees, probability):0}");

static string Quantile(int degrees, double probability)
{
    try
    {
        return StudentT.InvCDF(0, 1, degrees, probability).ToString("0");
    }
    catch (Exception error)
    {
        return error.GetType().Name;
    }
}

// 2 * P(T > t) is the regularised incomplete beta function of n / (n + t^2) with n / 2 and 1 / 2.
static double ByBeta(int degrees, double probability)
{
    var x = Beta.InvCDF(degrees / 2.0, 0.5, 2 * (1 - probability));
    return Math.Sqrt(degrees * (1 - x) / x);
}
CS

cat > expected.txt <<'TEXT'
1 degrees, 0.9995: 637, by the beta distribution 637
1 degrees, 0.9997: NonConvergenceException, by the beta distribution 1061
2 degrees, 0.999999: 707, by the beta distribution 707
2 degrees, 0.9999999: NonConvergenceException, by the beta distribution 2236
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
