using System.CommandLine;
using EdgeInfer.Serving.Opening;

namespace EdgeInfer.Runtime.Commands;

/// <summary><c>check BUNDLE</c>: proves that a bundle works on this machine.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var bundle = new Argument<string>("BUNDLE") { Description = "Folder or .zip of a bundle." };
        var command = new Command("check", "Open a bundle and let its model answer the golden cases.") { bundle };
        command.SetAction(parsed =>
        {
            using var ready = ReadyBundle.Open(parsed.GetRequiredValue(bundle), TimeProvider.System);
            parsed.InvocationConfiguration.Output.WriteLine(ready.Describe());
            return 0;
        });
        return command;
    }
}
