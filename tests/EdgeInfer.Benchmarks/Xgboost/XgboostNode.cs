namespace EdgeInfer.Benchmarks.Xgboost;

/// <summary>A node or a leaf as XGBoost's model has it.</summary>
/// <param name="Parent">Index; the largest integer for the root.</param>
/// <param name="Left">Index; -1 for a leaf.</param>
/// <param name="Right">As <paramref name="Left"/>.</param>
/// <param name="Feature">0 for a leaf.</param>
/// <param name="Condition">Smaller values and only those go left; a leaf's value.</param>
/// <param name="DefaultLeft">Whether NaN goes left.</param>
internal sealed record XgboostNode(int Parent, int Left, int Right, int Feature, float Condition, bool DefaultLeft);
