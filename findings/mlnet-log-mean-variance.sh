#!/usr/bin/env bash
# ML.NET 5.0.1: NormalizeLogMeanVariance with useCdf: false.
#
# Guess:   (ln x - mean of ln x) / deviation of ln x.
# Instead: (x - mean of ln x) / deviation of ln x: the logarithm is taken in training and not in use.
#          1, 10, 100, 1000 become -0.95, 2.54, 37.5, 387 instead of -1.34, -0.45, 0.45, 1.34.
# Matters: what spans decades still spans decades, and a linear model or k-means on it sees nothing but
#          the largest values.
# Date:    2026-11-28
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home"
export XDG_DATA_HOME="$work/home" DOTNET_CLI_TELEMETRY_OPTOUT=1
cd "$work"

cat > finding.cs <<'CS'
#:package Microsoft.ML@5.0.1
#:property PublishAot=false
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var context = new MLContext(1);
float[] values = [1, 10, 100, 1000];
var rows = context.Data.LoadFromEnumerable(values.Select(v => new Row { X = v }));
var seen = context.Transforms.NormalizeLogMeanVariance("X", useCdf: false).Fit(rows).Transform(rows);
var column = seen.GetColumn<float>("X").ToArray();

var logs = values.Select(v => Math.Log(v)).ToArray();
var mean = logs.Average();
var deviation = Math.Sqrt(logs.Average(l => (l - mean) * (l - mean)));
Console.WriteLine("ML.NET:                    " + Text(column.Select(v => (double)v)));
Console.WriteLine("(ln x - mean) / deviation: " + Text(logs.Select(l => (l - mean) / deviation)));
Console.WriteLine("(x - mean) / deviation:    " + Text(values.Select(v => (v - mean) / deviation)));

static string Text(IEnumerable<double> numbers) => string.Join(", ", numbers.Select(v => v.ToString("0.00")));

internal sealed class Row
{
    public float X { get; set; }
}
CS

cat > expected.txt <<'TEXT'
ML.NET:                    -0.95, 2.54, 37.50, 387.10
(ln x - mean) / deviation: -1.34, -0.45, 0.45, 1.34
(x - mean) / deviation:    -0.95, 2.54, 37.50, 387.10
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
