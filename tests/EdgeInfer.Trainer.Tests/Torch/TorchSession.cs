using EdgeInfer.Trainer.Torch;

namespace EdgeInfer.Trainer.Tests.Torch;

/// <summary>libtorch's random generator and thread count belong to the process: tests that train share it one after another.</summary>
[CollectionDefinition]
public sealed class TorchSession : ICollectionFixture<TorchSession.Library>
{
    public sealed class Library
    {
        public Library() => TorchLibrary.EnsureLoaded();
    }
}
