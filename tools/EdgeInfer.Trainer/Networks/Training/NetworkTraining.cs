using EdgeInfer.Trainer.Networks.Checkpoints;
using EdgeInfer.Trainer.Progress;
using EdgeInfer.Trainer.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace EdgeInfer.Trainer.Networks.Training;

/// <summary>
/// Trains a network: AdamW, cosine schedule after a short warm-up, augmentation, class weights, and the weights of the
/// epoch that did best on the validation groups. Every epoch draws from generators of its own, so that a resumed
/// training repeats an uninterrupted one without their state.
/// </summary>
internal sealed class NetworkTraining(NetworkTrainingOptions options, int seed, CheckpointPlan? checkpoints = null)
{
    /// <param name="network">Trained in place, from the weights that it has; in evaluation mode afterwards. Bit-identical for the same seed.</param>
    /// <param name="set">What it learns from.</param>
    /// <param name="progress">Hears of each epoch: number done and mean loss.</param>
    /// <exception cref="Core.Errors.InvalidInputException">A checkpoint is damaged or of another training, or there is no CUDA where it was asked for.</exception>
    public TrainingOutcome Run(TorchNetwork network, TrainingSet set, ReportProgress progress)
    {
        var device = TorchDevice.Open(options.Device);
        var file = checkpoints is null ? null : CheckpointFile.For(checkpoints, network, set, options, seed);
        network.to(device);
        try
        {
            using var run = new NetworkTrainingRun(network, set, options, seed, device);
            if (file?.TryRead() is { } checkpoint)
                run.Resume(checkpoint);
            while (!run.Finished)
            {
                var detail = run.Epoch();
                if (file is not null && (run.Done % checkpoints!.EveryEpochs == 0 || run.Finished))
                    file.Write(run.Checkpoint());
                progress(run.Done, detail);
            }

            return run.Keep();
        }
        finally
        {
            network.to(CPU);
            network.eval();
        }
    }
}
