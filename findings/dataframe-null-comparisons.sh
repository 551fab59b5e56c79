#!/usr/bin/env bash
# Microsoft.Data.Analysis 0.23.1: comparing and filtering a column that has nulls.
#
# Guess:   a missing value equals nothing and is less than nothing, as in SQL and pandas.
# Instead: comparisons take null for 0. Of 1, null, 3 'less than 2' keeps two rows, 'equals 0' finds the
#          null. Mean, Min and Max leave the null out, so the same column is read in two ways.
# Matters: a window that no sensor filled counts as a quiet one: 'power below 2 W' and 'latency equals 0'
#          count what was never measured.
# Date:    2026-11-28
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home"
export XDG_DATA_HOME="$work/home" DOTNET_CLI_TELEMETRY_OPTOUT=1
cd "$work"

cat > finding.cs <<'CS'
#:package Microsoft.Data.Analysis@0.23.1
#:property PublishAot=false
using Microsoft.Data.Analysis;

var power = new DoubleDataFrameColumn("power", new double?[] { 1, null, 3 });
var frame = new DataFrame(power);
Console.WriteLine($"rows with power < 2: {frame.Filter(power.ElementwiseLessThan(2)).Rows.Count}");
Console.WriteLine($"rows with power > -1: {frame.Filter(power.ElementwiseGreaterThan(-1)).Rows.Count}");
Console.WriteLine($"rows with power = 0: {frame.Filter(power.ElementwiseEquals(0)).Rows.Count}");
Console.WriteLine($"mean {power.Mean()}, minimum {power.Min()}, nulls {power.NullCount}");
CS

cat > expected.txt <<'TEXT'
rows with power < 2: 2
rows with power > -1: 3
rows with power = 0: 1
mean 2, minimum 1, nulls 1
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
