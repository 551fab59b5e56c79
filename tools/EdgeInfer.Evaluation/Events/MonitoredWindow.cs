namespace EdgeInfer.Evaluation.Events;

/// <summary>One window of time that was monitored, in its order inside a segment.</summary>
/// <param name="Group">Machine, speed or session: the unit of analysis.</param>
/// <param name="Segment">Number of the piece of one recording without a gap; an event never spans two.</param>
/// <param name="IsAnomalous">The truth.</param>
/// <param name="Score">The model's, higher where less like normal.</param>
/// <param name="IsAlarmed">Whether the decision stage held an event open after this window.</param>
public readonly record struct MonitoredWindow(string Group, int Segment, bool IsAnomalous, float Score, bool IsAlarmed);
