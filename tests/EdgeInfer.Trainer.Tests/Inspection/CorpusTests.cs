using EdgeInfer.Tests.Support.Fuzzing;
using EdgeInfer.Trainer.Tests.Support.Fuzzing;


namespace EdgeInfer.Trainer.Tests.Inspection;

public sealed class CorpusTests
{
    [Fact]
    public void DamagedNetworksAreInspectedOrRefused() => CorpusReplay.Run("onnx", OnnxTarget.Run, mutations: 1_000);
}
