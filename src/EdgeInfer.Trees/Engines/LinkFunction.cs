using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Engines;

/// <summary>An <see cref="EnsembleLink"/> made ready to run: in place, without allocation.</summary>
internal abstract class LinkFunction
{
    public static LinkFunction Of(TreeEnsemble ensemble) => ensemble.Link switch
    {
        EnsembleLink.Identity => new Unchanged(),
        EnsembleLink.Softmax => new Exponentials(),
        EnsembleLink.Platt platt => new Sigmoid([.. platt.Outputs]),
        EnsembleLink.ClampedShare => new Share(ensemble.OutputCount),
        _ => throw new ArgumentException($"unknown link {ensemble.Link}", nameof(ensemble)),
    };

    /// <param name="values">
    /// Raw scores that become predictions. One output of a binary ensemble stands first in a span of two.
    /// </param>
    public abstract void Apply(Span<float> values);

    private static void Normalise(Span<float> shares)
    {
        var sum = 0.0;
        foreach (var share in shares)
            sum += share;
        for (var i = 0; i < shares.Length; i++)
            shares[i] = sum > 0 ? (float)(shares[i] / sum) : 1f / shares.Length;
    }

    private sealed class Unchanged : LinkFunction
    {
        public override void Apply(Span<float> values)
        {
        }
    }

    private sealed class Sigmoid(PlattCalibration[] outputs) : LinkFunction
    {
        public override void Apply(Span<float> values)
        {
            for (var i = 0; i < outputs.Length; i++)
                values[i] = (float)(1 / (1 + Math.Exp((outputs[i].Slope * values[i]) + outputs[i].Offset)));
            if (outputs.Length == 1)
                (values[0], values[1]) = (1 - values[0], values[0]);
            else
                Normalise(values);
        }
    }

    private sealed class Exponentials : LinkFunction
    {
        public override void Apply(Span<float> values)
        {
            var largest = (double)values[0];
            foreach (var value in values)
                largest = Math.Max(largest, value);
            var sum = 0.0;
            foreach (var value in values)
                sum += Math.Exp(value - largest);
            foreach (ref var value in values)
                value = (float)(Math.Exp(value - largest) / sum);
        }
    }

    private sealed class Share(int outputCount) : LinkFunction
    {
        public override void Apply(Span<float> values)
        {
            for (var i = 0; i < outputCount; i++)
                values[i] = Math.Clamp(values[i], 0f, 1f);
            if (outputCount == 1)
                (values[0], values[1]) = (1 - values[0], values[0]);
            else
                Normalise(values);
        }
    }
}
