using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx.Tests.Support;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Onnx.Tests;

public sealed class SharedModelTests
{
    [Fact]
    public void AForeignModelGivesTheOutputsThatItCameWith()
    {
        const string path = "test/mnist/model.onnx";
        var file = Path.Combine(Repository.SharedData("onnx_models"), path);
        using var model = OnnxModel.Load(File.ReadAllBytes(file), path);
        var folder = Path.Combine(Path.GetDirectoryName(file)!, "test_data_set_0");
        var expected = TensorFile.ReadFloats(Path.Combine(folder, "output_0.pb"));
        var output = new float[model.OutputLength];

        model.Predict(TensorFile.ReadFloats(Path.Combine(folder, "input_0.pb")), output);

        Assert.Equal(expected.Length, output.Length);
        for (var i = 0; i < output.Length; i++)
            Assert.Equal(expected[i], output[i], 1e-2f + MathF.Abs(expected[i]) * 1e-3f);
    }

    [Fact]
    public void AForeignQuantisedModelNamesTheDigitThatItCameWith()
    {
        const string path = "test/mnist_quantized/model_quantized.onnx";
        var file = Path.Combine(Repository.SharedData("onnx_models"), path);
        using var model = OnnxModel.Load(File.ReadAllBytes(file), path);
        var folder = Path.Combine(Path.GetDirectoryName(file)!, "test_data_set_0");
        var expected = TensorFile.ReadFloats(Path.Combine(folder, "output_0.pb"));
        var output = new float[model.OutputLength];

        model.Predict(TensorFile.ReadFloats(Path.Combine(folder, "input_0.pb")), output);

        Assert.Equal(expected.IndexOf(expected.Max()), output.IndexOf(output.Max()));
    }

    [Fact]
    public void AForeignTreeEnsembleIsRun()
    {
        var file = Path.Combine(Repository.SharedData("onnx_models"), "tests/xgboost/test_xgb.onnx");
        using var model = OnnxModel.Load(File.ReadAllBytes(file), file);
        var output = new float[model.OutputLength];

        model.Predict(new float[model.InputLength], output);

        Assert.True(float.IsFinite(output[0]));
    }

    [Fact]
    public void EveryOperatorCaseIsRunOrRefusedInOneLine()
    {
        var files = Directory.EnumerateFiles(Repository.SharedData("onnx_conformance"), "model.onnx", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).ToArray();
        var run = 0;
        foreach (var file in files)
        {
            try
            {
                using var model = OnnxModel.Load(File.ReadAllBytes(file), file);
                run++;
            }
            catch (InvalidInputException refused)
            {
                Assert.StartsWith(file, refused.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', refused.Message);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{run} of {files.Length} run");
        Assert.InRange(run, 50, files.Length);
    }
}
