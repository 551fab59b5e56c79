#!/usr/bin/env bash
# ML.NET 5.0.1: where GAM and FastTree, trainers of one package, send a missing value.
#
# Guess:   both treat NaN alike, as a value of its own or as an unknown.
# Instead: GAM takes NaN for the lowest value of the feature, FastTree sends it right at every split, as the
#          highest. With y = 10 x one answers about 0 for NaN and the other about 10.
# Matters: the two families of one comparison answer a dead channel with opposite extremes, each without a
#          sign of doubt.
# Date:    2026-11-28
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home"
export XDG_DATA_HOME="$work/home" DOTNET_CLI_TELEMETRY_OPTOUT=1
cd "$work"

cat > finding.cs <<'CS'
#:package Microsoft.ML@5.0.1
#:package Microsoft.ML.FastTree@5.0.1
#:property PublishAot=false
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var context = new MLContext(1);
var rows = context.Data.LoadFromEnumerable(Enumerable.Range(0, 1000).Select(i => new Row { Features = [i / 1000f], Label = i / 100f }));
var asked = context.Data.LoadFromEnumerable(new[] { 0, 0.5f, 1, float.NaN }.Select(x => new Row { Features = [x] }));
Say("GAM", context.Regression.Trainers.Gam());
Say("FastTree", context.Regression.Trainers.FastTree());

void Say<T>(string name, IEstimator<T> trainer)
    where T : class, ITransformer
{
    var scores = trainer.Fit(rows).Transform(asked).GetColumn<float>("Score");
    Console.WriteLine($"{name}: 0, 0.5, 1, NaN give {string.Join(", ", scores.Select(s => s.ToString("0")))}");
}

internal sealed class Row
{
    public float Label { get; set; }

    [VectorType(1)]
    public float[] Features { get; set; } = [];
}
CS

cat > expected.txt <<'TEXT'
GAM: 0, 0.5, 1, NaN give 0, 5, 10, 0
FastTree: 0, 0.5, 1, NaN give 0, 5, 10, 10
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
