using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Quantization;
using EdgeInfer.Trainer.Quantization.Calibration;
using EdgeInfer.Trainer.Tests.Onnx.NetworkFiles;

namespace EdgeInfer.Trainer.Tests.Quantization;

public sealed class LayerErrorsTests
{
    [Fact]
    public void EveryTensorOfAnIntegerNetworkIsHeldAgainstItsFloatOneTheWorstFirst()
    {
        var fp32 = SmallNetworks.Residual();
        var int8 = IntegerModel.Quantize(fp32, "small", SmallNetworks.Images(16), CalibrationMethod.MinMax);

        var errors = LayerErrors.Compare(NetworkFile.Parse(fp32, "fp32"), NetworkFile.Parse(int8, "int8"), SmallNetworks.Images(8));

        Assert.Superset(
            new HashSet<string> { "stem_relu", "first_relu", "sum_relu", "average", "logits", "probabilities" },
            errors.Select(error => error.Tensor).ToHashSet());
        Assert.Equal(errors.Select(error => error.SignalToNoiseDecibels).Order(), errors.Select(error => error.SignalToNoiseDecibels));
        Assert.All(errors, error => Assert.InRange(error.SignalToNoiseDecibels!.Value, 20, 80));
    }

    [Fact]
    public void ANetworkHasNoErrorAgainstItself()
    {
        var file = NetworkFile.Parse(SmallNetworks.Residual(), "fp32");

        Assert.All(LayerErrors.Compare(file, file, SmallNetworks.Images(2)), error => Assert.Null(error.SignalToNoiseDecibels));
    }

    [Fact]
    public void ANarrowerNetworkOfTheSameNamesHasOtherTensors()
    {
        static NetworkFile Of(int hidden)
        {
            var small = new SmallNetworks(seed: 2);
            small.Dense("logits", small.Relu(small.Dense("hidden", small.Input(1, 32), 32, hidden)), hidden, 4);
            return NetworkFile.Parse(small.Model("logits", 4), "net");
        }

        Assert.Empty(LayerErrors.Compare(Of(16), Of(8), SmallNetworks.Inputs(2, 32, seed: 3)));
    }

    [Fact]
    public void NoiseOfATenthIsTwentyDecibels()
    {
        var error = new SquaredError();
        error.Add([1, -1, 2], [1.1f, -1.1f, 2.2f]);

        Assert.Equal(20, error.Decibels!.Value, 1e-4);
        Assert.Equal(0.2, error.Largest, 1e-6);
    }
}
