using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Import.Networks;
using EdgeInfer.Trainer.Onnx.Schema;

namespace EdgeInfer.Trainer.Tests.Import.Networks;

public sealed class StatedClassesTests
{
    [Theory]
    [InlineData("names", "{0: 'idle', 1: 'walk', 2: 'run'}")]
    [InlineData("classes", "[\"idle\", \"walk\", \"run\"]")]
    [InlineData("id2label", "{\"0\": \"idle\", \"1\": \"walk\", \"2\": \"run\"}")]
    [InlineData("Labels", "idle, walk,run")]
    [InlineData("class_names", "idle\nwalk\nrun\n")]
    public void ClassesInTheTasksOrderPass(string key, string value) => Assert.True(Require(key, value));

    [Theory]
    [InlineData("author", "idle, run, walk")]
    [InlineData("classes", "3")]
    public void WhatNamesNoClassesIsNoWitness(string key, string value) => Assert.False(Require(key, value));

    [Fact]
    public void AnotherOrderIsRefusedAndBothAreTold() => Assert.Equal(
        "net.onnx: metadata 'names' names its classes walk, idle, run, and the task's labels are in another order: idle, walk, run; "
        + "put those of dataset.json into the file's order",
        Assert.Throws<InvalidInputException>(() => Require("names", "{0: 'walk', 1: 'idle', 2: 'run'}")).Message);

    [Theory]
    [InlineData("idle, walk", "net.onnx: metadata 'labels': 2 classes (idle, walk), the task has 3: idle, walk, run")]
    [InlineData("idle, walk, fly", "net.onnx: metadata 'labels': class 'fly' of idle, walk, fly is no label of the task: idle, walk, run")]
    public void OtherClassesAreRefused(string value, string expected) =>
        Assert.Equal(expected, Assert.Throws<InvalidInputException>(() => Require("labels", value)).Message);

    private static bool Require(string key, string value)
    {
        var model = new ModelProto();
        model.MetadataProps.Add(new StringStringEntryProto { Key = key, Value = value });
        return StatedClasses.RequireOrder(model, ForeignFile.Named("idle", "walk", "run"), "net.onnx");
    }
}
