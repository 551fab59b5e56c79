#!/usr/bin/env bash
# NWaves 0.9.6: saving a signal whose peak is 1.0 as a WAVE file of 16 bits.
#
# Guess:   1.0 is full scale and is written as 32767; what lies above is clipped.
# Instead: 1.0 is written as -32768: the sample changes its sign. 1.5 becomes -0.5. Files of 8 bits wrap as
#          well; those of 24 bits clip. NormalizeMax makes the peak exactly 1.0, so the peak of every
#          normalised recording becomes a click, unless it lies below zero.
# Matters: a recording kept as audio holds impulses that no machine made, and impulses are what features
#          for bearings look for.
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
using NWaves.Audio;
using NWaves.Signals;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var signal = new DiscreteSignal(8000, [0.25f, 2, 1, -2]);
signal.NormalizeMax();
Console.WriteLine($"normalised: {string.Join(" ", signal.Samples)}");
foreach (short bits in new short[] { 8, 16, 24 })
{
    using var file = new MemoryStream();
    new WaveFile(signal, bits).SaveTo(file);
    file.Position = 0;
    var back = new WaveFile(file)[Channels.Left].Samples;
    Console.WriteLine($"{bits} bits: {string.Join(" ", back.Select(s => s.ToString("0.000")))}");
}
CS

cat > expected.txt <<'TEXT'
normalised: 0.125 1 0.5 -1
8 bits: 0.125 -1.000 0.500 -1.000
16 bits: 0.125 -1.000 0.500 -1.000
24 bits: 0.125 1.000 0.500 -1.000
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
