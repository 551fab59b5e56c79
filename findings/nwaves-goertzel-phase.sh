#!/usr/bin/env bash
# NWaves 0.9.6: Goertzel's magnitude of a tone.
#
# Guess:   Goertzel gives what the FFT gives at one bin: 32 for a tone of amplitude 1 in 64 samples,
#          whatever its phase.
# Instead: the magnitude depends on the phase. At bin 8 a sine gives 34.6 and a cosine 0; at bin 24 a sine
#          gives 83.6. The FFT of the same library gives 32 each time. Other bins are 0, as they should be.
# Matters: whoever watches one fault frequency with it sees a steady vibration come and go, and may see
#          none at all.
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
using NWaves.Transforms;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int size = 64;
foreach (var bin in new[] { 8, 24 })
{
    foreach (var (name, phase) in new[] { ("sine", 0), ("45 degrees", Math.PI / 4), ("cosine", Math.PI / 2) })
    {
        var tone = Enumerable.Range(0, size).Select(i => (float)Math.Sin((2 * Math.PI * bin * i / size) + phase)).ToArray();
        var spectrum = new float[(size / 2) + 1];
        new RealFft(size).MagnitudeSpectrum(tone, spectrum);
        Console.WriteLine($"bin {bin}, {name}: Goertzel {new Goertzel(size).Direct(tone, bin).Magnitude:0.0}, FFT {spectrum[bin]:0.0}");
    }
}
CS

cat > expected.txt <<'TEXT'
bin 8, sine: Goertzel 34.6, FFT 32.0
bin 8, 45 degrees: Goertzel 24.5, FFT 32.0
bin 8, cosine: Goertzel 0.0, FFT 32.0
bin 24, sine: Goertzel 83.6, FFT 32.0
bin 24, 45 degrees: Goertzel 59.1, FFT 32.0
bin 24, cosine: Goertzel 0.0, FFT 32.0
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
