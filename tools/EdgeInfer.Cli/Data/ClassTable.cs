using System.Globalization;
using EdgeInfer.Datasets.Splitting;
using Spectre.Console;

namespace EdgeInfer.Cli.Data;

/// <summary>Prints how much each group has of each class; tab-separated where no one is at the terminal.</summary>
internal static class ClassTable
{
    public static void Write(ClassGroupTable table, TextWriter output)
    {
        var header = new[] { $"group ({table.Unit})" }.Concat(table.Classes);
        var rows = table.Groups.Select((group, at) => new[] { group }.Concat(
            table.Classes.Select((_, label) => table.Counts[label][at].ToString(CultureInfo.InvariantCulture))));
        if (Console.IsOutputRedirected || output != Console.Out)
        {
            foreach (var row in rows.Prepend(header))
                output.WriteLine(string.Join('\t', row));
            return;
        }

        var drawn = new Table();
        drawn.AddColumns([.. header.Select(name => new TableColumn(Markup.Escape(name)).RightAligned())]);
        drawn.Columns[0].LeftAligned();
        foreach (var row in rows)
            drawn.AddRow([.. row.Select(Markup.Escape)]);
        AnsiConsole.Write(drawn);
    }
}
