using System.CommandLine;
using EdgeInfer.Cli;
using EdgeInfer.Cli.Processes;
using EdgeInfer.Cli.Running;
using EdgeInfer.Cli.Training;
using EdgeInfer.Core.Errors;

try
{
    if (TrainerVerbs.Forwarded(args) is { } forwarded)
        return await TrainerVerbs.RunAsync(forwarded).ConfigureAwait(false);
    if (RuntimeVerbs.Forwarded(args) is { } run)
        return await ForwardedRun.RunAsync(Sibling.Runtime, run).ConfigureAwait(false);

    var parsed = CommandTree.Create().Parse(args);
    if (parsed.Errors.Count > 0)
    {
        // An unknown verb gives two; the last names it.
        Console.Error.WriteLine(UserError.OneLine(parsed.Errors[^1].Message));
        return UserError.ExitCode;
    }

    return await parsed.InvokeAsync(new InvocationConfiguration
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = TimeSpan.FromSeconds(15),
    }).ConfigureAwait(false);
}
catch (Exception e) when (UserError.TryDescribe(e, out var line))
{
    Console.Error.WriteLine(line);
    return UserError.ExitCode;
}
