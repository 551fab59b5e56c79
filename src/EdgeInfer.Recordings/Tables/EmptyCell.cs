namespace EdgeInfer.Recordings.Tables;

/// <summary>What to do about values that are not there.</summary>
internal static class EmptyCell
{
    public const string WayOut =
        "\"holes\" in dataset.json, or 'data init --holes', says what stands in for it: gap, hold or interpolate";
}
