namespace EdgeInfer.Comparison.Reports;

/// <param name="Group">Machine, speed or session.</param>
/// <param name="Events">True events.</param>
/// <param name="Found">Events during which an alarm stood.</param>
/// <param name="FalseAlarms">Alarms that opened in a normal window.</param>
public sealed record GroupEvents(string Group, int Events, int Found, int FalseAlarms);
