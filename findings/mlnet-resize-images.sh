#!/usr/bin/env bash
# Microsoft.ML.ImageAnalytics 5.0.1: ResizeImages from 8 x 4 to 2 x 2 pixels.
#
# Guess:   the whole picture is squeezed into the new size, and each new pixel is a mean of old ones.
# Instead: by default (IsoCrop) the sides are cut off: of eight columns only the middle four count. Fill keeps
#          the whole picture but takes single pixels (80 and 240; the means are 60 and 214). IsoPad takes
#          means, and fills up with black.
# Matters: what a camera sees at the edge never reaches the model, and with Fill thin strokes, as of
#          digits, vanish between the pixels taken.
# Date:    2026-11-28
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home"
export XDG_DATA_HOME="$work/home" DOTNET_CLI_TELEMETRY_OPTOUT=1
cd "$work"

cat > finding.cs <<'CS'
#:package Microsoft.ML@5.0.1
#:package Microsoft.ML.ImageAnalytics@5.0.1
#:package SkiaSharp@2.88.9
#:package SkiaSharp.NativeAssets.Linux.NoDependencies@2.88.9
#:property PublishAot=false
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;

var context = new MLContext(1);
byte[] columns = [0, 40, 80, 120, 160, 200, 240, 255];
Console.WriteLine($"columns: {string.Join(" ", columns)}");
Say("default", context.Transforms.ResizeImages("Small", 2, 2, "Image"));
foreach (var kind in Enum.GetValues<ImageResizingEstimator.ResizingKind>().Order())
{
    Say(kind.ToString(), context.Transforms.ResizeImages("Small", 2, 2, "Image", kind));
}

void Say(string name, IEstimator<ITransformer> resize)
{
    var pixels = Enumerable.Repeat(columns, 4).SelectMany(row => row).SelectMany(v => new byte[] { v, v, v, 255 }).ToArray();
    var image = MLImage.CreateFromPixels(8, 4, MLPixelFormat.Rgba32, pixels);
    var rows = context.Data.LoadFromEnumerable([new Row { Image = image }]);
    var pipeline = resize.Append(context.Transforms.ExtractPixels("Pixels", "Small", ImagePixelExtractingEstimator.ColorBits.Red));
    var values = pipeline.Fit(rows).Transform(rows).GetColumn<float[]>("Pixels").First();
    Console.WriteLine($"{name}: {string.Join(" ", values.Select(v => v.ToString("0")))}");
}

internal sealed class Row
{
    [ImageType(4, 8)]
    public MLImage Image { get; set; } = null!;
}
CS

cat > expected.txt <<'TEXT'
columns: 0 40 80 120 160 200 240 255
default: 100 180 100 180
IsoPad: 60 213 0 0
IsoCrop: 100 180 100 180
Fill: 80 240 80 240
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
