using Spectre.Console;

namespace EdgeInfer.Cli.Reporting;

/// <summary>Draws rows of text as a table; plain text where output is redirected.</summary>
internal static class TextTable
{
    /// <summary>Wide enough that no cell of a table is broken over lines.</summary>
    private const int WidthOfRedirected = 220;

    public static void Write(Table table, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        table.AddColumns([.. columns.Select(Markup.Escape)]);
        foreach (var row in rows)
            table.AddRow([.. row.Select(Markup.Escape)]);
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = WidthOfRedirected;
            // Some build servers make Spectre write escapes even into a file.
            AnsiConsole.Profile.Capabilities.Ansi = false;
        }

        AnsiConsole.Write(table);
    }
}
