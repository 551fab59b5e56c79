#!/usr/bin/env bash
# ML.NET 5.0.1: AreaUnderPrecisionRecallCurve of a model that cannot tell rows apart.
#
# Guess:   a model with one score for all rows has the share of positives, .5 here, whatever the order.
# Instead: rows of equal score are taken in the order of the file. A constant model has 1.0 where the
#          positives come first, and .31 where they come last. AreaUnderRocCurve is .5 in both cases.
# Matters: recordings are mostly sorted by label, and trees with few leaves give many equal scores: the
#          figure then measures the order of the files.
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

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var context = new MLContext(1);
Say("positives first", i => i < 50);
Say("positives last", i => i >= 50);

void Say(string name, Func<int, bool> label)
{
    var rows = context.Data.LoadFromEnumerable(Enumerable.Range(0, 100).Select(i => new Row { Label = label(i), Score = 1, PredictedLabel = true }));
    var figures = context.BinaryClassification.EvaluateNonCalibrated(rows);
    Console.WriteLine($"{name}: precision-recall {figures.AreaUnderPrecisionRecallCurve:0.00}, ROC {figures.AreaUnderRocCurve:0.00}");
}

internal sealed class Row
{
    public bool Label { get; set; }
    public float Score { get; set; }
    public bool PredictedLabel { get; set; }
}
CS

cat > expected.txt <<'TEXT'
positives first: precision-recall 1.00, ROC 0.50
positives last: precision-recall 0.31, ROC 0.50
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
