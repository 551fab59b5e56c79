using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Trainer.Compression;

/// <summary>Steps in the order in which they are taken.</summary>
internal sealed record CompressionChain(IReadOnlyList<ICompressionStep> Steps)
{
    private const string Option = "--steps";
    private const int MaxSteps = 8;

    /// <param name="texts">Of a chain each.</param>
    /// <exception cref="InvalidInputException">A chain is none, or the same as another.</exception>
    public static IReadOnlyList<CompressionChain> ParseAll(IReadOnlyList<string> texts)
    {
        CompressionChain[] chains = [.. texts.Select(Parse)];
        return chains.GroupBy(chain => chain.ToString()).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new InvalidInputException(Option, $"'{twice.Key}' is given {twice.Count()} times; every chain is tried once")
            : chains;
    }

    /// <param name="text">For example <c>int8</c>: steps separated by commas.</param>
    /// <exception cref="InvalidInputException">An unknown step, none, or one after a change of number format.</exception>
    public static CompressionChain Parse(string text)
    {
        var names = text.Split(',', StringSplitOptions.TrimEntries);
        if (names.Length > MaxSteps)
            throw new InvalidInputException(Option, $"{names.Length} steps, at most {MaxSteps} are taken");
        ICompressionStep[] steps = [.. names.Select(Step)];
        // Steps rewrite a network in fp32; what has another format is at its end.
        foreach (var early in steps.SkipLast(1).Where(step => step is IntegerStep or HalfPrecisionStep))
            throw new InvalidInputException(Option, $"'{early.Name}' stands before '{steps[^1].Name}'; it can only come last");
        return new CompressionChain(steps);
    }

    public CompressionStage Apply(CompressionStage network, CompressionInputs inputs) =>
        Steps.Aggregate(network, (current, step) => step.Apply(current, inputs));

    /// <summary>As the command line has it.</summary>
    public override string ToString() => string.Join(',', Steps.Select(step => step.Name));

    private static ICompressionStep Step(string text) => text.Split(':', 2) switch
    {
        [var name] when name == ModelFormat.Int8.Name => new IntegerStep(),
        [var name] when name == ModelFormat.Fp16.Name => new HalfPrecisionStep(),
        [DistillationStep.Verb] => new DistillationStep(),
        [PruningStep.Verb, var share] => PruningStep.Parse(share),
        _ => throw new InvalidInputException(
            Option,
            $"'{text}' is no step; known are {PruningStep.Verb}:SHARE, {DistillationStep.Verb}, "
            + $"{ModelFormat.Int8} and {ModelFormat.Fp16}"),
    };
}
