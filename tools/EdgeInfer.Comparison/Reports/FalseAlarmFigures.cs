namespace EdgeInfer.Comparison.Reports;

/// <param name="Count">Alarms that opened in a normal window.</param>
/// <param name="WatchedHours">Normal time replayed, h.</param>
/// <param name="PerDeviceDay">Their quotient.</param>
/// <param name="Low">Lower end of a 95 % interval that knows how alarms cluster; null below six groups.</param>
/// <param name="High">Upper end.</param>
/// <param name="Groups">Groups with normal time.</param>
/// <param name="AlarmedShare">Share of the normal time in which an alarm stood.</param>
/// <param name="NoInterval">Why there is no interval, in words; null where there is one.</param>
public sealed record FalseAlarmFigures(
    int Count, double WatchedHours, double PerDeviceDay, double? Low, double? High, int Groups, double AlarmedShare, string? NoInterval);
