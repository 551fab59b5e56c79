using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Engines.Sums;

/// <summary>
/// Tells whether a sum of leaves, added in any order, rounds to the float that the sum in the ensemble's order rounds
/// to. Both sums lie within (n - 1) u / (1 - (n - 1) u) times the sum of the absolute values of the exact one (N. Higham,
/// Accuracy and Stability of Numerical Algorithms, 2nd edition, section 4.2; u = 2^-53), so within twice that of each
/// other; rounding to float is monotone, so where both ends of that interval give one float, every sum inside does.
/// </summary>
internal sealed class SumBound
{
    private const double UnitRoundoff = 1.0 / (1L << 53);

    /// <summary>Room for the second order of the bound, and for the roundings of the bound itself and of its ends.</summary>
    private const int Slack = 8;

    private readonly double[] _bound;

    public SumBound(TreeEnsemble ensemble)
    {
        var trees = new int[ensemble.OutputCount];
        _bound = new double[ensemble.OutputCount];
        foreach (var tree in ensemble.Trees)
        {
            trees[tree.Output]++;
            _bound[tree.Output] += tree.Leaves.Max(Math.Abs);
        }

        for (var output = 0; output < _bound.Length; output++)
            _bound[output] *= 2 * (trees[output] + Slack) * UnitRoundoff;
    }

    /// <param name="sum">The sum of the output's leaves in any order.</param>
    /// <param name="rounded">The float that the ordered sum rounds to, if the method returns true.</param>
    public bool TryRound(int output, double sum, out float rounded)
    {
        var bound = _bound[output];
        rounded = (float)(sum - bound);
        return BitConverter.SingleToInt32Bits(rounded) == BitConverter.SingleToInt32Bits((float)(sum + bound));
    }
}
