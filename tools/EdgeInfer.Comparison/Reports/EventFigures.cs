using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Comparison.Reports;

/// <summary>What an anomaly detector and its decision stage made of the replay.</summary>
/// <param name="Events">True events: unbroken runs of anomalous windows in one recording.</param>
/// <param name="Found">Events in which an alarm opened.</param>
/// <param name="Missed">The other events.</param>
/// <param name="Recall">Share of events found, mean over the groups that have any; null where none has.</param>
/// <param name="DelayS">Of the events found; null without one.</param>
/// <param name="FalseAlarms">Null where nothing normal was watched.</param>
/// <param name="PerGroup">In ordinal order of their names.</param>
public sealed record EventFigures(
    int Events,
    int Found,
    int Missed,
    GroupEstimate? Recall,
    DelayFigures? DelayS,
    FalseAlarmFigures? FalseAlarms,
    IReadOnlyList<GroupEvents> PerGroup);
