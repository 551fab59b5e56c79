using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Commands;
using EdgeInfer.Trainer.Compression;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Tests.Commands;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trainer.Tests.Torch;

namespace EdgeInfer.Trainer.Tests.Data;

[Collection<TorchSession>]
public sealed class LearntGroupsTests
{
    [Fact]
    public void WhatHasLearntATestGroupIsNeitherCompressedNorComparedNorATeacherUnlessTheSplitIsLeaky()
    {
        using var folder = new TinyRecordings();
        TrainingCommands.Invoke(
            NetCommand.Create(), "--data", folder.Data, "--quick", "--width", "0.5", "--margin", "100", "--out", folder.Out);
        var (fp32, int8) = (Path.Combine(folder.Out, "tiny-cnn-fp32"), Path.Combine(folder.Out, "tiny-cnn-int8"));
        folder.WriteLeakySplit();
        folder.Replace("split.csv", "ben,train", "ben,test");
        var target = Path.Combine(folder.Out, "compressed");
        var refusal = $"{fp32}: has learnt group 'ben' of the same data, which is a test group of tiny";

        Assert.Equal(
            refusal,
            TrainingCommands.Error(CompressCommand.Create(), target, fp32, "--data", folder.Data, "--steps", "int8", "--out", target));
        Assert.Equal(
            refusal, Assert.Throws<InvalidInputException>(() => HostComparisons.Compare(fp32, int8, folder.Data)).Message);
        Assert.Equal(refusal, Assert.Throws<InvalidInputException>(
            () => new Teacher(fp32, TaskData.Read(new DataSelection(folder.Data, null, null)))).Message);
        Assert.True(HostComparisons.Compare(fp32, int8, folder.Data, split: "mixed").Split.Leaky);
    }
}
