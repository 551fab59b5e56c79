using EdgeInfer.Datasets.Clocks;
using EdgeInfer.Datasets.Paths;
using EdgeInfer.Datasets.Surveying;

namespace EdgeInfer.Datasets.Layouts;

/// <summary>A folder is a recording, and each of its files a sensor, as phones' loggers write them.</summary>
/// <param name="Recordings">Folders that hold every sensor's file.</param>
/// <param name="Sensors">Names of the sensors' files.</param>
/// <param name="LeftOut">Folders that lack a sensor's file.</param>
internal sealed record SensorFolders(IReadOnlyList<string> Recordings, IReadOnlyList<string> Sensors, IReadOnlyList<string> LeftOut)
{
    /// <summary>Null where the files are no sensors': where fewer than two names in most folders are those of sensors.</summary>
    /// <param name="paths">All tables of the folder.</param>
    public static SensorFolders? Find(IReadOnlyList<string> paths)
    {
        var folders = paths.Where(path => path.Contains('/', StringComparison.Ordinal))
            .GroupBy(path => path[..path.LastIndexOf('/')], path => path[(path.LastIndexOf('/') + 1)..], StringComparer.Ordinal)
            .ToList();
        if (folders.Count < 2)
            return null;
        string[] sensors =
        [
            .. folders.SelectMany(names => names).CountBy(name => name)
                .Where(name => name.Value * 2 > folders.Count && KnownWords.IsSensor(PathTokens.Of(name.Key).Stem))
                .Select(name => name.Key).Order(StringComparer.Ordinal),
        ];
        if (sensors.Length < 2)
            return null;
        var whole = folders.ToLookup(names => sensors.All(names.Contains), names => names.Key);
        return new SensorFolders([.. whole[true]], sensors, [.. whole[false]]);
    }

    /// <summary>The columns of each sensor's files, without those that have no clock or nothing but text.</summary>
    public IReadOnlyList<(string File, TableSurvey Survey)> Survey(string directory) =>
    [
        .. Sensors
            .Select(sensor => (File: sensor, Survey: TableSurvey.Read(directory, [.. Recordings.Select(folder => $"{folder}/{sensor}")])))
            .Where(each => each.Survey.Columns.Any(ClockColumns.IsNamed) && each.Survey.Columns.Count(column => column.IsNumeric) > 1),
    ];
}
