using System.CommandLine;
using EdgeInfer.Cli.Data;
using EdgeInfer.Cli.Demo;
using EdgeInfer.Cli.Processes;
using EdgeInfer.Cli.Training;
using EdgeInfer.Core.Errors;

try
{
    if (TrainerVerbs.Forwarded(args) is { } forwarded)
        return await ChildProcess.RunAsync(Sibling.Trainer, forwarded, CancellationToken.None).ConfigureAwait(false);

    var root = new RootCommand("Measures which model to deploy on a small device: trees or a compressed network")
    {
        DemoCommand.Create(),
        DataCommand.Create(),
    };
    foreach (var verb in TrainerVerbs.Create())
        root.Add(verb);
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration
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
