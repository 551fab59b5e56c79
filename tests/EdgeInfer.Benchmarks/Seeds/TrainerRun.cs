using EdgeInfer.Core.Errors;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Benchmarks.Seeds;

/// <summary>A call of the trainer as a user makes it, into a folder of its own; one that came to its end is not repeated.</summary>
/// <param name="Title">For the console.</param>
/// <param name="Folder">Receives the bundles, and beside them what they cost.</param>
/// <param name="Arguments">All but the folder.</param>
internal sealed record TrainerRun(string Title, string Folder, IReadOnlyList<string> Arguments)
{
    private string Command => string.Join(' ', Arguments);

    /// <exception cref="InvalidInputException">The folder holds what another command made.</exception>
    public TrainerOutcome Complete()
    {
        if (RunRecord.Find(Folder) is { } earlier)
        {
            if (earlier.Command != Command)
                throw new InvalidInputException(Folder, $"was made by '{earlier.Command}', not by '{Command}'; name another --out");
            Console.WriteLine($"{Title}: lies in {Folder} already, not made again; its cost is that of {earlier.Machine}");
            return new(earlier, null);
        }

        Console.WriteLine($"{Title}: {Command}");
        var process = MeasuredProcess.Run(Repository.Trainer, [.. Arguments, "--out", Folder], line => Console.WriteLine($"  {line}"));
        if (process.ExitCode != 0)
        {
            var reason = process.Errors.LastOrDefault(line => line.Length > 0) ?? $"the trainer ended with code {process.ExitCode}";
            Console.WriteLine($"{Title}: {reason}");
            return new(null, reason);
        }

        var record = RunRecord.Of(Command, process);
        record.Write(Folder);
        return new(record, null);
    }
}
