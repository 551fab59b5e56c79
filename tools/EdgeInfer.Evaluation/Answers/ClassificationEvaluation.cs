using EdgeInfer.Core.Windows;
using EdgeInfer.Evaluation.Classification;
using EdgeInfer.Serving.Evaluation;

namespace EdgeInfer.Evaluation.Answers;

/// <summary>What a classifier's answers are worth.</summary>
public static class ClassificationEvaluation
{
    /// <param name="answers">One model's.</param>
    /// <param name="groups">Group of each stream: the unit of analysis.</param>
    /// <param name="labels">In the order of the scores.</param>
    /// <exception cref="ArgumentException">No window with a truth, or scores that do not fit the labels.</exception>
    public static ClassificationReport Of(
        IEnumerable<AnsweredWindow> answers, IReadOnlyDictionary<string, string> groups, IReadOnlyList<string> labels) =>
        ClassificationReport.Of(Predictions(answers, groups), labels);

    /// <summary>In the order of the answers; a window without truth can't be judged and is left out.</summary>
    public static IReadOnlyList<Prediction> Predictions(
        IEnumerable<AnsweredWindow> answers, IReadOnlyDictionary<string, string> groups) =>
    [
        .. answers.Where(answer => answer.Truth != LabelIndex.Unlabelled)
            .Select(answer => new Prediction(groups[answer.Stream], answer.Truth, answer.Label, answer.Scores)),
    ];
}
