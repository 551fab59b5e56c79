using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx.Scan;
using Microsoft.ML.OnnxRuntime;

namespace EdgeInfer.Onnx.Sessions;

/// <summary>Opens sessions the one way that suits a small device: one thread, one bounded arena for all of them.</summary>
internal static class SessionFactory
{
    private static readonly Lock Gate = new();
    private static OrtEnv? environment;

    /// <exception cref="InvalidInputException">ONNX Runtime refuses the model.</exception>
    public static InferenceSession Open(
        byte[] model, string fileName, string? optimizedFile, GraphOptimizationLevel level = GraphOptimizationLevel.ORT_ENABLE_ALL)
    {
        EnsureEnvironment();
        using var options = new SessionOptions
        {
            // The default pool spins on every core between two windows.
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = level,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        // Without it int8 products saturate on x64 processors that lack VNNI.
        options.AddSessionConfigEntry("session.x64quantprecision", "1");
        options.AddSessionConfigEntry("session.use_env_allocators", "1");
        if (optimizedFile is not null)
            options.OptimizedModelFilePath = optimizedFile;
        try
        {
            return new InferenceSession(model, options);
        }
        catch (OnnxRuntimeException refused)
        {
            throw Refused(fileName, refused);
        }
    }

    public static InvalidInputException Refused(string fileName, OnnxRuntimeException refused) =>
        new(fileName, $"ONNX Runtime refuses it: {refused.Message.ReplaceLineEndings(" ").Trim()}", refused);

    private static void EnsureEnvironment()
    {
        lock (Gate)
        {
            if (environment is not null)
                return;
            var options = new EnvironmentCreationOptions
            {
                logId = "edgeinfer",
                logLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
            };
            environment = OrtEnv.CreateInstanceWithOptions(ref options);
            using var arena = new OrtArenaCfg(OnnxLimits.MaxArenaBytes, -1, -1, -1);
            environment.CreateAndRegisterAllocator(OrtMemoryInfo.DefaultInstance, arena);
        }
    }
}
