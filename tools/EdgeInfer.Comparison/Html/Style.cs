namespace EdgeInfer.Comparison.Html;

/// <summary>
/// <c>report.css</c>. It holds no '&lt;', '&gt;' or '&amp;': XML would encode them, and HTML reads styles undecoded.
/// </summary>
internal static class Style
{
    public static string Sheet { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(Style).Assembly.GetManifestResourceStream("report.css")
            ?? throw new InvalidOperationException("report.css is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
