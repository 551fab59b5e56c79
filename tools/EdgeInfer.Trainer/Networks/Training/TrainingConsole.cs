using static System.FormattableString;

namespace EdgeInfer.Trainer.Networks.Training;

/// <summary>What a user reads before and after the training of a network.</summary>
internal static class TrainingConsole
{
    public static void Plan(string name, LayerGraph spec, TrainingSet set, NetworkTrainingOptions options)
    {
        Console.WriteLine(
            Invariant($"{name}: {spec.ParameterCount} parameters, ")
            + Invariant($"{spec.MultiplyAccumulateCount} multiply-accumulates a window, {options.Epochs} epochs"));
        Console.WriteLine(set.Validation is { } validation
            ? Invariant($"{name}: {validation.Count} windows of held-out training groups say which epoch is kept")
            : Invariant($"{name}: fewer than {ValidationGroups.FewestGroups} training groups, none is held out to stop early"));
    }

    public static void Outcome(string name, TrainingSet set, TrainingOutcome outcome)
    {
        if (set.Validation is not null)
            Console.WriteLine(Invariant($"{name}: kept epoch {outcome.KeptEpoch} of {outcome.Epochs}"));
    }
}
