using System.Text.RegularExpressions;
using EdgeInfer.Datasets.Surveying;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Layouts;

/// <summary>Recognises a table in which every row holds one value of one channel.</summary>
internal static partial class LongLayout
{
    /// <summary>Null where rows hold a value of each channel.</summary>
    public static DatasetLongTable? Find(TableSurvey survey)
    {
        var names = survey.Columns.Where(column => column.Texts > 0 && column.HasFewValues && NameColumn().IsMatch(column.Name)).ToList();
        var values = survey.Columns.Where(column => column.IsNumeric && ValueColumn().IsMatch(column.Name)).ToList();
        return names is [var name] && values is [var value] ? new DatasetLongTable(name.Name, value.Name) : null;
    }

    [GeneratedRegex("^(sensor|channel|signal|axis|variable|metric|measurement|quantity|parameter|name|field)(_?name)?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex NameColumn();

    [GeneratedRegex("^(value|reading|measurement_?value|val)s?$", RegexOptions.IgnoreCase)]
    private static partial Regex ValueColumn();
}
