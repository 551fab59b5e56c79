namespace EdgeInfer.Recordings;

/// <summary>Which side of a split a recording stands on.</summary>
public enum SplitSide
{
    Train,
    Test,
}
