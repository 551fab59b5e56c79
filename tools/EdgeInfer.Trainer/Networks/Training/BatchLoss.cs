using static TorchSharp.torch;

namespace EdgeInfer.Trainer.Networks.Training;

/// <summary>What a step makes smaller.</summary>
internal sealed class BatchLoss : IDisposable
{
    private const double LabelSmoothing = 0.05;

    private readonly NetworkGoal _goal;
    private readonly Distillation? _distillation;
    private readonly Tensor? _classWeights;
    private readonly Device _device;

    public BatchLoss(LayerGraph spec, TrainingSet set, Device device)
    {
        (_goal, _distillation, _device) = (spec.Goal, set.Distillation, device);
        if (_goal == NetworkGoal.Classification && ClassWeights.Of(set.Training.Labels, spec.Head.Outputs) is { } weights)
            _classWeights = tensor(weights, device: device);
    }

    /// <summary>Of a training batch.</summary>
    /// <param name="outputs">Of the network.</param>
    /// <param name="inputs">That it saw.</param>
    /// <param name="labels">Of the batch.</param>
    /// <param name="members">Indices into the training samples.</param>
    public Tensor OfTraining(Tensor outputs, Tensor inputs, long[] labels, int[] members)
    {
        var loss = Of(outputs, inputs, labels, LabelSmoothing);
        if (_distillation is not { } teacher)
            return loss;
        var logits = tensor(members.SelectMany(i => teacher.TeacherLogits[i]).ToArray(), outputs.shape, device: _device);
        var wanted = nn.functional.softmax(logits / teacher.Temperature, 1);
        var soft = -(wanted * nn.functional.log_softmax(outputs / teacher.Temperature, 1)).sum(1).mean();
        return (1 - teacher.Weight) * loss + teacher.Weight * teacher.Temperature * teacher.Temperature * soft;
    }

    /// <summary>Of a validation batch: neither smoothed nor taught.</summary>
    public Tensor OfValidation(Tensor outputs, Tensor inputs, long[] labels) => Of(outputs, inputs, labels, labelSmoothing: 0);

    public void Dispose() => _classWeights?.Dispose();

    private Tensor Of(Tensor outputs, Tensor inputs, long[] labels, double labelSmoothing) => _goal switch
    {
        NetworkGoal.Classification => nn.functional.cross_entropy(
            outputs, tensor(labels, device: _device), _classWeights, label_smoothing: labelSmoothing),
        NetworkGoal.Reconstruction => nn.functional.mse_loss(outputs, inputs.flatten(1)),
        _ => throw new ArgumentException($"no loss for {_goal}"),
    };
}
