namespace EdgeInfer.Core.Tasks;

/// <summary>The two labels of every anomaly task, whatever the data calls its states.</summary>
public static class AnomalyLabel
{
    /// <summary>Index of the label of a window like those that the model was trained on.</summary>
    public const int Normal = 0;

    /// <summary>Index of the label of any other window.</summary>
    public const int Anomaly = 1;

    /// <summary>In the order of their indices.</summary>
    public static IReadOnlyList<string> Names { get; } = ["normal", "anomaly"];
}
