namespace EdgeInfer.Core.Tasks;

/// <summary>What a model is asked: a class, a number, or whether a window is unlike the normal ones.</summary>
public enum TaskKind
{
    Classification,
    Regression,
    Anomaly,
}
