namespace EdgeInfer.Core.Features;

/// <summary>
/// Envelope analysis of a vibration: the band that a bearing's impacts excite, and the orders (multiples of the
/// shaft speed) at which their repetition is looked for.
/// </summary>
/// <param name="LowHz">Lower edge of the demodulated band, Hz.</param>
/// <param name="HighHz">Upper edge, Hz, at most half the rate.</param>
/// <param name="Orders">Name and order of each defect frequency, for example <c>bpfo</c> = 3.58.</param>
public sealed record EnvelopeBand(double LowHz, double HighHz, IReadOnlyDictionary<string, double> Orders);
