namespace EdgeInfer.Core.Errors;

/// <summary>
/// Input from outside is wrong. The message is the one line a user reads; executables print it and exit with 2.
/// </summary>
public sealed class InvalidInputException : Exception
{
    /// <param name="place">File, with line where there is one; option; or address.</param>
    /// <param name="reason">What is wrong, naming the field and the value seen.</param>
    public InvalidInputException(string place, string reason, Exception? inner = null)
        : base($"{place}: {reason}", inner)
    {
        Place = place;
        Reason = reason;
    }

    public string Place { get; }

    public string Reason { get; }

    public static InvalidInputException AtLine(string file, long line, string reason) =>
        new($"{file}:{line}", reason);
}
