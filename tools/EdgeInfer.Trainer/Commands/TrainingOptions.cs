using System.CommandLine;

namespace EdgeInfer.Trainer.Commands;

/// <summary>The options that training verbs share.</summary>
internal sealed class TrainingOptions
{
    public DataOptions Data { get; } = new();

    public Option<int> Seed { get; } = new("--seed") { Description = "Seed of every random choice", DefaultValueFactory = _ => 1 };

    public Option<bool> Quick { get; } = new("--quick") { Description = "Smaller models in less time" };

    public Option<string> Out { get; } = new("--out") { Description = "Folder that receives a folder for each bundle", Required = true };

    public void AddTo(Command command)
    {
        Data.AddTo(command);
        command.Add(Seed);
        command.Add(Quick);
        command.Add(Out);
    }
}
