using EdgeInfer.Recordings.Clocks;

namespace EdgeInfer.Recordings.Layout;

/// <summary>What a description must say of time.</summary>
internal static class ClockRules
{
    public static void Check(Dataset dataset, Action<bool, string, string> field)
    {
        if (dataset.Segments is { } segments)
            Unit(segments.Unit, "segments.unit", field);
        if (dataset.Timestamp is not { } clock)
        {
            field(
                dataset.Segments?.Unit != TimeUnit.DateTime, "segments.unit", "'date-time', but there is no timestamp whose format it has");
            return;
        }

        Unit(clock.Unit, "timestamp.unit", field);
        var isText = TimeUnit.IsText(clock.Unit);
        field(isText || clock.TimeColumn is null, "timestamp.time_column", $"'{clock.TimeColumn}' is for text, the unit is '{clock.Unit}'");
        field(clock.TimeColumn is null || clock.TimeColumn != clock.Column, "timestamp.time_column", "is the column of the date as well");
        field(isText || clock.Zone is null, "timestamp.zone", $"'{clock.Zone}' is for text, the unit is '{clock.Unit}'");
        field(
            clock.Zone is null || TimeZones.Find(clock.Zone) is not null,
            "timestamp.zone",
            $"'{clock.Zone}' is not among the time zones of this machine: names are as in Europe/Madrid, and come with the package tzdata");
        var needsFormat = TimeUnit.DateTime == clock.Unit || dataset.Segments?.Unit == TimeUnit.DateTime;
        field(!needsFormat || clock.Format is not null, "timestamp.format", "is missing, but the unit is 'date-time'");
        field(needsFormat || clock.Format is null, "timestamp.format", $"'{clock.Format}' is for the unit 'date-time', not '{clock.Unit}'");
        var fault = needsFormat && clock.Format is { } format ? FormattedTime.Fault(format) : null;
        field(fault is null, "timestamp.format", $"'{clock.Format}' {fault}");
    }

    private static void Unit(string unit, string name, Action<bool, string, string> field) => field(
        TimeUnit.Names.Contains(unit), name, $"'{unit}' is not one of {string.Join(", ", TimeUnit.Names)}");
}
