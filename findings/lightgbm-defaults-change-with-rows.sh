#!/usr/bin/env bash
# ML.NET 5.0.1 with LightGBM 4.7.0: default settings at 100,000 and at 100,001 rows.
#
# Guess:   what is left out has LightGBM's own constant default, 31 leaves.
# Instead: ML.NET chooses by the number of rows: 20 leaves up to 100,000 rows and 30 above. The first tree
#          also spans a quarter more there with the leaves held at 20, so the learning rate changes too.
# Matters: a learning curve over the size of the training set has a step in it that the data did not make.
#          Leaves, rows per leaf and learning rate have to be set for a fair comparison.
# Date:    2026-11-28
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home"
export XDG_DATA_HOME="$work/home" DOTNET_CLI_TELEMETRY_OPTOUT=1
cd "$work"

cat > finding.cs <<'CS'
#:package Microsoft.ML@5.0.1
#:package Microsoft.ML.LightGbm@5.0.1
#:package LightGBM@4.7.0
#:property PublishAot=false
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

foreach (var count in new[] { 100_000, 100_001 })
{
    var random = new Random(1);
    var rows = Enumerable.Range(0, count).Select(_ =>
    {
        var (a, b) = (random.NextSingle(), random.NextSingle());
        return new Row { Features = [a, b], Label = MathF.Sin(20 * a) * MathF.Cos(15 * b) };
    }).ToArray();
    var byDefault = FirstTree(rows, leaves: null);
    var sameLeaves = FirstTree(rows, leaves: 20);
    Console.WriteLine(FormattableString.Invariant($"{count} rows: {byDefault.Count} leaves; with 20 leaves set, the first tree spans {sameLeaves.Max() - sameLeaves.Min():0.00}"));
}

static IReadOnlyList<double> FirstTree(Row[] rows, int? leaves)
{
    var context = new MLContext(1);
    var options = new LightGbmRegressionTrainer.Options { NumberOfThreads = 1, NumberOfIterations = 1, NumberOfLeaves = leaves };
    return context.Regression.Trainers.LightGbm(options).Fit(context.Data.LoadFromEnumerable(rows)).Model.TrainedTreeEnsemble.Trees[0].LeafValues;
}

internal sealed class Row
{
    public float Label { get; set; }

    [VectorType(2)]
    public float[] Features { get; set; } = [];
}
CS

cat > expected.txt <<'TEXT'
100000 rows: 20 leaves; with 20 leaves set, the first tree spans 0.28
100001 rows: 30 leaves; with 20 leaves set, the first tree spans 0.35
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
