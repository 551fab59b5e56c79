using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Inspection;
using EdgeInfer.Trainer.Onnx.NetworkFiles;

namespace EdgeInfer.Trainer.Tests.Support.Fuzzing;

/// <summary>One input for <c>inspect</c>: our scan and reader of ONNX files, and where they take it, ONNX Runtime behind them.</summary>
public static class OnnxTarget
{
    private const string FileName = "fuzzed.onnx";

    /// <returns>Whether it was inspected.</returns>
    public static bool Run(byte[] bytes)
    {
        try
        {
            NetworkInspection.Inspect(NetworkFile.Parse(bytes, FileName), bytes, manifest: null);
            return true;
        }
        catch (InvalidInputException refused) when (refused.Message.StartsWith(FileName, StringComparison.Ordinal))
        {
            return false;
        }
    }
}
