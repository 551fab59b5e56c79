#!/usr/bin/env bash
# ML.NET 5.0.1: FastTree and LightGBM regression on very few rows.
#
# Guess:   with too few rows for a split, both answer the mean of the training targets.
# Instead: LightGBM answers the mean (about 100 here). FastTree answers 0: its trees start at 0, not at the
#          mean, and a leaf needs 10 rows, so below 20 rows no tree grows. No warning. With 20 rows and more
#          it learns.
# Matters: at the small end of a learning curve FastTree looks absurdly bad for a reason that is no lack of
#          knowledge, and regression on a short recording predicts 0 for all.
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
#:package Microsoft.ML.LightGbm@5.0.1
#:package LightGBM@4.7.0
#:property PublishAot=false
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
foreach (var count in new[] { 19, 20 })
{
    var context = new MLContext(1);
    var rows = context.Data.LoadFromEnumerable(Enumerable.Range(0, count)
        .Select(i => new Row { Features = [i], Label = i < count / 2 ? 99 : 101 }));
    var trainers = context.Regression.Trainers;
    Say($"FastTree on {count} rows", trainers.FastTree(), rows);
    Say($"LightGBM on {count} rows", trainers.LightGbm(), rows);
}

static void Say<T>(string name, IEstimator<T> trainer, IDataView rows)
    where T : class, ITransformer
{
    var scores = trainer.Fit(rows).Transform(rows).GetColumn<float>("Score").ToArray();
    Console.WriteLine($"{name}: predictions from {scores.Min():0.0} to {scores.Max():0.0}");
}

internal sealed class Row
{
    public float Label { get; set; }

    [VectorType(1)]
    public float[] Features { get; set; } = [];
}
CS

cat > expected.txt <<'TEXT'
FastTree on 19 rows: predictions from 0.0 to 0.0
LightGBM on 19 rows: predictions from 100.1 to 100.1
FastTree on 20 rows: predictions from 99.0 to 101.0
LightGBM on 20 rows: predictions from 100.0 to 100.0
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
