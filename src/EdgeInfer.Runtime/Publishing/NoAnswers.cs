using EdgeInfer.Core.Windows;
using EdgeInfer.Serving.Pipeline;

namespace EdgeInfer.Runtime.Publishing;

/// <summary>Above the rate at which single answers are sent, only the aggregates go out.</summary>
internal sealed class NoAnswers : IAnswerSink
{
    public void Accept(string stream, in WindowHeader window, ModelLane lane, in Answer answer)
    {
    }
}
