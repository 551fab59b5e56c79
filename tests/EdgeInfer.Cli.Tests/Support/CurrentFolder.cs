namespace EdgeInfer.Cli.Tests.Support;

/// <summary>Tests that change the current folder, which is the whole process's: they run alone.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class CurrentFolder;
