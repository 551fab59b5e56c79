using System.Buffers.Binary;
using System.IO.Compression;
using EdgeInfer.Core.Errors;
using EdgeInfer.Datasets.Simulation;
using EdgeInfer.Recordings.Idx;
using static System.FormattableString;

namespace EdgeInfer.Datasets.Sampling;

/// <summary>Draws a smaller data set from IDX files: as many images of every class, by a seed, in their old order.</summary>
public static class IdxSample
{
    private const int ImageDimensions = 3;

    /// <summary>Writes one gzipped file of images and one of labels, named as the originals.</summary>
    /// <param name="imagesPath">Original file of images; its labels stand beside it.</param>
    /// <param name="folder">Receives the two files.</param>
    /// <param name="count">Images to draw; each class gets count / classes of them.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <exception cref="InvalidInputException">An original is missing or damaged, or has too few images of a class.</exception>
    public static void Write(string imagesPath, string folder, int count, int seed)
    {
        using var images = IdxFile.Open(imagesPath, ImageDimensions);
        using var labels = IdxFile.Open(IdxNames.LabelsOf(imagesPath), dimensions: 1);
        if (images.Dimensions[0] != labels.Dimensions[0])
            throw new InvalidInputException(imagesPath, Invariant($"{images.Dimensions[0]} images, but {labels.Dimensions[0]} labels"));
        var truth = labels.ReadValues();
        var drawn = Draw(truth, count, seed, imagesPath);
        var (height, width) = (images.Dimensions[1], images.Dimensions[2]);
        var pixels = images.ReadValues();
        Directory.CreateDirectory(folder);
        Write(
            Target(imagesPath),
            [drawn.Length, height, width],
            drawn.SelectMany(i => pixels.AsSpan(i * height * width, height * width).ToArray()));
        Write(Target(IdxNames.LabelsOf(imagesPath)), [drawn.Length], drawn.Select(i => truth[i]));

        string Target(string original)
        {
            var name = Path.GetFileName(original);
            return Path.Combine(folder, name.EndsWith(".gz", StringComparison.Ordinal) ? name : name + ".gz");
        }
    }

    private static int[] Draw(byte[] truth, int count, int seed, string path)
    {
        var classes = Enumerable.Range(0, truth.Length).GroupBy(i => truth[i]).OrderBy(members => members.Key).ToArray();
        var each = count / classes.Length;
        if (each == 0 || classes.Any(members => members.Count() < each))
            throw new InvalidInputException(
                path, Invariant($"{count} images of {classes.Length} classes can't be drawn: none, or more than there are of a class"));
        var random = new SeededRandom(seed);
        return [.. classes.SelectMany(members => Shuffled([.. members], random).Take(each)).Order()];
    }

    /// <summary>By Fisher and Yates.</summary>
    private static int[] Shuffled(int[] items, SeededRandom random)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = (int)random.Uniform(0, last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }

        return items;
    }

    private static void Write(string path, int[] dimensions, IEnumerable<byte> values)
    {
        using var stream = new GZipStream(File.Create(path), CompressionLevel.SmallestSize);
        stream.Write([0, 0, 8, (byte)dimensions.Length]);
        Span<byte> number = stackalloc byte[sizeof(int)];
        foreach (var size in dimensions)
        {
            BinaryPrimitives.WriteInt32BigEndian(number, size);
            stream.Write(number);
        }

        stream.Write([.. values]);
    }
}
