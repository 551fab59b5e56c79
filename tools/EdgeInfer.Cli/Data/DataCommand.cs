using System.CommandLine;

namespace EdgeInfer.Cli.Data;

/// <summary><c>edgeinfer data</c>: draft, check and simulate data sets.</summary>
internal static class DataCommand
{
    public static Command Create() => new("data", "Draft, check or simulate a data set.")
    {
        InitVerb.Create(),
        CheckVerb.Create(),
        SimulateVerb.Create(),
    };

    internal static Argument<string> Folder() => new("DIR") { Description = "Folder of the data set." };
}
