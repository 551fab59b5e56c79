using EdgeInfer.Core.Errors;

namespace EdgeInfer.Recordings.Tables;

/// <summary>Reads rows one by one and gathers what is wrong with them.</summary>
internal sealed class RowProblems(string path, Problems problems)
{
    /// <summary>A file with more problems than this is wrong as a whole; the rest would only hide the other files.</summary>
    private const int MaxProblemsInFile = 20;

    private int _wrong;

    public bool AnyFound => _wrong > 0;

    /// <summary>Returns false where no further row is to be read.</summary>
    public bool TryRow(int line, Action row)
    {
        try
        {
            row();
            return true;
        }
        catch (InvalidInputException problem)
        {
            problems.Add(problem);
            if (++_wrong < MaxProblemsInFile)
                return true;
            problems.Add(InvalidInputException.AtLine(path, line, "further problems of this file are not listed"));
            return false;
        }
    }
}
