#!/usr/bin/env bash
# MathNet.Numerics 5.0.0: MovingStatistics after a broken reading has left the window.
#
# Guess:   a window of four values depends on these four values only.
# Instead: mean and variance are carried on by differences, and the past stays in them for good. After one
#          glitch of 1e17 the mean and the variance of .1, .2, .3, .4 are 0. After one NaN or infinite value
#          in a full window the mean recovers, but every later variance is twice what it should be.
# Matters: one broken reading of a sensor falsifies a running baseline or threshold until the process
#          restarts, and the result is a plausible number.
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
using MathNet.Numerics.Statistics;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
double[] window = [0.1, 0.2, 0.3, 0.4];
Console.WriteLine($"the window itself: mean {window.Mean():0.####}, variance {window.Variance():0.####}");
foreach (var reading in new[] { 0.5, 1e17, double.NaN, double.PositiveInfinity })
{
    var moving = new MovingStatistics(window.Length);
    double[] before = [.. window, reading, .. window, .. window, .. window];
    foreach (var value in before)
    {
        moving.Push(value);
    }

    Console.WriteLine($"twelve values after {reading}: mean {moving.Mean:0.####}, variance {moving.Variance:0.####}");
}
CS

cat > expected.txt <<'TEXT'
the window itself: mean 0.25, variance 0.0167
twelve values after 0.5: mean 0.25, variance 0.0167
twelve values after 1E+17: mean 0, variance 0
twelve values after NaN: mean 0.25, variance 0.0333
twelve values after Infinity: mean 0.25, variance 0.0333
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
