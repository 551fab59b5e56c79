#!/usr/bin/env bash
# ONNX Runtime 1.31.1, MathNet.Numerics 5.0.0, NWaves 0.9.6: the Hamming window of five points.
#
# Guess:   Hamming's window is 0.54 - 0.46 cos, so its ends are 0.08 everywhere.
# Instead: there are three. NWaves has 0.08; MathNet has 0.0767 (0.53836 - 0.46164 cos); the ONNX operator
#          HammingWindow has 0.0870 (25/46 - 21/46 cos).
# Matters: features that were computed on the host with one library and in the exported model by the operator
#          differ by up to 0.7 % of full scale at every edge, which no test of shapes shows.
# Date:    2026-11-28
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home"
export XDG_DATA_HOME="$work/home" DOTNET_CLI_TELEMETRY_OPTOUT=1 ORT_DISABLE_TELEMETRY=1
cd "$work"

cat > finding.cs <<'CS'
#:package Microsoft.ML.OnnxRuntime@1.31.1
#:package MathNet.Numerics@5.0.0
#:package NWaves@0.9.6
#:property PublishAot=false
using System.Globalization;
using System.Text;
using Microsoft.ML.OnnxRuntime;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Say("NWaves", NWaves.Windows.Window.OfType(NWaves.Windows.WindowType.Hamming, 5).Select(v => (double)v));
Say("MathNet", MathNet.Numerics.Window.Hamming(5));
using var session = new InferenceSession(HammingModel());
using var results = session.Run([]);
Say("ONNX", results[0].AsTensor<float>().Select(v => (double)v));

static void Say(string name, IEnumerable<double> window) =>
    Console.WriteLine($"{name}: {string.Join(" ", window.Select(v => v.ToString("0.0000")))}");

// A graph of one node, written by field numbers of onnx.proto: y = HammingWindow(size), not periodic.
static byte[] HammingModel()
{
    var size = Field(5, [.. Number(2, 7), .. Number(7, 5), .. Text(8, "size")]);
    var node = Field(1, [.. Text(1, "size"), .. Text(2, "y"), .. Text(4, "HammingWindow"), .. Field(5, [.. Text(1, "periodic"), .. Number(3, 0), .. Number(20, 2)])]);
    var output = Field(12, [.. Text(1, "y"), .. Field(2, Field(1, Number(1, 1)))]);
    return [.. Number(1, 8), .. Field(7, [.. node, .. Text(2, "g"), .. size, .. output]), .. Field(8, Number(2, 17))];
}

static byte[] Number(int field, byte value) => [.. Tag(field, 0), value];
static byte[] Text(int field, string value) => Field(field, Encoding.UTF8.GetBytes(value));
static byte[] Field(int field, byte[] content) => [.. Tag(field, 2), (byte)content.Length, .. content];
static byte[] Tag(int field, int type)
{
    var tag = (field << 3) | type;
    return tag < 128 ? [(byte)tag] : [(byte)(tag | 128), (byte)(tag >> 7)];
}
CS

cat > expected.txt <<'TEXT'
NWaves: 0.0800 0.5400 1.0000 0.5400 0.0800
MathNet: 0.0767 0.5384 1.0000 0.5384 0.0767
ONNX: 0.0870 0.5435 1.0000 0.5435 0.0870
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
