using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using EdgeInfer.Trainer.Import.Networks;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using static EdgeInfer.Trainer.Onnx.Schema.TensorProto.Types;

namespace EdgeInfer.Trainer.Tests.Import.Networks;

public sealed class InputLayoutTests
{
    private static readonly WindowShape Window = new([new("x", "g"), new("y", "g")], 32, 3, 3, 1);
    private static readonly WindowShape Frame = new FrameShape(Width: 5, Height: 4, FrameColour.Rgb).ToWindow(1);

    [Theory]
    [InlineData(1, 2, 3)]
    [InlineData(1, 2, 1, 3)]
    [InlineData(1, 2, 3, 1)]
    [InlineData(1, 1, 2, 3)]
    [InlineData(1, 6)]
    public void AWindowThatIsChannelMajorIsReadAsItIs(params int[] shape)
    {
        var layout = Of([.. shape], Window);

        Assert.Null(layout.Permutation);
        Assert.Equal(shape, layout.Shape.Select(dimension => (int)dimension));
        Assert.Equal([1, 2, 3, 4, 5, 6], layout.Arrange([1, 2, 3, 4, 5, 6]));
    }

    [Theory]
    [InlineData(new long[] { 1, 3, 2 }, new long[] { 1, 2, 3 }, new[] { 0, 2, 1 })]
    [InlineData(new long[] { 1, 1, 3, 2 }, new long[] { 1, 2, 1, 3 }, new[] { 0, 2, 3, 1 })]
    [InlineData(new long[] { 1, 3, 1, 2 }, new long[] { 1, 2, 3, 1 }, new[] { 0, 2, 3, 1 })]
    [InlineData(new long[] { 1, 3, 2, 1 }, new long[] { 1, 2, 3, 1 }, new[] { 0, 2, 1, 3 })]
    public void AWindowWhoseChannelsStandLastIsTransposed(long[] shape, long[] before, int[] permutation)
    {
        var layout = Of(shape, Window);

        Assert.Equal(before, layout.Shape);
        Assert.Equal(permutation, layout.Permutation!);
        Assert.Equal(shape, permutation.Select(axis => layout.Shape[axis]));
        Assert.Equal([1, 4, 2, 5, 3, 6], layout.Arrange([1, 2, 3, 4, 5, 6]));
    }

    [Fact]
    public void AFrameIsReadWithItsChannelsFirstOrLast()
    {
        Assert.Null(Of([1, 3, 4, 5], Frame).Permutation);
        Assert.Equal([1, 3, 4, 5], Of([1, 4, 5, 3], Frame).Shape);
        Assert.Equal([0, 2, 3, 1], Of([1, 4, 5, 3], Frame).Permutation!);
    }

    [Theory]
    [InlineData("[1,3,5,4]", 1, 3, 5, 4)]
    [InlineData("[2,3,4,5]", 2, 3, 4, 5)]
    [InlineData("[60]", 60)]
    public void AnotherShapeIsRefusedWithBoth(string shown, params int[] shape) => Assert.Equal(
        $"net.onnx: input 'input' has shape {shown}; windows of meters are [1,3,4,5], [1,4,5,3] or [1,60]",
        Assert.Throws<InvalidInputException>(() => Of([.. shape], Frame)).Message);

    private static InputLayout Of(long[] shape, WindowShape window)
    {
        var graph = new OnnxGraph("shape");
        graph.Node("Relu", "output", [graph.Input("input", shape)]);
        graph.Output("output", DataType.Float, shape);
        return InputLayout.Of(NetworkFile.Parse(graph.ToModel(8, 17), "net.onnx"), window, "meters");
    }
}
