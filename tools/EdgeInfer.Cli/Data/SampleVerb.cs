using System.CommandLine;
using EdgeInfer.Datasets.Sampling;

namespace EdgeInfer.Cli.Data;

internal static class SampleVerb
{
    private const int DefaultSeed = 1;

    public static Command Create()
    {
        var file = new Argument<string>("IMAGES") { Description = "IDX file of images, its labels beside it." };
        var folder = new Option<string>("--out") { Description = "Folder that receives the sample.", Required = true };
        var count = new Option<int>("--count") { Description = "Images to draw, as many of each class.", Required = true };
        var seed = new Option<int>("--seed") { Description = "Seed of the draw.", DefaultValueFactory = _ => DefaultSeed };
        var command = new Command("sample", "Draw a smaller data set from IDX files.") { file, folder, count, seed };
        command.SetAction(parsed =>
        {
            IdxSample.Write(
                parsed.GetRequiredValue(file), parsed.GetRequiredValue(folder), parsed.GetRequiredValue(count), parsed.GetValue(seed));
            return 0;
        });
        return command;
    }
}
