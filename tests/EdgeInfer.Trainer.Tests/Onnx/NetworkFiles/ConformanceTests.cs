using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trainer.Onnx.Simplification;
using Google.Protobuf;
using static EdgeInfer.Trainer.Onnx.Schema.TensorProto.Types;

namespace EdgeInfer.Trainer.Tests.Onnx.NetworkFiles;

/// <summary>
/// The standard's own cases, through everything that a foreign file goes through before it is quantised. A further input
/// that a case gives values for is made a constant, as weights are.
/// </summary>
public sealed class ConformanceTests
{
    // The standard's own runner compares with these.
    private const float RelativeTolerance = 1e-3f;
    private const float AbsoluteTolerance = 1e-4f;

    [Fact]
    public void EveryCaseOfTheOperatorSetGivesItsOutputsOrIsRefusedInOneLine()
    {
        var root = Repository.SharedData("onnx_conformance");
        var (equal, outside, refused) = (0, 0, new List<string>());
        foreach (var file in Directory.EnumerateFiles(root, "model.onnx", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(Path.GetDirectoryName(file))!;
            var folder = Path.Combine(Path.GetDirectoryName(file)!, "test_data_set_0");
            var model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(file));
            if (!InSet(model) || !Directory.Exists(folder))
            {
                outside++;
                continue;
            }

            try
            {
                AssertOutput(name, model, folder);
                equal++;
            }
            catch (InvalidInputException error)
            {
                Assert.StartsWith(name, error.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', error.Message);
                refused.Add(error.Message);
            }
        }

        var output = TestContext.Current.TestOutputHelper;
        output?.WriteLine($"{equal} equal, {refused.Count} refused, {outside} with operators outside the set");
        foreach (var line in refused)
            output?.WriteLine(line);
        Assert.InRange(equal, 100, 1_000);
    }

    private static bool InSet(ModelProto model)
    {
        try
        {
            NetworkOperators.RequireKnown(model.Graph, "case");
            return true;
        }
        catch (InvalidInputException)
        {
            return false;
        }
    }

    private static void AssertOutput(string name, ModelProto model, string folder)
    {
        Pin(model, folder);
        var expected = TensorProto.Parser.ParseFrom(File.ReadAllBytes(Path.Combine(folder, "output_0.pb")));
        if (expected.DataType != (int)DataType.Float)
            throw new InvalidInputException(name, $"output has element type {expected.DataType}, networks answer in float");
        var simple = SimplifiedGraph.Simplify(NetworkFile.Parse(model.ToByteArray(), name));
        using var opened = OnnxModel.Load(simple.ToBytes(), name, model.Graph.Output[0].Name);
        var found = new float[opened.OutputLength];
        opened.Predict(TensorFileValues.Read(Path.Combine(folder, "input_0.pb")), found);
        var wanted = TensorValues.Of(expected, name);
        Assert.Equal(wanted.Length, found.Length);
        for (var i = 0; i < wanted.Length; i++)
        {
            if (!(Math.Abs(wanted[i] - found[i]) <= AbsoluteTolerance + RelativeTolerance * Math.Abs(wanted[i])))
                Assert.Fail($"{name}: output {i} is {found[i]}, not {wanted[i]}");
        }
    }

    /// <summary>Every input but the first becomes a constant.</summary>
    private static void Pin(ModelProto model, string folder)
    {
        var known = model.Graph.Initializer.Select(tensor => tensor.Name).ToHashSet();
        var given = model.Graph.Input.Where(input => !known.Contains(input.Name)).ToArray();
        for (var i = 1; i < given.Length; i++)
        {
            var tensor = TensorProto.Parser.ParseFrom(File.ReadAllBytes(Path.Combine(folder, $"input_{i}.pb")));
            tensor.Name = given[i].Name;
            model.Graph.Initializer.Add(tensor);
        }
    }
}
