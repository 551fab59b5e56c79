namespace EdgeInfer.Trainer.Tests.Samples;

/// <summary>Feature rows with classes and targets that trees can learn, the same for the same seed.</summary>
internal sealed class ToyRows
{
    public const int Features = 6;
    public const int Classes = 3;

    private const double WrongShare = 0.05;

    /// <param name="count">Number of rows.</param>
    /// <param name="seed">The same rows for the same one.</param>
    /// <param name="missingShare">Share of the numbers that are NaN.</param>
    public ToyRows(int count, int seed, double missingShare = 0)
    {
        var random = new Random(seed);
        Rows = [.. Enumerable.Range(0, count).Select(_ => Row(random))];
        Labels = [.. Rows.Select(row => random.NextDouble() < WrongShare ? random.Next(Classes) : Class(row))];
        Targets = [.. Rows.Select(row => 3 * row[0] - 2 * row[1] * row[2] + 0.1 * random.NextDouble())];
        foreach (var row in Rows)
        {
            for (var feature = 0; feature < Features; feature++)
                row[feature] = random.NextDouble() < missingShare ? float.NaN : row[feature];
        }
    }

    public float[][] Rows { get; }

    public int[] Labels { get; }

    public double[] Targets { get; }

    /// <summary>Class 2 against the rest.</summary>
    public int[] BinaryLabels => [.. Labels.Select(label => label == 2 ? 1 : 0)];

    private static float[] Row(Random random) =>
        [.. Enumerable.Range(0, Features).Select(_ => (float)(random.NextDouble() * 4 - 2))];

    private static int Class(float[] row) => row[0] + row[1] > 0.5 ? 2 : row[2] > 0 ? 1 : 0;
}
