using System.CommandLine;

namespace EdgeInfer.Cli.Data;

/// <summary><c>edgeinfer data</c>: draft, check, draw, simulate and sample data sets, and find public ones.</summary>
internal static class DataCommand
{
    public static Command Create() => new("data", "Draft, check, draw, simulate or sample a data set; say where public ones come from.")
    {
        InitVerb.Create(),
        CheckVerb.Create(),
        PreviewVerb.Create(),
        SimulateVerb.Create(),
        SampleVerb.Create(),
        SourcesVerb.Create(),
    };

    internal static Argument<string> Folder() => new("DIR") { Description = "Folder of the data set." };
}
