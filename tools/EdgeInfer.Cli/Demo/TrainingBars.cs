using EdgeInfer.Cli.Processes;
using Spectre.Console;

namespace EdgeInfer.Cli.Demo;

/// <summary>
/// Trainings that run at once: a bar each on a terminal, and what else they say above. Where output is redirected their lines
/// come as they are, whole, each with the model's name at its start.
/// </summary>
internal sealed class TrainingBars(ProgressContext context)
{
    /// <summary>Leaves room for names and figures in 80 columns.</summary>
    private const int BarWidth = 16;

    private readonly Dictionary<string, ProgressTask> _bars = [];

    /// <param name="work">Is given what hears the lines of every training.</param>
    public static async Task ShowAsync(Func<ChildLines, Task> work)
    {
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
        {
            await work(Once(Console.WriteLine, Console.Error.WriteLine)).ConfigureAwait(false);
            return;
        }

        // Written between two pictures of the bars, an error would be painted over.
        var errors = new List<string>();
        await AnsiConsole.Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn { Width = BarWidth },
                new PercentageColumn())
            .StartAsync(context => work(Once(new TrainingBars(context).Show, errors.Add))).ConfigureAwait(false);
        foreach (var error in errors)
            await Console.Error.WriteLineAsync(error).ConfigureAwait(false);
    }

    /// <summary>Both trainings read the same recordings, and say the same of them.</summary>
    private static ChildLines Once(Action<string> output, Action<string> error)
    {
        var said = new HashSet<string>();
        return new(line => Say(line, output), line => Say(line, error));

        void Say(string line, Action<string> listener)
        {
            lock (said)
            {
                if (said.Add(line))
                    listener(line);
            }
        }
    }

    private void Show(string line)
    {
        if (TrainingLine.Read(line) is not { } progress)
        {
            AnsiConsole.WriteLine(line);
            return;
        }

        if (!_bars.TryGetValue(progress.Model, out var bar))
            _bars[progress.Model] = bar = context.AddTask(Markup.Escape(progress.Model));
        bar.Description = Markup.Escape($"{progress.Model}: {progress.Detail}");
        bar.Value = progress.Percent;
    }
}
