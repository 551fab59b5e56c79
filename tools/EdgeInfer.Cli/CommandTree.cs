using System.CommandLine;
using EdgeInfer.Cli.Comparing;
using EdgeInfer.Cli.Data;
using EdgeInfer.Cli.Demo;
using EdgeInfer.Cli.Devices;
using EdgeInfer.Cli.Running;
using EdgeInfer.Cli.Training;

namespace EdgeInfer.Cli;

/// <summary>Every verb of <c>edgeinfer</c>.</summary>
internal static class CommandTree
{
    public static RootCommand Create()
    {
        var root = new RootCommand("Measures which model to deploy on a small device: trees or a compressed network")
        {
            DemoCommand.Create(),
            CompareCommand.Create(),
            DataCommand.Create(),
            DeletionTestCommand.Create(),
            CommandCommand.Create(),
            RetireCommand.Create(),
        };
        foreach (var verb in TrainerVerbs.Create().Concat(RuntimeVerbs.Create()))
            root.Add(verb);
        return root;
    }
}
