using EdgeInfer.Recordings.Windows;
using EdgeInfer.Serving.Explanations.Occlusion;
using EdgeInfer.Serving.Opening;

namespace EdgeInfer.Comparison.Deletion;

/// <summary>
/// Removes a window's segments in the order of their attributions, and in random orders (the deletion metric of Petsiuk,
/// Das and Saenko, BMVC 2018, against chance). Two tests of one seed draw the same orders for the same windows.
/// </summary>
internal sealed class DeletionTest
{
    /// <summary>Orders a window: the mean over windows and groups evens out what few of them leave.</summary>
    public const int RandomOrders = 5;

    private readonly ReadyBundle _ready;
    private readonly OcclusionExplainer _explainer;
    private readonly DeletionCurve _curve;
    private readonly double[] _attributions;
    private readonly Random _random;

    public DeletionTest(ReadyBundle ready, IReadOnlyList<Segment> segments, IReadOnlyList<float> means, int seed)
    {
        _ready = ready;
        _explainer = new OcclusionExplainer(ready, segments, means);
        _curve = new DeletionCurve(ready.Lane, segments, means, ready.Manifest.Input.ToShape().ValueCount);
        _attributions = new double[segments.Count];
        _random = new Random(seed);
    }

    /// <param name="windows">At least one.</param>
    public DeletionFigures Run(WindowSet windows) => DeletionFigures.Of(
        _ready.Manifest.Name,
        _explainer.ForwardPasses,
        [.. windows.Values.Select((window, i) => Delete(window, windows.Groups[i]))]);

    private WindowDeletion Delete(float[] window, string group)
    {
        var time = TimeProvider.System;
        var start = time.GetTimestamp();
        _ready.Lane.Run(window);
        var inferred = time.GetTimestamp();
        var (answer, _) = _explainer.Explain(window, _attributions);
        var explained = time.GetTimestamp();

        var random = 0.0;
        for (var i = 0; i < RandomOrders; i++)
            random += Area(RemovalOrder.Drawn(_random, _attributions.Length));
        return new WindowDeletion(
            group, Area(RemovalOrder.By(_attributions)), random / RandomOrders,
            (double)(explained - inferred) / Math.Max(1, inferred - start));

        double Area(int[] order) => _curve.AreaUnder(window, answer.Label, answer.Score, order);
    }
}
