using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EdgeInfer.Onnx.Sessions;

/// <summary>
/// ONNX Runtime reads this variable at its first call and otherwise sends telemetry: a device id under ~/.cache and
/// look-ups by DNS. .NET's own environment never reaches native code on Unix, hence libc.
/// </summary>
internal static partial class TelemetryOff
{
    private const string Variable = "ORT_DISABLE_TELEMETRY";

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Must precede any first use of the native library.")]
    internal static void Apply()
    {
        Environment.SetEnvironmentVariable(Variable, "1");
        if (!OperatingSystem.IsWindows() && SetEnvironment(Variable, "1", overwrite: 1) != 0)
            throw new InvalidOperationException($"setenv {Variable} failed with errno {Marshal.GetLastPInvokeError()}");
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
