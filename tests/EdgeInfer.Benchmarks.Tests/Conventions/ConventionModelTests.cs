using EdgeInfer.Benchmarks.Conventions;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Onnx;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Compression;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trainer.Quantization;
using EdgeInfer.Trainer.Quantization.Calibration;
using static EdgeInfer.Trainer.Onnx.Schema.TensorProto.Types;

namespace EdgeInfer.Benchmarks.Tests.Conventions;

public class ConventionModelTests
{
    private static readonly string Place = Path.Combine(Repository.Root, "models", "har-phone-cnn-fp32");
    private static readonly Bundle Fp32 = BundleReader.Open(Place);
    private static readonly float[][] Inputs = GivenInputs.Read(Place).Values;

    public static TheoryData<string> Names => [.. Convention.Documented.Select(convention => convention.Name)];

    [Fact]
    public void TheFirstIsTheDefaultOfTheGuide() =>
        Assert.Equal(
            new Convention("S8S8, the default", SignedActivations: true, PerChannel: false, LargestWeight: 127), Convention.Documented[0]);

    [Theory]
    [MemberData(nameof(Names))]
    public void ZeroPointsScalesAndCodesAreOfTheTypesThatItNames(string name)
    {
        var convention = Named(name);
        var graph = Graph(convention);
        var activations = convention.SignedActivations ? DataType.Int8 : DataType.Uint8;

        Assert.All(Quantizing(graph), node =>
        {
            Assert.Equal(activations, Type(graph, node.Input[2]));
            Assert.Empty(Constant(graph, node.Input[1]).Dims);
        });
        Assert.All(Weights(graph), node =>
        {
            var (codes, scale, zero) = (Constant(graph, node.Input[0]), Constant(graph, node.Input[1]), Constant(graph, node.Input[2]));
            Assert.Equal((int)DataType.Int8, codes.DataType);
            Assert.Equal((int)DataType.Int8, zero.DataType);
            Assert.All(zero.RawData, code => Assert.Equal(0, code));
            Assert.Equal(convention.PerChannel ? [codes.Dims[0]] : [], scale.Dims);
            Assert.Equal(scale.Dims, zero.Dims);
            Assert.Equal(convention.PerChannel, node.Attribute.Any(attribute => attribute.Name == "axis"));
            Assert.Equal(convention.LargestWeight, codes.RawData.Max(code => Math.Abs((int)(sbyte)code)));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void LogitsAndProbabilitiesAreQuantisedToo(string name)
    {
        var graph = Graph(Named(name));

        Assert.Equal(["logits", "probabilities"], graph.Output.Select(output => output.Name).Order(StringComparer.Ordinal));
        Assert.All(graph.Output, output => Assert.Equal("DequantizeLinear", Producer(graph, output.Name).OpType));
    }

    [Fact]
    public void SignedActivationsStandForTheSameNumbers()
    {
        var (signed, unsigned) = (Graph(Named("S8S8, the default")), Graph(Named("U8S8")));

        Assert.All(Quantizing(unsigned).Zip(Quantizing(signed)), pair =>
        {
            Assert.Equal(Constant(unsigned, pair.First.Input[1]).RawData, Constant(signed, pair.Second.Input[1]).RawData);
            Assert.Equal(
                Constant(unsigned, pair.First.Input[2]).RawData[0] - 128, (sbyte)Constant(signed, pair.Second.Input[2]).RawData[0]);
        });
    }

    [Fact]
    public void EightBitsAChannelAreTheWeightsOfOurOwn()
    {
        var ours = ModelProto.Parser.ParseFrom(IntegerModel.Quantize(Fp32.ModelBytes, Place, Inputs, CalibrationMethod.MinMax)).Graph;
        var theirs = Graph(Named("S8S8, per channel"));

        Assert.All(Weights(ours), node => Assert.Equal(Constant(ours, node.Input[0]).RawData, Constant(theirs, node.Input[0]).RawData));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryConventionRunsAndStaysNearFp32(string name)
    {
        using var fp32 = OnnxModel.Load(Fp32.ModelBytes, Place);
        using var quantized = OnnxModel.Load(ConventionModel.Write(Named(name), Fp32.ModelBytes, Place, Inputs), name);
        var (wanted, found) = (new float[fp32.OutputLength], new float[fp32.OutputLength]);

        foreach (var input in Inputs)
        {
            fp32.Predict(input, wanted);
            quantized.Predict(input, found);
            // Noise or a wrong scale would be off by the whole.
            Assert.All(wanted.Zip(found), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 0.35));
        }
    }

    private static Convention Named(string name) => Convention.Documented.Single(convention => convention.Name == name);

    private static GraphProto Graph(Convention convention) =>
        ModelProto.Parser.ParseFrom(ConventionModel.Write(convention, Fp32.ModelBytes, Place, Inputs)).Graph;

    private static NodeProto[] Quantizing(GraphProto graph) => [.. graph.Node.Where(node => node.OpType == "QuantizeLinear")];

    /// <summary>Weights alone have signed codes of their own among the constants; biases have 32 bits.</summary>
    private static NodeProto[] Weights(GraphProto graph) =>
    [
        .. graph.Node.Where(node => node.OpType == "DequantizeLinear"
            && graph.Initializer.Any(tensor => tensor.Name == node.Input[0] && tensor.DataType == (int)DataType.Int8)),
    ];

    private static NodeProto Producer(GraphProto graph, string tensor) => graph.Node.Single(node => node.Output.Contains(tensor));

    private static DataType Type(GraphProto graph, string constant) => (DataType)Constant(graph, constant).DataType;

    private static TensorProto Constant(GraphProto graph, string name) => graph.Initializer.Single(tensor => tensor.Name == name);
}
