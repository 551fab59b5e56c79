using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Compression;
using EdgeInfer.Trainer.Tests.Onnx.NetworkFiles;

namespace EdgeInfer.Trainer.Tests.Compression;

public sealed class HalfPrecisionModelTests
{
    [Fact]
    public void HalfPrecisionTakesAboutHalfTheBytesAndChangesAnswersLittle()
    {
        var fp32 = SmallNetworks.Residual();
        var half = HalfPrecisionModel.Write(SmallNetworks.Simple(fp32));
        using var one = OnnxModel.Load(fp32, "fp32");
        using var other = OnnxModel.Load(half, "fp16");
        var (wanted, found) = (new float[one.OutputLength], new float[one.OutputLength]);
        foreach (var input in SmallNetworks.Images(10))
        {
            one.Predict(input, wanted);
            other.Predict(input, found);
            Assert.InRange(wanted.Zip(found, (a, b) => Math.Abs(a - b)).Max(), 0, 0.01);
        }

        Assert.InRange(half.Length, fp32.Length * 0.4, fp32.Length * 0.65);
    }
}
