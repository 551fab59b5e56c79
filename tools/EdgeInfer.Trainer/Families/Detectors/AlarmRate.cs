using System.Globalization;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Trainer.Families.Detectors;

/// <summary>False alarms that one device may raise in a day of normal running, as the command line states them.</summary>
internal static class AlarmRate
{
    public const string Option = "--false-alarms-per-day";
    public const string Default = "1";

    /// <summary>Parsed here, because an option's own parser would follow the user's culture.</summary>
    /// <exception cref="InvalidInputException">No number above 0.</exception>
    public static double Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) && rate > 0 && double.IsFinite(rate)
            ? rate
            : throw new InvalidInputException(Option, $"'{text}' is no number above 0");
}
