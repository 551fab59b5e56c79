namespace EdgeInfer.Trainer.Tests.Samples;

/// <summary>Images of three colours whose class is the direction of a bar in noise, the same for the same seed.</summary>
internal sealed class ToyImages
{
    public const int Classes = 2;
    public const int Side = 12;
    public const int Channels = 3;

    public ToyImages(int count, int seed)
    {
        var random = new Random(seed);
        Labels = [.. Enumerable.Range(0, count).Select(i => i % Classes)];
        Images = [.. Labels.Select(label => Image(label, random))];
    }

    public float[][] Images { get; }

    public int[] Labels { get; }

    private static float[] Image(int label, Random random)
    {
        var (image, at) = (new float[Channels * Side * Side], random.Next(4, 8));
        for (var i = 0; i < image.Length; i++)
        {
            var (row, column) = (i / Side % Side, i % Side);
            image[i] = (label == 0 ? row : column) == at ? 200 : 40 + 30 * random.NextSingle();
        }

        return image;
    }
}
