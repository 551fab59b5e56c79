using System.Globalization;

namespace EdgeInfer.Trainer.Networks.Training;

/// <summary>What a user reads before and after the training of a network.</summary>
internal static class TrainingConsole
{
    public static void Plan(string name, NetworkSpec spec, TrainingSet set, NetworkTrainingOptions options)
    {
        Line($"{name}: {spec.ParameterCount} parameters, {spec.MultiplyAccumulateCount} multiply-accumulates a window, {options.Epochs} epochs");
        Line(set.Validation is { } validation
            ? (FormattableString)$"{name}: {validation.Count} windows of held-out training groups say which epoch is kept"
            : $"{name}: fewer than {ValidationGroups.FewestGroups} training groups, none is held out to stop early");
    }

    public static void Outcome(string name, TrainingSet set, TrainingOutcome outcome)
    {
        if (set.Validation is not null)
            Line($"{name}: kept epoch {outcome.KeptEpoch} of {outcome.Epochs}");
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
