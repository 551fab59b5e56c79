using System.CommandLine;
using EdgeInfer.Cli.Processes;

namespace EdgeInfer.Cli.Training;

/// <summary>
/// <c>train</c>, <c>validate</c>, <c>import</c>, <c>inspect</c> and <c>compress</c>, which the trainer's process parses
/// itself, help included; here they only stand in the list of verbs.
/// </summary>
internal static class TrainerVerbs
{
    private const string Train = "train";
    private const string Validate = "validate";
    private const string Import = "import";
    private const string Inspect = "inspect";
    private const string Compress = "compress";

    public static IEnumerable<Command> Create() =>
    [
        new(Train, "Train a model and export it as a bundle: train trees, train net, train hybrid, train anomaly"),
        new(Validate, "Train once for each group left out, and say how the model does on it"),
        new(Import, "Turn an ONNX file into a bundle: trees (LightGBM, XGBoost, scikit-learn) or a network (PyTorch, Keras)"),
        new(Inspect, "Say what is in a network, and which operators the device will execute"),
        new(Compress, "Make a network smaller, and export it where its accuracy holds"),
    ];

    /// <summary>The trainer's arguments, or null where <paramref name="args"/> name no verb of its own.</summary>
    public static IEnumerable<string>? Forwarded(string[] args) => args switch
    {
        [Train, .. var rest] => rest,
        [Validate or Import or Inspect or Compress, ..] => args,
        _ => null,
    };

    /// <summary>Runs the trainer to its end; a signal to this process ends both.</summary>
    public static Task<int> RunAsync(IEnumerable<string> arguments) => ForwardedRun.RunAsync(Sibling.Trainer, arguments);
}
