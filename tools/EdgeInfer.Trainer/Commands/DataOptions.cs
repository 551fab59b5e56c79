using System.CommandLine;
using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Trainer.Commands;

/// <summary>The options by which every verb names its recordings.</summary>
internal sealed class DataOptions
{
    private readonly Option<string> _data = new("--data") { Description = "Folder of recordings", Required = true };
    private readonly Option<string?> _task = new("--task")
    {
        Description = "Built-in task; not needed where the folder carries a dataset.json",
    };
    private readonly Option<string?> _split = new("--split") { Description = "Name of a split; the data set's first where left out" };

    public void AddTo(Command command)
    {
        command.Add(_data);
        command.Add(_task);
        command.Add(_split);
    }

    public DataSelection Selected(ParseResult arguments) =>
        new(arguments.GetRequiredValue(_data), arguments.GetValue(_task), arguments.GetValue(_split))
        {
            Verb = arguments.CommandResult.Command.Name,
        };
}
