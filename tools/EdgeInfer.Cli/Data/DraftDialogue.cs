using EdgeInfer.Core.Errors;
using EdgeInfer.Datasets.Drafting;
using EdgeInfer.Datasets.Questions;
using Spectre.Console;

namespace EdgeInfer.Cli.Data;

/// <summary>Drafts a folder, and asks its owner where two readings are possible; without a terminal it refuses.</summary>
internal static class DraftDialogue
{
    /// <summary>More questions than a folder can raise.</summary>
    private const int MostQuestions = 20;

    /// <exception cref="InvalidInputException">The folder can't be drafted, or a question stays open.</exception>
    public static DatasetDraft Run(string folder, DraftOptions options)
    {
        for (var asked = 0; ; asked++)
        {
            try
            {
                return DatasetDrafter.Draft(folder, options);
            }
            catch (OpenQuestionException open)
            {
                if (asked == MostQuestions || !IsAnswered)
                    throw open.ToRefusal();
                options = Ask(open).Then ?? throw open.ToRefusal();
            }
        }
    }

    private static bool IsAnswered =>
        AnsiConsole.Profile.Capabilities.Interactive && !Console.IsInputRedirected && !Console.IsOutputRedirected;

    private static DraftChoice Ask(OpenQuestionException open) => AnsiConsole.Prompt(
        new SelectionPrompt<DraftChoice>()
            .Title(Markup.Escape(open.Question))
            .UseConverter(choice => Markup.Escape($"{choice.Reading}  ({choice.Option})"))
            .AddChoices(open.Choices));
}
