using EdgeInfer.Serving.Pipeline;

namespace EdgeInfer.Serving.Opening;

/// <summary>The bundles of a run; none is left open when one is refused.</summary>
public sealed class ReadyBundles : IDisposable
{
    private readonly List<ReadyBundle> _bundles = [];

    private ReadyBundles()
    {
    }

    public IReadOnlyList<ReadyBundle> All => _bundles;

    public IReadOnlyList<ModelLane> Lanes => [.. _bundles.Select(bundle => bundle.Lane)];

    public static ReadyBundles Open(IEnumerable<string> paths, TimeProvider time)
    {
        var opened = new ReadyBundles();
        try
        {
            foreach (var path in paths)
                opened._bundles.Add(ReadyBundle.Open(path, time));
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var bundle in _bundles)
            bundle.Dispose();
    }
}
