namespace EdgeInfer.Evaluation.Events;

/// <summary>Consecutive windows of one segment with the same truth.</summary>
/// <param name="First">Index of its first window.</param>
/// <param name="Count">Windows.</param>
internal readonly record struct MonitoredSpan(int First, int Count)
{
    public static IEnumerable<MonitoredSpan> Of(IReadOnlyList<MonitoredWindow> windows)
    {
        for (int first = 0, end; first < windows.Count; first = end)
        {
            end = first + 1;
            while (end < windows.Count && windows[end].Segment == windows[first].Segment
                && windows[end].IsAnomalous == windows[first].IsAnomalous)
                end++;
            yield return new MonitoredSpan(first, end - first);
        }
    }
}
