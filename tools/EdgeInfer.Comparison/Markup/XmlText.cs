using System.Text;
using System.Xml;

namespace EdgeInfer.Comparison.Markup;

/// <summary>Makes text from outside (labels, stream names) fit for XML; encoding itself is the writer's.</summary>
internal static class XmlText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Replaces control characters and lone surrogates, which no XML can carry, by U+FFFD.</summary>
    public static string Fit(string text)
    {
        var fitted = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                fitted.Append(text[i]).Append(text[++i]);
            else
                fitted.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : Replacement);
        }
        return fitted.ToString();
    }
}
