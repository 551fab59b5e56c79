namespace EdgeInfer.Datasets.Preview;

/// <summary>A few of many, evenly spread over their order.</summary>
internal static class SpreadSample
{
    public static IEnumerable<T> Of<T>(IReadOnlyList<T> all, int count) => all.Count <= count
        ? all
        : Enumerable.Range(0, count).Select(i => all[(int)((i + 0.5) * all.Count / count)]);
}
