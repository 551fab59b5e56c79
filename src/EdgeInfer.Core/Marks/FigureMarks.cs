namespace EdgeInfer.Core.Marks;

/// <summary>What a figure must be read with. The one place for the words of it.</summary>
/// <param name="Simulated">No real sensor was involved: the figure checks tools and supports no claim.</param>
/// <param name="Quick">A training had the small budgets of <c>--quick</c>, which are no basis for a choice.</param>
/// <param name="Leaky">The split is declared leaky: the model may have seen the groups that it is judged on.</param>
/// <param name="OriginUnknown">Nothing tells what the model has seen.</param>
/// <param name="Chosen">Of several networks this one was chosen by its test groups, and some of several do well on them by chance.</param>
/// <param name="Groups">Where no person, machine or session is known, the model may have seen the one that it is judged on.</param>
public readonly record struct FigureMarks(
    bool Simulated, bool Quick, bool Leaky, bool OriginUnknown, bool Chosen = false, GroupOrigin Groups = GroupOrigin.Named)
{
    /// <summary>In this order of messages; a closed vocabulary.</summary>
    public static IReadOnlyList<string> Vocabulary { get; } =
        ["simulated", "quick", "leaky", "origin unknown", "chosen", "own files", "blocks"];

    private static readonly string[] Texts =
    [
        "simulated", "quick budgets", "optimistic: leaky split", "origin unknown", "chosen on its test groups",
        "optimistic: every recording is its own group", "optimistic: blocks of one recording",
    ];

    public bool IsEmpty => this == default;

    /// <summary>For programs: of <see cref="Vocabulary"/>, those that hold.</summary>
    public IReadOnlyList<string> Words => Named(Vocabulary);

    /// <summary>For people, in the same order.</summary>
    public IReadOnlyList<string> Phrases => Named(Texts);

    /// <summary>Behind a figure: each phrase in brackets after a space; empty where none holds.</summary>
    public string Suffix => string.Concat(Phrases.Select(phrase => $" ({phrase})"));

    private bool[] Held => [Simulated, Quick, Leaky, OriginUnknown, Chosen, Groups == GroupOrigin.Files, Groups == GroupOrigin.Blocks];

    /// <summary>Of a model on groups that it has never seen.</summary>
    public static FigureMarks OfTraining(bool simulated, bool quick) => new(simulated, quick, Leaky: false, OriginUnknown: false);

    /// <summary>Words that are not of <see cref="Vocabulary"/> are passed over; absent means none.</summary>
    public static FigureMarks OfWords(IReadOnlyList<string>? words) => new(
        Has(words, 0), Has(words, 1), Has(words, 2), Has(words, 3), Has(words, 4),
        Has(words, 6) ? GroupOrigin.Blocks : Has(words, 5) ? GroupOrigin.Files : GroupOrigin.Named);

    /// <summary>What either of two must be read with.</summary>
    public FigureMarks With(FigureMarks other) => new(
        Simulated || other.Simulated,
        Quick || other.Quick,
        Leaky || other.Leaky,
        OriginUnknown || other.OriginUnknown,
        Chosen || other.Chosen,
        Groups > other.Groups ? Groups : other.Groups);

    private static bool Has(IReadOnlyList<string>? words, int place) => words?.Contains(Vocabulary[place]) == true;

    private string[] Named(IReadOnlyList<string> names)
    {
        var held = Held;
        return [.. names.Where((_, place) => held[place])];
    }
}
