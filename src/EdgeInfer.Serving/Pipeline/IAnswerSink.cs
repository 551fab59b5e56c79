using EdgeInfer.Core.Windows;

namespace EdgeInfer.Serving.Pipeline;

/// <summary>Takes the answers, on the stream's thread, once every model has answered the window; the next one waits meanwhile.</summary>
public interface IAnswerSink
{
    /// <param name="stream">Name of the stream.</param>
    /// <param name="window">The window that was answered.</param>
    /// <param name="lane">The model that answered; its scores hold until the next window.</param>
    /// <param name="answer">What it said.</param>
    void Accept(string stream, in WindowHeader window, ModelLane lane, in Answer answer);
}
