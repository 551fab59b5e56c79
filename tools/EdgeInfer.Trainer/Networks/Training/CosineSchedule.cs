namespace EdgeInfer.Trainer.Networks.Training;

/// <summary>The learning rate as a share of its largest: a linear warm-up, then half a cosine (Loshchilov and Hutter, ICLR 2017).</summary>
internal static class CosineSchedule
{
    private const double WarmUpShare = 0.05;

    /// <param name="step">From 0.</param>
    /// <param name="steps">Of the whole training.</param>
    public static double Share(int step, int steps)
    {
        var warmUp = Math.Max(1, (int)(steps * WarmUpShare));
        return step < warmUp
            ? (step + 1.0) / warmUp
            : 0.5 * (1 + Math.Cos(Math.PI * (step - warmUp) / (steps - warmUp)));
    }
}
