using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.Schema;
using static System.FormattableString;

namespace EdgeInfer.Trainer.Import.Networks;

/// <summary>Tells probabilities from logits by what a network answers, and by the node that makes it.</summary>
internal static class AnswerForms
{
    private const double SumTolerance = 1e-4;

    /// <summary>Operators whose answers no softmax may follow.</summary>
    private static readonly HashSet<string> Bounded = ["Softmax", "Sigmoid"];

    private static readonly HashSet<string> Movers =
    [
        "Identity", "Reshape", "Flatten", "Squeeze", "Unsqueeze", "Transpose", "Dropout", "Cast",
    ];

    /// <param name="graph">Graph of the file.</param>
    /// <param name="output">Output that is asked.</param>
    /// <param name="answers">To some windows.</param>
    /// <param name="file">For errors.</param>
    /// <exception cref="InvalidInputException">A softmax or sigmoid whose answers are no probabilities of the classes.</exception>
    public static AnswerForm Of(GraphProto graph, string output, IReadOnlyList<float[]> answers, string file)
    {
        if (answers.FirstOrDefault(answer => !AreProbabilities(answer)) is not { } other)
            return AnswerForm.Probabilities;
        return Maker(graph, output) is { } maker && Bounded.Contains(maker.OpType)
            ? throw new InvalidInputException(
                NodeAttributes.PlaceOf(maker, file),
                Invariant($"output '{output}' adds up to {other.Sum()} for a window; probabilities of one class of several add up to 1"))
            : AnswerForm.Logits;
    }

    /// <summary>Probabilities, whatever the form.</summary>
    public static float[] Probabilities(AnswerForm form, float[] answer)
    {
        if (form == AnswerForm.Probabilities)
            return answer;
        var largest = answer.Max();
        double[] shares = [.. answer.Select(logit => Math.Exp((double)logit - largest))];
        var sum = shares.Sum();
        return Array.ConvertAll(shares, share => (float)(share / sum));
    }

    private static bool AreProbabilities(float[] answer) =>
        Array.TrueForAll(answer, value => value >= 0) && Math.Abs(answer.Sum(value => (double)value) - 1) <= SumTolerance;

    /// <summary>The node that computes the output, behind those that only move values.</summary>
    private static NodeProto? Maker(GraphProto graph, string output)
    {
        var makers = new Dictionary<string, NodeProto>();
        foreach (var node in graph.Node)
        {
            foreach (var name in node.Output)
                makers.TryAdd(name, node);
        }

        var maker = makers.GetValueOrDefault(output);
        for (var steps = 0;
            maker is not null && Movers.Contains(maker.OpType) && maker.Input.Count > 0 && steps < graph.Node.Count;
            steps++)
            maker = makers.GetValueOrDefault(maker.Input[0]);
        return maker;
    }
}
