using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Inspection;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Quantization;
using EdgeInfer.Trainer.Quantization.Calibration;
using EdgeInfer.Trainer.Tests.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Tests.Support.Networks;

namespace EdgeInfer.Trainer.Tests.Quantization;

/// <summary>Every operator set that is read gives the same integers as that of our own files.</summary>
public sealed class OperatorSetTests
{
    private const long Ours = 17;

    private static readonly ForeignNetwork Foreign = new([1, 4, 7], rateHz: 32, length: 32);

    [Theory]
    [InlineData(13)]
    [InlineData(18)]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    [InlineData(24)]
    public void AnIntegerNetworkAnswersAsInOurOwnOperatorSet(long version)
    {
        AssertSame(SmallNetworks.Residual(), SmallNetworks.Images(8), version);
        AssertSame(Foreign.AsPyTorch(), SmallNetworks.Inputs(8, 64, seed: 5), version);
        AssertSame(Foreign.AsKeras(), SmallNetworks.Inputs(8, 64, seed: 5), version);
    }

    private static void AssertSame(byte[] model, float[][] inputs, long version)
    {
        var (ours, other) = (Quantize(model, inputs, Ours), Quantize(model, inputs, version));
        Assert.Equal(Executed(ours), Executed(other));
        using var one = OnnxModel.Load(ours, "ours");
        using var second = OnnxModel.Load(other, "other");
        var (wanted, found) = (new float[one.OutputLength], new float[one.OutputLength]);
        foreach (var input in inputs)
        {
            one.Predict(input, wanted);
            second.Predict(input, found);
            Assert.Equal(wanted, found);
        }
    }

    private static byte[] Quantize(byte[] model, float[][] inputs, long version) => IntegerModel.Quantize(
        SmallNetworks.Changed(model, proto => proto.OpsetImport[0].Version = version), "net.onnx", inputs, CalibrationMethod.MinMax);

    private static IReadOnlyList<ExecutedOperator> Executed(byte[] model) =>
        ExecutedGraph.Read(NetworkFile.Parse(model, "net.onnx"), model);
}
