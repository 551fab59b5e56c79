using EdgeInfer.Core.Windows;
using EdgeInfer.Serving.Pipeline;
using EdgeInfer.Telemetry.Kinds;

namespace EdgeInfer.Runtime.Publishing;

/// <summary>An answer between the stream's thread, which gives it, and the outbox's, which makes a message of it.</summary>
internal sealed class AnswerSlot
{
    private float[] _scores = [];
    private int _scoreCount;

    public string Stream { get; private set; } = "";

    public WindowHeader Window { get; private set; }

    public ModelLane? Lane { get; private set; }

    public Answer Answer { get; private set; }

    public StampedTime Given { get; private set; }

    public ReadOnlySpan<float> Scores => _scores.AsSpan(0, _scoreCount);

    /// <summary>Copies what the lane's next window overwrites. Allocates for the first answer of a larger model only.</summary>
    public void Fill(string stream, in WindowHeader window, ModelLane lane, in Answer answer, StampedTime given)
    {
        (Stream, Window, Lane, Answer, Given) = (stream, window, lane, answer, given);
        _scoreCount = window.Label == LabelIndex.Unlabelled ? 0 : lane.Scores.Length;
        if (_scores.Length < _scoreCount)
            _scores = new float[_scoreCount];
        lane.Scores[.._scoreCount].CopyTo(_scores);
    }
}
