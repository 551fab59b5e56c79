using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Quantization.Calibration;
using EdgeInfer.Trainer.Tests.NetworkFiles;

namespace EdgeInfer.Trainer.Tests.Quantization.Calibration;

public sealed class CalibratedRangesTests
{
    [Fact]
    public void AConstantCalibrationSetIsRefused() => Assert.Equal(
        "small.onnx: tensor 'input' is constant (0) over all 2 calibration inputs", Refusal([Zeros(), Zeros()]));

    [Fact]
    public void AnInputOfAnotherLengthIsRefused() => Assert.Equal(
        "small.onnx: calibration input 0 has 7 values, the network takes 256", Refusal([new float[7]]));

    [Fact]
    public void AnInputThatIsNotFiniteIsRefused()
    {
        var input = Zeros();
        input[9] = float.NaN;

        Assert.Equal("small.onnx: calibration input 0 holds NaN at index 9", Refusal([input]));
    }

    [Fact]
    public void NoInputIsRefused() => Assert.Equal("small.onnx: no calibration input", Refusal([]));

    [Fact]
    public void PercentilesLeaveTheOutermostValuesOutAndMinMaxKeepsThem()
    {
        var network = SmallNetworks.Simple(SmallNetworks.Residual());
        var inputs = SmallNetworks.Images(80);
        inputs[3][17] = 1000;

        var minMax = CalibratedRanges.Of(network, ["input"], inputs, CalibrationMethod.MinMax)["input"];
        var percentile = CalibratedRanges.Of(network, ["input"], inputs, CalibrationMethod.Percentile)["input"];

        Assert.Equal(1000, minMax.High);
        Assert.InRange(percentile.High, 1.9f, 2.3f);
    }

    [Fact]
    public void WindowsOfOneClassDoNotCalibrate() => Assert.Equal(
        "windows: all 3 calibration windows are of one class (1); ranges of the others would be unknown",
        Assert.Throws<InvalidInputException>(() => CalibrationSet.RequireClasses("windows", [1, 1, 1])).Message);

    private static float[] Zeros() => new float[SmallNetworks.Channels * SmallNetworks.Size * SmallNetworks.Size];

    private static string Refusal(float[][] inputs) => Assert.Throws<InvalidInputException>(() =>
        CalibratedRanges.Of(SmallNetworks.Simple(SmallNetworks.Residual()), ["input"], inputs, CalibrationMethod.Percentile)).Message;
}
