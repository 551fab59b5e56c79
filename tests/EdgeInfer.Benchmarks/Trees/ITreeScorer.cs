namespace EdgeInfer.Benchmarks.Trees;

/// <summary>An engine on an ensemble's trees, ours or a peer's.</summary>
internal interface ITreeScorer : IDisposable
{
    /// <summary>Of ours the kernel; of a peer its key, with a version where it has several ways.</summary>
    string Name { get; }

    /// <summary>Rows that a call scores.</summary>
    int Rows { get; }

    /// <param name="rows"><see cref="Rows"/> rows, one after another.</param>
    /// <param name="raw">Receives the raw scores, row after row; those that an engine computes in double, rounded.</param>
    void Score(float[] rows, float[] raw);
}
