using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Endpoints;

/// <summary>Share of windows with the right label, told in per cent and points.</summary>
internal sealed class AccuracyEndpoint : Endpoint
{
    public override string Id => "accuracy";

    public override string Name => "accuracy";

    public override string Title => "Accuracy";

    public override string IsBetterThan => "is more accurate than";

    public override string AreEqual => "are equally accurate";

    public override string NeededPair => "a tree model and a network are needed for one";

    public override string DifferenceUnit => "points";

    public override (double? Value, double? Low, double? High) Figure(ModelSection model) =>
        (model.Accuracy.Value, model.Accuracy.Low, model.Accuracy.High);

    public override double? Figure(GroupSection group) => group.Accuracy;

    public override string Text(double? value) => Figures.Percent(value);

    public override string Interval(double? low, double? high) => Figures.Interval(low, high);

    public override string Difference(double difference) => Invariant($"{Math.Abs(difference) * 100:0.0} {DifferenceUnit}");

    public override string Signed(double? difference) => Figures.Points(difference);

    public override string Margin(double margin) => Invariant($"{margin * 100:0.#} point");

    public override string Tick(double value) => Invariant($"{value * 100:0} %");
}
