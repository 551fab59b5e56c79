using System.CommandLine;

namespace EdgeInfer.Cli.Demo;

/// <summary><c>demo</c>: from recordings to a measured comparison.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "Folder of recordings; left out, those of a phone that come along" };
        var task = new Option<string?>("--task") { Description = "Built-in task, or vibration-sim; a folder with dataset.json needs none" };
        var split = new Option<string?>("--split") { Description = "Name of a split; the data set's first where left out" };
        var seed = new Option<int>("--seed") { Description = "Seed of every random choice", DefaultValueFactory = _ => 1 };
        var json = new Option<string?>("--json") { Description = "Write the report as JSON to this file, too" };
        var quick = new Option<bool>("--quick") { Description = "Smaller models and fewer recordings" };
        var keep = new Option<bool>("--keep") { Description = "Leave broker and runtime running until Ctrl-C" };
        var port = new Option<int>("--port") { Description = "Port of the embedded MQTT broker; 0 takes a free one" };
        var command = new Command(
            "demo", "Train trees and a network, or detectors of an anomaly task, run them on the device runtime, and compare them")
        {
            data, task, split, seed, json, quick, keep, port,
        };
        command.SetAction((arguments, stop) => DemoRun.RunAsync(
            new DemoOptions(
                arguments.GetValue(data),
                arguments.GetValue(task),
                arguments.GetValue(split),
                arguments.GetValue(seed),
                arguments.GetValue(json),
                arguments.GetValue(quick),
                arguments.GetValue(keep),
                arguments.GetValue(port)),
            stop));
        return command;
    }
}
