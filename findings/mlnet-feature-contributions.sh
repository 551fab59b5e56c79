#!/usr/bin/env bash
# ML.NET 5.0.1: CalculateFeatureContribution with its defaults.
#
# Guess:   each row gets a contribution for every feature, in the unit of the score, as SHAP values are.
# Instead: only the ten largest above zero and the ten largest below are kept, the others are set to 0;
#          then each row is divided by its own largest. Of 30 features that all count equally 20 are left,
#          and the largest is 1 in every row. Sizes can't be compared between rows.
# Matters: averaged over windows such figures rank features wrongly, and 'no contribution' may mean 'cut off'.
#          normalize: false and two counts as large as the number of features give the plain values.
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
var random = new Random(1);
var context = new MLContext(1);
var rows = context.Data.LoadFromEnumerable(Enumerable.Range(0, 1000).Select(_ =>
{
    var features = Enumerable.Range(0, 30).Select(_ => random.NextSingle()).ToArray();
    return new Row { Features = features, Label = features.Sum() };
}).ToArray());
var model = context.Regression.Trainers.FastTree(numberOfTrees: 50).Fit(rows);
var scored = context.Data.TakeRows(model.Transform(rows), 100);
Say("defaults", context.Transforms.CalculateFeatureContribution(model));
Say("30, 30, normalize: false", context.Transforms.CalculateFeatureContribution(model, 30, 30, normalize: false));

void Say<T>(string name, IEstimator<T> estimator)
    where T : class, ITransformer
{
    var all = estimator.Fit(scored).Transform(scored).GetColumn<float[]>("FeatureContributions").ToArray();
    var largest = all.Select(row => row.Max(MathF.Abs)).ToArray();
    Console.WriteLine($"{name}: at most {all.Max(row => row.Count(v => v != 0))} of 30 features kept, largest of a row the same in all rows: {largest.Max() - largest.Min() < 1e-4}");
}

internal sealed class Row
{
    public float Label { get; set; }

    [VectorType(30)]
    public float[] Features { get; set; } = [];
}
CS

cat > expected.txt <<'TEXT'
defaults: at most 20 of 30 features kept, largest of a row the same in all rows: True
30, 30, normalize: false: at most 30 of 30 features kept, largest of a row the same in all rows: False
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
