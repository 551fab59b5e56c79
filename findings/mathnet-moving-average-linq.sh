#!/usr/bin/env bash
# MathNet.Numerics 5.0.0 with .NET 10's LINQ: the last element of a MovingAverage.
#
# Guess:   values.MovingAverage(4).Last() is the mean of the last four values.
# Instead: it is the last value. The average is made by a lambda with a memory, and LINQ, where it knows the
#          length, asks that lambda for the wanted element only; Skip and ElementAt do the same. Taken twice,
#          the same sequence differs: the second pass begins with what the first left in the window.
#          Through ToArray() first, all is right.
# Matters: a smoothed sensor value is the raw one, and nothing shows it.
# Date:    2026-11-28
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home"
export XDG_DATA_HOME="$work/home" DOTNET_CLI_TELEMETRY_OPTOUT=1
cd "$work"

cat > finding.cs <<'CS'
#:package MathNet.Numerics@5.0.0
#:property PublishAot=false
using System.Globalization;
using MathNet.Numerics.Statistics;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
double[] values = [1, 2, 3, 4, 5];
Console.WriteLine($"ToArray().Last() {values.MovingAverage(4).ToArray().Last()}");
Console.WriteLine($"Last() {values.MovingAverage(4).Last()}");
Console.WriteLine($"ElementAt(3) {values.MovingAverage(4).ElementAt(3)}");
Console.WriteLine($"Skip(3) {string.Join(" ", values.MovingAverage(4).Skip(3))}");
var average = values.MovingAverage(4);
Console.WriteLine($"first pass {string.Join(" ", average)}");
Console.WriteLine($"second pass {string.Join(" ", average)}");
CS

cat > expected.txt <<'TEXT'
ToArray().Last() 3.5
Last() 5
ElementAt(3) 4
Skip(3) 4 4.5
first pass 1 1.5 2 2.5 3.5
second pass 3.25 3 2.75 2.5 3.5
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
