using System.Text.RegularExpressions;
using EdgeInfer.Datasets.Paths;
using EdgeInfer.Datasets.Surveying;

namespace EdgeInfer.Datasets.Layouts;

/// <summary>Programs whose exports are known by their public documentation.</summary>
internal static partial class KnownExports
{
    /// <summary>In words for a sentence; null where no program is recognised.</summary>
    public static string? NameOf(TableSurvey survey)
    {
        var names = survey.Columns.Select(column => column.Name).ToList();
        if (IsSensorLogger(names))
            return "Sensor Logger";
        if (names.Count > 1 && Phyphox().IsMatch(names[0]) && names.Skip(1).All(name => name.EndsWith(')')))
            return "phyphox";
        if (names[0] == "timestamp" && survey.Paths.All(path => EdgeImpulse().IsMatch(Path.GetFileName(path))))
            return "Edge Impulse";
        return null;
    }

    /// <summary>
    /// Unit of a sensor's values where the export states none: Sensor Logger's page of units (tszheichoi/awesome-sensor-logger, UNITS.md).
    /// Null where the page makes it depend on the phone, or the program is another.
    /// </summary>
    /// <param name="survey">Of the sensor's files.</param>
    /// <param name="file">Name of the sensor's file.</param>
    public static string? UnitOf(TableSurvey survey, string file) => !IsSensorLogger([.. survey.Columns.Select(column => column.Name)])
        ? null
        : PathTokens.Of(file).Stem switch
        {
            "Accelerometer" or "Gravity" => "m/s2",
            "Gyroscope" or "GyroscopeUncalibrated" => "rad/s",
            _ => null,
        };

    private static bool IsSensorLogger(List<string> names) => names is ["time", "seconds_elapsed", _, ..];

    [GeneratedRegex(@"^Time \(s\)$")]
    private static partial Regex Phyphox();

    [GeneratedRegex(@"^[^.]+\.[0-9]{10,}\.csv$")]
    private static partial Regex EdgeImpulse();
}
