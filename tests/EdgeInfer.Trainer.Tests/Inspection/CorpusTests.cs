using EdgeInfer.Fuzzing.Targets;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Trainer.Tests.Inspection;

public sealed class CorpusTests
{
    [Fact]
    public void DamagedNetworksAreInspectedOrRefused() => CorpusReplay.Run("onnx", OnnxTarget.Run, mutations: 1_000);
}
