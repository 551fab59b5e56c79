using Microsoft.ML.OnnxRuntime;

namespace EdgeInfer.Trainer.Onnx.Tapping;

/// <param name="Tensors">Its outputs: the very array of a part.</param>
/// <param name="Session">Owned.</param>
internal sealed record TapSession(string[] Tensors, InferenceSession Session) : IDisposable
{
    public void Dispose() => Session.Dispose();
}
