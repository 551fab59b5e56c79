using EdgeInfer.Core.Errors;

namespace EdgeInfer.Recordings;

/// <summary>Receives what is wrong with a data set: the first problem ends an opening, a check gathers them all.</summary>
internal sealed class Problems
{
    private readonly List<InvalidInputException>? _found;

    private Problems(List<InvalidInputException>? found) => _found = found;

    public static Problems Throw { get; } = new(null);

    public IReadOnlyList<InvalidInputException> Found => _found ?? [];

    public static Problems Gather() => new([]);

    /// <summary>Returns only where problems are gathered.</summary>
    public void Add(InvalidInputException problem)
    {
        if (_found is null)
            throw problem;
        _found.Add(problem);
    }

    public void Add(string place, string reason) => Add(new InvalidInputException(place, reason));

    /// <summary>Runs a step whose failure must not hide the problems of the next one.</summary>
    public void Try(Action step)
    {
        try
        {
            step();
        }
        catch (InvalidInputException problem)
        {
            Add(problem);
        }
    }
}
