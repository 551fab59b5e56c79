using EdgeInfer.Core.Errors;

namespace EdgeInfer.Datasets.Questions;

/// <summary>Two readings of a folder are possible, and only its owner knows which is right.</summary>
/// <param name="place">Folder, file or column that is read.</param>
/// <param name="question">In words, for a person.</param>
/// <param name="choices">The likelier first.</param>
public sealed class OpenQuestionException(string place, string question, IReadOnlyList<DraftChoice> choices)
    : Exception($"{place}: {question}")
{
    public string Question => question;

    public IReadOnlyList<DraftChoice> Choices => choices;

    /// <summary>The question as an error, where nobody is there to answer: it names every reading and the option that decides.</summary>
    public InvalidInputException ToRefusal() => new(
        place, $"{question} {string.Join(" ", choices.Select(choice => $"{Sentence(choice.Reading)}: give {choice.Option}."))}");

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
