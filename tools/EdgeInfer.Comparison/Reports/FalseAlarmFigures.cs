namespace EdgeInfer.Comparison.Reports;

/// <param name="Count">Alarms that opened in a normal window.</param>
/// <param name="WatchedHours">Normal time replayed, h.</param>
/// <param name="PerDeviceDay">Their quotient.</param>
/// <param name="Low">Lower end of a 95 % interval, which holds the exact Poisson interval and the t interval over groups.</param>
/// <param name="High">Upper end.</param>
/// <param name="Groups">Groups with normal time.</param>
/// <param name="AlarmedShare">Share of the normal time in which an alarm stood.</param>
public sealed record FalseAlarmFigures(
    int Count, double WatchedHours, double PerDeviceDay, double Low, double High, int Groups, double AlarmedShare);
