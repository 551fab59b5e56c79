using System.CommandLine;
using EdgeInfer.Core.Errors;
using EdgeInfer.Files;

namespace EdgeInfer.Trainer.Commands;

/// <summary>The options that training verbs share.</summary>
internal sealed class TrainingOptions
{
    public DataOptions Data { get; } = new();

    public Option<int> Seed { get; } = new("--seed") { Description = "Seed of every random choice", DefaultValueFactory = _ => 1 };

    public Option<bool> Quick { get; } = new("--quick") { Description = "Smaller models in less time" };

    private readonly Option<string> _out = new("--out") { Description = "Folder that receives a folder for each bundle", Required = true };

    public void AddTo(Command command)
    {
        Data.AddTo(command);
        command.Add(Seed);
        command.Add(Quick);
        command.Add(_out);
    }

    /// <summary>Where bundles go.</summary>
    /// <exception cref="InvalidInputException">Nothing could be written there.</exception>
    public string Folder(ParseResult arguments)
    {
        var folder = arguments.GetRequiredValue(_out);
        WholeFile.RequireNewFolder(_out.Name, folder);
        return folder;
    }
}
