using System.CommandLine;
using EdgeInfer.Core.Errors;
using EdgeInfer.Hosting;
using EdgeInfer.Trainer.Commands;
using EdgeInfer.Trainer.Hosting;
using Spectre.Console;

const int WidthOfRedirected = 160;

ParentLife.Watch();

// A file has no width; tables made for 80 columns would break every word.
if (Console.IsOutputRedirected)
    AnsiConsole.Profile.Width = WidthOfRedirected;

var root = new RootCommand("Trains models from recordings and exports them as bundles with a proof of parity")
{
    TreesCommand.Create(),
    NetCommand.Create(),
    HybridCommand.Create(),
    AnomalyCommand.Create(),
    ValidateCommand.Create(),
    ImportCommand.Create(),
    InspectCommand.Create(),
    CompressCommand.Create(),
    LayersCommand.Create(),
};
try
{
    var arguments = root.Parse(args);
    if (arguments.Errors.Count > 0)
    {
        // An unknown verb gives two; the last names it.
        Console.Error.WriteLine(UserError.OneLine(arguments.Errors[^1].Message));
        return UserError.ExitCode;
    }

    if (args.Length > 0 && !args[0].StartsWith('-'))
        TrainingHost.Require(TrainingHost.Current);
    return arguments.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (UserError.TryDescribe(e, out var line))
{
    Console.Error.WriteLine(line);
    return UserError.ExitCode;
}
