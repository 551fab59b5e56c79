using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Quantization.Calibration;
using EdgeInfer.Trainer.Tests.Onnx.NetworkFiles;

namespace EdgeInfer.Trainer.Tests.Quantization.Calibration;

public sealed class CalibratedRangesTests
{
    [Fact]
    public void InputsOfOneValueEachAreRefused() => Assert.Equal(
        "small.onnx: each of 2 calibration inputs holds one value only, over all of its length",
        Refusal([Zeros(), [.. Zeros().Select(_ => 1f)]]));

    [Fact]
    public void EqualInputsAreRefusedWhereChannelsHoldDifferentConstants()
    {
        var input = Zeros();
        input.AsSpan(0, SmallNetworks.Size * SmallNetworks.Size).Fill(2);

        Assert.Equal(
            "small.onnx: all 3 calibration inputs are equal; ranges of what others make of them would be unknown",
            Refusal([input, [.. input], [.. input]]));
        Assert.Equal("small.onnx: 1 calibration input; ranges of what others make of it would be unknown", Refusal([input]));
    }

    [Fact]
    public void ATensorThatIsConstantIsRefused()
    {
        var built = new SmallNetworks(seed: 1);
        var network = SmallNetworks.Simple(built.Classify(built.Clip(built.Image(), 1000, 2000), SmallNetworks.Channels));

        Assert.Equal(
            "small.onnx: tensor 'input_clip' is constant (1000) over all 2 calibration inputs",
            Assert.Throws<InvalidInputException>(
                () => CalibratedRanges.Calibrate(network, ["input_clip"], SmallNetworks.Images(2), CalibrationMethod.MinMax)).Message);
    }

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

        var minMax = CalibratedRanges.Calibrate(network, ["input"], inputs, CalibrationMethod.MinMax)["input"];
        var percentile = CalibratedRanges.Calibrate(network, ["input"], inputs, CalibrationMethod.Percentile)["input"];

        Assert.Equal(1000, minMax.High);
        Assert.InRange(percentile.High, 1.9f, 2.3f);
    }

    [Fact]
    public void WindowsOfOneClassDoNotCalibrate() => Assert.Equal(
        "windows: all 3 calibration windows are of one class (1); ranges of the others would be unknown",
        Assert.Throws<InvalidInputException>(() => CalibrationSet.RequireClasses("windows", [1, 1, 1])).Message);

    private static float[] Zeros() => new float[SmallNetworks.Channels * SmallNetworks.Size * SmallNetworks.Size];

    private static string Refusal(float[][] inputs) => Assert.Throws<InvalidInputException>(() =>
        CalibratedRanges.Calibrate(
            SmallNetworks.Simple(SmallNetworks.Residual()), ["input"], inputs, CalibrationMethod.Percentile)).Message;
}
