namespace EdgeInfer.Architecture.Tests.Folders.Samples;

/// <summary>Read by a test as others' constants are.</summary>
internal static class SampleLimits
{
    public const int Most = 3;
}
