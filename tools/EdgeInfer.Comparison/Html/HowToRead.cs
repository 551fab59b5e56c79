using System.Xml.Linq;
using EdgeInfer.Comparison.Endpoints;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Evaluation.Verdicts;
using static EdgeInfer.Comparison.Markup.Elements;

namespace EdgeInfer.Comparison.Html;

/// <summary>The terms, for a newcomer.</summary>
internal static class HowToRead
{
    public static XElement Of(ComparisonReport report)
    {
        var noun = report.AccuracySource.GroupNoun;
        var endpoint = Endpoint.Of(report);
        return Element(
            "section",
            "",
            Element("h2", "", "How to read this report"),
            Element(
                "dl",
                "terms",
                Term(
                    "Group", $"A {noun}. Windows of one {noun} resemble each other, so a {noun}, not a window, counts as one observation."),
                Term(
                    "95 % interval",
                    $"Where the mean over {noun}s plausibly lies, given how much it varied between these. Few {noun}s make it wide."),
                Term(
                    "Supported, equivalent, inconclusive",
                    "Supported: the 95 % interval of the paired difference excludes 0 and a sign-flip test agrees. Equivalent: "
                    + $"its 90 % interval lies inside ±{endpoint.Text(report.Comparison?.Margin ?? PairedJudgement.DefaultMargin)}, and "
                    + $"there are enough {noun}s and windows to tell. Otherwise inconclusive, and more {noun}s are the remedy. "
                    + "At the next look both tests are stricter: recording until something shows would find it between equal models."),
                endpoint == Endpoint.Accuracy ? OfClasses() : OfEvents(noun),
                Term(
                    "p50, p99",
                    "Half of the windows, and 99 of 100, were answered within this time. Below p99 stands where another run's p99 lies, "
                    + "with 95 % confidence, wider where slow windows came together, and without an upper end where they tell too little. "
                    + "'n too small' stands below 1,000 windows."),
                Term("int8, fp32, exact", "Numbers of the network in 8-bit integers or 32-bit floats; trees are stored without loss."),
                Term("Parity", "The exported file must give what the trained model gave; a label that differs would be counted here."),
                Term("Energy", "Appears only where a power meter measured it; there was none in this run.")));
    }

    private static XElement[] OfClasses() =>
    [
        Term("Macro F1, precision, recall", "Computed for each class and averaged, so that a rare class weighs as much as a frequent one."),
        Term(
            "ROC-AUC",
            "Chance that a window of a class scores higher for it than a window of another class: 0.5 is guessing, 1 is perfect."),
        Term("Calibration error", "Average distance between the probability that a model states and how often it is right."),
    ];

    private static XElement[] OfEvents(string noun) =>
    [
        Term(
            "ROC-AUC",
            $"Chance that an anomalous window scores higher than a normal one of the same {noun}: 0.5 is guessing, 1 is perfect. "
            + "It needs no threshold, so it is what the verdict compares."),
        Term(
            "Event, delay",
            "An unbroken run of anomalous windows in one recording; from its start to the end of the window that found it."),
        Term(
            "False alarms a device-day",
            "Alarms that opened in the normal state, over the normal time replayed. "
            + "Little time makes the interval wide, even without an alarm."),
    ];

    private static XElement Term(string name, string text) =>
        Element("div", "", Element("dt", "", name), Element("dd", "", text));
}
