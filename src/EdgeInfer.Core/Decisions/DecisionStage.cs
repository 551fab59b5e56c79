using EdgeInfer.Core.Windows;

namespace EdgeInfer.Core.Decisions;

/// <summary>
/// Turns the probabilities of successive windows of one stream into a label that holds. A window votes for its most
/// probable label (the lower index on a tie) where that probability reaches the threshold, plus the hysteresis unless
/// that label holds already; otherwise it votes for none. Its label takes over once it has K votes among the last N
/// windows. Allocates nothing after construction.
/// </summary>
public sealed class DecisionStage : IDecision
{
    private const int NoVote = LabelIndex.Unlabelled;

    private readonly DecisionRule _rule;
    private readonly int[] _votes;
    private readonly int[] _counts;
    private int _next;
    private int _holding = LabelIndex.Unlabelled;

    /// <exception cref="ArgumentException">Threshold outside 0 to 1, hysteresis below 0, K outside 1 to N, or no label.</exception>
    public DecisionStage(DecisionRule rule, int labelCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(labelCount);
        if (!(rule.Threshold is >= 0 and <= 1 && rule.Hysteresis >= 0 && rule.K >= 1 && rule.K <= rule.N))
            throw new ArgumentException($"{rule} needs 0 <= threshold <= 1, hysteresis >= 0 and 1 <= K <= N", nameof(rule));

        _rule = rule;
        _votes = new int[rule.N];
        _votes.AsSpan().Fill(NoVote);
        _counts = new int[labelCount];
    }

    /// <returns>The most probable label, the lower index on a tie.</returns>
    public int Suggest(ReadOnlySpan<float> outputs)
    {
        var best = 0;
        for (var label = 1; label < outputs.Length; label++)
        {
            if (outputs[label] > outputs[best])
                best = label;
        }

        return best;
    }

    /// <returns>The label that holds after this window, or <see cref="LabelIndex.Unlabelled"/> before the first.</returns>
    public int Decide(ReadOnlySpan<float> outputs)
    {
        if (outputs.Length != _counts.Length)
            throw new ArgumentException($"{outputs.Length} outputs for {_counts.Length} labels", nameof(outputs));

        var forgotten = _votes[_next];
        if (forgotten != NoVote)
            _counts[forgotten]--;

        var vote = Vote(outputs);
        _votes[_next] = vote;
        _next = (_next + 1) % _votes.Length;
        if (vote != NoVote && ++_counts[vote] >= _rule.K)
            _holding = vote;
        return _holding;
    }

    private int Vote(ReadOnlySpan<float> outputs)
    {
        var best = Suggest(outputs);
        // As a float, since 0.7f is below 0.7.
        var needed = (float)(best == _holding ? _rule.Threshold : _rule.Threshold + _rule.Hysteresis);
        return outputs[best] >= needed ? best : NoVote;
    }
}
