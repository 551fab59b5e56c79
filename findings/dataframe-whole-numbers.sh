#!/usr/bin/env bash
# Microsoft.Data.Analysis 0.23.1: whole numbers read from CSV, and sums of narrow columns.
#
# Guess:   a column of whole numbers is read as long; a sum is as wide as it needs to be.
# Instead: LoadCsv guesses float for every number. Times in Unix ms lie 131,072 ms apart there, so two
#          samples 40 ms apart get one time; id 16777217 becomes 16777216. Sum is as wide as the column
#          and wraps: the bytes 200 and 100 give 44, and Mean, which divides that sum, 22, below both;
#          Median, in the same class, says 150.
# Matters: telemetry loaded for a look at it loses its order, and its means are wrong in silence.
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
using System.Globalization;
using Microsoft.Data.Analysis;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var frame = DataFrame.LoadCsvFromString("ts,id\n1764345678901,16777217\n1764345678941,16777218\n");
foreach (var column in frame.Columns)
{
    Console.WriteLine($"{column.Name}: {column.DataType.Name}, {string.Join(", ", column.Cast<object>().Select(v => Convert.ToDouble(v).ToString("0")))}");
}

var levels = new ByteDataFrameColumn("levels", new byte[] { 200, 100 });
Console.WriteLine($"bytes 200, 100: sum {levels.Sum()}, mean {levels.Mean()}, median {levels.Median()}");
var counts = new Int32DataFrameColumn("counts", new[] { int.MaxValue, 1 });
Console.WriteLine($"ints 2147483647, 1: sum {counts.Sum()}, mean {counts.Mean()}");
CS

cat > expected.txt <<'TEXT'
ts: Single, 1764345643008, 1764345643008
id: Single, 16777216, 16777218
bytes 200, 100: sum 44, mean 22, median 150
ints 2147483647, 1: sum -2147483648, mean -1073741824
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
