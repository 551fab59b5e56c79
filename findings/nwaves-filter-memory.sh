#!/usr/bin/env bash
# NWaves 0.9.6: ApplyTo of one filter on two recordings.
#
# Guess:   ApplyTo filters a whole signal, so the same signal gives the same result each time; Process is
#          there for streams.
# Instead: recursive filters (Butterworth, biquads, one pole, DC removal) go on from where the last ApplyTo
#          ended, and the second recording begins with the tail of the first. FIR filters start afresh, and
#          give back more samples than they got. Reset() in between restores the first result.
# Matters: one filter kept for all recordings carries one window or subject into the next, and results
#          depend on the order of the files.
# Date:    2026-11-28
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home"
export XDG_DATA_HOME="$work/home" DOTNET_CLI_TELEMETRY_OPTOUT=1
cd "$work"

cat > finding.cs <<'CS'
#:package NWaves@0.9.6
#:property PublishAot=false
using System.Globalization;
using NWaves.Filters;
using NWaves.Filters.Base;
using NWaves.Signals;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var step = new DiscreteSignal(100, Enumerable.Repeat(1f, 4));
var butterworth = new NWaves.Filters.Butterworth.LowPassFilter(0.1, 2);
Say("Butterworth", () => butterworth.ApplyTo(step), butterworth.Reset);
var removal = new DcRemovalFilter();
Say("DC removal", () => removal.ApplyTo(step), removal.Reset);
var fir = new FirFilter(new[] { 0.5, 0.5 });
Say("FIR", () => fir.ApplyTo(step), fir.Reset);

static void Say(string name, Func<DiscreteSignal> apply, Action reset)
{
    Console.WriteLine($"{name} first: {Text(apply())}");
    Console.WriteLine($"{name} second: {Text(apply())}");
    reset();
    Console.WriteLine($"{name} after Reset: {Text(apply())}");
}

static string Text(DiscreteSignal signal) => string.Join(" ", signal.Samples.Select(s => s.ToString("0.000")));
CS

cat > expected.txt <<'TEXT'
Butterworth first: 0.067 0.279 0.561 0.796
Butterworth second: 0.948 1.025 1.050 1.047
Butterworth after Reset: 0.067 0.279 0.561 0.796
DC removal first: 1.000 0.995 0.990 0.985
DC removal second: 0.980 0.975 0.970 0.966
DC removal after Reset: 1.000 0.995 0.990 0.985
FIR first: 0.500 1.000 1.000 1.000 0.500
FIR second: 0.500 1.000 1.000 1.000 0.500
FIR after Reset: 0.500 1.000 1.000 1.000 0.500
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
