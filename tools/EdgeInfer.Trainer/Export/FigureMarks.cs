namespace EdgeInfer.Trainer.Export;

/// <summary>What people read beside figures that mean less than they seem to.</summary>
internal static class FigureMarks
{
    /// <summary>Of a model that was trained by <c>--quick</c>.</summary>
    public const string Quick = "quick budgets: no basis for a choice";

    /// <summary>' (simulated) (optimistic: leaky split)', or nothing.</summary>
    public static string Suffix(bool simulated, bool quick, bool leaky) =>
        $"{(simulated ? " (simulated)" : "")}{(quick ? $" ({Quick})" : "")}{(leaky ? " (optimistic: leaky split)" : "")}";
}
