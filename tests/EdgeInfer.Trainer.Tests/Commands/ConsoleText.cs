using Spectre.Console;

namespace EdgeInfer.Trainer.Tests.Commands;

/// <summary>What a person reads while something runs, tables included; tests of this assembly run one at a time.</summary>
internal static class ConsoleText
{
    private const int Width = 160;

    public static string Of(Action action)
    {
        var (console, tables) = (Console.Out, AnsiConsole.Console);
        using var text = new StringWriter();
        Console.SetOut(text);
        AnsiConsole.Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(text),
        });
        AnsiConsole.Profile.Width = Width;
        try
        {
            action();
        }
        finally
        {
            Console.SetOut(console);
            AnsiConsole.Console = tables;
        }

        return text.ToString();
    }
}
