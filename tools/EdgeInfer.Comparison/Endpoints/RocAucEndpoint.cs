using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Endpoints;

/// <summary>Area under the ROC curve of window scores inside one group: 0.5 is guessing, 1 separates perfectly.</summary>
internal sealed class RocAucEndpoint : Endpoint
{
    public override string Id => "roc_auc";

    public override string Name => "ROC-AUC";

    public override string Title => "ROC-AUC";

    public override string IsBetterThan => "tells anomalous windows from normal ones better than";

    public override string AreEqual => "tell anomalous windows from normal ones equally well";

    public override string NeededPair => "an autoencoder and another detector are needed for one";

    public override string DifferenceUnit => "of ROC-AUC";

    public override (double? Value, double? Low, double? High) Figure(ModelSection model) =>
        (model.RocAuc, model.Intervals.RocAuc?.Low, model.Intervals.RocAuc?.High);

    public override double? Figure(GroupSection group) => group.RocAuc;

    public override string Text(double? value) => Figures.Area(value);

    public override string Interval(double? low, double? high) => low is { } from && high is { } to
        ? Invariant($"{from:0.000} to {to:0.000}")
        : "no interval";

    public override string Difference(double difference) => Invariant($"{Math.Abs(difference):0.000} {DifferenceUnit}");

    public override string Signed(double? difference) => difference is { } value ? Invariant($"{value:+0.000;-0.000;0.000}") : "–";

    public override string Margin(double margin) => Invariant($"{margin:0.##} {DifferenceUnit}");

    public override string Tick(double value) => Invariant($"{value:0.00}");
}
