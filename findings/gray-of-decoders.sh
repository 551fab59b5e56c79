#!/usr/bin/env bash
# SkiaSharp 2.88.9, StbImageSharp 2.30.16: one colour PNG read as gray.
#
# Guess:   gray is 0.299 R + 0.587 G + 0.114 B, so pure red is 76 everywhere.
# Instead: StbImageSharp has that (76, 149, 28). SkiaSharp has weights of BT.709 (53, 182, 18), and puts
#          half-transparent pixels on black, where StbImageSharp drops alpha. JPEG's own gray is of the
#          first kind.
# Matters: a model trained on gray images of one decoder and fed by another sees red and green things of
#          other brightness: up to 33 levels of 255.
# Date:    2026-11-28
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home"
export XDG_DATA_HOME="$work/home" DOTNET_CLI_TELEMETRY_OPTOUT=1
cd "$work"

cat > finding.cs <<'CS'
#:package SkiaSharp@2.88.9
#:package SkiaSharp.NativeAssets.Linux.NoDependencies@2.88.9
#:package StbImageSharp@2.30.16
#:property PublishAot=false
using SkiaSharp;
using StbImageSharp;

Say("red, green, blue", [SKColors.Red, new SKColor(0, 255, 0), SKColors.Blue]);
Say("200 half transparent, 200 opaque", [new SKColor(200, 200, 200, 128), new SKColor(200, 200, 200)]);

static void Say(string name, SKColor[] pixels)
{
    using var bitmap = new SKBitmap(new SKImageInfo(pixels.Length, 1, SKColorType.Rgba8888, SKAlphaType.Unpremul)) { Pixels = pixels };
    var png = bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray();
    using var decoded = SKBitmap.Decode(png);
    using var gray = decoded.Copy(SKColorType.Gray8);
    Console.WriteLine($"{name}: SkiaSharp {string.Join(" ", gray.Bytes.Take(pixels.Length))}, StbImageSharp {string.Join(" ", ImageResult.FromMemory(png, ColorComponents.Grey).Data)}");
}
CS

cat > expected.txt <<'TEXT'
red, green, blue: SkiaSharp 53 182 18, StbImageSharp 76 149 28
200 half transparent, 200 opaque: SkiaSharp 100 200, StbImageSharp 200 200
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
