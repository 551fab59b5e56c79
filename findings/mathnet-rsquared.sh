#!/usr/bin/env bash
# MathNet.Numerics 5.0.0: GoodnessOfFit.RSquared, beside ML.NET 5.0.1's RSquared.
#
# Guess:   both are 1 - (squared errors / squared deviations), so wrong predictions score low.
# Instead: MathNet's is the squared correlation of the two series. Predictions that are twice the truth
#          plus ten, or its negative, have an RSquared of 1. ML.NET's, of the same name, is -84.5 and -21.
#          What ML.NET calls so is MathNet's CoefficientOfDetermination.
# Matters: a regression with a wrong gain, offset or sign passes as perfect, and two reports that both
#          say 'R squared' can't be compared.
# Date:    2026-11-28
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home"
export XDG_DATA_HOME="$work/home" DOTNET_CLI_TELEMETRY_OPTOUT=1
cd "$work"

cat > finding.cs <<'CS'
#:package MathNet.Numerics@5.0.0
#:package Microsoft.ML@5.0.1
#:property PublishAot=false
using System.Globalization;
using MathNet.Numerics;
using Microsoft.ML;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
double[] truth = [1, 2, 3, 4, 5];
Say("truth", x => x);
Say("2 x truth + 10", x => (2 * x) + 10);
Say("-truth", x => -x);

void Say(string name, Func<double, double> predict)
{
    var predicted = truth.Select(predict).ToArray();
    var context = new MLContext(1);
    var rows = context.Data.LoadFromEnumerable(truth.Zip(predicted, (t, p) => new Row { Label = (float)t, Score = (float)p }));
    Console.WriteLine(FormattableString.Invariant(
        $"{name}: MathNet RSquared {GoodnessOfFit.RSquared(predicted, truth):0.###}, CoefficientOfDetermination {GoodnessOfFit.CoefficientOfDetermination(predicted, truth):0.###}, ML.NET RSquared {context.Regression.Evaluate(rows).RSquared:0.###}"));
}

internal sealed class Row
{
    public float Label { get; set; }
    public float Score { get; set; }
}
CS

cat > expected.txt <<'TEXT'
truth: MathNet RSquared 1, CoefficientOfDetermination 1, ML.NET RSquared 1
2 x truth + 10: MathNet RSquared 1, CoefficientOfDetermination -84.5, ML.NET RSquared -84.5
-truth: MathNet RSquared 1, CoefficientOfDetermination -21, ML.NET RSquared -21
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
