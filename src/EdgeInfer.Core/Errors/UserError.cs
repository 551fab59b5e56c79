using System.Net.Sockets;

namespace EdgeInfer.Core.Errors;

/// <summary>Tells failures that a user can mend, as one line, from bugs, which keep their stack trace.</summary>
public static class UserError
{
    /// <summary>Exit code of every executable for bad input.</summary>
    public const int ExitCode = 2;

    private const int NoSpaceLeft = 28;

    /// <summary>Writes the line into <paramref name="line"/> and returns true where the user can mend <paramref name="error"/>.</summary>
    public static bool TryDescribe(Exception error, out string line)
    {
        (var described, line) = error switch
        {
            InvalidInputException invalid => (true, invalid.Message),
            IOException { HResult: NoSpaceLeft } full => (true, $"disk full: {full.Message}"),
            IOException => (true, error.Message),
            OutOfMemoryException => (true, "out of memory: the recordings or models do not fit into what this process may use"),
            UnauthorizedAccessException => (true, error.Message),
            SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } => (true, $"port in use: {error.Message}"),
            AggregateException { InnerException: { } inner } => (TryDescribe(inner, out var text), text),
            _ => (false, ""),
        };
        return described;
    }

    /// <summary>A message of several lines as the one line that executables print.</summary>
    public static string OneLine(string message) =>
        string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
