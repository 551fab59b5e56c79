using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Compression;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trainer.Quantization;
using EdgeInfer.Trainer.Quantization.Calibration;
using EdgeInfer.Trainer.Tests.Onnx.NetworkFiles;

namespace EdgeInfer.Trainer.Tests.Quantization;

public sealed class IntegerModelTests
{
    [Theory]
    [InlineData(CalibrationMethod.MinMax)]
    [InlineData(CalibrationMethod.Percentile)]
    public void AResidualNetworkComputesInIntegersOnly(object method)
    {
        var int8 = Quantize(SmallNetworks.Residual(), (CalibrationMethod)method);

        Assert.Equal(
            ["QGemm", "QLinearAdd", "QLinearConv", "QLinearConv", "QLinearConv", "QLinearGlobalAveragePool", "QuantizeLinear", "Softmax"],
            Operators(int8).Where(each => each is not ("Flatten" or "Transpose")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AnswersStayNearThoseOfTheFloatNetwork()
    {
        var fp32 = SmallNetworks.Residual();

        Assert.InRange(LargestDifference(fp32, Quantize(fp32, CalibrationMethod.MinMax), SmallNetworks.Images(50)), 1e-6, 0.05);
    }

    [Fact]
    public void TheSameInputsGiveTheSameBytes() =>
        Assert.Equal(
            Quantize(SmallNetworks.Residual(), CalibrationMethod.Percentile),
            Quantize(SmallNetworks.Residual(), CalibrationMethod.Percentile));

    [Fact]
    public void ADenseAutoencoderEndsInFloatValues()
    {
        var small = new SmallNetworks(seed: 2);
        var code = small.Relu(small.Dense("encode", small.Input(1, 32), 32, 16));
        small.Dense("reconstruction", code, 16, 32);
        var fp32 = small.Model("reconstruction", 32);

        var int8 = Quantize(fp32, CalibrationMethod.MinMax, SmallNetworks.Inputs(20, 32, seed: 3));

        Assert.Equal(["QuantizeLinear", "QGemm", "QGemm"], Operators(int8));
        Assert.InRange(LargestDifference(fp32, int8, SmallNetworks.Inputs(20, 32, seed: 4)), 1e-6, 0.2);
    }

    [Fact]
    public void FeaturesAreScaledInFloatAndAnErrorIsTakenToThemUnclipped()
    {
        var small = new SmallNetworks(seed: 9);
        // Units a million apart: 8 bits over both would leave nothing of the smaller.
        var units = small.Graph.Constant("units", (ReadOnlySpan<float>)[1e-3f, 1e3f, 1, 1, 1, 1, 1, 1], 1, 8);
        var features = small.Graph.Node("Asinh", "features", [small.Graph.Node("Mul", "scaled", [small.Input(1, 8), units])]);
        var rebuilt = small.Dense("rebuilt", small.Relu(small.Dense("code", features, 8, 4)), 4, 8);
        var error = small.Graph.Node("Sub", "error", [features, rebuilt]);
        small.Graph.Node(
            "ReduceMean",
            "score",
            [small.Graph.Node("Mul", "square", [error, error])],
            OnnxAttribute.Of("axes", [1L]),
            OnnxAttribute.Of("keepdims", 1));
        var fp32 = small.Model("score", 1);

        var int8 = Quantize(fp32, CalibrationMethod.MinMax, SmallNetworks.Inputs(50, 8, seed: 10));

        Assert.Equal(["Mul", "Asinh", "QuantizeLinear", "QGemm", "QGemm", "Sub", "Mul", "ReduceMean"], Operators(int8));
        Assert.InRange(LargestDifference(fp32, int8, SmallNetworks.Inputs(20, 8, seed: 11)), 1e-6, 0.2);
        // Both lie beyond what calibration saw: the layers are given the same, the error is not.
        Assert.True(Score(int8, [0, 0, 0, 0, 0, 0, 0, 1e12f]) > Score(int8, [0, 0, 0, 0, 0, 0, 0, 1e6f]) + 10);
    }

    [Theory]
    [InlineData("LeakyRelu", "QLinearLeakyRelu")]
    [InlineData("Sigmoid", "QLinearSigmoid")]
    public void CurvesBetweenLayersRunInIntegers(string curve, string quantized)
    {
        var small = new SmallNetworks(seed: 3);
        var first = small.Convolution("first", small.Image(), SmallNetworks.Channels, 8);
        var second = small.Relu(small.Convolution("second", small.Graph.Node(curve, "curve", [first]), 8, 8));

        Assert.Contains(quantized, Operators(Quantize(small.Classify(second, 8), CalibrationMethod.MinMax)));
    }

    [Fact]
    public void PoolsProductsAndJoinsBetweenLayersRunInIntegers()
    {
        var small = new SmallNetworks(seed: 4);
        var left = small.Relu(small.Convolution("left", small.Image(), SmallNetworks.Channels, 8));
        var right = small.Clip(small.Convolution("right", "input", SmallNetworks.Channels, 8), 0, 6);
        var scaled = small.Graph.Node("Mul", "scaled", [left, small.Weights("factor", 8, 1, 1)]);
        var shifted = small.Graph.Node("Add", "shifted", [scaled, small.Weights("shift", 8, 1, 1)]);
        var product = small.Graph.Node("Mul", "product", [shifted, right]);
        var joined = small.Graph.Node("Concat", "joined", [product, left], OnnxAttribute.Of("axis", 1));
        var largest = small.Graph.Node(
            "MaxPool", "largest", [joined], OnnxAttribute.Of("kernel_shape", [2L, 2L]), OnnxAttribute.Of("strides", [2L, 2L]));
        var mean = small.Graph.Node(
            "AveragePool", "mean", [largest], OnnxAttribute.Of("kernel_shape", [2L, 2L]), OnnxAttribute.Of("strides", [2L, 2L]));

        var operators = Operators(Quantize(small.Classify(mean, 16), CalibrationMethod.MinMax));

        Assert.Equal(2, operators.Count(each => each == "QLinearMul"));
        Assert.Single(operators, "QLinearAdd");
        Assert.Single(operators, "QLinearConcat");
        Assert.Single(operators, "MaxPool");
        Assert.Single(operators, "QLinearAveragePool");
        Assert.Single(operators, "QuantizeLinear");
    }

    [Fact]
    public void ShapeOperatorsShareTheParametersOfTheirInput()
    {
        var graph = ModelProto.Parser.ParseFrom(Quantize(SmallNetworks.Residual(), CalibrationMethod.MinMax)).Graph;

        Assert.Equal("average_scale", graph.Node.Single(node => node.Output[0] == "flat_q").Input[1]);
        Assert.NotEqual(Value(graph, "sum_relu_scale"), Value(graph, "average_scale"));
    }

    [Fact]
    public void RangesStartAtZeroAfterReluAndEndAtTheBoundOfClip()
    {
        var small = new SmallNetworks(seed: 6);
        var stem = small.Convolution("stem", small.Image(), SmallNetworks.Channels, 8);
        var graph = ModelProto.Parser.ParseFrom(Quantize(small.Classify(small.Clip(stem, 0, 1.3f), 8), CalibrationMethod.MinMax)).Graph;

        Assert.Equal("quantization_zero", graph.Node.Single(node => node.Output[0] == "stem_clip_q").Input[2]);
        Assert.InRange(Value(graph, "stem_clip_scale") * 255, 1.2999f, 1.3f);
    }

    [Fact]
    public void AChannelOfAlmostNoWeightKeepsItsBias()
    {
        var fp32 = SmallNetworks.Changed(SmallNetworks.Residual(), model =>
        {
            var weights = model.Graph.Initializer.Single(tensor => tensor.Name == "stem_w");
            var values = TensorValues.Of(weights, "test");
            values.AsSpan(0, values.Length / 8).Fill(1e-12f);
            weights.RawData = OnnxGraph.Tensor<float>("", values).RawData;
        });

        Assert.InRange(LargestDifference(fp32, Quantize(fp32, CalibrationMethod.MinMax), SmallNetworks.Images(20)), 0, 0.05);
    }

    [Fact]
    public void OneBiasForAllOutputsIsSpreadOverThem()
    {
        var small = new SmallNetworks(seed: 2);
        small.Graph.Node(
            "Gemm", "dense", [small.Input(1, 32), small.Weights("w", 8, 32), small.Weights("b", 1)], OnnxAttribute.Of("transB", 1));
        var fp32 = small.Model("dense", 8);
        var inputs = SmallNetworks.Inputs(20, 32, seed: 3);

        Assert.InRange(LargestDifference(fp32, Quantize(fp32, CalibrationMethod.MinMax, inputs), inputs), 1e-6, 0.2);
    }

    [Fact]
    public void AProductWithWeightsOfOneDimensionIsRefusedByNode()
    {
        var small = new SmallNetworks(seed: 2);
        small.Graph.Node("MatMul", "product", [small.Input(1, 32), small.Weights("w", 32)]);

        var error = Assert.Throws<InvalidInputException>(
            () => Quantize(small.Model("product"), CalibrationMethod.MinMax, SmallNetworks.Inputs(20, 32, seed: 3)));

        Assert.Equal("small.onnx: node 'product' (MatMul): weights 'w' of 1 dimensions; two or more are read", error.Message);
    }

    [Fact]
    public void ActivationsTooSmallForAScaleAreRefusedByTensor()
    {
        float[][] inputs = [.. SmallNetworks.Images(4).Select(image => Array.ConvertAll(image, value => value * 1e-38f))];

        var error = Assert.Throws<InvalidInputException>(() => Quantize(SmallNetworks.Residual(), CalibrationMethod.MinMax, inputs));

        Assert.StartsWith("small.onnx: tensor 'input': no quantisation covers", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFloatGraphIsRefusedByLayerAndOperator()
    {
        var error = Assert.Throws<InvalidInputException>(
            () => OptimizedGraph.RequireIntegers("toy", SmallNetworks.Residual(), new HashSet<string>()));

        Assert.Matches("^toy: layer .*stem.* would run as float (Fused)?Conv on this machine, not in integers: its input", error.Message);
    }

    [Fact]
    public void AShippedNetworkOfOursRunsInIntegersUpToItsSoftmax()
    {
        var bundle = BundleReader.Open(Path.Combine(Repository.Root, "models", "har-phone-cnn-fp32"));
        var inputs = GivenInputs.Read(Path.Combine(Repository.Root, "models", "har-phone-cnn-fp32")).Values;

        var operators = Operators(Quantize(bundle.ModelBytes.ToArray(), CalibrationMethod.MinMax, inputs));

        Assert.Equal(9, operators.Count(each => each == "QLinearConv"));
        Assert.Equal(1, operators.Count(each => each == "QuantizeLinear"));
        Assert.InRange(Quantize(bundle.ModelBytes.ToArray(), CalibrationMethod.MinMax, inputs).Length, 1, bundle.ModelBytes.Length * 0.48);
    }

    [Fact]
    public void TheFaceDetectorOfThePublicModelsRunsInIntegersUpToTheDecodingOfItsBoxes()
    {
        const string path = "mobile/examples/Maui/MauiVisionSample/MauiVisionSample/Resources/Raw/Ultraface_version-RFB-320.onnx";
        var fp32 = File.ReadAllBytes(Path.Combine(Repository.SharedData("onnx_models"), path));
        var inputs = SmallNetworks.Inputs(3, 3 * 240 * 320, seed: 7);

        var int8 = Quantize(fp32, CalibrationMethod.MinMax, inputs);

        Assert.InRange(int8.Length, 1, fp32.Length / 2);
        var operators = Operators(int8);
        Assert.Equal(52, operators.Count(each => each == "QLinearConv"));
        Assert.Contains("Exp", operators);
    }

    [Fact]
    public void APublicDigitNetworkNamesTheSameDigitsInIntegers()
    {
        var folder = Path.Combine(Repository.SharedData("onnx_models"), "test/mnist");
        var fp32 = File.ReadAllBytes(Path.Combine(folder, "model.onnx"));
        float[][] inputs =
        [
            .. Enumerable.Range(0, 3).Select(i => TensorFileValues.Read(Path.Combine(folder, $"test_data_set_{i}", "input_0.pb"))),
        ];

        var int8 = Quantize(fp32, CalibrationMethod.MinMax, inputs);

        using var model = OnnxModel.Load(int8, "int8");
        for (var i = 0; i < inputs.Length; i++)
        {
            var expected = TensorFileValues.Read(Path.Combine(folder, $"test_data_set_{i}", "output_0.pb"));
            var output = new float[model.OutputLength];
            model.Predict(inputs[i], output);
            Assert.Equal(expected.IndexOf(expected.Max()), output.IndexOf(output.Max()));
        }

        Assert.InRange(int8.Length, 1, fp32.Length / 2);
    }

    private static byte[] Quantize(byte[] fp32, CalibrationMethod method, float[][]? inputs = null) =>
        IntegerModel.Quantize(fp32, "small.onnx", inputs ?? SmallNetworks.Images(32), method);

    private static string[] Operators(byte[] model) =>
        [.. OptimizedGraph.Optimize("small.onnx", model).Graph.Node.Select(node => node.OpType)];

    private static float Value(GraphProto graph, string name) =>
        TensorValues.Of(graph.Initializer.Single(tensor => tensor.Name == name), "test")[0];

    private static float Score(byte[] model, float[] input)
    {
        using var opened = OnnxModel.Load(model, "int8");
        var score = new float[1];
        opened.Predict(input, score);
        return score[0];
    }

    private static double LargestDifference(byte[] fp32, byte[] int8, float[][] inputs)
    {
        using var first = OnnxModel.Load(fp32, "fp32");
        using var second = OnnxModel.Load(int8, "int8");
        var (wanted, found) = (new float[first.OutputLength], new float[first.OutputLength]);
        return inputs.Max(input =>
        {
            first.Predict(input, wanted);
            second.Predict(input, found);
            return wanted.Zip(found, (a, b) => Math.Abs((double)a - b)).Max();
        });
    }
}
