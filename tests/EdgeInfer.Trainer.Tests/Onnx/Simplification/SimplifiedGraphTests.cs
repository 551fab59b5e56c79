using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trainer.Quantization;
using EdgeInfer.Trainer.Quantization.Calibration;
using EdgeInfer.Trainer.Tests.Onnx.NetworkFiles;

namespace EdgeInfer.Trainer.Tests.Onnx.Simplification;

public sealed class SimplifiedGraphTests
{
    [Fact]
    public void BatchNormalisationDropoutAndIdentityVanishWithoutChangingAnswers()
    {
        var small = new SmallNetworks(seed: 8);
        var normalized = small.Graph.Node(
            "BatchNormalization", "normalized",
            [
                small.Convolution("stem", small.Image(), SmallNetworks.Channels, 8), small.Weights("gain", 8), small.Weights("shift", 8),
                small.Weights("mean", 8), small.Graph.Constant<float>("variance", [1, 2, 3, 4, 5, 6, 7, 8], 8),
            ]);
        var dropped = small.Graph.Node("Dropout", "dropped", [small.Graph.Node("Identity", "same", [small.Relu(normalized)])]);
        var model = small.Classify(dropped, 8);

        var simple = SmallNetworks.Simple(model);

        Assert.Equal(
            ["Conv", "Relu", "GlobalAveragePool", "Flatten", "Gemm", "Softmax"], simple.Model.Graph.Node.Select(node => node.OpType));
        AssertEqualAnswers(model, simple.ToBytes());
    }

    [Fact]
    public void AttributesOfOldOperatorSetsBecomeInputs()
    {
        var small = new SmallNetworks(seed: 9);
        var clipped = small.Graph.Node("Clip", "clipped", [small.Convolution("stem", small.Image(), SmallNetworks.Channels, 8)]);
        var pooled = small.Graph.Node("GlobalAveragePool", "pooled", [clipped]);
        var flat = small.Graph.Node("Squeeze", "flat", [pooled], OnnxAttribute.Of("axes", [2L, 3L]));
        small.Graph.Node("Softmax", "probabilities", [small.Dense("logits", flat, 8, SmallNetworks.Classes)]);
        var model = SmallNetworks.Changed(small.Model("probabilities", SmallNetworks.Classes), proto =>
        {
            proto.OpsetImport[0].Version = 9;
            proto.Graph.Node.Single(node => node.OpType == "Clip").Attribute
                .Add(new AttributeProto { Name = "max", Type = AttributeProto.Types.AttributeType.Float, F = 0.5f });
        });

        var simple = SmallNetworks.Simple(model);

        Assert.Equal(17, Assert.Single(simple.Model.OpsetImport).Version);
        AssertEqualAnswers(model, simple.ToBytes());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void WeightsInConstantNodesAreFoldedWhateverTheFormatsVersion(long irVersion)
    {
        var model = SmallNetworks.Changed(SmallNetworks.Residual(), proto =>
        {
            proto.IrVersion = irVersion;
            (proto.OpsetImport[0].Version, proto.Graph.Node.Single(node => node.OpType == "Softmax").Attribute[0].I) = (9, -1);
            NodeProto[] constants = [.. proto.Graph.Initializer.Select(tensor => new NodeProto
            {
                OpType = "Constant", Output = { tensor.Name }, Attribute = { OnnxAttribute.Of("value", tensor) },
            })];
            for (var i = 0; i < constants.Length; i++)
                proto.Graph.Node.Insert(i, constants[i]);
            proto.Graph.Initializer.Clear();
        });

        var simple = SmallNetworks.Simple(model);

        Assert.Equal(irVersion, simple.Source.IrVersion);
        Assert.DoesNotContain(simple.Model.Graph.Node, node => node.OpType == "Constant");
        Assert.Equal("input", Assert.Single(simple.Model.Graph.Input).Name);
        AssertEqualAnswers(model, simple.ToBytes());
        // Gives the weights other names: an input of the old name would be left over.
        IntegerModel.Quantize(model, "small.onnx", SmallNetworks.Images(8), CalibrationMethod.MinMax);
    }

    [Fact]
    public void ASoftmaxThatFlattensIsRefused()
    {
        var small = new SmallNetworks(seed: 9);
        small.Graph.Node("Softmax", "shares", [small.Image()], OnnxAttribute.Of("axis", 1));
        var model = SmallNetworks.Changed(small.Model("shares", 4, 8, 8), proto => proto.OpsetImport[0].Version = 11);

        var error = Assert.Throws<InvalidInputException>(() => SmallNetworks.Simple(model));

        Assert.Equal(
            "small.onnx: node 'shares' (Softmax): axis 1 of 4 dimensions flattens in this operator set; only the last axis is read",
            error.Message);
    }

    [Fact]
    public void NormalisationThatFollowsNoConvolutionIsRefused()
    {
        var small = new SmallNetworks(seed: 8);
        small.Graph.Node(
            "BatchNormalization", "normalized",
            [
                small.Image(),
                small.Weights("gain", 4),
                small.Weights("shift", 4),
                small.Weights("mean", 4),
                small.Graph.Constant<float>("variance", [1, 2, 3, 4], 4),
            ]);

        var error = Assert.Throws<InvalidInputException>(() => SmallNetworks.Simple(small.Model("normalized", 4, 8, 8)));

        Assert.EndsWith(
            "(BatchNormalization): could be folded neither into constants nor into the layer before it",
            error.Message,
            StringComparison.Ordinal);
    }

    private static void AssertEqualAnswers(byte[] first, byte[] second)
    {
        using var one = OnnxModel.Load(first, "one");
        using var other = OnnxModel.Load(second, "other");
        var (wanted, found) = (new float[one.OutputLength], new float[one.OutputLength]);
        foreach (var input in SmallNetworks.Images(5))
        {
            one.Predict(input, wanted);
            other.Predict(input, found);
            for (var i = 0; i < wanted.Length; i++)
                Assert.Equal(wanted[i], found[i], 1e-5f);
        }
    }
}
