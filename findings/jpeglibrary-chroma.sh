#!/usr/bin/env bash
# JpegLibrary 0.4.32: a JPEG file that holds colour at half the resolution (4:2:0), as most do.
#
# Guess:   decoders of JPEG agree within a level or two, since the standard fixes the transform.
# Instead: the standard leaves open how colour grows to full size. libjpeg interpolates by default, JpegLibrary repeats each
#          sample; beside an edge of red and blue they lie 26 levels apart, on charts up to 165.
# Matters: a network that was trained in Python (Pillow and OpenCV stand on libjpeg) sees other pixels at every edge of colour.
# Date:    2026-11-28
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home"
export XDG_DATA_HOME="$work/home" DOTNET_CLI_TELEMETRY_OPTOUT=1
cd "$work"
apt-get download -qq libjpeg-turbo-progs libjpeg62-turbo libturbojpeg0 2> /dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done

# 16 x 16 px, red up to column 8 and blue from column 9, quality 95, 4:2:0.
base64 -d > red.jpg <<'JPEG'
/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAIBAQEBAQIBAQECAgICAgQDAgICAgUEBAMEBgUGBgYFBgYGBwkIBgcJBwYGCAsICQoKCgoKBggLDAsKDAkKCgr/
2wBDAQICAgICAgUDAwUKBwYHCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgr/wAARCAAQABADASIAAhEBAxEB/8QA
FAABAAAAAAAAAAAAAAAAAAAACP/EABsQAAEEAwAAAAAAAAAAAAAAAAACBAUHNnWz/8QAFQEBAQAAAAAAAAAAAAAAAAAABwj/xAAbEQAABwEAAAAAAAAAAAAA
AAAAAwUJNnOzdP/aAAwDAQACEQMRAD8AF4WrBz6c3DnqoUoWrBz6c3Dnqofm15wvcxeovlwKHot5mY//2Q==
JPEG

cat > finding.cs <<'CS'
#:package JpegLibrary@0.4.32
#:property PublishAot=false
using JpegLibrary;

var decoder = new JpegDecoder();
decoder.SetInput(File.ReadAllBytes("red.jpg"));
decoder.Identify();
var planes = new Planes(decoder.Width, decoder.Height);
decoder.SetOutputWriter(planes);
decoder.Decode();
Console.WriteLine("JpegLibrary, red of row 8: " + string.Join(" ", Enumerable.Range(0, 16).Select(planes.Red)));

internal sealed class Planes(int width, int height) : JpegBlockOutputWriter
{
    private readonly short[] _values = new short[3 * width * height];

    public override void WriteBlock(ref short block, int component, int x, int y)
    {
        for (var i = 0; i < 64; i++)
            _values[component * width * height + (y + i / 8) * width + x + i % 8] = System.Runtime.CompilerServices.Unsafe.Add(ref block, i);
    }

    public int Red(int x)
    {
        var at = 8 * width + x;
        return (int)Math.Clamp(Math.Round(_values[at] + 1.402 * (_values[2 * width * height + at] - 128)), 0, 255);
    }
}
CS

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt
LD_LIBRARY_PATH="root/usr/lib/$(uname -m)-linux-gnu" root/usr/bin/djpeg -ppm red.jpg | tail -c 768 | tail -c +385 | head -c 48 \
  | od -An -v -w3 -tu1 | awk '{ row = row " " $1 } END { print "libjpeg-turbo, red of row 8:" row }' >> seen.txt

cat > expected.txt <<'TEXT'
JpegLibrary, red of row 8: 254 254 254 254 255 255 253 253 150 103 0 0 1 1 0 0
libjpeg-turbo, red of row 8: 254 254 254 254 254 254 253 227 176 77 25 0 1 0 0 0
TEXT

cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
