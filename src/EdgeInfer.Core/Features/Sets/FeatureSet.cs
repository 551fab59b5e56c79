using EdgeInfer.Core.Windows;

namespace EdgeInfer.Core.Features.Sets;

/// <summary>
/// Features that belong together under an id with a version. What an id computes never changes: a change is a new version.
/// </summary>
/// <param name="Id">Name and version, for example <c>signal-features/1</c>.</param>
/// <param name="OfFrames">Whether it takes frames; windows of samples otherwise.</param>
/// <param name="Create">
/// The code that computes them; throws an <see cref="ArgumentException"/> where the window does not allow them. Frames take no envelope.
/// </param>
public sealed record FeatureSet(string Id, bool OfFrames, Func<WindowShape, EnvelopeBand?, IFeatureExtractor> Create);
