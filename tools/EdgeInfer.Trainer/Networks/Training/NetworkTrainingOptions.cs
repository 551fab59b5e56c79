using EdgeInfer.Trainer.Torch;

namespace EdgeInfer.Trainer.Networks.Training;

/// <summary>How long and how fast a network learns; tuned inside training groups (docs/decisions/training-budget.md).</summary>
/// <param name="Epochs">Passes over the training samples.</param>
/// <param name="BatchSize">Samples a step.</param>
/// <param name="LearningRate">Largest rate of the schedule.</param>
/// <param name="WeightDecay">AdamW's decoupled decay.</param>
internal sealed record NetworkTrainingOptions(int Epochs, int BatchSize, double LearningRate, double WeightDecay)
{
    /// <summary>Multiply-accumulates of forward passes that a training may spend: about a minute on one core.</summary>
    private const double Operations = 8e10;

    /// <summary>Of networks for images: full convolutions over rows and columns run that much faster an operation.</summary>
    private const double ImageOperations = 6e11;

    /// <summary>Of the budget, where models are to be had in less time.</summary>
    private const double QuickShare = 1.0 / 8;

    /// <summary>An eighth left ResNet-8 on meter digits far from learnt: 0.36 where the whole budget gives 0.83.</summary>
    private const double QuickImageShare = 1.0 / 2;

    private const int FewestEpochs = 8;

    /// <summary>Over the 60,000 images of Fashion-MNIST, 8 epochs end at a validation loss of 0.257, 16 at 0.234.</summary>
    private const int FewestImageEpochs = 16;

    private const int MostEpochs = 40;
    private const int MostImageEpochs = 60;

    /// <summary>Below it, the running statistics of batch normalisation have not settled; small sets take more epochs.</summary>
    private const int FewestSteps = 200;

    private const int Batch = 64;

    /// <summary>A trained backbone is led away from what it knows by the rate that random weights need.</summary>
    private const double FineTuningShare = 1.0 / 3;

    /// <summary>Epochs without a better loss over the validation groups before training stops.</summary>
    public int Patience { get; init; } = 10;

    /// <summary>Only the head learns; the layers before it, and their normalisation, stay as they are.</summary>
    public bool FreezeBackbone { get; init; }

    public TrainingDevice Device { get; init; }

    /// <summary>Epochs by the budget, so that long windows do not make a demo of hours.</summary>
    public static NetworkTrainingOptions For(LayerGraph spec, int samples, bool quick)
    {
        var isImage = spec.Input.Height > 1;
        var (budget, share) = isImage ? (ImageOperations, QuickImageShare) : (Operations, QuickShare);
        var operations = quick ? budget * share : budget;
        var epochs = operations / ((double)spec.MultiplyAccumulateCount * samples);
        var bounded = Math.Clamp((int)epochs, isImage && !quick ? FewestImageEpochs : FewestEpochs, isImage ? MostImageEpochs : MostEpochs);
        var settled = (int)Math.Ceiling((double)FewestSteps * Batch / samples);
        return new(Math.Max(bounded, settled), Batch, LearningRate: 3e-3, WeightDecay: 1e-2);
    }

    /// <summary>The same for a network that starts from trained weights.</summary>
    public NetworkTrainingOptions ForFineTuning() => this with { LearningRate = LearningRate * FineTuningShare };
}
