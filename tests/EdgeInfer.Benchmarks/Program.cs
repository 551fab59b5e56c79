using System.CommandLine;
using EdgeInfer.Benchmarks.Conventions;
using EdgeInfer.Benchmarks.Explanations;
using EdgeInfer.Benchmarks.Features;
using EdgeInfer.Benchmarks.Instructions;
using EdgeInfer.Benchmarks.Lateness;
using EdgeInfer.Benchmarks.Networks;
using EdgeInfer.Benchmarks.Outboxes;
using EdgeInfer.Benchmarks.Seeds;
using EdgeInfer.Benchmarks.Shipped;
using EdgeInfer.Benchmarks.Statistics;
using EdgeInfer.Benchmarks.Tables;
using EdgeInfer.Benchmarks.Tails;
using EdgeInfer.Benchmarks.Trees;
using EdgeInfer.Core.Errors;

var root = new RootCommand("Measures EdgeInfer against its peers, interleaved in one run")
{
    ConventionsCommand.Create(),
    FeaturesCommand.Create(),
    InstructionsCommand.Create(),
    LatenessCommand.Create(),
    NetworksCommand.Create(),
    OutboxCommand.Create(),
    SeedsCommand.Create(),
    ShapCommand.Create(),
    ShippedCommand.Create(),
    StatisticsCommand.Create(),
    TablesCommand.Create(),
    TailsCommand.Create(),
    TreesCommand.Create(),
};
try
{
    return root.Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (UserError.TryDescribe(e, out var line))
{
    Console.Error.WriteLine(line);
    return UserError.ExitCode;
}
