namespace EdgeInfer.Datasets.Drafting;

/// <summary>Guesses the unit of a timestamp column by its name, its size as time since 1970, or its step.</summary>
internal static class TimeUnitGuess
{
    public static string Of(ColumnProfile column)
    {
        var name = column.Name.ToLowerInvariant();
        foreach (var unit in new[] { "ms", "us", "ns", "s" })
        {
            if (name.EndsWith("_" + unit, StringComparison.Ordinal))
                return unit;
        }

        // 1e8 s after 1970 is 1973; a recording's own clock never comes near.
        return column.Largest switch
        {
            > 1e17 => "ns",
            > 1e14 => "us",
            > 1e11 => "ms",
            > 1e8 => "s",
            _ => column.Whole ? "ms" : "s",
        };
    }
}
