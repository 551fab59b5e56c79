using System.Runtime.InteropServices;

namespace EdgeInfer.Trainer.Torch;

/// <summary>
/// Keeps libtorch's warnings off standard error. By itself its C++ library never reads <c>TORCH_CPP_LOG_LEVEL</c>, only its Python
/// does, so it is told to here: whoever sets the variable sees what it says. See docs/decisions/quiet-libtorch.md.
/// </summary>
internal static unsafe class TorchLog
{
    private const int Errors = 2;

    /// <param name="c10">The loaded libc10. One without these symbols speaks on, and works.</param>
    public static void Quieten(nint c10)
    {
        if (NativeLibrary.TryGetExport(c10, "FLAGS_caffe2_log_level", out var level))
            Marshal.WriteInt32(level, Errors);
        if (NativeLibrary.TryGetExport(c10, "_ZN3c1011initLoggingEv", out var readVariable))
            ((delegate* unmanaged<void>)readVariable)();
    }
}
