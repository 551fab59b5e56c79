using System.Runtime;

namespace EdgeInfer.Runtime.Hosting;

/// <summary>Tells a natively compiled process from one under the just-in-time compiler.</summary>
internal static class HostKind
{
    /// <summary>
    /// jit or aot. RuntimeFeature.IsDynamicCodeSupported cannot tell: PublishAot sets it to false under the JIT too.
    /// Whether any method has been compiled so far can.
    /// </summary>
    public static string Name { get; } = JitInfo.GetCompiledMethodCount() > 0 ? "jit" : "aot";
}
