namespace EdgeInfer.Comparison.Reports;

/// <summary>From the start of an event to the end of the window that found it, s.</summary>
/// <param name="FirstQuartile">By nearest rank.</param>
/// <param name="Median">By nearest rank.</param>
/// <param name="ThirdQuartile">By nearest rank.</param>
public sealed record DelayFigures(double FirstQuartile, double Median, double ThirdQuartile);
