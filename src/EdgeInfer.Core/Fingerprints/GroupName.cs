using System.Text;

namespace EdgeInfer.Core.Fingerprints;

/// <summary>Groups are one person or machine, however their name is written.</summary>
public static class GroupName
{
    /// <summary>Lower case; blanks, hyphens, underscores and dots between words as one hyphen: 'Machine 13' is 'machine-13'.</summary>
    public static string Normalised(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in name.ToLowerInvariant())
        {
            if (!char.IsWhiteSpace(letter) && letter is not ('-' or '_' or '.'))
                text.Append(letter);
            else if (text.Length > 0 && text[^1] != '-')
                text.Append('-');
        }

        return text.ToString().TrimEnd('-');
    }
}
