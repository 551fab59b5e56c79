using EdgeInfer.Core.Windows;
using EdgeInfer.Serving.Pipeline;
using EdgeInfer.Telemetry.Kinds;

namespace EdgeInfer.Benchmarks.Outboxes;

/// <summary>An answer on its way to the outbox's thread, as large as a device's.</summary>
internal sealed class SampleSlot
{
    private static readonly float[] ScoresOfLane = [0.01f, 0.8312f, 0.05f, 0.05f, 0.04f, 0.01f];

    private readonly float[] _scores = new float[ScoresOfLane.Length];

    public string Stream { get; private set; } = "";

    public WindowHeader Window { get; private set; }

    public Answer Answer { get; private set; }

    public StampedTime Given { get; private set; }

    public IReadOnlyList<float> Scores => _scores;

    /// <summary>What the device's pipeline copies, the scores of a labelled window among them.</summary>
    public void Fill(int number)
    {
        Stream = "phone";
        Window = new WindowHeader(SampleMessages.StartOf(number), number, 1, 0, 0);
        Answer = new Answer(1, 0.8312f, 1, 412.3 + number % 100, 131.7, 98.1);
        Given = SampleMessages.Now();
        ScoresOfLane.CopyTo(_scores);
    }
}
