using System.CommandLine;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Cli.Tests.Support;

/// <summary>Invokes a verb through the real command tree, as the executable does.</summary>
internal static class Verb
{
    /// <summary>Exit code and lines of output; for bad input its line.</summary>
    public static (int ExitCode, string[] Lines) Run(params string[] arguments)
    {
        var parsed = CommandTree.Create().Parse(arguments);
        Assert.Empty(parsed.Errors);
        using var output = new StringWriter();
        try
        {
            var code = parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output });
            return (code, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
        catch (InvalidInputException invalid)
        {
            return (UserError.ExitCode, [invalid.Message]);
        }
    }
}
