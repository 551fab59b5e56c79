using EdgeInfer.Comparison.Reports;

namespace EdgeInfer.Comparison.Endpoints;

/// <summary>The figure that a task's verdict is judged by, a share of 1 for each group, with the words it is told in.</summary>
internal abstract class Endpoint
{
    /// <summary>Of classifications.</summary>
    public static Endpoint Accuracy { get; } = new AccuracyEndpoint();

    /// <summary>
    /// Of anomaly tasks: how a group's anomalous windows rank against its own normal ones. A count of found events
    /// depends on one threshold, which is a forecast, and takes few values.
    /// </summary>
    public static Endpoint RocAuc { get; } = new RocAucEndpoint();

    public static Endpoint Of(ModelSection model) => model.Events is null ? Accuracy : RocAuc;

    public static Endpoint Of(ComparisonReport report) => Of(report.Models[0]);

    /// <summary>As <c>report.json</c> has it.</summary>
    public abstract string Id { get; }

    /// <summary>Inside a sentence.</summary>
    public abstract string Name { get; }

    /// <summary>At the head of a column or the beginning of a sentence.</summary>
    public abstract string Title { get; }

    /// <summary>Between two models, the better one first.</summary>
    public abstract string IsBetterThan { get; }

    /// <summary>After two models.</summary>
    public abstract string AreEqual { get; }

    /// <summary>What models of the task a verdict needs.</summary>
    public abstract string NeededPair { get; }

    public abstract (double? Value, double? Low, double? High) Figure(ModelSection model);

    /// <summary>Null where the group cannot show it.</summary>
    public abstract double? Figure(GroupSection group);

    /// <summary>Null where the model did not see the group, too.</summary>
    public double? Figure(ModelSection model, string group) =>
        model.PerGroup.FirstOrDefault(seen => seen.Group == group) is { } found ? Figure(found) : null;

    public abstract string Text(double? value);

    public abstract string Interval(double? low, double? high);

    /// <summary>A difference without its sign, with its unit.</summary>
    public abstract string Difference(double difference);

    /// <summary>A difference with its sign, without its unit.</summary>
    public abstract string Signed(double? difference);

    /// <summary>Unit of a difference.</summary>
    public abstract string DifferenceUnit { get; }

    /// <summary>The largest difference that counts as none, with its unit.</summary>
    public abstract string Margin(double margin);

    /// <summary>A label of an axis.</summary>
    public abstract string Tick(double value);
}
