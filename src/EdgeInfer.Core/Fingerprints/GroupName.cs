using System.Globalization;
using System.Text;

namespace EdgeInfer.Core.Fingerprints;

/// <summary>Groups are one person or machine, however their name is written.</summary>
public static class GroupName
{
    /// <summary>
    /// Words and numbers in lower case with a blank between them: 'Machine-013' and 'machine13' are 'machine 13'. A name
    /// without letter and digit stays as it is.
    /// </summary>
    public static string Normalised(string name)
    {
        var tokens = new List<string>();
        var token = new StringBuilder();
        var number = false;
        foreach (var rune in LatinLetters.Apart(Compatible(name).ToLowerInvariant()).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            // Zero-width blanks and soft hyphens are not seen; a mark belongs to its letter.
            if (category == UnicodeCategory.Format)
                continue;
            var (digit, letter) = (category == UnicodeCategory.DecimalDigitNumber, Rune.IsLetter(rune) || IsMark(category));
            if (digit != number || !(digit || letter))
                Close();
            number = digit;
            if (digit)
                token.Append((int)Rune.GetNumericValue(rune));
            else if (letter)
                token.Append(rune);
        }

        Close();
        return tokens.Count > 0 ? string.Join(' ', tokens) : name.Trim();

        void Close()
        {
            if (token.Length > 0)
                tokens.Add(number ? WithoutZeros(token.ToString()) : token.ToString());
            token.Clear();
        }
    }

    private static bool IsMark(UnicodeCategory category) => category is UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static string WithoutZeros(string digits) => digits.TrimStart('0') is { Length: > 0 } rest ? rest : "0";

    // A platform may lack the tables or return the name as it is; a name may hold half a surrogate pair.
    private static string Compatible(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormKC);
        }
        catch (Exception error) when (error is PlatformNotSupportedException or ArgumentException)
        {
            return name;
        }
    }
}
