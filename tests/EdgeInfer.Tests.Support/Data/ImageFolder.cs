using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using EdgeInfer.Core.Checksums;

namespace EdgeInfer.Tests.Support.Data;

/// <summary>Data sets of tiny images, written byte by byte.</summary>
public static class ImageFolder
{
    /// <summary>Four PNG files of 2 x 3 px, two classes on each side.</summary>
    public static void WritePngs(TemporaryFolder folder, string colour = "rgb")
    {
        File.WriteAllText(folder.File("dataset.json"), $$"""
            {
              "schema": 1, "name": "tiny", "licence": "MIT", "kind": "images", "task": "classification",
              "labels": [{ "name": "a" }, { "name": "b" }], "frame": { "width": 2, "height": 3, "colour": "{{colour}}" },
              "splits": [{ "name": "file", "by": "file", "file": "split.csv" }]
            }
            """);
        File.WriteAllText(
            folder.File("split.csv"), "path,label,group,split\n1.png,a,x,train\n2.png,b,x,train\n3.png,a,y,test\n4.png,b,y,test\n");
        for (var i = 1; i <= 4; i++)
            File.WriteAllBytes(folder.File(string.Create(CultureInfo.InvariantCulture, $"{i}.png")), Png(2, 3, (byte)i));
    }

    /// <summary>Colour, every line with another filter; pixel (x, y) is (first + x, 10 y, 200).</summary>
    public static byte[] Png(int width, int height, byte first)
    {
        using var lines = new MemoryStream();
        using (var packed = new ZLibStream(lines, CompressionLevel.Fastest, leaveOpen: true))
        {
            var above = new byte[width * 3];
            for (var y = 0; y < height; y++)
            {
                byte[] line = [.. Enumerable.Range(0, width).SelectMany(x => new[] { (byte)(first + x), (byte)(10 * y), (byte)200 })];
                packed.WriteByte((byte)(y % 3));
                for (var i = 0; i < line.Length; i++)
                    packed.WriteByte((byte)(line[i] - (y % 3) switch { 1 => i < 3 ? 0 : line[i - 3], 2 => above[i], _ => 0 }));
                above = line;
            }
        }

        byte[] header = [.. Number(width), .. Number(height), 8, 2, 0, 0, 0];
        return
        [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, lines.ToArray()),
            .. Chunk("IEND"u8, []),
        ];
    }

    /// <summary>IDX files of 3 x 2 px: 40 images to train on, 20 to test on; pixels of image i are i, its label i % 2.</summary>
    public static void WriteIdx(TemporaryFolder folder)
    {
        string[] groups = [.. Enumerable.Range(1, 20).Select(i => i.ToString("00", CultureInfo.InvariantCulture))];
        string List(string stem) => string.Join(", ", groups.Select(group => $"\"{stem}-{group}\""));
        File.WriteAllText(folder.File("dataset.json"), $$"""
            {
              "schema": 1, "name": "tiny", "licence": "MIT", "kind": "images-idx", "task": "classification",
              "labels": [{ "name": "even", "value": "0" }, { "name": "odd", "value": "1" }],
              "frame": { "width": 3, "height": 2, "colour": "gray" },
              "splits": [{ "name": "original", "by": "groups", "train": [{{List("train")}}], "test": [{{List("t10k")}}] }]
            }
            """);
        WriteIdx(folder, "train", 40);
        WriteIdx(folder, "t10k", 20);
    }

    public static void WriteIdx(TemporaryFolder folder, string stem, int count)
    {
        Gzip(
            folder.File($"{stem}-images-idx3-ubyte.gz"),
            [0, 0, 8, 3, .. Number(count), .. Number(2), .. Number(3), .. Enumerable.Range(0, count * 6).Select(i => (byte)(i / 6))]);
        Gzip(
            folder.File($"{stem}-labels-idx1-ubyte.gz"),
            [0, 0, 8, 1, .. Number(count), .. Enumerable.Range(0, count).Select(i => (byte)(i % 2))]);
    }

    public static void Gzip(string path, byte[] bytes)
    {
        using var stream = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        stream.Write(bytes);
    }

    public static byte[] Number(int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Chunk(
        ReadOnlySpan<byte> type, byte[] data) => [.. Number(data.Length), .. type, .. data, .. Number((int)Crc32.Of([.. type, .. data]))];
}
