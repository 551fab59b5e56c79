using System.Text;

namespace EdgeInfer.Core.Fingerprints;

/// <summary>
/// Letters of names taken apart into letter and mark, and full-width ones made narrow: programs without the tables of Unicode
/// (invariant globalisation) normalise nothing.
/// </summary>
internal static class LatinLetters
{
    private static readonly (char Mark, string Composed, string Bases)[] Table =
    [
        ('\u0300', "àèìòù", "aeiou"),
        ('\u0301', "áéíóúýćĺńŕśź", "aeiouyclnrsz"),
        ('\u0302', "âêîôûĉĝĥĵŝŵŷ", "aeioucghjswy"),
        ('\u0303', "ãñõĩũ", "anoiu"),
        ('\u0304', "āēīōū", "aeiou"),
        ('\u0306', "ăĕğĭŏŭ", "aegiou"),
        ('\u0307', "ċėġż", "cegz"),
        ('\u0308', "äëïöüÿ", "aeiouy"),
        ('\u030A', "åů", "au"),
        ('\u030B', "őű", "ou"),
        ('\u030C', "čďěľňřšťž", "cdelnrstz"),
        ('\u0327', "çģķļņŗşţ", "cgklnrst"),
        ('\u0328', "ąęįų", "aeiu"),
    ];

    private static readonly Dictionary<char, string> Parts = Table
        .SelectMany(row => row.Composed.Zip(row.Bases, (composed, letter) => (composed, parts: $"{letter}{row.Mark}")))
        .ToDictionary(letter => letter.composed, letter => letter.parts);

    /// <summary>Of text in lower case.</summary>
    public static string Apart(string text)
    {
        var apart = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var narrow = letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - 0xFEE0) : letter;
            if (Parts.TryGetValue(narrow, out var parts))
                apart.Append(parts);
            else
                apart.Append(narrow);
        }

        return apart.ToString();
    }
}
