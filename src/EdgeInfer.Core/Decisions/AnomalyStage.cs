using EdgeInfer.Core.Tasks;

namespace EdgeInfer.Core.Decisions;

/// <summary>
/// Turns the anomaly scores of successive windows of one stream into events. An event opens once K of the last N
/// windows score at least the threshold, and closes once K of the last N score below threshold minus hysteresis; after
/// either, windows count anew, so that one window is never evidence for both. A score that is not a number is evidence
/// for neither. Normal holds at first. Allocates nothing after construction.
/// </summary>
public sealed class AnomalyStage : IDecision
{
    private readonly float _open;
    private readonly float _close;
    private readonly int _needed;
    private readonly bool[] _votes;
    private int _next;
    private int _count;
    private bool _isOpen;

    /// <exception cref="ArgumentException">
    /// Threshold below 0 or not finite as a float, hysteresis below 0 or not below a threshold above 0, or K outside 1 to N.
    /// </exception>
    public AnomalyStage(DecisionRule rule)
    {
        if (!(rule.Threshold >= 0 && rule.Threshold <= float.MaxValue && rule.Hysteresis >= 0
            && (rule.Hysteresis < rule.Threshold || (rule.Hysteresis == 0 && rule.Threshold == 0)) && rule.K >= 1 && rule.K <= rule.N))
            throw new ArgumentException(
                $"{rule} needs 0 <= hysteresis < threshold (or both 0), finite as floats, and 1 <= K <= N", nameof(rule));

        // As floats, like the scores.
        (_open, _close, _needed) = ((float)rule.Threshold, (float)(rule.Threshold - rule.Hysteresis), rule.K);
        _votes = new bool[rule.N];
    }

    /// <param name="outputs">One value: the score.</param>
    public int Suggest(ReadOnlySpan<float> outputs) => ScoreOf(outputs) >= _open ? AnomalyLabel.Anomaly : AnomalyLabel.Normal;

    /// <param name="outputs">One value: the score.</param>
    /// <returns><see cref="AnomalyLabel.Anomaly"/> while an event is open, otherwise <see cref="AnomalyLabel.Normal"/>.</returns>
    public int Decide(ReadOnlySpan<float> outputs)
    {
        var score = ScoreOf(outputs);
        var vote = _isOpen ? score < _close : score >= _open;
        _count += (vote ? 1 : 0) - (_votes[_next] ? 1 : 0);
        _votes[_next] = vote;
        _next = (_next + 1) % _votes.Length;
        if (_count >= _needed)
        {
            _isOpen = !_isOpen;
            _votes.AsSpan().Clear();
            _count = 0;
        }

        return _isOpen ? AnomalyLabel.Anomaly : AnomalyLabel.Normal;
    }

    private static float ScoreOf(ReadOnlySpan<float> outputs) =>
        outputs.Length == 1 ? outputs[0] : throw new ArgumentException($"{outputs.Length} outputs in place of one score", nameof(outputs));
}
