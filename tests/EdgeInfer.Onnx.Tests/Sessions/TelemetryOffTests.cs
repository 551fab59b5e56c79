using System.Runtime.InteropServices;

namespace EdgeInfer.Onnx.Tests.Sessions;

public sealed partial class TelemetryOffTests
{
    [Fact]
    public void NativeCodeSeesTheVariableBeforeOnnxRuntimeIsTouched()
    {
        // Runs the module initializer, and nothing else of the assembly.
        System.Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor(typeof(OnnxModel).Module.ModuleHandle);

        Assert.Equal("1", Marshal.PtrToStringUTF8(GetEnvironment("ORT_DISABLE_TELEMETRY")));
    }

    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetEnvironment(string name);
}
