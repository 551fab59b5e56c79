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
    /// <param name="network">
    /// Trained in place, from the weights that it has; in evaluation mode afterwards. Bit-identical for the same seed.
    /// </param>
    /// <param name="set">What it learns from.</param>
    /// <param name="progress">Hears of each epoch: number done and mean loss; and of the epochs that a checkpoint holds.</param>
    /// <exception cref="Core.Errors.InvalidInputException">
    /// A checkpoint is damaged or of other code, or there is no CUDA where it was asked for.
    /// </exception>
    public TrainingOutcome Run(GraphModule network, TrainingSet set, ReportProgress progress)
    {
        var device = TorchDevice.Open(options.Device);
        var file = checkpoints?.Folder.For(TrainingIdentity.Hash(network, set, options, seed));
        network.to(device);
        try
        {
            using var run = new NetworkTrainingRun(network, set, options, seed, device);
            if (file is not null)
                Resume(run, file, progress);
            while (!run.Finished)
            {
                var detail = run.Epoch();
                if (file is not null && (file.IsDue || run.Finished))
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

    private void Resume(NetworkTrainingRun run, CheckpointFile file, ReportProgress progress)
    {
        // Where two trainings of a command are the same, the second finds what the first has spent.
        var isCounted = file.IsMet;
        if (file.TryRead() is not { } checkpoint)
            return;
        run.Resume(checkpoint);
        if (!isCounted)
            checkpoints!.Clock?.Include(checkpoint.Spent);
        progress(
            run.Finished ? options.Epochs : run.Done,
            run.Finished
                ? $"taken from its checkpoint, trained to epoch {run.Done} of {options.Epochs}"
                : $"resumed at epoch {run.Done + 1} of {options.Epochs}",
            found: true);
    }
}
