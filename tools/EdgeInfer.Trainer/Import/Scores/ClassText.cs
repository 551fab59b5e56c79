using System.Globalization;

namespace EdgeInfer.Trainer.Import.Scores;

/// <summary>A class as text: a number is the same in every way to write it, and false and true are 0 and 1.</summary>
internal static class ClassText
{
    /// <summary>Place of each text among the classes; null where the two are not the same, one by one.</summary>
    public static int[]? Match(IReadOnlyList<string> classes, IReadOnlyList<string> texts)
    {
        string[] known = [.. classes];
        if (texts.All(known.Contains))
            return [.. texts.Select(text => Array.IndexOf(known, text))];
        known = [.. classes.Select(Plain)];
        string[] asked = [.. texts.Select(Plain)];
        return known.Distinct().Count() == known.Length && asked.Distinct().Count() == asked.Length && asked.All(known.Contains)
            ? [.. asked.Select(text => Array.IndexOf(known, text))]
            : null;
    }

    /// <summary>Place of 0, 1, 2 and so on; null where the classes are anything else.</summary>
    public static int[]? Numbers(IReadOnlyList<string> classes) =>
        Match(classes, [.. Enumerable.Range(0, classes.Count).Select(i => i.ToString(CultureInfo.InvariantCulture))]);

    private static string Plain(string text) =>
        bool.TryParse(text, out var truth) ? truth ? "1" : "0"
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number.ToString("R", CultureInfo.InvariantCulture)
        : text;
}
