namespace EdgeInfer.Core.Decisions;

/// <summary>What a model's outputs mean, window by window and over the windows of one stream.</summary>
public interface IDecision
{
    /// <summary>Index of the label that this window alone suggests.</summary>
    int Suggest(ReadOnlySpan<float> outputs);

    /// <summary>Takes the next window of the stream.</summary>
    /// <returns>Index of the label that holds after it, or <see cref="Windows.LabelIndex.Unlabelled"/> where none does.</returns>
    int Decide(ReadOnlySpan<float> outputs);
}
