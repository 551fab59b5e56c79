using System.CommandLine;
using EdgeInfer.Core.Errors;
using EdgeInfer.Files;
using EdgeInfer.Trainer.Networks.Checkpoints;

namespace EdgeInfer.Trainer.Commands;

/// <summary>The option of every verb that trains networks; it changes no result, so no manifest repeats it.</summary>
internal sealed class CheckpointOption
{
    public const string Name = "--checkpoint";

    private readonly Option<string?> _folder = new(Name)
    {
        Description =
            "Folder that receives the state of network trainings every few seconds; "
            + "the same command goes on from there, and deletes it at its end",
    };

    public void AddTo(Command command) => command.Add(_folder);

    /// <exception cref="InvalidInputException">It is no folder that could be written to.</exception>
    public CheckpointFolder? Read(ParseResult arguments)
    {
        if (arguments.GetValue(_folder) is not { } folder)
            return null;
        WholeFile.RequireNewFolder(Name, folder);
        return new CheckpointFolder(folder, TimeProvider.System);
    }
}
