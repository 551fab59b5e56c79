using System.Runtime;

namespace EdgeInfer.Trainer.Torch;

/// <summary>
/// Keeps the garbage collector away from calls into libtorch. TorchSharp 0.107.0 passes numbers as temporary Scalar
/// objects and does not keep them alive during the native call; a collection begun by another thread can free one
/// while it is read ("Unknown scalar type", or worse a wrong number).
/// </summary>
internal static class CollectionPause
{
    /// <summary>Managed memory of a step beside its windows: tensors' handles, gradients' lists.</summary>
    private const long Allowance = 8 << 20;

    /// <param name="bytes">Managed bytes that <paramref name="step"/> allocates for its windows.</param>
    /// <param name="step">Calls into libtorch.</param>
    public static T During<T>(long bytes, Func<T> step)
    {
        var paused = GC.TryStartNoGCRegion(Allowance + bytes);
        try
        {
            return step();
        }
        finally
        {
            // A step that allocated more than announced has ended the pause by itself.
            if (paused && GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
                GC.EndNoGCRegion();
        }
    }
}
