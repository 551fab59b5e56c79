namespace EdgeInfer.Measurement.Events;

/// <summary>One window of a recording that was monitored, in the order of time inside it.</summary>
/// <param name="Group">Machine, speed or session: the unit of analysis.</param>
/// <param name="Recording">Its name; an event never spans two.</param>
/// <param name="IsAnomalous">The truth.</param>
/// <param name="Score">The model's, higher where less like normal.</param>
/// <param name="IsAlarmed">Whether the decision stage held an event open after this window.</param>
public readonly record struct MonitoredWindow(string Group, string Recording, bool IsAnomalous, float Score, bool IsAlarmed);
