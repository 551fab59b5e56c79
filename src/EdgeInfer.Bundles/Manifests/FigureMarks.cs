namespace EdgeInfer.Bundles.Manifests;

/// <summary>What people read beside figures that mean less than they seem to.</summary>
public static class FigureMarks
{
    /// <summary>Of a model that was trained by <c>--quick</c>.</summary>
    public const string Quick = "quick budgets";

    /// <summary>In this order those of <c>simulated</c>, <c>quick budgets</c> and <c>optimistic: leaky split</c> that hold.</summary>
    public static IReadOnlyList<string> Of(bool simulated, bool quick, bool leaky) =>
    [
        .. simulated ? ["simulated"] : (string[])[],
        .. quick ? [Quick] : (string[])[],
        .. leaky ? ["optimistic: leaky split"] : (string[])[],
    ];

    /// <summary>The same behind a figure, each in brackets after a space; empty where none holds.</summary>
    public static string Suffix(bool simulated, bool quick, bool leaky) =>
        string.Concat(Of(simulated, quick, leaky).Select(mark => $" ({mark})"));
}
