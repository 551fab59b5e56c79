namespace EdgeInfer.Comparison.Charts;

/// <summary>A model keeps its colour, shape and dash through the whole report; colour alone carries nothing.</summary>
internal static class Series
{
    private const int Styles = 6;

    public static string Class(int index) => FormattableString.Invariant($"s{index % Styles}");
}
