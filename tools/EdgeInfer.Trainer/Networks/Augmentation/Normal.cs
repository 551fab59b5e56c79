namespace EdgeInfer.Trainer.Networks.Augmentation;

internal static class Normal
{
    /// <summary>Standard normal variate (Box and Muller, 1958).</summary>
    public static double Next(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
