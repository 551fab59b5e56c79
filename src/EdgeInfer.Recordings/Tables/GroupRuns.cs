using EdgeInfer.Recordings.Csv;

namespace EdgeInfer.Recordings.Tables;

/// <summary>Cuts the rows of a file wherever the group column changes.</summary>
internal sealed class GroupRuns
{
    private readonly List<GroupRun> _ended = [];
    private string? _group;
    private int _first;
    private int _count;

    public void Add(CsvFile csv, int column)
    {
        var group = csv.Field(column);
        if (group.IsEmpty)
            throw csv.Invalid(column, "is empty");
        if (_group is null || !group.SequenceEqual(_group))
        {
            End();
            _group = group.ToString();
        }

        _count++;
    }

    public IReadOnlyList<GroupRun> ToList()
    {
        End();
        return _ended;
    }

    private void End()
    {
        if (_count > 0)
            _ended.Add(new GroupRun(_group!, _first, _count));
        (_first, _count) = (_first + _count, 0);
    }
}
