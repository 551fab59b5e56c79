namespace EdgeInfer.Benchmarks.MlNet;

/// <summary>What a prediction engine writes: the raw score alone, so that it computes nothing else.</summary>
internal sealed class MlNetScore
{
    public float Score { get; set; }
}
