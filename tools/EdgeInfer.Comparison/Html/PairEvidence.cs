using System.Xml.Linq;
using EdgeInfer.Comparison.Endpoints;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using static EdgeInfer.Comparison.Markup.Elements;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Html;

/// <summary>The numbers that a pair's sentence stands on.</summary>
internal static class PairEvidence
{
    public static XElement Of(PairSection pair, string noun, Endpoint endpoint) => Element(
        "dl",
        "facts",
        Fact("Difference", $"{endpoint.Signed(pair.Difference)} {endpoint.DifferenceUnit}", $"{pair.First} minus {pair.Second}"),
        Fact(
            "95 % interval",
            pair.Interval95 is { } wide ? $"{endpoint.Signed(wide.Low)} to {endpoint.Signed(wide.High)}" : "none",
            $"over {Plural.Of(pair.Groups, noun)}"),
        Fact(
            "90 % interval",
            pair.Interval90 is { } narrow ? $"{endpoint.Signed(narrow.Low)} to {endpoint.Signed(narrow.High)}" : "none",
            $"equal when inside ±{endpoint.Text(pair.Margin)}"),
        Fact(
            "Sign-flip p",
            Figures.Area(pair.SignFlipP),
            Invariant($"{pair.Level:0.####} or less to be supported, at look {pair.Look}")),
        Fact(
            "Could have shown",
            pair.MinimumDetectable is { } least ? $"{endpoint.Text(least)} or more" : "nothing",
            "in 4 of 5 repetitions; six groups or more can"));

    private static XElement Fact(string name, string value, string note) => Element(
        "div", "", Element("dt", "", name), Element("dd", "", value, Element("small", "", note)));
}
