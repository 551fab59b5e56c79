#!/usr/bin/env bash
# ML.NET 5.0.1: NormalizeRobustScaling and an outlier.
#
# Guess:   it subtracts the median and divides by the distance between the quartiles (25 and 75 by
#          default), so one outlier among a hundred values changes nothing for the rest.
# Instead: it divides by (maximum - minimum) x (75 - 25) / 100. The outlier squeezes all other values
#          together, just as with a plain scaling by minimum and maximum.
# Matters: features scaled this way because of spikes are flattened by the first spike.
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
var steps = Enumerable.Range(0, 101).Select(i => (float)i).ToArray();
Say("0 to 100", steps);
Say("0 to 99, and 100000", [.. steps[..100], 100_000]);

void Say(string name, float[] values)
{
    var rows = context.Data.LoadFromEnumerable(values.Select(v => new Row { X = v }));
    var scaler = context.Transforms.NormalizeRobustScaling("X").Fit(rows);
    var asked = context.Data.LoadFromEnumerable(new float[] { 25, 50, 75 }.Select(v => new Row { X = v }));
    var scaled = scaler.Transform(asked).GetColumn<float>("X");
    Console.WriteLine($"{name}: 25, 50, 75 become {string.Join(", ", scaled.Select(v => v.ToString("0.#####")))}");
}

internal sealed class Row
{
    public float X { get; set; }
}
CS

cat > expected.txt <<'TEXT'
0 to 100: 25, 50, 75 become -0.5, 0, 0.5
0 to 99, and 100000: 25, 50, 75 become -0.0005, 0, 0.0005
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
