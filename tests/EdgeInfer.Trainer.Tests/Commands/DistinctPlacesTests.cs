using EdgeInfer.Core.Errors;
using EdgeInfer.Files;

namespace EdgeInfer.Trainer.Tests.Commands;

public sealed class DistinctPlacesTests
{
    [Theory]
    [InlineData("net.onnx")]
    [InlineData("./folder/../net.onnx")]
    [InlineData("bundle/model.json")]
    public void WhatIsReadIsNotOverwritten(string written) => Assert.StartsWith(
        $"--json: {written} would overwrite what the command names as ",
        Assert.Throws<InvalidInputException>(() => DistinctPlaces.Require("--json", written, "net.onnx", null, "bundle/")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("net.json")]
    [InlineData("bundle.json")]
    [InlineData(null)]
    public void OtherPlacesAreFree(string? written) => DistinctPlaces.Require("--json", written, "net.onnx", "bundle");
}
