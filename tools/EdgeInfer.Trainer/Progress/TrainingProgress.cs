using System.Globalization;
using Spectre.Console;

namespace EdgeInfer.Trainer.Progress;

/// <summary>
/// A bar with time left on a terminal; a plain line every tenth where output is redirected. What is found done has a line in both.
/// </summary>
internal static class TrainingProgress
{
    private const int PlainLines = 10;

    public static T Run<T>(string title, int total, Func<ReportProgress, T> work)
    {
        var left = new TimeLeft(total, TimeProvider.System);
        return AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected
            ? RunBar(title, total, left, work)
            : RunPlain(title, total, left, work);
    }

    private static T RunBar<T>(string title, int total, TimeLeft left, Func<ReportProgress, T> work)
    {
        var result = default(T)!;
        AnsiConsole.Progress()
            // No refreshing thread beside the training: see CollectionPause.
            .AutoRefresh(false)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new TimeLeftColumn(left))
            .Start(context =>
            {
                var task = context.AddTask(Markup.Escape(title), maxValue: total);
                result = work((done, detail, found) =>
                {
                    left.Reach(done, found);
                    if (found)
                        AnsiConsole.WriteLine($"{title}: {detail}");
                    task.Description = Markup.Escape($"{title}, {detail}");
                    task.Value = done;
                    context.Refresh();
                });
            });
        return result;
    }

    private static T RunPlain<T>(string title, int total, TimeLeft left, Func<ReportProgress, T> work)
    {
        var printed = 0;
        return work((done, detail, found) =>
        {
            left.Reach(done, found);
            var tenth = (int)(done * PlainLines / total);
            if (found)
                Console.WriteLine($"{title}: {detail}");
            else if (tenth != printed)
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{title}: {done:0.#} of {total}, {detail}, {left.Estimate?.TotalSeconds:F0} s left"));
            printed = tenth;
        });
    }
}
