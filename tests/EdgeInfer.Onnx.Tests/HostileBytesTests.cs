using EdgeInfer.Core.Errors;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Onnx.Tests;

public sealed class HostileBytesTests
{
    private static readonly byte[] Whole = new TinyModel().ToBytes();

    [Fact]
    public void AModelCutOffAnywhereIsRefused()
    {
        for (var length = 0; length < Whole.Length; length++)
            Assert.Throws<InvalidInputException>(() => OnnxModel.Load(Whole.AsMemory(0, length), "cut.onnx").Dispose());
    }

    /// <summary>A flipped bit of a weight or a name leaves a model that runs; every other one is refused.</summary>
    [Fact]
    public void AFlippedBitIsRefusedOrGivesAModelThatRuns()
    {
        var refused = 0;
        for (var bit = 0; bit < Whole.Length * 8; bit++)
        {
            var bytes = Whole.ToArray();
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
            try
            {
                using var model = OnnxModel.Load(bytes, "flipped.onnx");
                model.Predict(new float[model.InputLength], new float[model.OutputLength]);
            }
            catch (InvalidInputException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, Whole.Length, Whole.Length * 8);
    }

    [Fact]
    public void NoiseIsRefused()
    {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = new byte[random.Next(1, 200)];
            random.NextBytes(bytes);
            Assert.Throws<InvalidInputException>(() => OnnxModel.Load(bytes, "noise.onnx").Dispose());
        }
    }
}
